<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>CaAddLayersAlgorithm</name>
    <message>
        <source>Add cluster layers</source>
        <translation>クラスターレイヤの追加</translation>
    </message>
    <message>
        <source>cluster,layers,bureau,project,sub-area,partner,join</source>
        <translation>クラスター,産業クラスター,レイヤ,経済産業局,プロジェクト,サブエリア,連携先,結合,cluster,layers,join</translation>
    </message>
    <message>
        <source>Adds layers of the industrial cluster policy to the current project, styled, labelled, credited and joined to the figures of the fiscal year you choose. The tables they are joined to come with them. Layers that are in the project already are left as they are.

The data is copied as clusteratlas.gpkg to the folder you choose, so that your project does not depend on this computer; a copy that is there already is used as it is. The layers are plain QGIS layers: colleagues without Cluster Atlas see the same.</source>
        <translation>産業クラスター政策のレイヤを現在のプロジェクトに追加します。スタイル、ラベル、出典表示が付き、選んだ年度の数値が結合されます。結合先の表も一緒に追加されます。すでにプロジェクトにあるレイヤはそのまま残ります。

データは clusteratlas.gpkg として、選んだフォルダにコピーされるため、プロジェクトはこのパソコンの環境に左右されません。コピーがすでにある場合は、それをそのまま使います。追加されるのは通常の QGIS レイヤなので、Cluster Atlas のない同僚の QGIS でも同じように表示されます。</translation>
    </message>
    <message>
        <source>Layers (all if none is chosen)</source>
        <translation>レイヤ（選ばなければすべて）</translation>
    </message>
    <message>
        <source>Names of layers, separated by commas.</source>
        <translation>レイヤの ID をコンマで区切って指定します。</translation>
    </message>
    <message>
        <source>Folder for the working copy of the data (the project&apos;s folder if empty)</source>
        <translation>データの作業用コピーを置くフォルダ（空ならプロジェクトのフォルダ）</translation>
    </message>
    <message>
        <source>A folder you keep with the project.</source>
        <translation>プロジェクトと一緒に保管するフォルダです。</translation>
    </message>
    <message>
        <source>Working copy of the data pack</source>
        <translation>データパックの作業用コピー</translation>
    </message>
    <message>
        <source>Number of layers added</source>
        <translation>追加したレイヤの数</translation>
    </message>
    <message>
        <source>Layers added</source>
        <translation>追加したレイヤ</translation>
    </message>
    <message>
        <source>There is no project to add layers to. Open one, or use “New cluster project”.</source>
        <translation>レイヤを追加するプロジェクトがありません。プロジェクトを開くか、「クラスタープロジェクトの新規作成」を使ってください。</translation>
    </message>
    <message>
        <source>There is no layer “%1”. LAYERS takes: %2.</source>
        <translation>「%1」というレイヤはありません。LAYERS に指定できるのは次のとおりです：%2</translation>
    </message>
    <message>
        <source>The project has not been saved yet: choose a FOLDER for the working copy of the data.</source>
        <translation>プロジェクトがまだ保存されていません。データの作業用コピーを置くフォルダ（FOLDER）を指定してください。</translation>
    </message>
    <message numerus="yes">
        <source>Added %n layer(s) from %1</source>
        <translation>
            <numerusform>%1 から %n 個のレイヤを追加しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaAddLayersDialog</name>
    <message>
        <source>Add Cluster Layers</source>
        <translation>クラスターレイヤの追加</translation>
    </message>
    <message>
        <source>Layers that are joined to a checked layer, such as the figures, are added with it.</source>
        <translation>チェックしたレイヤに結合される表（参加数など）は、一緒に追加されます。</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>なし(&amp;N)</translation>
    </message>
    <message>
        <source>F&amp;older of the working copy</source>
        <translation>作業用コピーのフォルダ(&amp;O)</translation>
    </message>
    <message>
        <source>The layers read clusteratlas.gpkg in this folder. If it is not there, the shipped data pack is copied; if it is, it is used as it is.</source>
        <translation>レイヤはこのフォルダの clusteratlas.gpkg を読み込みます。ファイルがなければ付属のデータパックをコピーし、あればそのまま使います。</translation>
    </message>
    <message>
        <source>The layers work on a copy of the data pack in this folder, so that you may edit them. The shipped data stays as it is.</source>
        <translation>レイヤはこのフォルダに置いたデータパックのコピーを使うので、自由に編集できます。付属のデータは変更されません。</translation>
    </message>
    <message>
        <source>A&amp;dd Layers</source>
        <translation>レイヤを追加(&amp;D)</translation>
    </message>
    <message>
        <source>%1 (in the project already)</source>
        <translation>%1（プロジェクトに追加済み）</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) checked</source>
        <translation>
            <numerusform>%n 個のレイヤを選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>La&amp;yers to add:</source>
        <translation>追加するレイヤ(&amp;Y)：</translation>
    </message>
</context>
<context>
    <name>CaAlgorithm</name>
    <message>
        <source>Projects and atlases</source>
        <translation>プロジェクトと地図帳</translation>
    </message>
    <message>
        <source>Fiscal year (April to March)</source>
        <translation>年度（4月～翌年3月）</translation>
    </message>
    <message>
        <source>The year whose figures are joined to the layers.</source>
        <translation>この年度の数値をレイヤに結合します。</translation>
    </message>
    <message>
        <source>Language of layers, labels and pages (ja, en)</source>
        <translation>レイヤ・ラベル・ページの言語（ja、en）</translation>
    </message>
    <message>
        <source>ja for Japanese, en for English.</source>
        <translation>ja は日本語、en は英語です。</translation>
    </message>
    <message>
        <source>Project file (the current project if empty)</source>
        <translation>プロジェクトファイル（空なら現在のプロジェクト）</translation>
    </message>
    <message>
        <source>QGIS projects (*.qgz *.qgs)</source>
        <translation>QGIS プロジェクト (*.qgz *.qgs)</translation>
    </message>
    <message>
        <source>A project made with “New cluster project”.</source>
        <translation>「クラスタープロジェクトの新規作成」で作ったプロジェクトです。</translation>
    </message>
    <message>
        <source>The language “%1” is not known: LANGUAGE is one of %2.</source>
        <translation>言語「%1」は使えません。LANGUAGE には %2 のどれかを指定してください。</translation>
    </message>
</context>
<context>
    <name>CaAlgorithmRunner</name>
    <message>
        <source>The algorithm %1 is not there. Switch the plugin off and on again; if that does not help, install Cluster Atlas anew.</source>
        <translation>アルゴリズム %1 が見つかりません。プラグインをいったん無効にしてから有効にしてください。それでも直らなければ、Cluster Atlas をインストールし直してください。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>It did not work, and no reason was given. See the details.</source>
        <translation>処理に失敗しましたが、理由は分かりません。詳細を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaAreaAlgorithm</name>
    <message>
        <source>Areas to build (prefectures, bureaus, projects, subareas, types)</source>
        <translation>区域の種類（prefectures、bureaus、projects、subareas、types）</translation>
    </message>
    <message>
        <source>Whose lists to use from the data pack; types stands for the examples of the two types of 2010.</source>
        <translation>データパックのどの一覧を使うか。types は 2010 年の 2 類型の具体例です。</translation>
    </message>
    <message>
        <source>Membership table of your own, instead</source>
        <translation>代わりに使う自分の構成表</translation>
    </message>
    <message>
        <source>A CSV file with the columns area_code and jis_code; area_name_ja, precision, subregion and basis if wanted.</source>
        <translation>列 area_code と jis_code を持つ CSV ファイルです。必要なら area_name_ja、precision、subregion、basis も使えます。</translation>
    </message>
    <message>
        <source>File with boundaries (the shipped prefectures if empty)</source>
        <translation>境界データのファイル（空なら付属の都道府県）</translation>
    </message>
    <message>
        <source>A file with polygons of municipalities or prefectures and their JIS codes, such as N03.</source>
        <translation>N03 など、市区町村か都道府県のポリゴンと JIS コードのあるファイルです。</translation>
    </message>
    <message>
        <source>Boundaries as a layer in QGIS, instead of a file</source>
        <translation>ファイルの代わりに使う QGIS の境界レイヤ</translation>
    </message>
    <message>
        <source>A layer of polygons with a column of JIS codes.</source>
        <translation>JIS コードの列があるポリゴンレイヤです。</translation>
    </message>
    <message>
        <source>Datum of boundaries that do not say theirs (as_in_file, jgd2011, jgd2000, tokyo)</source>
        <translation>測地系の書かれていない境界データの測地系（as_in_file、jgd2011、jgd2000、tokyo）</translation>
    </message>
    <message>
        <source>Transform to JGD2011</source>
        <translation>JGD2011 に変換する</translation>
    </message>
    <message>
        <source>For boundaries on another datum; PROJ does it, and the report says how and how exactly.</source>
        <translation>ほかの測地系の境界データのためのものです。変換は PROJ が行い、方法と精度を報告に示します。</translation>
    </message>
    <message>
        <source>Show areas whose municipalities are not known by their prefectures</source>
        <translation>市区町村が不明な区域を都道府県で示す</translation>
    </message>
    <message>
        <source>Such areas are marked prefecture_fallback. Otherwise they are what is listed, or have no polygon.</source>
        <translation>そのような区域には prefecture_fallback の印が付きます。オフにすると、一覧にある部分だけになるか、ポリゴンがなくなります。</translation>
    </message>
    <message>
        <source>Snap points closer than (in units of the boundaries; 0 for none)</source>
        <translation>これより近い頂点を揃える（境界データの単位。0 なら揃えない）</translation>
    </message>
    <message>
        <source>For boundaries whose neighbours differ in the last digits: 0.0000001 degrees are about 1 cm.</source>
        <translation>隣どうしの座標が末尾の桁で異なる境界データのためのものです。0.0000001 度は約 1 cm です。</translation>
    </message>
    <message>
        <source>Layer of the file</source>
        <translation>ファイル内のレイヤ</translation>
    </message>
    <message>
        <source>Needed only if the file has several layers of polygons.</source>
        <translation>ファイルにポリゴンのレイヤが複数あるときだけ必要です。</translation>
    </message>
    <message>
        <source>Column with JIS codes</source>
        <translation>JIS コードの列</translation>
    </message>
    <message>
        <source>Found by its content if empty.</source>
        <translation>空なら内容から見つけます。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>HTML files (*.html);;JSON files (*.json)</source>
        <translation>HTML ファイル (*.html);;JSON ファイル (*.json)</translation>
    </message>
    <message>
        <source>What was found in the boundaries and lists: as a page to read, or as JSON for programs.</source>
        <translation>境界データと一覧について分かったこと。読むためのページ、又はプログラム用の JSON です。</translation>
    </message>
    <message>
        <source>DATUM is one of %1.</source>
        <translation>DATUM は %1 のいずれかです。</translation>
    </message>
    <message>
        <source>Give either BOUNDARIES, a file, or BOUNDARY_LAYER, a layer, not both.</source>
        <translation>BOUNDARIES（ファイル）か BOUNDARY_LAYER（レイヤ）のどちらか一方だけを指定してください。</translation>
    </message>
    <message>
        <source>Nothing is guessed: a file without coordinate reference system is refused unless you say what it is. N03 of recent years is on JGD2011; the description that comes with a file says it.</source>
        <translation>推測はしません。座標参照系のないファイルは、ここで指定しない限り使いません。近年の N03 は JGD2011 で、ファイルに付属する説明に書かれています。</translation>
    </message>
</context>
<context>
    <name>CaAreaBuilder</name>
    <message>
        <source>the boundaries have nothing of this prefecture</source>
        <translation>境界データにこの都道府県がありません</translation>
    </message>
    <message>
        <source>the boundaries have prefectures only</source>
        <translation>境界データは都道府県だけです</translation>
    </message>
    <message>
        <source>the boundaries have the city %1 only as a whole</source>
        <translation>境界データでは %1 の市は区に分かれていません</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>not in the boundaries, and no merger is known that explains it</source>
        <translation>境界データになく、該当する合併も記録されていません</translation>
    </message>
    <message>
        <source>%1 areas; %2 of the %3 codes in their lists were found.</source>
        <translation>区域 %1 件。一覧にあるコード %3 件のうち %2 件が見つかりました。</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were not found.</source>
        <translation>
            <numerusform>見つからなかったコードが %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were replaced by those that took their place in a merger; the new area may be larger.</source>
        <translation>
            <numerusform>合併後のコードに置き換えたコードが %n 件あります。新しい区域のほうが広い場合があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are shown by the prefectures in which they lie, because their municipalities are not known or not in the boundaries.</source>
        <translation>
            <numerusform>市区町村が不明か境界データにないため、所在する都道府県で示した区域が %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are only that part of which the municipalities are listed and found.</source>
        <translation>
            <numerusform>一覧にあって見つかった市区町村の部分だけを示した区域が %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have prefectures and municipalities outside of them in their list.</source>
        <translation>
            <numerusform>都道府県と、その外の市区町村の両方が一覧にある区域が %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have no polygon.</source>
        <translation>
            <numerusform>ポリゴンのない区域が %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) contain codes that had to be mended.</source>
        <translation>
            <numerusform>修復が必要だったコードを含む区域が %n 件あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaAreaLists</name>
    <message>
        <source>There are no areas called “%1” in a data pack. There are: %2.</source>
        <translation>データパックに「%1」という区域はありません。指定できるのは %2 です。</translation>
    </message>
    <message>
        <source>The areas cannot be read from the data pack %1 (%2). Take a fresh copy of it.</source>
        <translation>データパック %1 から区域を読めません（%2）。データパックをコピーし直してください。</translation>
    </message>
    <message>
        <source>The membership table %1 cannot be opened (%2).</source>
        <translation>区域の構成表 %1 を開けません（%2）。</translation>
    </message>
    <message>
        <source>The text of %1 is neither UTF-8 nor CP932 (Shift_JIS) throughout. Save it as CSV in UTF-8.</source>
        <translation>%1 の文字コードは UTF-8 でも CP932（シフト JIS）でもありません。UTF-8 の CSV で保存し直してください。</translation>
    </message>
    <message>
        <source>%1 is no membership table: its first line must name the columns area_code and jis_code.</source>
        <translation>%1 は区域の構成表ではありません。1 行目に列名 area_code と jis_code が必要です。</translation>
    </message>
    <message>
        <source>Row %1 of %2 has no area_code.</source>
        <translation>%2 の %1 行目に area_code がありません。</translation>
    </message>
    <message>
        <source>Row %1 of %2: “%3” is no JIS code of a prefecture (2 digits) or municipality (5, or 6 with the right check digit).</source>
        <translation>%2 の %1 行目：「%3」は都道府県（2 桁）や市区町村（5 桁、又は検査数字の正しい 6 桁）の JIS コードではありません。</translation>
    </message>
    <message>
        <source>Row %1 of %2: the precision “%3” does not go with code %4. It is prefecture, municipality or subregion.</source>
        <translation>%2 の %1 行目：精度「%3」はコード %4 に合いません。prefecture、municipality、subregion のいずれかにしてください。</translation>
    </message>
    <message>
        <source>%1 names no area. Add a row with area_code and jis_code for each municipality of an area.</source>
        <translation>%1 に区域がありません。区域の市区町村ごとに、area_code と jis_code の行を加えてください。</translation>
    </message>
    <message>
        <source>The membership table cannot be written to %1 (%2). Choose a folder you may write to.</source>
        <translation>区域の構成表を %1 に書き込めません（%2）。書き込めるフォルダを選んでください。</translation>
    </message>
</context>
<context>
    <name>CaAreaReport</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>The report cannot be written to %1 (%2). Choose a folder you may write to.</source>
        <translation>報告を %1 に書き込めません（%2）。書き込めるフォルダを選んでください。</translation>
    </message>
</context>
<context>
    <name>CaAreaStore</name>
    <message>
        <source>%1 is the shipped data pack, which is never changed. Choose the working copy of a project.</source>
        <translation>%1 は付属のデータパックで、変更できません。プロジェクトの作業用コピーを選んでください。</translation>
    </message>
    <message>
        <source>The data pack %1 is in %2, the areas are in %3. Build them with the transformation to JGD2011.</source>
        <translation>データパック %1 は %2、区域は %3 です。JGD2011 への変換を指定して区域を作ってください。</translation>
    </message>
    <message>
        <source>The areas could not be written to %1 (%2); it is as it was. Is it open in another program, or write-protected?</source>
        <translation>区域を %1 に書き込めませんでした（%2）。ファイルは元のままです。ほかのプログラムで開いているか、書き込み禁止ではありませんか。</translation>
    </message>
</context>
<context>
    <name>CaAtlasExporter</name>
    <message>
        <source>Canceled: no atlas was written.</source>
        <translation>中止しました。地図帳は出力していません。</translation>
    </message>
    <message>
        <source>The layout “%1” could not be printed: %2</source>
        <translation>レイアウト「%1」を印刷できませんでした：%2</translation>
    </message>
    <message>
        <source>%1 is a folder. Give the name of a PDF file.</source>
        <translation>%1 はフォルダです。PDF ファイルの名前を指定してください。</translation>
    </message>
    <message>
        <source>The project has no layouts of Cluster Atlas. Make one with “New cluster project” and print that.</source>
        <translation>このプロジェクトには Cluster Atlas のレイアウトがありません。「クラスタープロジェクトの新規作成」でプロジェクトを作り、そこから出力してください。</translation>
    </message>
    <message>
        <source>The layout “%1” has no pages: its layer is empty, filtered away or missing.</source>
        <translation>レイアウト「%1」のページがありません。対象のレイヤが空か、フィルタで隠れているか、見つかりません。</translation>
    </message>
    <message>
        <source>%1 pages were planned, %2 were printed, so no atlas was written. Is the disk full?</source>
        <translation>予定の %1 ページのうち %2 ページしか印刷できなかったため、地図帳は出力していません。ディスクの空き容量を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaBoundaryReader</name>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>The boundary file %1 is not there. Choose another file.</source>
        <translation>境界データのファイル %1 がありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as boundaries (%2). Give a Shapefile, GeoPackage, GeoJSON, GML or TopoJSON with polygons.</source>
        <translation>%1 を境界データとして読めません（%2）。ポリゴンのシェープファイル、GeoPackage、GeoJSON、GML、TopoJSON を指定してください。</translation>
    </message>
    <message>
        <source>%1 has no layer of polygons. Choose a file with the boundaries of municipalities or prefectures.</source>
        <translation>%1 にポリゴンのレイヤがありません。市区町村か都道府県の境界のファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 has no layer “%2”. Its layers of polygons are: %3.</source>
        <translation>%1 にレイヤ「%2」はありません。ポリゴンのレイヤは %3 です。</translation>
    </message>
    <message>
        <source>%1 has several layers of polygons: %2. Say which one has the boundaries.</source>
        <translation>%1 にはポリゴンのレイヤが複数あります：%2。境界のレイヤを指定してください。</translation>
    </message>
    <message>
        <source>There is not enough memory for the boundaries in %1. Use simplified ones.</source>
        <translation>%1 の境界を読み込むメモリが足りません。簡略化した境界を使ってください。</translation>
    </message>
    <message>
        <source>%1 has more than 4,294,967,294 vertices, which is more than can be worked on. Use simplified boundaries.</source>
        <translation>%1 の頂点は 4,294,967,294 個を超えており、扱えません。簡略化した境界を使ってください。</translation>
    </message>
    <message>
        <source>%1 could not be read to its end (%2). Take a fresh copy of it.</source>
        <translation>%1 を最後まで読めませんでした（%2）。ファイルをコピーし直してください。</translation>
    </message>
    <message>
        <source>Feature %1 of %2 is a %3, not a polygon. Choose a layer with the boundaries of municipalities or prefectures.</source>
        <translation>%2 の地物 %1 は %3 で、ポリゴンではありません。市区町村か都道府県の境界のレイヤを選んでください。</translation>
    </message>
    <message>
        <source>Feature %1 of %2 has a coordinate that is no number (NaN or infinite). Repair or remove it.</source>
        <translation>%2 の地物 %1 に数値でない座標（NaN か無限大）があります。修正するか取り除いてください。</translation>
    </message>
    <message>
        <source>Feature %1 of %2 is not a polygon. Choose a layer with the boundaries of municipalities or prefectures.</source>
        <translation>%2 の地物 %1 はポリゴンではありません。市区町村か都道府県の境界のレイヤを選んでください。</translation>
    </message>
    <message>
        <source>%1 has no features. Choose a layer with the boundaries of municipalities or prefectures.</source>
        <translation>%1 に地物がありません。市区町村か都道府県の境界のレイヤを選んでください。</translation>
    </message>
    <message>
        <source>No feature of %1 has a polygon. Choose a layer with the boundaries of municipalities or prefectures.</source>
        <translation>%1 のどの地物にもポリゴンがありません。市区町村か都道府県の境界のレイヤを選んでください。</translation>
    </message>
    <message>
        <source>Points at most %1 units apart were moved to the same place: %2 moved.</source>
        <translation>%1 単位以内の頂点を同じ位置に揃えました。動かした頂点は %2 個です。</translation>
    </message>
    <message>
        <source>The text of %1 was read as %2, which all of it is.</source>
        <translation>%1 の文字は %2 として読みました（すべて %2 として正しい文字です）。</translation>
    </message>
    <message>
        <source>The text of %1 is neither UTF-8 nor CP932 (Shift_JIS) throughout. Its .dbf file may be damaged: take a fresh copy.</source>
        <translation>%1 の文字コードは UTF-8 でも CP932（シフト JIS）でもありません。.dbf ファイルが壊れている可能性があるため、コピーし直してください。</translation>
    </message>
    <message>
        <source>%1 has no column “%2” of text or whole numbers. Its columns are: %3.</source>
        <translation>%1 に文字列か整数の列「%2」はありません。列は %3 です。</translation>
    </message>
    <message>
        <source>%1 has no column with JIS codes of prefectures or municipalities, such as N03_007. Is it of another country? Its columns are: %2.</source>
        <translation>%1 に都道府県か市区町村の JIS コードの列（N03_007 など）がありません。外国のデータではありませんか。列は %2 です。</translation>
    </message>
    <message>
        <source>Codes are from column %1: %2 of %3 features have one.</source>
        <translation>コードは列 %1 から取りました。地物 %3 件のうち %2 件にコードがあります。</translation>
    </message>
    <message>
        <source>%1 does not say its coordinate reference system; taken as %2, as you said.</source>
        <translation>%1 に座標参照系が書かれていないため、指定どおり %2 として扱いました。</translation>
    </message>
    <message>
        <source>The coordinate reference system is %1.</source>
        <translation>座標参照系は %1 です。</translation>
    </message>
    <message>
        <source>The boundaries are on the Tokyo Datum, about 450 m off. They were left so; ask for the transformation to JGD2011 if they are to fit other data.</source>
        <translation>境界データは日本測地系（旧測地系）で、約 450 m ずれています。そのまま使いました。ほかのデータと重ねる場合は、JGD2011 への変換を指定してください。</translation>
    </message>
    <message>
        <source>The coordinates of %1 do not fit its coordinate reference system %2. Correct the CRS of the file.</source>
        <translation>%1 の座標は座標参照系 %2 に合いません。ファイルの座標参照系を直してください。</translation>
    </message>
    <message>
        <source>%1 does not lie in Japan: it reaches from %2 to %3. Is it of another country, or is its CRS wrong?</source>
        <translation>%1 は日本の範囲にありません（%2 から %3 まで）。外国のデータか、座標参照系の誤りではありませんか。</translation>
    </message>
    <message>
        <source>PROJ knows no sound transformation from %1 to JGD2011. Transform %2 in QGIS first.</source>
        <translation>PROJ には %1 から JGD2011 への確かな変換がありません。先に QGIS で %2 を変換してください。</translation>
    </message>
    <message>
        <source>%1 could not be transformed from %2 to JGD2011.</source>
        <translation>%1 を %2 から JGD2011 に変換できませんでした。</translation>
    </message>
    <message>
        <source>Transformed from %1 by PROJ: %2, exact to about %3 m.</source>
        <translation>PROJ で %1 から変換しました：%2（精度は約 %3 m）。</translation>
    </message>
    <message>
        <source>JGD2000 was taken as JGD2011: they differ by up to 5 m in the north-east of Honshu, and less elsewhere.</source>
        <translation>JGD2000 を JGD2011 とみなしました。両者の差は東北地方で最大約 5 m、ほかではそれより小さい値です。</translation>
    </message>
    <message>
        <source>Of which year the boundaries are is not known.</source>
        <translation>境界データの年は不明です。</translation>
    </message>
    <message>
        <source>The boundaries are of %1.</source>
        <translation>境界データは %1 年のものです。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no code. They belong to no municipality; where the prefecture&apos;s name is known, they count as part of it.</source>
        <translation>
            <numerusform>コードのない地物が %n 件あります。どの市区町村にも属さず、都道府県名が分かるものはその都道府県に含めます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) have several features, which were taken as one.</source>
        <translation>
            <numerusform>複数の地物を持つコードが %n 件あり、それぞれ 1 つにまとめました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no polygon and were left out.</source>
        <translation>
            <numerusform>ポリゴンのない地物が %n 件あり、除きました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ring(s) have fewer than three different points and were left out.</source>
        <translation>
            <numerusform>異なる点が 3 つ未満の輪が %n 件あり、除きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 codes in %2 of 47 prefectures.</source>
        <translation>コードは %1 件、47 都道府県のうち %2 都道府県にわたります。</translation>
    </message>
    <message>
        <source>%1: the border crosses itself at %2</source>
        <translation>%1：境界が自己交差しています（%2）</translation>
    </message>
    <message>
        <source>%1 and %2: the borders cross or do not share their vertices at %3</source>
        <translation>%1 と %2：境界が交差しているか、頂点が一致していません（%3）</translation>
    </message>
    <message>
        <source>%1 and %2 overlap at %3</source>
        <translation>%1 と %2 が重なっています（%3）</translation>
    </message>
    <message>
        <source>%1 and %2: one lies inside the other at %3</source>
        <translation>%1 と %2：一方が他方の中にあります（%3）</translation>
    </message>
    <message>
        <source>The boundaries are a clean coverage: no overlaps, no invalid polygons.</source>
        <translation>境界データに重なりや不正なポリゴンはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) where boundaries are not as they should be.</source>
        <translation>
            <numerusform>境界に問題のある箇所が %n 件あります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thin gap(s) between neighbours. If they are no waters, try again with snapping.</source>
        <translation>
            <numerusform>隣どうしの間に細い隙間が %n 件あります。水面でなければ、スナップを指定してやり直してください。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) within the land belong to no code, such as lakes.</source>
        <translation>
            <numerusform>湖など、どのコードにも属さない場所が陸地の中に %n 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not say its coordinate reference system. N03 of recent years is on JGD2011; the description that comes with a file says it. Say which it is.</source>
        <translation>%1 に座標参照系が書かれていません。近年の N03 は JGD2011 で、ファイルに付属する説明に書かれています。どの測地系かを指定してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) had to be mended.</source>
        <translation>
            <numerusform>修復が必要だったコードが %n 件あります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaBrowserRoot</name>
    <message>
        <source>Cluster Atlas</source>
        <translation>Cluster Atlas（産業クラスター）</translation>
    </message>
    <message>
        <source>The shipped layers of Cluster Atlas, for looking at: they are never changed. To edit or to join figures, use “Add Cluster Layers…”.</source>
        <translation>Cluster Atlas に付属する閲覧用のレイヤです。変更されることはありません。編集したり数値を結合したりするには、「クラスターレイヤの追加…」を使ってください。</translation>
    </message>
</context>
<context>
    <name>CaBuildAreasAlgorithm</name>
    <message>
        <source>Build areas</source>
        <translation>区域の作成</translation>
    </message>
    <message>
        <source>cluster,area,boundary,municipality,prefecture,N03,dissolve,union,JIS code</source>
        <translation>クラスター,区域,境界,市区町村,都道府県,行政区域,融合,結合,JISコード,N03,area,boundary,dissolve</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Makes the polygons of bureaus, projects, sub-areas, examples of types, or areas of your own from their lists of municipalities and prefectures, with the boundaries you give.

Boundaries may be MLIT&apos;s N03 of any year (Shapefile, GeoJSON, GML, in CP932 or UTF-8), the same as TopoJSON or GeoPackage, or any polygons with a column of JIS codes; without any, the prefectures that ship with Cluster Atlas are used. They are checked first: what is invalid or overlaps is mended and named in the report.

Each area says how precise it is: by municipality, by prefecture, only a part of its municipalities, or prefectures in place of municipalities that are not known. A membership table is a CSV file with the columns area_code and jis_code, one row a municipality or prefecture.</source>
        <translation>経済産業局、プロジェクト、サブエリア、類型の具体例、又は自分で決めた区域のポリゴンを、市区町村と都道府県の一覧から、指定した境界データを使って作ります。

境界データには、国土交通省の国土数値情報「行政区域」（N03、どの年でも可。シェープファイル、GeoJSON、GML、文字コードは CP932 か UTF-8）、同じ内容の TopoJSON や GeoPackage、又は JIS コードの列がある任意のポリゴンを使えます。指定しなければ、Cluster Atlas に付属する都道府県を使います。境界は最初に点検し、不正なものや重なりは修復して報告に示します。

各区域には精度が付きます。市区町村による、都道府県による、市区町村の一部だけ、市区町村が不明なため都道府県で代用、のいずれかです。構成表は、列 area_code と jis_code を持ち、市区町村又は都道府県ごとに 1 行の CSV ファイルです。</translation>
    </message>
    <message>
        <source>A polygon for each area, with its list, precision and basis.</source>
        <translation>区域ごとのポリゴンで、一覧、精度、根拠が付きます。</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>区域の数</translation>
    </message>
    <message>
        <source>Codes listed</source>
        <translation>一覧にあるコードの数</translation>
    </message>
    <message>
        <source>Codes found</source>
        <translation>見つかったコードの数</translation>
    </message>
    <message>
        <source>Areas with codes that had to be mended</source>
        <translation>修復が必要だったコードを含む区域の数</translation>
    </message>
    <message>
        <source>The area %1 could not be written: %2</source>
        <translation>区域 %1 を書き込めませんでした：%2</translation>
    </message>
    <message>
        <source>Areas from %1</source>
        <translation>%1 から作った区域</translation>
    </message>
    <message>
        <source>Data pack of a project that takes the areas</source>
        <translation>区域を反映するプロジェクトのデータパック</translation>
    </message>
    <message>
        <source>The clusteratlas.gpkg beside a project. Its layers show the new polygons at once; codes, names and joined figures stay. Needs boundaries in JGD2011.</source>
        <translation>プロジェクトと同じ場所の clusteratlas.gpkg です。レイヤはすぐに新しいポリゴンを表示し、コード、名称、結合した数値は変わりません。境界データは JGD2011 である必要があります。</translation>
    </message>
    <message>
        <source>Polygons replaced in the data pack</source>
        <translation>データパックで置き換えたポリゴンの数</translation>
    </message>
</context>
<context>
    <name>CaChoices</name>
    <message>
        <source>The year (April to March) whose figures are joined to the layers. It can be changed later.</source>
        <translation>この年度（4月～翌年3月）の数値をレイヤに結合します。後から変更できます。</translation>
    </message>
    <message>
        <source>FY%1</source>
        <translation>%1年度</translation>
    </message>
    <message>
        <source>&amp;Fiscal year</source>
        <translation>年度(&amp;F)</translation>
    </message>
    <message>
        <source>The language of layer names, labels, legends and printed pages.</source>
        <translation>レイヤ名、ラベル、凡例、印刷ページの言語です。</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日本語</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英語</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Choose a Folder</source>
        <translation>フォルダの選択</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>CaClustersAtPointsAlgorithm</name>
    <message>
        <source>Clusters at points</source>
        <translation>点の属するクラスター</translation>
    </message>
    <message>
        <source>cluster,points,count,firms,universities,overlap,areas,join</source>
        <translation>クラスター,点,個数,企業,大学,重複,区域,結合,cluster,points,count</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問い合わせ</translation>
    </message>
    <message>
        <source>Counts points, such as firms, plants or universities, in each area, and says how many are in no area, in one, or in several: areas overlap, so the counts of areas add up to more than the number of points.

COUNTS has a row for each area. TAGS, if wanted, has a row for each point that is in any area, with the id of the point and the codes of all its areas. A point on the border of two areas belongs to both.

Areas come from lists of municipalities and prefectures and from boundaries, as for “Build areas”. Millions of points in a file are read in batches and none is kept in memory.</source>
        <translation>企業、工場、大学などの点を区域ごとに数え、どの区域にも属さない点、1 つの区域に属する点、複数の区域に属する点がいくつあるかを示します。区域は重なり合うため、区域ごとの数の合計は点の数より多くなります。

COUNTS は区域ごとに 1 行です。TAGS を指定すると、いずれかの区域に属する点ごとに 1 行で、点の ID と属するすべての区域のコードが付きます。2 つの区域の境界上の点は両方に属します。

区域は「区域の作成」と同じく、市区町村と都道府県の一覧と境界データから得ます。ファイルにある数百万の点も少しずつ読み、メモリにためません。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>A layer of points in any coordinate reference system.</source>
        <translation>点のレイヤ。座標参照系は問いません。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>A field to sum beside the count, such as employees. Points without a value count with 0.</source>
        <translation>個数とあわせて合計するフィールド（従業者数など）。値のない点は 0 とします。</translation>
    </message>
    <message>
        <source>Points in each area</source>
        <translation>区域ごとの点の数</translation>
    </message>
    <message>
        <source>A row for each area, with its precision.</source>
        <translation>区域ごとに 1 行で、精度が付きます。</translation>
    </message>
    <message>
        <source>Areas of each point</source>
        <translation>点ごとの区域</translation>
    </message>
    <message>
        <source>A row for each point in any area: its id, the codes of its areas separated by semicolons, and how many they are.</source>
        <translation>いずれかの区域に属する点ごとに 1 行で、ID、属する区域のコード（セミコロン区切り）、その数が付きます。</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>点の数</translation>
    </message>
    <message>
        <source>Features without a position</source>
        <translation>位置のない地物の数</translation>
    </message>
    <message>
        <source>Points in no area</source>
        <translation>どの区域にも属さない点の数</translation>
    </message>
    <message>
        <source>Points in one area</source>
        <translation>1 つの区域に属する点の数</translation>
    </message>
    <message>
        <source>Points in several areas</source>
        <translation>複数の区域に属する点の数</translation>
    </message>
    <message>
        <source>TAGS could not be written: %1</source>
        <translation>TAGS を書き込めませんでした：%1</translation>
    </message>
    <message>
        <source>The points cannot be transformed from %1 to %2: %3. Is their coordinate reference system right?</source>
        <translation>点を %1 から %2 に変換できません：%3。点の座標参照系は正しいですか。</translation>
    </message>
    <message>
        <source>COUNTS could not be written: %1</source>
        <translation>COUNTS を書き込めませんでした：%1</translation>
    </message>
    <message>
        <source>in %1 area(s): %2 point(s)</source>
        <translation>属する区域が %1 件の点：%2 個</translation>
    </message>
    <message>
        <source>%1 points; in how many areas they are:</source>
        <translation>点は %1 個。属する区域の数は次のとおりです。</translation>
    </message>
    <message>
        <source>%1 features have no position and were not counted.</source>
        <translation>位置のない地物が %1 件あり、数えませんでした。</translation>
    </message>
    <message>
        <source>Points in areas from %1</source>
        <translation>%1 の区域と点</translation>
    </message>
</context>
<context>
    <name>CaCommands</name>
    <message>
        <source>Cluster Atlas is not installed completely</source>
        <translation>Cluster Atlas のインストールが完全ではありません</translation>
    </message>
    <message>
        <source>Making the project…</source>
        <translation>プロジェクトを作成しています…</translation>
    </message>
    <message>
        <source>No project was made</source>
        <translation>プロジェクトは作成されませんでした</translation>
    </message>
    <message>
        <source>The project is ready: %1</source>
        <translation>プロジェクトを作成しました：%1</translation>
    </message>
    <message>
        <source>Adding layers…</source>
        <translation>レイヤを追加しています…</translation>
    </message>
    <message>
        <source>No layer was added</source>
        <translation>レイヤは追加されませんでした</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) added. The working copy of the data is in %1.</source>
        <translation>
            <numerusform>%n 個のレイヤを追加しました。データの作業用コピーは %1 にあります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing the fiscal year…</source>
        <translation>年度を変更しています…</translation>
    </message>
    <message>
        <source>The figures shown are of fiscal year %1.</source>
        <translation>%1年度の数値を表示しています。</translation>
    </message>
    <message>
        <source>The fiscal year was not changed</source>
        <translation>年度は変更されませんでした</translation>
    </message>
    <message>
        <source>Printing the atlas…</source>
        <translation>地図帳を出力しています…</translation>
    </message>
    <message>
        <source>No atlas was written</source>
        <translation>地図帳は出力されませんでした</translation>
    </message>
    <message>
        <source>Cluster Atlas</source>
        <translation>Cluster Atlas</translation>
    </message>
    <message>
        <source>Stopped at your request; everything is as it was.</source>
        <translation>中止しました。何も変更されていません。</translation>
    </message>
    <message numerus="yes">
        <source>The atlas has %n page(s): %1</source>
        <translation>
            <numerusform>地図帳を出力しました（%n ページ）：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
</context>
<context>
    <name>CaCoverage</name>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>There is not enough memory for these boundaries. Use simplified ones, or fewer.</source>
        <translation>この境界データを扱うメモリが足りません。簡略化するか、範囲を狭めてください。</translation>
    </message>
    <message>
        <source>GEOS could not join the members.</source>
        <translation>GEOS で結合できませんでした。</translation>
    </message>
    <message>
        <source>The area could not be put together (%1).</source>
        <translation>区域を組み立てられませんでした（%1）。</translation>
    </message>
</context>
<context>
    <name>CaCreateProjectAlgorithm</name>
    <message>
        <source>New cluster project</source>
        <translation>クラスタープロジェクトの新規作成</translation>
    </message>
    <message>
        <source>cluster,project,bureau,METI,participation,budget,overseas</source>
        <translation>クラスター,産業クラスター,プロジェクト,経済産業局,経済産業省,参加数,予算,海外,cluster,project,METI</translation>
    </message>
    <message>
        <source>Makes a QGIS project of the industrial cluster policy in a folder: the bureaus, the 18 projects of fiscal year 2009, their sub-areas, the two types of 2010, participation and budget, the overseas partners and links, the conferences and cases, all styled, labelled, credited and joined to the figures of the fiscal year you choose.

Two files are written: clusteratlas.gpkg, the data, and clusteratlas.qgz, the project. They belong together and can be moved together. The project opens in any QGIS, with or without Cluster Atlas. Files that are there already are left alone unless you allow replacing them.</source>
        <translation>産業クラスター政策の QGIS プロジェクトをフォルダに作成します。経済産業局、2009年度の18プロジェクトとそのサブエリア、2010年の二つの類型、参加数と予算、海外の連携先と連携、国際会議や事例のレイヤに、スタイル、ラベル、出典表示が付き、選んだ年度の数値が結合されます。

書き出すファイルは、データの clusteratlas.gpkg とプロジェクトの clusteratlas.qgz の二つです。この二つは組で使い、一緒に移動できます。プロジェクトは Cluster Atlas の有無にかかわらず、どの QGIS でも開けます。すでにあるファイルは、置き換えを許可しないかぎりそのまま残ります。</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>プロジェクトのフォルダ</translation>
    </message>
    <message>
        <source>The folder is made if it is not there.</source>
        <translation>フォルダがなければ作成します。</translation>
    </message>
    <message>
        <source>Replace a project that is there already</source>
        <translation>すでにあるプロジェクトを置き換える</translation>
    </message>
    <message>
        <source>Replaces clusteratlas.gpkg and clusteratlas.qgz in the folder. What was changed in them is lost.</source>
        <translation>フォルダにある clusteratlas.gpkg と clusteratlas.qgz を置き換えます。加えた変更は失われます。</translation>
    </message>
    <message>
        <source>Data pack</source>
        <translation>データパック</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Adding layers…</source>
        <translation>レイヤを追加しています…</translation>
    </message>
    <message>
        <source>The project could not be written to %1: %2</source>
        <translation>プロジェクトを %1 に書き込めませんでした：%2</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>%1 を作成しました</translation>
    </message>
</context>
<context>
    <name>CaExportAtlasAlgorithm</name>
    <message>
        <source>Export atlas</source>
        <translation>地図帳の出力</translation>
    </message>
    <message>
        <source>cluster,atlas,print,layout,PDF,page</source>
        <translation>クラスター,産業クラスター,地図帳,アトラス,印刷,レイアウト,ページ,cluster,atlas,PDF</translation>
    </message>
    <message>
        <source>Prints an atlas as one PDF: an overview page of Japan and a page for each project or for each bureau, with the figures of the project&apos;s fiscal year.

The pages are the layouts of the project, which you can change in QGIS&apos;s layout designer before. The PDF is written beside its place and moved there when it is whole: pages planned and pages made are compared, and nothing is left if one is missing.</source>
        <translation>地図帳を一つの PDF に出力します。日本全図のページと、プロジェクトごと、または局ごとのページからなり、プロジェクトの年度の数値を示します。

ページはプロジェクトのレイアウトです。あらかじめ QGIS のレイアウトデザイナで手を加えることができます。PDF は別名で書き出し、完成してから指定の場所に置きます。予定のページ数と実際のページ数を照合し、1ページでも欠ければ何も残しません。</translation>
    </message>
    <message>
        <source>A page for each (projects, bureaus)</source>
        <translation>ページの単位（projects、bureaus）</translation>
    </message>
    <message>
        <source>projects: a page for each of the 18 projects; bureaus: a page for each of the 9 bureaus.</source>
        <translation>projects は18プロジェクトごと、bureaus は9局ごとに1ページです。</translation>
    </message>
    <message>
        <source>Atlas</source>
        <translation>地図帳</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF ファイル (*.pdf)</translation>
    </message>
    <message>
        <source>The PDF to write; one that is there already is replaced when the new one is whole.</source>
        <translation>出力する PDF です。すでにある場合は、新しい PDF が完成した時点で置き換えます。</translation>
    </message>
    <message>
        <source>Number of pages</source>
        <translation>ページ数</translation>
    </message>
    <message>
        <source>COVERAGE is one of %1.</source>
        <translation>COVERAGE には %1 のどれかを指定してください。</translation>
    </message>
    <message numerus="yes">
        <source>Printed %n page(s) to %1</source>
        <translation>
            <numerusform>%n ページを %1 に出力しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaExportAtlasDialog</name>
    <message>
        <source>Export Atlas</source>
        <translation>地図帳の出力</translation>
    </message>
    <message>
        <source>Prints the current project as an atlas: one PDF with a page for each project or bureau. Fiscal year and language are those of the project.</source>
        <translation>現在のプロジェクトを地図帳として出力します。プロジェクトごと、または局ごとのページを一つの PDF にまとめます。年度と言語はプロジェクトの設定に従います。</translation>
    </message>
    <message>
        <source>What the atlas has a page for.</source>
        <translation>何ごとに1ページを作るかを選びます。</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Regional bureaus</source>
        <translation>経済産業局</translation>
    </message>
    <message>
        <source>&amp;Pages for</source>
        <translation>ページの単位(&amp;P)</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF ファイル</translation>
    </message>
    <message>
        <source>Save Atlas As</source>
        <translation>地図帳の保存先</translation>
    </message>
    <message>
        <source>The PDF is finished or not there: a stopped export leaves an older file as it is.</source>
        <translation>出力を途中で止めても、書きかけの PDF は残らず、前のファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>PDF &amp;file</source>
        <translation>PDF ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>出力(&amp;E)</translation>
    </message>
    <message>
        <source>Replace the File?</source>
        <translation>ファイルを置き換えますか？</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 はすでにあります。</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>CaFiles</name>
    <message>
        <source>No folder was given. Choose a folder to write to.</source>
        <translation>フォルダが指定されていません。書き込むフォルダを選んでください。</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder. Choose a folder.</source>
        <translation>%1 はフォルダではなくファイルです。フォルダを選んでください。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose a folder you may write to.</source>
        <translation>フォルダ %1 を作成できません。書き込みのできるフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder %1 (%2). Choose a folder you may write to.</source>
        <translation>フォルダ %1 に書き込めません（%2）。書き込みのできるフォルダを選んでください。</translation>
    </message>
    <message>
        <source>%1 is there already and was left as it is. Choose another folder or name, or say that it may be replaced.</source>
        <translation>%1 はすでにあるため、そのままにしました。別のフォルダか名前を選ぶか、置き換えを許可してください。</translation>
    </message>
    <message>
        <source>%1 could not be written to the end. Is the disk full?</source>
        <translation>%1 を最後まで書き込めませんでした。ディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be put in its place (%2). Is it open in another program?</source>
        <translation>%1 を所定の場所に置けませんでした（%2）。ほかのプログラムで開いていないか確認してください。</translation>
    </message>
    <message>
        <source>%1 could not be copied to %2 (%3). Is the disk full, or the folder write-protected?</source>
        <translation>%1 を %2 にコピーできませんでした（%3）。ディスクの空き容量と、フォルダに書き込めるかどうかを確認してください。</translation>
    </message>
</context>
<context>
    <name>CaFiscalYear</name>
    <message>
        <source>The project has no layers with figures of Cluster Atlas. Add them with “Add cluster layers…” first.</source>
        <translation>このプロジェクトには Cluster Atlas の数値のレイヤがありません。先に「クラスターレイヤの追加…」で追加してください。</translation>
    </message>
    <message>
        <source>The layer “%1” cannot be filtered to fiscal year %2, so nothing was changed. Stop editing it, or see that its file can be read.</source>
        <translation>レイヤ「%1」を%2年度に絞り込めないため、何も変更していません。編集を終了するか、ファイルを読み込めるか確認してください。</translation>
    </message>
</context>
<context>
    <name>CaFiscalYearMenu</name>
    <message>
        <source>&amp;Fiscal Year</source>
        <translation>年度(&amp;F)</translation>
    </message>
    <message>
        <source>Chooses the fiscal year (April to March) whose figures the cluster layers show</source>
        <translation>クラスターレイヤに表示する数値の年度（4月～翌年3月）を選びます</translation>
    </message>
    <message>
        <source>FY%1</source>
        <translation>%1年度</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>&lt;b&gt;Fiscal Year&lt;/b&gt;&lt;br&gt;The figures shown are of this fiscal year (April to March). Choose another.</source>
        <translation>&lt;b&gt;年度&lt;/b&gt;&lt;br&gt;表示している数値の年度（4月～翌年3月）です。別の年度を選べます。</translation>
    </message>
    <message>
        <source>&lt;b&gt;Fiscal Year&lt;/b&gt;&lt;br&gt;Add cluster layers to the project first.</source>
        <translation>&lt;b&gt;年度&lt;/b&gt;&lt;br&gt;先にクラスターレイヤをプロジェクトに追加してください。</translation>
    </message>
    <message>
        <source>No layers with figures in this project</source>
        <translation>このプロジェクトには数値のレイヤがありません</translation>
    </message>
</context>
<context>
    <name>CaLayerCatalogue</name>
    <message>
        <source>The list of layers %1 cannot be read (%2). Install Cluster Atlas again.</source>
        <translation>レイヤの一覧 %1 を読み込めません（%2）。Cluster Atlas をインストールし直してください。</translation>
    </message>
    <message>
        <source>The list of layers %1 is damaged at byte %2 (%3). Install Cluster Atlas again.</source>
        <translation>レイヤの一覧 %1 が %2 バイト目で壊れています（%3）。Cluster Atlas をインストールし直してください。</translation>
    </message>
</context>
<context>
    <name>CaLayouts</name>
    <message>
        <source>The layout template %1 cannot be read (%2).</source>
        <translation>レイアウトテンプレート %1 を読み込めません（%2）。</translation>
    </message>
    <message>
        <source>The layout template %1 names %2, which is not in the project.</source>
        <translation>レイアウトテンプレート %1 が使う %2 がプロジェクトにありません。</translation>
    </message>
    <message>
        <source>The layout template %1 is damaged: QGIS cannot load it.</source>
        <translation>レイアウトテンプレート %1 が壊れていて、QGIS で読み込めません。</translation>
    </message>
    <message>
        <source>The project has a layout “%1” already.</source>
        <translation>プロジェクトにはすでにレイアウト「%1」があります。</translation>
    </message>
</context>
<context>
    <name>CaMapFrames</name>
    <message>
        <source>The area cannot be put on a map page: %1. Its coordinates must be longitude and latitude in degrees; check the layer&apos;s CRS.</source>
        <translation>範囲を地図のページに配置できません：%1。座標は度単位の経度・緯度でなければなりません。レイヤの CRS を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaNewProjectDialog</name>
    <message>
        <source>New Cluster Project</source>
        <translation>クラスタープロジェクトの新規作成</translation>
    </message>
    <message>
        <source>Makes a project of all layers in a folder of yours, with its own copy of the data pack beside it. The shipped data stays as it is.</source>
        <translation>選んだフォルダに、すべてのレイヤのプロジェクトを作成し、データパックのコピーを並べて置きます。付属のデータは変更されません。</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>フォルダ(&amp;O)</translation>
    </message>
    <message>
        <source>clusteratlas.qgz and clusteratlas.gpkg are written here. The folder is made if it is not there.</source>
        <translation>ここに clusteratlas.qgz と clusteratlas.gpkg を書き込みます。フォルダがなければ作成します。</translation>
    </message>
    <message>
        <source>&amp;Make Project</source>
        <translation>プロジェクトを作成(&amp;M)</translation>
    </message>
    <message>
        <source>Replace the Project?</source>
        <translation>プロジェクトを置き換えますか？</translation>
    </message>
    <message>
        <source>%1 holds %2 already. Changes made to them are lost if you replace them.</source>
        <translation>%1 にはすでに %2 があります。置き換えると、加えた変更は失われます。</translation>
    </message>
    <message>
        <source> and </source>
        <translation> と </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>置き換える(&amp;R)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>CaPack</name>
    <message>
        <source>The data pack %1 is not there. Put it back beside the project, or make a new project with “New cluster project…”.</source>
        <translation>データパック %1 がありません。プロジェクトと同じ場所に戻すか、「クラスタープロジェクトの新規作成…」で作り直してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a GeoPackage: it is damaged or another kind of file. Take a fresh copy of the data pack.</source>
        <translation>%1 を GeoPackage として読み込めません。壊れているか、別の種類のファイルです。データパックをコピーし直してください。</translation>
    </message>
    <message>
        <source>%1 is a GeoPackage, but not a Cluster Atlas data pack. Choose another file or folder.</source>
        <translation>%1 は GeoPackage ですが、Cluster Atlas のデータパックではありません。別のファイルかフォルダを選んでください。</translation>
    </message>
    <message>
        <source>The data pack %1 has schema %2, this Cluster Atlas reads schema %3. Update Cluster Atlas or the pack.</source>
        <translation>データパック %1 の形式は版 %2 ですが、この Cluster Atlas で読めるのは版 %3 です。Cluster Atlas かデータパックを更新してください。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The data pack %1 lacks tables it should have. Take a fresh copy of it.</source>
        <translation>データパック %1 に必要な表がありません。コピーし直してください。</translation>
    </message>
    <message>
        <source>There is no figure for fiscal year %1. Years with figures: %2.</source>
        <translation>%1年度の数値はありません。数値のある年度：%2</translation>
    </message>
</context>
<context>
    <name>CaPdf</name>
    <message>
        <source>The pages could not be joined to %1: %2</source>
        <translation>ページを %1 にまとめられませんでした：%2</translation>
    </message>
</context>
<context>
    <name>CaPlugin</name>
    <message>
        <source>Layers, joined figures and map atlases of Japan&apos;s industrial cluster policy</source>
        <translation>産業クラスター政策のレイヤ、数値の結合、地図帳</translation>
    </message>
</context>
<context>
    <name>CaPointReader</name>
    <message>
        <source>%1 has no layer of points that can be read.</source>
        <translation>%1 に読める点のレイヤがありません。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>%1 could not be read to its end (%2). Take a fresh copy of it.</source>
        <translation>%1 を最後まで読めませんでした（%2）。ファイルをコピーし直してください。</translation>
    </message>
</context>
<context>
    <name>CaProjectBuilder</name>
    <message>
        <source>Canceled: nothing was added.</source>
        <translation>中止しました。何も追加していません。</translation>
    </message>
    <message>
        <source>The table “%1” of the data pack %2 cannot be read. Take a fresh copy of the pack.</source>
        <translation>データパック %2 の表「%1」を読み込めません。データパックをコピーし直してください。</translation>
    </message>
</context>
<context>
    <name>CaProjectFile</name>
    <message>
        <source>There is no open project. Open one, or give a project file.</source>
        <translation>開いているプロジェクトがありません。プロジェクトを開くか、プロジェクトファイルを指定してください。</translation>
    </message>
    <message>
        <source>The project %1 is not there. Make one with “New cluster project”, or choose another file.</source>
        <translation>プロジェクト %1 がありません。「クラスタープロジェクトの新規作成」で作るか、別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a QGIS project: %2</source>
        <translation>%1 を QGIS プロジェクトとして読み込めません：%2</translation>
    </message>
    <message>
        <source>The layer “%1” of %2 has lost its data: %3 is not there or cannot be read. Put clusteratlas.gpkg back beside the project.</source>
        <translation>%2 のレイヤ「%1」のデータが見つかりません。%3 がないか、読み込めません。clusteratlas.gpkg をプロジェクトと同じ場所に戻してください。</translation>
    </message>
    <message>
        <source>The project %1 could not be written: %2</source>
        <translation>プロジェクト %1 を書き込めませんでした：%2</translation>
    </message>
</context>
<context>
    <name>CaProvider</name>
    <message>
        <source>Cluster Atlas</source>
        <translation>Cluster Atlas</translation>
    </message>
    <message>
        <source>Cluster Atlas (%1)</source>
        <translation>Cluster Atlas (%1)</translation>
    </message>
</context>
<context>
    <name>CaSession</name>
    <message>
        <source>&amp;New Cluster Project…</source>
        <translation>クラスタープロジェクトの新規作成(&amp;N)…</translation>
    </message>
    <message>
        <source>Makes a folder with a copy of the data pack and a project of all layers, and opens it</source>
        <translation>データパックのコピーと、すべてのレイヤのプロジェクトをフォルダに作成して開きます</translation>
    </message>
    <message>
        <source>&amp;Add Cluster Layers…</source>
        <translation>クラスターレイヤの追加(&amp;A)…</translation>
    </message>
    <message>
        <source>Adds layers of the data pack to the current project, styled and with figures joined</source>
        <translation>データパックのレイヤを、スタイルを付け数値を結合して、現在のプロジェクトに追加します</translation>
    </message>
    <message>
        <source>&amp;Export Atlas…</source>
        <translation>地図帳の出力(&amp;E)…</translation>
    </message>
    <message>
        <source>Prints a page for each project or bureau into one PDF</source>
        <translation>プロジェクトごと、または局ごとのページを一つの PDF に出力します</translation>
    </message>
    <message>
        <source>&amp;Cluster Atlas</source>
        <translation>産業クラスター(&amp;C)</translation>
    </message>
    <message>
        <source>Cluster Atlas</source>
        <translation>産業クラスター</translation>
    </message>
</context>
<context>
    <name>CaSetFiscalYearAlgorithm</name>
    <message>
        <source>Set fiscal year</source>
        <translation>年度の変更</translation>
    </message>
    <message>
        <source>cluster,fiscal year,join,participation,budget,time</source>
        <translation>クラスター,産業クラスター,年度,結合,参加数,予算,時系列,cluster,fiscal year,join</translation>
    </message>
    <message>
        <source>Shows the figures of another fiscal year everywhere in the project: joined values, the map and its legend, the pages of the atlas. A figure that is not known for that year is shown as no data, never as 0.

The year is kept in the project as variable ca_fiscal_year and in the filters of the layers with figures, so that the project shows the same in a QGIS without Cluster Atlas. Give a project file to change it on disk instead of the current project.</source>
        <translation>プロジェクト全体の数値を別の年度に切り替えます。結合した値、地図と凡例、地図帳のページが変わります。その年度の数値が分からないものは「データなし」と表示し、0 とはしません。

年度は、プロジェクトの変数 ca_fiscal_year と、数値のレイヤのフィルタに保存されるので、Cluster Atlas のない QGIS でも同じ表示になります。プロジェクトファイルを指定すると、現在のプロジェクトではなく、そのファイルを変更します。</translation>
    </message>
    <message>
        <source>Fiscal year shown</source>
        <translation>表示している年度</translation>
    </message>
</context>
<context>
    <name>CaStyle</name>
    <message>
        <source>The style %1 cannot be read. Install Cluster Atlas again.</source>
        <translation>スタイル %1 を読み込めません。Cluster Atlas をインストールし直してください。</translation>
    </message>
    <message>
        <source>The style %1 was refused by QGIS: %2</source>
        <translation>スタイル %1 を QGIS に適用できませんでした：%2</translation>
    </message>
</context>
<context>
    <name>CaVersionCheck</name>
    <message>
        <source>This Cluster Atlas was built for QGIS %1, but this is QGIS %2. Install the Cluster Atlas built for this QGIS.</source>
        <translation>この Cluster Atlas は QGIS %1 用ですが、この QGIS は %2 です。この QGIS に合った Cluster Atlas をインストールしてください。</translation>
    </message>
</context>
</TS>
