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
    <message>
        <source>The layers work on a copy of the data pack in this folder. Statistics you import are kept in it; the shipped data stays as it is.</source>
        <translation>レイヤは、このフォルダに置いたデータパックのコピーを使います。取り込んだ統計もここに保存されます。付属のデータは変更されません。</translation>
    </message>
</context>
<context>
    <name>CaAddMetricAlgorithm</name>
    <message>
        <source>Add metric</source>
        <translation>指標を追加</translation>
    </message>
    <message>
        <source>cluster,statistics,metric,indicator,unit</source>
        <translation>クラスター,統計,指標,単位,cluster,metric</translation>
    </message>
    <message>
        <source>Adds something that your sheets count and the data pack does not know yet, such as patents or exports, so that they can be imported. Sheets are recognised by its names.

An extensive metric is an amount, of which a whole has the sum of its parts; rates, densities and targets are not, and are never added up.</source>
        <translation>お手元の表にあってデータパックにまだない指標（特許件数、輸出額など）を追加し、取り込めるようにします。表の見出しは、ここで付けた名称で見分けます。

「合計できる量」とは、全体が部分の和になる量です。率・密度・目標値はこれに当たらず、合計されません。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>A short name of lower-case letters, digits and underscores, such as patents. It becomes the name of a field.</source>
        <translation>半角の英小文字・数字・下線からなる短い名前（例：patents）。属性（フィールド）の名前になります。</translation>
    </message>
    <message>
        <source>Japanese name</source>
        <translation>日本語の名称</translation>
    </message>
    <message>
        <source>As in the headers of your sheets.</source>
        <translation>お手元の表の見出しのとおりに入力してください。</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語の名称</translation>
    </message>
    <message>
        <source>For English maps.</source>
        <translation>英語の地図で使います。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>A unit as sheets have it, such as 件, 社 or 百万円.</source>
        <translation>表で使う単位（件、社、百万円など）。</translation>
    </message>
    <message>
        <source>An amount that can be added up</source>
        <translation>合計できる量</translation>
    </message>
    <message>
        <source>Not for rates, densities and targets.</source>
        <translation>率・密度・目標値のときは外してください。</translation>
    </message>
    <message>
        <source>“%1” is no unit that is known. Take one such as 社, 機関, 人, 件, 円, 百万円 or 億円.</source>
        <translation>「%1」は登録されていない単位です。社、機関、人、件、円、百万円、億円などを指定してください。</translation>
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
    <message>
        <source>Report</source>
        <translation>レポート</translation>
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
        <source>The answer as a table.</source>
        <translation>答えの表。</translation>
    </message>
    <message>
        <source>The answer could not be written: %1</source>
        <translation>結果を書き込めませんでした: %1</translation>
    </message>
    <message>
        <source>Metrics (all if empty)</source>
        <translation>指標（空欄ならすべて）</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Codes of metrics as in the table of metrics, separated by commas, such as firms,universities.</source>
        <translation>指標の表にあるコードをコンマで区切ります。例: firms,universities</translation>
    </message>
    <message>
        <source>Fiscal years (all if empty)</source>
        <translation>年度（空欄ならすべて）</translation>
    </message>
    <message>
        <source>Fiscal years</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Years (April to March) separated by commas, such as 2009,2010.</source>
        <translation>年度（4月～翌年3月）をコンマで区切ります（例：2009,2010）。</translation>
    </message>
    <message>
        <source>“%1” is no fiscal year. FISCAL_YEARS takes years separated by commas, such as 2009,2010.</source>
        <translation>「%1」は年度ではありません。FISCAL_YEARS には年度をコンマで区切って指定してください（例：2009,2010）。</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>polygons</source>
        <translation>ポリゴン</translation>
    </message>
    <message>
        <source>points or polygons</source>
        <translation>点またはポリゴン</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>線</translation>
    </message>
    <message>
        <source>%1 takes %2, but %3 has %4. Choose another layer.</source>
        <translation>%1 には%2のレイヤが必要ですが、%3 は%4のレイヤです。別のレイヤを選んでください。</translation>
    </message>
    <message>
        <source>%1 is a table without geometry. Choose a layer with points, lines or polygons.</source>
        <translation>%1 はジオメトリのない表です。点、線またはポリゴンのレイヤを選んでください。</translation>
    </message>
    <message>
        <source>%1 has no coordinate reference system. Set it in the properties of the layer.</source>
        <translation>%1 に座標参照系がありません。レイヤのプロパティで設定してください。</translation>
    </message>
    <message>
        <source>%1 cannot be transformed from %2 to %3: PROJ knows no way. Is its coordinate reference system right?</source>
        <translation>%1 を %2 から %3 へ変換できません（PROJ に変換方法がありません）。座標参照系は正しいですか。</translation>
    </message>
    <message>
        <source>%1 is written as HTML or JSON, not as a PDF: give a name that ends in .html or .json, and print it from there.</source>
        <translation>%1 は HTML または JSON で書き出します（PDF には対応していません）。.html または .json で終わる名前を指定し、そこから印刷してください。</translation>
    </message>
    <message>
        <source>HTML files (*.html);;PDF files (*.pdf);;JSON files (*.json)</source>
        <translation>HTML ファイル (*.html);;PDF ファイル (*.pdf);;JSON ファイル (*.json)</translation>
    </message>
</context>
<context>
    <name>CaAlgorithmRunner</name>
    <message>
        <source>The algorithm %1 is not there. Switch the plugin off and on again; if that does not help, install Cluster Atlas anew.</source>
        <translation>アルゴリズム %1 が見つかりません。プラグインをいったん無効にしてから有効にしてください。それでも直らなければ、Cluster Atlas をインストールし直してください。</translation>
    </message>
    <message>
        <source>It did not work, and no reason was given. See the details.</source>
        <translation>処理に失敗しましたが、理由は分かりません。詳細を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaApportionment</name>
    <message>
        <source>Canceled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Weight %1 is %2: weights are numbers of 0 or more. Choose another field, or leave such features out.</source>
        <translation>%1 番目の重みが %2 です。重みは 0 以上の数です。別のフィールドを選ぶか、そのような地物を除いてください。</translation>
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
        <source>Nothing is guessed: a file without coordinate reference system is refused unless you say what it is. N03 of recent years is on JGD2011; the description that comes with a file says it.</source>
        <translation>推測はしません。座標参照系のないファイルは、ここで指定しない限り使いません。近年の N03 は JGD2011 で、ファイルに付属する説明に書かれています。</translation>
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
        <source>DATUM is one of %1.</source>
        <translation>DATUM は %1 のいずれかです。</translation>
    </message>
    <message>
        <source>Give either BOUNDARIES, a file, or BOUNDARY_LAYER, a layer, not both.</source>
        <translation>BOUNDARIES（ファイル）か BOUNDARY_LAYER（レイヤ）のどちらか一方だけを指定してください。</translation>
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
    <name>CaAreaPrecision</name>
    <message>
        <source>perhaps less: known only by prefectures: %1</source>
        <translation>実際はより小さい可能性あり：都道府県単位でのみ判明：%1</translation>
    </message>
    <message>
        <source>perhaps more: known only in part: %1</source>
        <translation>実際はより大きい可能性あり：一部のみ判明：%1</translation>
    </message>
    <message>
        <source>without a polygon: %1</source>
        <translation>ポリゴンなし：%1</translation>
    </message>
    <message>
        <source>perhaps less</source>
        <translation>過大の可能性</translation>
    </message>
    <message>
        <source>perhaps more</source>
        <translation>過小の可能性</translation>
    </message>
    <message>
        <source>“Perhaps less”: an area is known here only by the prefectures in which it lies. “Perhaps more”: only a part of an area is known.</source>
        <translation>「過大の可能性」は、区域が所在する都道府県でしか分からず、実際より大きく出ている可能性があることを示します。「過小の可能性」は、区域の一部しか分からず、実際より小さく出ている可能性があることを示します。</translation>
    </message>
    <message>
        <source>whole prefectures</source>
        <translation>都道府県全域</translation>
    </message>
    <message>
        <source>municipalities</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>municipalities, known in part</source>
        <translation>市区町村（一部のみ判明）</translation>
    </message>
    <message>
        <source>only its prefectures known</source>
        <translation>所在する都道府県のみ判明</translation>
    </message>
    <message>
        <source>prefectures and municipalities</source>
        <translation>都道府県と市区町村</translation>
    </message>
    <message>
        <source>no polygon</source>
        <translation>ポリゴンなし</translation>
    </message>
    <message>
        <source>from a source</source>
        <translation>出典あり</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>推定</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>判断による</translation>
    </message>
    <message>
        <source>from its sub-areas</source>
        <translation>サブエリアの合計</translation>
    </message>
    <message>
        <source>the whole bureau, for want of a list</source>
        <translation>一覧がないため局の管轄区域全体</translation>
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
    <message>
        <source>%1, of %2</source>
        <translation>%1（%2年）</translation>
    </message>
</context>
<context>
    <name>CaAtlasAlgorithm</name>
    <message>
        <source>Kinds of pages (all if empty)</source>
        <translation>ページの種類（空欄は全種類）</translation>
    </message>
    <message>
        <source>Kinds of pages with commas between them, such as overview,bureau,project. They are printed in the order of the book. A layout of your own is a kind by its name.</source>
        <translation>ページの種類をコンマで区切って指定します。例: overview,bureau,project。印刷の順序は地図帳の順序です。ご自分で作ったレイアウトは、その名前を種類として指定します。</translation>
    </message>
    <message>
        <source>Codes of bureaus, projects or sub-areas (all if empty)</source>
        <translation>局・プロジェクト・サブエリアのコード（空欄はすべて）</translation>
    </message>
    <message>
        <source>Fiscal years (that of the project if empty)</source>
        <translation>年度（空欄はプロジェクトの年度）</translation>
    </message>
    <message>
        <source>One year, or several with commas between them: all pages once for each.</source>
        <translation>年度を一つ、またはコンマで区切って複数指定します。複数のときは全ページを年度ごとに印刷します。</translation>
    </message>
    <message>
        <source>“%1” is no fiscal year. Give years such as 2009, with commas between them.</source>
        <translation>「%1」は年度ではありません。2009 のような年度をコンマで区切って指定してください。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>A4 or A3, landscape or portrait. On A3 everything is larger by the same factor.</source>
        <translation>A4 または A3、横または縦。A3 ではすべてを同じ比率で拡大します。</translation>
    </message>
    <message>
        <source>PAPER is one of %1.</source>
        <translation>PAPER は次のいずれかです: %1。</translation>
    </message>
    <message>
        <source>Language of the pages</source>
        <translation>ページの言語</translation>
    </message>
    <message>
        <source>project: that of the project; ja: Japanese; en: English; both: all pages in Japanese, then all in English, each with its table of contents. In another language than the project&apos;s the layouts are made anew from their templates: what you have changed in them is printed in the project&apos;s language only. Layouts of your own are printed as they are.</source>
        <translation>project: プロジェクトの言語、ja: 日本語、en: 英語、both: 日本語の全ページの後に英語の全ページ（目次はそれぞれに付きます）。プロジェクトと異なる言語では、レイアウトはひな形から作り直されます。レイアウトに加えた変更は、プロジェクトの言語でのみ印刷されます。独自のレイアウトはそのまま印刷されます。</translation>
    </message>
    <message>
        <source>Codes with commas between them: pages of these, and of what belongs to these bureaus and projects. KANTO: the page of the Kanto bureau, and those of its projects and their sub-areas. Pages of the nation stay.</source>
        <translation>コードをコンマで区切って指定します。該当するものと、その局・プロジェクトに属するもののページを印刷します。例: KANTO なら関東の局、そのプロジェクトとサブエリア。全国のページは常に含みます。</translation>
    </message>
</context>
<context>
    <name>CaAtlasCheck</name>
    <message>
        <source>Page “%1”: %2</source>
        <translation>ページ「%1」: %2</translation>
    </message>
    <message>
        <source>The layer “%1” has lost its data. Put its file back, or take the layer out.</source>
        <translation>レイヤ「%1」のデータが見つかりません。ファイルを元の場所に戻すか、レイヤを外してください。</translation>
    </message>
    <message>
        <source>The statistics joined to “%1” do not cover all of it. Look at the report of the join.</source>
        <translation>「%1」に結合した統計は一部の地物にしか対応していません。結合の報告を確かめてください。</translation>
    </message>
    <message>
        <source>The disk of %1 has %2 left; this atlas may take %3. Free some space, or choose another folder.</source>
        <translation>%1 のあるディスクの空きは %2 ですが、この地図帳には最大 %3 が必要です。空きを増やすか、別のフォルダを選んでください。</translation>
    </message>
    <message>
        <source>Pages %1 and %2 have one title, “%3”. Readers cannot tell them apart.</source>
        <translation>%1 ページと %2 ページの標題が同じ「%3」です。読む人が区別できません。</translation>
    </message>
    <message>
        <source>The font “%1” of the layout “%2” is not installed; another would be printed. Install it, or choose another font.</source>
        <translation>レイアウト「%2」のフォント「%1」がインストールされていないため、別のフォントで印刷されます。インストールするか、別のフォントを選んでください。</translation>
    </message>
    <message>
        <source>The layout “%1” has no label with the id “credits”: boundaries and figures must be credited on the page.</source>
        <translation>レイアウト「%1」に ID が「credits」のラベルがありません。境界と数値の出典をページに示す必要があります。</translation>
    </message>
    <message>
        <source>An expression in the label “%1” of the layout “%2” fails: %3</source>
        <translation>レイアウト「%2」のラベル「%1」の式が評価できません: %3</translation>
    </message>
    <message>
        <source>The font “%1” has no “%2” (U+%3), which is in the label “%4”; another font would stand in.</source>
        <translation>フォント「%1」には、ラベル「%4」にある文字「%2」(U+%3) がなく、別のフォントで代用されます。</translation>
    </message>
    <message>
        <source>The text of the label “%1” is larger than its box and would be cut off: %2</source>
        <translation>ラベル「%1」の文字が枠に収まらず、途中で切れます: %2</translation>
    </message>
    <message>
        <source>Page %1: feature %2 (“%3”) of the layer “%4” has no name, so the page is called “%5”. Fill in the name.</source>
        <translation>ページ %1: レイヤ「%4」の地物 %2（%3）に名称がないため、ページ名は「%5」になります。名称を入力してください。</translation>
    </message>
</context>
<context>
    <name>CaAtlasComparison</name>
    <message>
        <source>The page “%1” cannot be drawn. Is GDAL there with its driver for PDF?</source>
        <translation>ページ「%1」を描けません。PDF ドライバ付きの GDAL があるか確認してください。</translation>
    </message>
    <message>
        <source>Pages compared: %1.</source>
        <translation>比較したページ: %1。</translation>
    </message>
    <message>
        <source>Pages that are the same: %1.</source>
        <translation>同じページ: %1。</translation>
    </message>
    <message>
        <source>Pages that have changed: %1.</source>
        <translation>変更されたページ: %1。</translation>
    </message>
    <message>
        <source>Pages that are new: %1.</source>
        <translation>追加されたページ: %1。</translation>
    </message>
    <message>
        <source>Pages that are gone: %1.</source>
        <translation>なくなったページ: %1。</translation>
    </message>
</context>
<context>
    <name>CaAtlasComparisonSheet</name>
    <message>
        <source>Page %1: %2</source>
        <translation>%1 ページ: %2</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>文字は同じです。</translation>
    </message>
    <message>
        <source>Texts that are gone</source>
        <translation>なくなった文字</translation>
    </message>
    <message>
        <source>Texts that are new</source>
        <translation>新しい文字</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Only the first %1 pages that have changed are shown as pictures.</source>
        <translation>変更されたページのうち、図で示すのは最初の %1 ページだけです。</translation>
    </message>
</context>
<context>
    <name>CaAtlasEditions</name>
    <message>
        <source>“%1” is no choice of languages. Choose one of %2.</source>
        <translation>「%1」という言語の選択肢はありません。%2 のいずれかを選んでください。</translation>
    </message>
</context>
<context>
    <name>CaAtlasExporter</name>
    <message>
        <source>%1 is a folder. Give the name of a PDF file.</source>
        <translation>%1 はフォルダです。PDF ファイルの名前を指定してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) keep this atlas from being printed; “Check atlas” lists them. The first: %1</source>
        <translation>
            <numerusform>%n 件の問題があるため、地図帳を印刷しません。「地図帳の点検」で一覧できます。最初の問題: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is being exported already. Wait until that is done, or choose another name.</source>
        <translation>%1 は現在出力中です。終わるまで待つか、別の名前を指定してください。</translation>
    </message>
    <message>
        <source>Page %1 (%2): %3.</source>
        <translation>%1 ページ（%2）: %3。</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 page(s) could not be printed. The first: %2 The others are kept; export again to make what is missing.</source>
        <translation>
            <numerusform>%1 ページのうち %n ページを印刷できませんでした。最初の問題: %2 印刷済みのページは残してあります。もう一度出力すると、足りないページだけを作ります。</numerusform>
        </translation>
    </message>
    <message>
        <source>The text of page %1 (%2) cannot be read (%3).</source>
        <translation>%1 ページ（%2）の文章を読み込めません（%3）。</translation>
    </message>
    <message>
        <source>Page %1 (%2): cancelled before it was printed.</source>
        <translation>%1 ページ（%2）: 印刷前に中止しました。</translation>
    </message>
    <message>
        <source>Pages planned: %1, on %2 sheets.</source>
        <translation>予定したページ: %1（用紙 %2 枚）。</translation>
    </message>
    <message>
        <source>Pages printed: %1. Kept from an export before: %2.</source>
        <translation>印刷したページ: %1。前回の出力から引き継いだページ: %2。</translation>
    </message>
    <message>
        <source>Pages missing: %1.</source>
        <translation>足りないページ: %1。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are not of this atlas, but of one before. They were left where they are; delete them if you do not need them.</source>
        <translation>
            <numerusform>%1 の %n 個のファイルは、このアトラスのものではなく以前のものです。そのまま残しました。不要なら削除してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaAtlasInputs</name>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 を読み込めません（%2）。</translation>
    </message>
    <message>
        <source>The copy of the project, %1, cannot be read (%2).</source>
        <translation>プロジェクトの写し %1 を読み込めません（%2）。</translation>
    </message>
</context>
<context>
    <name>CaAtlasJob</name>
    <message>
        <source>%1 is no list of pages to print (%2).</source>
        <translation>%1 は印刷するページの一覧ではありません（%2）。</translation>
    </message>
</context>
<context>
    <name>CaAtlasJournal</name>
    <message>
        <source>%1 cannot be written (%2). Choose a folder you may write to.</source>
        <translation>%1 に書き込めません（%2）。書き込み可能なフォルダを選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Is the disk full?</source>
        <translation>%1 を書き込めません（%2）。ディスクの空きを確かめてください。</translation>
    </message>
</context>
<context>
    <name>CaAtlasPlan</name>
    <message>
        <source>The project has no layouts. Make one with “New cluster project” and print that.</source>
        <translation>プロジェクトにレイアウトがありません。「クラスタープロジェクトの新規作成」で作成したプロジェクトを印刷してください。</translation>
    </message>
    <message>
        <source>The project has no pages of the kind “%1”. It has: %2.</source>
        <translation>プロジェクトに「%1」という種類のページはありません。あるもの: %2。</translation>
    </message>
    <message>
        <source>There are no pages for %1. Give codes of projects or bureaus, such as KANTO.</source>
        <translation>%1 に該当するページがありません。KANTO のような局またはプロジェクトのコードを指定してください。</translation>
    </message>
    <message>
        <source>The layout “%1” has no pages: its layer is empty, filtered away or missing.</source>
        <translation>レイアウト「%1」のページがありません。対象のレイヤが空か、フィルタで隠れているか、見つかりません。</translation>
    </message>
    <message>
        <source>The layout “%1” has no pages: no feature of its layer fits the filter %2, or the filter fails.</source>
        <translation>レイアウト「%1」のページがありません。レイヤにフィルタ %2 に合う地物がないか、フィルタが評価できません。</translation>
    </message>
    <message>
        <source>Feature %1 of the layout “%2” cannot be read. Is its layer still there?</source>
        <translation>レイアウト「%2」の %1 番目の地物を読み込めません。レイヤのデータを確かめてください。</translation>
    </message>
    <message>
        <source>No page of “%1” fits the codes that were given.</source>
        <translation>「%1」には、指定したコードに該当するページがありません。</translation>
    </message>
</context>
<context>
    <name>CaAtlasWorkers</name>
    <message>
        <source>%1 cannot be started. Install Cluster Atlas again.</source>
        <translation>%1 を起動できません。Cluster Atlas をインストールし直してください。</translation>
    </message>
    <message>
        <source>the process that printed it crashed or was killed</source>
        <translation>印刷していたプロセスが異常終了したか、強制終了されました</translation>
    </message>
    <message>
        <source>the process that printed it ended too early</source>
        <translation>印刷していたプロセスが途中で終了しました</translation>
    </message>
</context>
<context>
    <name>CaBoundaryBox</name>
    <message>
        <source>Boundaries of municipalities (N03) answer more exactly than those of prefectures.</source>
        <translation>市区町村の境界（N03）を使うと、都道府県の境界より正確に答えられます。</translation>
    </message>
    <message>
        <source>Areas of this project</source>
        <translation>このプロジェクトファイルの区域</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>ファイルから…</translation>
    </message>
    <message>
        <source>Boundaries of Municipalities or Prefectures</source>
        <translation>市区町村または都道府県の境界</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>読み込まない</translation>
    </message>
    <message>
        <source>JGD2011</source>
        <translation>JGD2011（日本測地系2011）</translation>
    </message>
    <message>
        <source>JGD2000</source>
        <translation>JGD2000（日本測地系2000）</translation>
    </message>
    <message>
        <source>Tokyo Datum</source>
        <translation>旧日本測地系</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>If the file does not say its datum (N03 of recent years is on JGD2011; see what came with it):</source>
        <translation>ファイルに測地系の記載がない場合（近年の N03 は JGD2011。付属の説明を確認してください）:</translation>
    </message>
    <message>
        <source>Boundaries (*.shp *.geojson *.json *.topojson *.gml *.xml *.gpkg *.zip);;All files (*)</source>
        <translation>境界データ (*.shp *.geojson *.json *.topojson *.gml *.xml *.gpkg *.zip);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>CaBoundaryCrs</name>
    <message>
        <source>%1 does not say its coordinate reference system. N03 of recent years is on JGD2011; the description that comes with a file says it. Say which it is.</source>
        <translation>%1 に座標参照系が書かれていません。近年の N03 は JGD2011 で、ファイルに付属する説明に書かれています。どの測地系かを指定してください。</translation>
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
        <source>%1 cannot be transformed from %2 to JGD2011: PROJ knows no way. Correct the CRS of the file.</source>
        <translation>%1 を %2 から JGD2011 へ変換できません（PROJ に変換方法がありません）。ファイルの座標参照系を正しく設定してください。</translation>
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
</context>
<context>
    <name>CaBoundaryFile</name>
    <message>
        <source>The boundary file %1 is not there. Choose another file.</source>
        <translation>境界データのファイル %1 がありません。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as boundaries (%2). Give a Shapefile, GeoPackage, GeoJSON, GML or TopoJSON with polygons.</source>
        <translation>%1 を境界データとして読めません（%2）。ポリゴンのシェープファイル、GeoPackage、GeoJSON、GML、TopoJSON を指定してください。</translation>
    </message>
    <message>
        <source>%1 has several files with boundaries: %2. Say which one as the layer of the file, or unpack it.</source>
        <translation>%1 には境界のファイルが複数あります：%2。ファイル内のレイヤとしていずれかを指定するか、展開してから選んでください。</translation>
    </message>
    <message>
        <source>%1 has no Shapefile, GeoJSON or GML with the boundaries asked for. Unpack it and choose the file with the boundaries.</source>
        <translation>%1 には、指定した境界の Shapefile、GeoJSON、GML がありません。展開して、境界のファイルを選んでください。</translation>
    </message>
    <message>
        <source>of no format that is known</source>
        <translation>対応する形式ではありません</translation>
    </message>
</context>
<context>
    <name>CaBoundaryReader</name>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
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
</context>
<context>
    <name>CaBoundaryTable</name>
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
        <source>Data pack of a project that takes the areas</source>
        <translation>区域を反映するプロジェクトのデータパック</translation>
    </message>
    <message>
        <source>The clusteratlas.gpkg beside a project. Its layers show the new polygons at once; codes, names and joined figures stay. Needs boundaries in JGD2011.</source>
        <translation>プロジェクトと同じ場所の clusteratlas.gpkg です。レイヤはすぐに新しいポリゴンを表示し、コード、名称、結合した数値は変わりません。境界データは JGD2011 である必要があります。</translation>
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
        <source>Polygons replaced in the data pack</source>
        <translation>データパックで置き換えたポリゴンの数</translation>
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
</context>
<context>
    <name>CaCheckAtlasAlgorithm</name>
    <message>
        <source>Check atlas</source>
        <translation>地図帳の点検</translation>
    </message>
    <message>
        <source>cluster,atlas,preflight,fonts,check</source>
        <translation>クラスター,地図帳,アトラス,点検,フォント,プリフライト</translation>
    </message>
    <message>
        <source>Looks through the pages that “Export atlas” would print with the same choice, before anything is printed: fonts and characters, expressions that fail, layers that lost their data, joins that are not whole, credits, texts that do not fit their boxes, pages of one title, room on the disk. Says how large the atlas will be and how long it will take, roughly.</source>
        <translation>「地図帳の出力」が同じ指定で印刷するページを、印刷の前に点検します。フォントと文字、評価できない式、データの見つからないレイヤ、一部しか対応していない結合、出典の表示、枠に収まらない文字、標題の重複、ディスクの空きを調べ、おおよその大きさと所要時間を示します。</translation>
    </message>
    <message>
        <source>Folder the atlas is to go to</source>
        <translation>地図帳を保存するフォルダ</translation>
    </message>
    <message>
        <source>To see whether there is room for it.</source>
        <translation>空きがあるかどうかを調べるために使います。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>点検結果</translation>
    </message>
    <message>
        <source>Number of findings</source>
        <translation>見つかった問題の数</translation>
    </message>
    <message>
        <source>Findings that keep the atlas from being printed</source>
        <translation>印刷できない問題の数</translation>
    </message>
    <message>
        <source>%1 pages on %2 sheets; about %3 s, at most %4.</source>
        <translation>%1 ページ（用紙 %2 枚）、約 %3 秒、最大 %4。</translation>
    </message>
    <message>
        <source>Check of the atlas</source>
        <translation>地図帳の点検</translation>
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
    <message>
        <source>any</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>projects</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>bureaus</source>
        <translation>経済産業局</translation>
    </message>
    <message>
        <source>prefectures</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>municipalities</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>sub-areas</source>
        <translation>サブエリア</translation>
    </message>
    <message>
        <source>examples of types</source>
        <translation>二類型の事例</translation>
    </message>
    <message>
        <source>overseas links</source>
        <translation>海外連携</translation>
    </message>
    <message>
        <source>the nation</source>
        <translation>全国</translation>
    </message>
    <message>
        <source>codes of your own</source>
        <translation>独自のコード</translation>
    </message>
</context>
<context>
    <name>CaClusterComparison</name>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>Municipalities and wards</source>
        <translation>市区町村数</translation>
    </message>
    <message>
        <source>Prefectures (number)</source>
        <translation>都道府県数</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>区域の精度</translation>
    </message>
    <message>
        <source>Basis of the list</source>
        <translation>一覧の根拠</translation>
    </message>
    <message>
        <source>Bureau in charge</source>
        <translation>担当局</translation>
    </message>
    <message>
        <source>Type (2010)</source>
        <translation>類型（2010年）</translation>
    </message>
    <message>
        <source>Lies in bureaus</source>
        <translation>所在する局の管内</translation>
    </message>
    <message>
        <source>Lies in prefectures</source>
        <translation>所在する都道府県</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>○</translation>
    </message>
    <message>
        <source>links</source>
        <translation>件</translation>
    </message>
    <message>
        <source>All partners abroad</source>
        <translation>海外連携先（計）</translation>
    </message>
    <message>
        <source>Of all, judged from the label</source>
        <translation>うち、資料の表記からの判断によるもの</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>%1 との共有</translation>
    </message>
</context>
<context>
    <name>CaClusterFinder</name>
    <message>
        <source>No project has the field “%1”. The fields are: %2.</source>
        <translation>分野「%1」のプロジェクトはありません。分野は次のとおりです：%2。</translation>
    </message>
    <message>
        <source>There is no bureau “%1”. The bureaus are: %2.</source>
        <translation>局「%1」はありません。局は次のとおりです：%2。</translation>
    </message>
    <message>
        <source>There is no type “%1”. The types of 2010 are: %2.</source>
        <translation>類型「%1」はありません。2010年の類型は次のとおりです：%2。</translation>
    </message>
    <message>
        <source>No project has a partner in “%1”. The countries with partners are: %2.</source>
        <translation>「%1」に連携先をもつプロジェクトはありません。連携先のある国は次のとおりです：%2。</translation>
    </message>
    <message>
        <source>bureau: %1</source>
        <translation>局：%1</translation>
    </message>
    <message>
        <source>type: %1</source>
        <translation>類型：%1</translation>
    </message>
    <message>
        <source>field: %1</source>
        <translation>分野：%1</translation>
    </message>
    <message>
        <source>partner: %1 (judged from the label)</source>
        <translation>連携先：%1（資料の表記からの判断）</translation>
    </message>
    <message>
        <source>partner: %1</source>
        <translation>連携先：%1</translation>
    </message>
    <message>
        <source>not known whether it touches: it has no polygon</source>
        <translation>接するかどうか不明：ポリゴンがない</translation>
    </message>
    <message>
        <source>not known whether it touches: only a part of it is known</source>
        <translation>接するかどうか不明：区域の一部しか分からない</translation>
    </message>
    <message>
        <source>perhaps touches: only its prefectures are known</source>
        <translation>接する可能性あり：所在する都道府県しか分からない</translation>
    </message>
    <message numerus="yes">
        <source>touches %n of its municipalities or prefectures</source>
        <translation>
            <numerusform>%n 市区町村または都道府県で接する</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in fiscal year %2 not known well enough: %3</source>
        <translation>%2 年度の%1は判定できない：%3</translation>
    </message>
    <message>
        <source>%1 in fiscal year %2: %3</source>
        <translation>%2 年度の%1：%3</translation>
    </message>
    <message>
        <source>(asked: %1 %2 %3)</source>
        <translation>（条件：%1 %2 %3）</translation>
    </message>
</context>
<context>
    <name>CaClusterOverlapsAlgorithm</name>
    <message>
        <source>Overlaps of clusters</source>
        <translation>クラスターの重複</translation>
    </message>
    <message>
        <source>cluster,overlap,shared,intersection,border,bureau,prefecture,crossing</source>
        <translation>クラスター,重複,重なり,共通,境界,局,都道府県,またがる,overlap,shared,crossing</translation>
    </message>
    <message>
        <source>Lists which areas overlap: each pair once, with the square kilometres they share (on the ellipsoid), the share of either, and the codes of the municipalities or prefectures they have in common. Areas that only touch do not overlap.

CROSSINGS has the areas that cross the lines of bureaus or prefectures, with what lies in each. POLYGONS, if wanted, has the shared ground as a layer.

Sizes are sums of municipalities or prefectures measured once, so that parts add up to the whole. Areas that are known only by their prefectures, or in part, are marked in each row: what they share is then perhaps less, or more.</source>
        <translation>重なり合う区域を一覧にします。1 組につき 1 行で、共有する面積（楕円体上の km²）、それぞれの区域に占める割合、共通する市区町村または都道府県のコードを示します。境界が接するだけの区域は重複とはみなしません。

CROSSINGS は局または都道府県の境界をまたぐ区域と、それぞれの管内にある面積の表です。POLYGONS を指定すると、共有部分をレイヤとして出力します。

面積は、一度だけ測った市区町村または都道府県の合計であり、部分の合計は全体に一致します。所在する都道府県でしか分からない区域や、一部しか分からない区域は、各行に明記します。その場合、共有面積は実際より大きい、または小さい可能性があります。</translation>
    </message>
    <message>
        <source>Pairs that overlap</source>
        <translation>重複する区域の組</translation>
    </message>
    <message>
        <source>Areas that cross the lines of bureaus and prefectures</source>
        <translation>局・都道府県の境界をまたぐ区域</translation>
    </message>
    <message>
        <source>Polygons of the overlaps</source>
        <translation>重複部分のポリゴン</translation>
    </message>
    <message>
        <source>The ground that each pair shares, with the same columns.</source>
        <translation>各組が共有する範囲です。列は同じです。</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>区域の数</translation>
    </message>
    <message>
        <source>Number of pairs that overlap</source>
        <translation>重複する組の数</translation>
    </message>
    <message>
        <source>Areas in several bureaus</source>
        <translation>複数の局にまたがる区域</translation>
    </message>
    <message>
        <source>Areas in several prefectures</source>
        <translation>複数の都道府県にまたがる区域</translation>
    </message>
    <message>
        <source>Square kilometres in any area</source>
        <translation>いずれかの区域に含まれる面積（km²）</translation>
    </message>
    <message>
        <source>Square kilometres in several areas</source>
        <translation>複数の区域に含まれる面積（km²）</translation>
    </message>
    <message>
        <source>in none</source>
        <translation>どこにも属さない</translation>
    </message>
    <message>
        <source>%1 (in charge)</source>
        <translation>%1（担当）</translation>
    </message>
    <message>
        <source>Municipalities and wards</source>
        <translation>市区町村数</translation>
    </message>
    <message>
        <source>Prefectures</source>
        <translation>都道府県数</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>所在</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>Share of the area</source>
        <translation>区域に占める割合</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>関係</translation>
    </message>
    <message>
        <source>Other area</source>
        <translation>相手の区域</translation>
    </message>
    <message>
        <source>Shared km²</source>
        <translation>共有面積（km²）</translation>
    </message>
    <message>
        <source>Share of area</source>
        <translation>区域に占める割合</translation>
    </message>
    <message>
        <source>Share of other</source>
        <translation>相手に占める割合</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>該当する区域はありません。</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>相手を含む</translation>
    </message>
    <message>
        <source>lies within</source>
        <translation>相手に含まれる</translation>
    </message>
    <message>
        <source>is the same as</source>
        <translation>相手と同一</translation>
    </message>
    <message>
        <source>overlaps</source>
        <translation>一部重複</translation>
    </message>
    <message>
        <source>in %1: %2 km²</source>
        <translation>%1 区域：%2 km²</translation>
    </message>
    <message>
        <source>%1 areas; %2 pairs overlap; %3 areas lie in several bureaus, %4 in several prefectures.</source>
        <translation>区域 %1、重複する組 %2。複数の局にまたがる区域 %3、複数の都道府県にまたがる区域 %4。</translation>
    </message>
    <message>
        <source>Ground by the number of areas it is in:</source>
        <translation>含まれる区域の数ごとの面積：</translation>
    </message>
    <message>
        <source>areas overlap where they have a municipality or prefecture in common; sizes are sums of these, each measured once on the ellipsoid (GRS80)</source>
        <translation>共通する市区町村または都道府県がある区域を重複とする。面積は、楕円体（GRS80）上で一度だけ測ったこれらの合計</translation>
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
    <name>CaCodes</name>
    <message>
        <source>“%1” has a code and a name that do not belong together: %2 is %3. Correct one of them.</source>
        <translation>「%1」のコードと名称が一致しません。%2 は%3です。どちらかを直してください。</translation>
    </message>
    <message>
        <source>“%1” is no code of a prefecture (2 digits) or municipality (5 digits, or 6 with a check digit).</source>
        <translation>「%1」は都道府県コード（2桁）でも市区町村コード（5桁、又は検査数字付きの6桁）でもありません。</translation>
    </message>
    <message>
        <source>“%1” is the code of a prefecture, and a municipality is asked for.</source>
        <translation>「%1」は都道府県のコードです。ここでは市区町村のコードが必要です。</translation>
    </message>
    <message>
        <source>“%1” is no code of a prefecture: they go from 01 to 47.</source>
        <translation>「%1」は都道府県コードではありません。都道府県コードは 01 から 47 までです。</translation>
    </message>
    <message>
        <source>“%1” is no code of a municipality: its first two digits are no prefecture.</source>
        <translation>「%1」は市区町村コードではありません。初めの2桁に当たる都道府県がありません。</translation>
    </message>
    <message>
        <source>“%1” is the code of a municipality, and a prefecture is asked for.</source>
        <translation>「%1」は市区町村のコードです。ここでは都道府県のコードが必要です。</translation>
    </message>
    <message>
        <source>“%1” is not in the list of municipalities of 2021. If it has been merged since, use the code of the municipality it is now in.</source>
        <translation>「%1」は2021年の市区町村一覧にありません。合併した市区町村であれば、現在の市区町村のコードを使ってください。</translation>
    </message>
    <message>
        <source>“%1” has the wrong check digit: for %2 it is %3. Correct the code.</source>
        <translation>「%1」の検査数字が誤っています。%2 の検査数字は %3 です。コードを直してください。</translation>
    </message>
    <message>
        <source>“%1” may be %2 (%3), or %4 (%5) with its leading 0 lost. Write all digits.</source>
        <translation>「%1」は %2（%3）か、先頭の 0 が落ちた %4（%5）か、決められません。すべての桁を書いてください。</translation>
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
    <message>
        <source>Showing the new figures…</source>
        <translation>新しい値を表示しています…</translation>
    </message>
    <message>
        <source>Save Page As</source>
        <translation>ページの保存先</translation>
    </message>
    <message>
        <source>PDF files</source>
        <translation>PDF ファイル</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>ページを準備しています…</translation>
    </message>
</context>
<context>
    <name>CaCompareAtlasAlgorithm</name>
    <message>
        <source>Compare atlases</source>
        <translation>地図帳を比較</translation>
    </message>
    <message>
        <source>cluster,atlas,compare,difference,pages,changes</source>
        <translation>クラスター,地図帳,アトラス,比較,差分,ページ,変更</translation>
    </message>
    <message>
        <source>Says what has changed between two atlases, such as last month&apos;s and this month&apos;s: which pages are new, gone, changed or the same. REPORT, as HTML, shows each changed page: the texts and figures that are gone and new, and its picture before, after, and with the differences marked.

An atlas is a PDF, or a folder with the files of “Export atlas”. Pages are found again by their bookmarks; in a folder of pages, by what they show. Their order does not matter. The foot of a page, with its number and the date, is left out unless you ask for it.</source>
        <translation>先月と今月など、二つの地図帳の間で何が変わったかを示します。追加・削除・変更されたページと同じページを数えます。REPORT を HTML にすると、変更されたページごとに、なくなった文字・数値と新しい文字・数値、変更前・変更後・差分に印を付けた図を並べて示します。

地図帳は PDF、または「地図帳を出力」で作ったファイルのフォルダです。ページはしおりで対応させ、ページごとのファイルのフォルダでは表示内容で対応させます。順序は問いません。ページ番号と日付のあるページ下端は、指定しない限り比べません。</translation>
    </message>
    <message>
        <source>PDF files and folders (*)</source>
        <translation>PDF ファイルとフォルダ (*)</translation>
    </message>
    <message>
        <source>Atlas before (PDF or folder)</source>
        <translation>変更前の地図帳（PDF またはフォルダ）</translation>
    </message>
    <message>
        <source>The older atlas: a PDF, or the path of a folder with PDFs, PNGs or SVGs.</source>
        <translation>古いほうの地図帳です。PDF、または PDF・PNG・SVG のあるフォルダのパスを指定します。</translation>
    </message>
    <message>
        <source>Atlas after (PDF or folder)</source>
        <translation>変更後の地図帳（PDF またはフォルダ）</translation>
    </message>
    <message>
        <source>The newer atlas, of the same form.</source>
        <translation>新しいほうの地図帳です。同じ形式のものを指定します。</translation>
    </message>
    <message>
        <source>Resolution of the comparison (dpi)</source>
        <translation>比較の解像度（dpi）</translation>
    </message>
    <message>
        <source>Of the pictures that are compared and shown. More finds smaller changes, and makes the report larger.</source>
        <translation>比較し表示する図の解像度です。高くすると小さな変更も見つかりますが、レポートが大きくなります。</translation>
    </message>
    <message>
        <source>Compare page numbers and dates too</source>
        <translation>ページ番号と日付も比べる</translation>
    </message>
    <message>
        <source>A page that has only moved, or was only printed on another day, then counts as changed.</source>
        <translation>位置が変わっただけ、または別の日に印刷しただけのページも、変更として数えます。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Pages compared</source>
        <translation>比較したページ数</translation>
    </message>
    <message>
        <source>Pages that are the same</source>
        <translation>同じページ数</translation>
    </message>
    <message>
        <source>Pages that have changed</source>
        <translation>変更されたページ数</translation>
    </message>
    <message>
        <source>Pages that are new</source>
        <translation>追加されたページ数</translation>
    </message>
    <message>
        <source>Pages that are gone</source>
        <translation>なくなったページ数</translation>
    </message>
    <message>
        <source>Comparison of two atlases</source>
        <translation>二つの地図帳の比較</translation>
    </message>
</context>
<context>
    <name>CaCompareClustersAlgorithm</name>
    <message>
        <source>Compare clusters</source>
        <translation>クラスターの比較</translation>
    </message>
    <message>
        <source>cluster,compare,side by side,figures,fields,partners,overlap,print,sheet</source>
        <translation>クラスター,比較,並べる,数値,分野,連携先,重複,印刷,compare,side by side</translation>
    </message>
    <message>
        <source>Codes of the areas</source>
        <translation>区域のコード</translation>
    </message>
    <message>
        <source>Two to ten codes of projects, sub-areas, examples of types, bureaus or prefectures, separated by commas, such as TOKAI_MONO,KANSAI_FRONT. All areas of MEMBERSHIP if empty.</source>
        <translation>プロジェクト、サブエリア、類型の具体例、局、都道府県のコードを 2～10 個、コンマで区切って指定します。例：TOKAI_MONO,KANSAI_FRONT。空なら MEMBERSHIP のすべての区域。</translation>
    </message>
    <message>
        <source>Membership table of your own, beside them</source>
        <translation>独自の構成表（上の区域に加える）</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較表</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>区域の数</translation>
    </message>
    <message>
        <source>Number of items</source>
        <translation>項目の数</translation>
    </message>
    <message>
        <source>Figures that are not known</source>
        <translation>分からない数値の数</translation>
    </message>
    <message>
        <source>There is no area “%1”. There are: %2, and the prefectures 01 to 47.</source>
        <translation>区域「%1」はありません。使えるのは次のとおりです：%2、および都道府県 01～47。</translation>
    </message>
    <message>
        <source>Several areas have the code “%1”: say which, as in %2.</source>
        <translation>コード「%1」の区域が複数あります。%2 のように種類を付けて指定してください。</translation>
    </message>
    <message>
        <source>%1 to %2 areas can be compared; AREAS, or MEMBERSHIP if AREAS is empty, has %3.</source>
        <translation>比較できるのは %1～%2 区域です。AREAS（空なら MEMBERSHIP）の区域は %3 です。</translation>
    </message>
    <message>
        <source>%1 areas, %2 items; %3 figures are not known.</source>
        <translation>区域 %1、項目 %2。分からない数値 %3。</translation>
    </message>
    <message>
        <source>The areas are of different precision.</source>
        <translation>区域の精度はそろっていません。</translation>
    </message>
    <message>
        <source>sizes are sums of municipalities or prefectures, each measured once on the ellipsoid (GRS80); a figure that is not known is no data, never 0</source>
        <translation>面積は、楕円体（GRS80）上で一度だけ測った市区町村または都道府県の合計。分からない数値は「データなし」とし、0 とはしない</translation>
    </message>
    <message>
        <source>Comparison of clusters</source>
        <translation>クラスター比較表</translation>
    </message>
    <message>
        <source>Puts two to ten projects, sub-areas or other areas side by side: size and place, figures by fiscal year, fields, partners abroad, and what they share with one another.

OUTPUT has a row for each area and item, for further use. REPORT is a sheet to print on A4, as a PDF (.pdf) or as HTML: up to four areas upright, more of them across.

A figure that is not known is “no data”, never 0. Areas that are known only by their prefectures, or in part, say so.</source>
        <translation>2～10 のプロジェクト、サブエリアなどの区域を並べて比較します。面積と所在、年度別の数値、分野、海外連携先、互いに共有する面積を示します。

OUTPUT は区域と項目ごとに 1 行の表で、二次利用に適しています。REPORT は A4 に印刷できる比較表で、PDF（.pdf）または HTML で書き出します（4 区域までは縦、それより多い場合は横）。

分からない数値は「データなし」とし、0 とはしません。所在する都道府県でしか分からない区域や、一部しか分からない区域は、その旨を示します。</translation>
    </message>
</context>
<context>
    <name>CaComparisonSheet</name>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>None of the areas has any.</source>
        <translation>該当する区域はありません。</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域の概要</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Figures by fiscal year (April to March)</source>
        <translation>年度別の数値（4月～翌年3月）</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Sources of the figures: %1</source>
        <translation>数値の出典：%1</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>分野</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>分野</translation>
    </message>
    <message>
        <source>Partners abroad (number of links)</source>
        <translation>海外連携先（連携件数）</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Shared ground (km², and share of the area at the head of the column)</source>
        <translation>共有面積（km²。下段は列見出しの区域に占める割合）</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>相手の区域</translation>
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
        <source>The area could not be put together (%1).</source>
        <translation>区域を組み立てられませんでした（%1）。</translation>
    </message>
    <message>
        <source>GEOS could not join the members.</source>
        <translation>GEOS で結合できませんでした。</translation>
    </message>
</context>
<context>
    <name>CaCoverageAlgorithm</name>
    <message>
        <source>Share covered by clusters</source>
        <translation>クラスターのカバー率</translation>
    </message>
    <message>
        <source>cluster,coverage,share,nation,bureau,double counting,overlap,statistics</source>
        <translation>クラスター,カバー率,割合,全国,局,二重計上,重複,統計,coverage,share</translation>
    </message>
    <message>
        <source>Works out which share of the nation, and of each bureau, lies in any project: of its area, of its municipalities (or prefectures), and of figures of municipalities or prefectures.

What several projects have is counted in three ways: once; shared equally among them, so that the projects add up to what is counted once; and each time. BY_AREA has what each project has, in these ways and alone.

Only metrics that can be added are taken. Where a project has a part of the municipalities that a figure is of, it is apportioned by area, and the qualifier says “derived”. What no figure is known of is said by its share of the area, and is not taken as 0.

Projects that are known only by their prefectures, or in part, are named in the note of each row: the share is then perhaps less, or more.</source>
        <translation>全国および各局について、いずれかのプロジェクトに含まれる割合を求めます。対象は、面積、市区町村（または都道府県）の数、市区町村または都道府県の数値です。

複数のプロジェクトに含まれるものは 3 通りに数えます。一度だけ数える、等分する（プロジェクトの合計は一度だけ数えた値に一致）、その都度数える、です。BY_AREA は各プロジェクトについて、この数え方と、単独で含むものを示します。

合計できる指標だけを扱います。数値の対象となる市区町村の一部だけがプロジェクトに含まれる場合は面積で按分し、qualifier を derived とします。数値が分からない部分は面積の割合で示し、0 とはみなしません。

所在する都道府県でしか分からないプロジェクトや、一部しか分からないプロジェクトは、各行の note に示します。その場合、割合は実際より大きい、または小さい可能性があります。</translation>
    </message>
    <message>
        <source>Metrics (none if empty)</source>
        <translation>指標（空ならなし）</translation>
    </message>
    <message>
        <source>Codes of metrics of which municipalities or prefectures have figures, separated by commas.</source>
        <translation>市区町村または都道府県の数値がある指標のコードをコンマで区切って指定します。</translation>
    </message>
    <message>
        <source>Whose figures (municipality, prefecture)</source>
        <translation>数値の対象（municipality 市区町村、prefecture 都道府県）</translation>
    </message>
    <message>
        <source>Figures of municipalities need boundaries of municipalities.</source>
        <translation>市区町村の数値には、市区町村の境界が必要です。</translation>
    </message>
    <message>
        <source>Shares of the nation and of each bureau</source>
        <translation>全国・各局の割合</translation>
    </message>
    <message>
        <source>What each area has</source>
        <translation>区域ごとの値</translation>
    </message>
    <message>
        <source>Number of areas</source>
        <translation>区域の数</translation>
    </message>
    <message>
        <source>Square kilometres of the boundaries</source>
        <translation>境界データの総面積（km²）</translation>
    </message>
    <message>
        <source>Of these, in any area</source>
        <translation>うち、いずれかの区域に含まれるもの</translation>
    </message>
    <message>
        <source>Share of the area covered</source>
        <translation>面積のカバー率</translation>
    </message>
    <message>
        <source>Municipalities or prefectures</source>
        <translation>市区町村または都道府県の数</translation>
    </message>
    <message>
        <source>A share of “%1” (%2) has no meaning, because its figures cannot be added: %3</source>
        <translation>「%1」（%2）は合計できないため、割合に意味がありません：%3</translation>
    </message>
    <message>
        <source>Land area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>Municipalities and wards</source>
        <translation>市区町村数</translation>
    </message>
    <message>
        <source>Prefectures</source>
        <translation>都道府県数</translation>
    </message>
    <message>
        <source>OWNER_KIND is one of %1.</source>
        <translation>OWNER_KIND は %1 のいずれかです。</translation>
    </message>
    <message>
        <source>Figures of municipalities need boundaries of municipalities: give BOUNDARIES, such as N03, or choose prefecture as OWNER_KIND.</source>
        <translation>市区町村の数値には市区町村の境界が必要です。BOUNDARIES に N03 などを指定するか、OWNER_KIND を prefecture にしてください。</translation>
    </message>
    <message>
        <source>No %1 in the boundaries has a figure of “%2” (%3) in fiscal year %4: import some, or choose another OWNER_KIND or FISCAL_YEAR.</source>
        <translation>境界データにある %1 には、%4 年度の「%2」（%3）の数値がありません。数値を取り込むか、OWNER_KIND または FISCAL_YEAR を変えてください。</translation>
    </message>
    <message>
        <source>%1: %2 figures are of places that lie in the areas in part, and were apportioned by area.</source>
        <translation>%1：対象の一部だけが区域に含まれる数値 %2 件を、面積で按分しました。</translation>
    </message>
    <message>
        <source>%1: %2 figures are of codes that the boundaries do not have, or are counted already:</source>
        <translation>%1：境界データにないコードの数値、またはすでに数えた数値が %2 件あります：</translation>
    </message>
    <message>
        <source>%1: %2 figures have no value and are in no sum:</source>
        <translation>%1：値のない数値 %2 件は合計に含みません：</translation>
    </message>
    <message>
        <source>%1: %2 figures are of municipalities that are no more, and count with what they became:</source>
        <translation>%1：廃止された市区町村の数値 %2 件は、合併後の市区町村に算入しました：</translation>
    </message>
    <message>
        <source>%1: no figure is known of places with %2 of the nation&apos;s area; sums and shares are of the others.</source>
        <translation>%1：全国の面積の %2 に当たる部分の数値が分かりません。合計と割合は残りの部分についてのものです。</translation>
    </message>
    <message>
        <source>What several areas have is counted once, or each time. Shared equally, areas add up to what is counted once.</source>
        <translation>複数の区域に含まれるものは、一度だけ、またはその都度数えます。等分した値の合計は、一度だけ数えた値に一致します。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, fiscal year %2</source>
        <translation>%1、%2 年度</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>局</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>総数</translation>
    </message>
    <message>
        <source>Counted once</source>
        <translation>一度だけ数える</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Counted each time</source>
        <translation>その都度数える</translation>
    </message>
    <message>
        <source>Not known (share of the area)</source>
        <translation>不明（面積の割合）</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>All it has</source>
        <translation>区域全体</translation>
    </message>
    <message>
        <source>Share of the nation</source>
        <translation>全国に占める割合</translation>
    </message>
    <message>
        <source>Shared equally</source>
        <translation>等分</translation>
    </message>
    <message>
        <source>It alone</source>
        <translation>単独</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>区域の精度</translation>
    </message>
    <message>
        <source>%1 of the area of the boundaries (%2 km²) lies in any of the %3 areas; counted each time, %4.</source>
        <translation>境界データの面積（%2 km²）の %1 が %3 区域のいずれかに含まれます。その都度数えると %4 です。</translation>
    </message>
    <message>
        <source>The shares are made of areas of different precision.</source>
        <translation>割合は、精度の異なる区域から求めています。</translation>
    </message>
    <message>
        <source>sizes and figures are sums over municipalities or prefectures; what several areas have is counted once, shared equally, and each time</source>
        <translation>面積と数値は市区町村または都道府県の合計。複数の区域に含まれるものは、一度だけ数える、等分する、その都度数える、の 3 通り</translation>
    </message>
</context>
<context>
    <name>CaCoverageReport</name>
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
        <source>%n code(s) had to be mended.</source>
        <translation>
            <numerusform>修復が必要だったコードが %n 件あります。</numerusform>
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
    <name>CaCsvSource</name>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 を読み込めません（%2）。</translation>
    </message>
    <message>
        <source>There is no encoding “%1”. Choose one of: %2.</source>
        <translation>文字コード「%1」はありません。次から選んでください: %2。</translation>
    </message>
    <message>
        <source>%1 is %2, not %3: read as %3 it would be nonsense. Choose %2.</source>
        <translation>%1 の文字コードは %3 ではなく %2 です。%3 として読むと文字化けします。%2 を選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be read from its start (%2).</source>
        <translation>%1 を先頭から読み込めません（%2）。</translation>
    </message>
    <message>
        <source>a quote is opened here and never closed. Close it.</source>
        <translation>引用符が開いたまま閉じられていません。閉じてください。</translation>
    </message>
    <message>
        <source>there is a NUL character: this is no text file, or its encoding is UTF-16. Choose the right encoding or file.</source>
        <translation>NUL 文字があります。テキストファイルでないか、文字コードが UTF-16 です。正しい文字コードかファイルを選んでください。</translation>
    </message>
    <message>
        <source>the row is longer than %1 characters. Is this a table?</source>
        <translation>行が %1 文字を超えています。表のファイルか確かめてください。</translation>
    </message>
    <message>
        <source>there is text after a closing quote. Double the quotes inside a quoted cell.</source>
        <translation>閉じた引用符の後に文字があります。引用符の中の引用符は二つ重ねて書いてください。</translation>
    </message>
    <message>
        <source>byte %L1 of the file (line %L2) is not a character of %3. Choose the encoding the file was written in.</source>
        <translation>ファイルの %L1 バイト目（%L2 行目）は %3 の文字ではありません。ファイルが書かれた文字コードを選んでください。</translation>
    </message>
</context>
<context>
    <name>CaDeriveFiguresAlgorithm</name>
    <message>
        <source>Derive figures</source>
        <translation>値の算出</translation>
    </message>
    <message>
        <source>cluster,statistics,sum,total,change,growth,share,ratio,per firm</source>
        <translation>クラスター,統計,合計,変化,増減,伸び率,構成比,比率,1社当たり,算出</translation>
    </message>
    <message>
        <source>Computes figures from others, shipped or imported, as a table: the sum of a bureau&apos;s prefectures or projects, the change between two fiscal years in numbers or per cent, the share of the nation, or one metric per another, such as sales per firm.

What makes no sense is refused, and the column note says why:
- figures of different fiscal years or of different things are not added: 13,000 organisations of 2007 and 2,450 of 2009 have no sum;
- projects overlap, so a firm in two of them would be counted twice: their sum needs your leave, and is an upper bound;
- rates, targets, subsets, and totals whose scope differs by source are neither added nor parts of a whole;
- a sum without one of its parts is no total: with your leave it is given as “at least”;
- a target is not compared with a count, and nothing is divided by zero.

What is computed is never better than what it is computed from: the column qualifier says derived, approx, at_least and so on, and note says from what. If nothing at all can be derived, the algorithm fails and says why.</source>
        <translation>提供された値や取り込んだ値から、別の値を算出して表にします。経済産業局ごとの都道府県又はプロジェクトの合計、2つの年度の間の増減（数、％）、全国に占める割合、指標同士の比（1社当たりの売上高など）です。

意味のない計算はせず、その理由を note 列に書きます。
・年度の違う値や、数えているものの違う値は合計しません。2007年の13,000機関と2009年度の2,450機関に合計はありません。
・プロジェクトは重なり合うため、2つに参加する企業は二重に数えられます。合計するには許可が必要で、合計は上限値になります。
・率、目標値、部分集合や、資料によって範囲の異なる合計値は、合計せず、割合も求めません。
・一部の値が欠けた合計は合計ではありません。許可すれば「以上」として示します。
・目標値と実績は比べません。ゼロで割ることもしません。

算出した値は、元の値より確かになることはありません。qualifier 列に derived、approx、at_least などと示し、note 列に何から算出したかを書きます。何も算出できないときは、理由を示してエラーになります。</translation>
    </message>
    <message>
        <source>What to compute (bureau_sum, change, change_rate, nation_share, ratio)</source>
        <translation>算出するもの（bureau_sum、change、change_rate、nation_share、ratio）</translation>
    </message>
    <message>
        <source>bureau_sum: sum of a bureau&apos;s prefectures or projects; change, change_rate: growth between two fiscal years, in numbers or per cent; nation_share: per cent of the nation; ratio: one metric per another.</source>
        <translation>bureau_sum：経済産業局ごとの都道府県又はプロジェクトの合計。change、change_rate：2つの年度の間の増減（数、％）。nation_share：全国に占める割合（％）。ratio：指標同士の比。</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Code of a metric as in the table of metrics, such as firms.</source>
        <translation>指標の表にある指標のコード（例：firms）。</translation>
    </message>
    <message>
        <source>Per metric (ratio)</source>
        <translation>割る指標（ratio）</translation>
    </message>
    <message>
        <source>What the metric is divided by.</source>
        <translation>指標をこの指標で割ります。</translation>
    </message>
    <message>
        <source>Fiscal year compared with (change; the year before if empty)</source>
        <translation>比べる年度（change、change_rate。空欄なら前年度）</translation>
    </message>
    <message>
        <source>The change is from this year to the fiscal year above.</source>
        <translation>この年度から上の年度への増減を求めます。</translation>
    </message>
    <message>
        <source>Add owners that overlap, as an upper bound</source>
        <translation>重なり合う所有者の値も合計する（上限値になります）</translation>
    </message>
    <message>
        <source>Members of several projects are counted in each.</source>
        <translation>複数のプロジェクトに参加する企業などは、それぞれで数えられます。</translation>
    </message>
    <message>
        <source>Add what there is if parts are missing, as a lower bound</source>
        <translation>一部の値がなくても、ある値だけを合計する（下限値になります）</translation>
    </message>
    <message>
        <source>The sum of the others is “at least”.</source>
        <translation>残りの値の合計は「以上」になります。</translation>
    </message>
    <message>
        <source>Derived figures</source>
        <translation>算出した値</translation>
    </message>
    <message>
        <source>A table: owner, fiscal year, value, unit, qualifier, flag, and a note with what it was computed from or why it was refused.</source>
        <translation>所有者、年度、値、単位、確度、区分と、算出の根拠又は算出しなかった理由（note）の表。</translation>
    </message>
    <message>
        <source>Figures derived</source>
        <translation>算出した値の数</translation>
    </message>
    <message>
        <source>Figures refused</source>
        <translation>算出しなかった値の数</translation>
    </message>
    <message>
        <source>A bureau&apos;s sum is that of its prefectures or of its projects: choose one of them as OWNER_KINDS.</source>
        <translation>経済産業局の合計は、都道府県又はプロジェクトの値の合計です。OWNER_KINDS にどちらか一つを選んでください。</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>There is no figure of “%1” in fiscal year %2 for such owners: nothing can be derived.</source>
        <translation>この種類の所有者には、%2年度の「%1」の値がありません。何も算出できません。</translation>
    </message>
    <message>
        <source>Nothing can be derived.</source>
        <translation>何も算出できません。</translation>
    </message>
    <message>
        <source>The table could not be written to the end. Is the disk full?</source>
        <translation>表を最後まで書き込めませんでした。ディスクの空き容量を確かめてください。</translation>
    </message>
    <message>
        <source>%1 figures were derived, %2 were refused: the column note says why.</source>
        <translation>%1件の値を算出しました。%2件は算出しませんでした。理由は note 列にあります。</translation>
    </message>
</context>
<context>
    <name>CaDerivedFigures</name>
    <message>
        <source>%1 has no value (%2): nothing can be computed from it.</source>
        <translation>%1 には値がないため（%2）、計算できません。</translation>
    </message>
    <message>
        <source>There is no figure %1: nothing can be computed from it.</source>
        <translation>値 %1 がないため、計算できません。</translation>
    </message>
    <message>
        <source>There is nothing to add.</source>
        <translation>合計する値がありません。</translation>
    </message>
    <message>
        <source>%1 and %2 count different things and cannot be added.</source>
        <translation>%1 と %2 は異なるものを数えているため、合計できません。</translation>
    </message>
    <message>
        <source>%1 and %2 are of different fiscal years and cannot be added.</source>
        <translation>%1 と %2 は年度が異なるため、合計できません。</translation>
    </message>
    <message>
        <source>%1 is of a %2 and %3 of a %4: one may be part of the other, so they cannot be added.</source>
        <translation>%1 は %2 の値、%3 は %4 の値です。一方が他方に含まれることがあるため、合計できません。</translation>
    </message>
    <message>
        <source>%1 is there twice and would be counted twice.</source>
        <translation>%1 が二つあり、二重に数えることになります。</translation>
    </message>
    <message>
        <source>Figures of “%1” are not added. %2</source>
        <translation>「%1」の値は合計しません。%2</translation>
    </message>
    <message>
        <source>Owners of the kind %1 may overlap: members of several would be counted more than once. Allow it explicitly for an upper bound.</source>
        <translation>%1 は互いに重なることがあり、複数に属する者を重複して数えることになります。上限値でよければ、明示的に許可してください。</translation>
    </message>
    <message>
        <source>None of the parts has a value: %1.</source>
        <translation>内訳のどれにも値がありません：%1。</translation>
    </message>
    <message>
        <source>Some of the parts are targets and others are not: they cannot be added.</source>
        <translation>内訳に目標値とそうでない値が混じっているため、合計できません。</translation>
    </message>
    <message>
        <source>Parts are missing, so there is no total: %1.</source>
        <translation>内訳が欠けているため、合計になりません：%1。</translation>
    </message>
    <message>
        <source>Parts are missing, and the others are no lower bound: %1.</source>
        <translation>内訳が欠けており、残りの合計も下限値になりません：%1。</translation>
    </message>
    <message>
        <source>“%1” is no bureau with a %2.</source>
        <translation>「%1」は %2 のある経済産業局ではありません。</translation>
    </message>
    <message>
        <source>One of the figures of “%1” is a target and the other is not: they cannot be compared.</source>
        <translation>「%1」の一方は目標値で他方はそうでないため、比較できません。</translation>
    </message>
    <message>
        <source>What “%1” counts differs by source, and the figures are from different ones (%2; %3): they cannot be compared.</source>
        <translation>「%1」の範囲は資料により異なり、二つの値は出典が異なるため（%2、%3）、比較できません。</translation>
    </message>
    <message>
        <source>%1 is not above zero: there is no rate of change from it.</source>
        <translation>%1 が0より大きくないため、増減率を計算できません。</translation>
    </message>
    <message>
        <source>There is no figure of the nation for “%1” in fiscal year %2, nor of all prefectures: there is no share.</source>
        <translation>%2年度の「%1」には全国の値も全都道府県の値もないため、構成比を計算できません。</translation>
    </message>
    <message>
        <source>Figures of “%1” are no parts of a whole, so there is no share. %2</source>
        <translation>「%1」は全体の内訳ではないため、構成比を計算できません。%2</translation>
    </message>
    <message>
        <source>%1 is no part of the nation&apos;s figure (%2 of %3): they count different things.</source>
        <translation>%1 は全国の値の内訳ではありません（%3 のうち %2）。数えているものが異なります。</translation>
    </message>
    <message>
        <source>Figures of “%1” are no amounts, so there is no ratio of them. %2</source>
        <translation>「%1」は量ではないため、比を計算できません。%2</translation>
    </message>
    <message>
        <source>%1 is not above zero: nothing can be divided by it.</source>
        <translation>%1 が0より大きくないため、割ることができません。</translation>
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
        <source>Prints an atlas from the layouts of a project: a page of Japan, a page for each bureau, for each project and so on, with the figures of the project&apos;s fiscal year.

The pages are ordinary layouts, which you can change in QGIS&apos;s layout designer before; layouts of your own are printed too. They are printed by several processes at once, and joined to one PDF or kept as files.

Pages planned and pages made are compared: an atlas that lacks a page is not written, and the message says which page and why. Pages that are done are kept beside the output, so that the next export goes on from there.</source>
        <translation>プロジェクトのレイアウトから地図帳を印刷します。全国、局ごと、プロジェクトごとなどのページに、プロジェクトの年度の数値を載せます。

ページは通常のレイアウトですので、印刷の前に QGIS のレイアウトデザイナで直せます。ご自分で作ったレイアウトも印刷します。複数のプロセスで同時に印刷し、一つの PDF にまとめるか、ファイルとして残します。

予定したページ数とできたページ数を照合します。足りないページがあるときは地図帳を書き出さず、どのページがなぜ足りないかを示します。印刷済みのページは出力先の隣に残し、次の出力はその続きから行います。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>pdf: one PDF with all pages; pdf_per_bureau: a PDF for each bureau and one for the nation; pdf_per_page, geopdf (georeferenced, with layers), png, svg: a file for each page.</source>
        <translation>pdf: 全ページを一つの PDF に。pdf_per_bureau: 局ごとと全国で一つずつの PDF に。pdf_per_page、geopdf（位置情報とレイヤ付き）、png、svg: ページごとに一つのファイルに。</translation>
    </message>
    <message>
        <source>Resolution of pictures (dpi)</source>
        <translation>画像の解像度（dpi）</translation>
    </message>
    <message>
        <source>Of PNG files. Maps in PDF and SVG are drawn as vectors, sharp at any size.</source>
        <translation>PNG の解像度です。PDF と SVG の地図はベクタで描かれ、拡大しても粗くなりません。</translation>
    </message>
    <message>
        <source>Date on the pages (today if empty)</source>
        <translation>ページに載せる作成日（空欄は今日）</translation>
    </message>
    <message>
        <source>Year, month and day, such as 2026-04-01. The same data and the same date give the same file, byte for byte.</source>
        <translation>2026-04-01 のように年月日を指定します。データと日付が同じなら、まったく同じファイルになります。</translation>
    </message>
    <message>
        <source>Processes that print (0: one for each core)</source>
        <translation>印刷するプロセスの数（0 はコアの数）</translation>
    </message>
    <message>
        <source>Each takes a few hundred megabytes of memory.</source>
        <translation>一つにつき数百メガバイトのメモリを使います。</translation>
    </message>
    <message>
        <source>Keep pages that are done</source>
        <translation>印刷済みのページを使う</translation>
    </message>
    <message>
        <source>Pages of an export that was interrupted are not printed again, unless data, project, layout or these settings have changed since.</source>
        <translation>中断した出力で印刷済みのページは、データ・プロジェクト・レイアウト・この設定が変わっていなければ印刷し直しません。</translation>
    </message>
    <message>
        <source>Write the pages as text as well</source>
        <translation>ページの内容を文章でも書き出す</translation>
    </message>
    <message>
        <source>An HTML page beside the atlas, for readers who cannot see it: what the labels say, what the maps show, and the rows of the tables.</source>
        <translation>地図を見ることができない人のための HTML を地図帳の隣に書き出します。ラベルの文字、地図の内容の説明、表の全行を収めます。</translation>
    </message>
    <message>
        <source>Check the pages first</source>
        <translation>先にページを点検する</translation>
    </message>
    <message>
        <source>Nothing is printed if a font, a layer or an expression fails; see “Check atlas”.</source>
        <translation>フォント・レイヤ・式に問題があるときは印刷しません。「地図帳の点検」をご覧ください。</translation>
    </message>
    <message>
        <source>Atlas (one PDF)</source>
        <translation>地図帳（一つの PDF）</translation>
    </message>
    <message>
        <source>Folder (other formats)</source>
        <translation>フォルダ（その他の形式）</translation>
    </message>
    <message>
        <source>Where the files go if the format is not one PDF. Their names begin with the number of the page.</source>
        <translation>一つの PDF 以外の形式のときの保存先です。ファイル名はページ番号で始まります。</translation>
    </message>
    <message>
        <source>Pages printed</source>
        <translation>印刷したページ数</translation>
    </message>
    <message>
        <source>Pages kept from an export before</source>
        <translation>前回の出力から引き継いだページ数</translation>
    </message>
    <message>
        <source>FORMAT is one of %1.</source>
        <translation>FORMAT は次のいずれかです: %1。</translation>
    </message>
    <message>
        <source>Give OUTPUT, the PDF to write.</source>
        <translation>OUTPUT に書き出す PDF を指定してください。</translation>
    </message>
    <message>
        <source>Give OUTPUT_FOLDER, the folder for the files of this format.</source>
        <translation>OUTPUT_FOLDER にこの形式のファイルを保存するフォルダを指定してください。</translation>
    </message>
    <message>
        <source>“%1” is no date. Give year, month and day, such as 2026-04-01.</source>
        <translation>「%1」は日付ではありません。2026-04-01 のように年月日を指定してください。</translation>
    </message>
    <message>
        <source>Export of the atlas</source>
        <translation>地図帳の出力</translation>
    </message>
    <message>
        <source>REPORT would overwrite %1, which this export writes itself. Give the report another name.</source>
        <translation>REPORT が、この出力自身が書き出す %1 を上書きしてしまいます。レポートに別の名前を付けてください。</translation>
    </message>
</context>
<context>
    <name>CaExportAtlasDialog</name>
    <message>
        <source>PDF files</source>
        <translation>PDF ファイル</translation>
    </message>
    <message>
        <source>Save Atlas As</source>
        <translation>地図帳の保存先</translation>
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
        <source>Print Atlas</source>
        <translation>地図帳の印刷</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>印刷(&amp;P)</translation>
    </message>
    <message>
        <source>What the atlas has pages of. They are printed in this order.</source>
        <translation>地図帳に載せるページの種類です。この順に印刷します。</translation>
    </message>
    <message>
        <source>&amp;Kinds of pages</source>
        <translation>ページの種類(&amp;K)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Pages of these bureaus and of their projects only.</source>
        <translation>選んだ局と、その局のプロジェクトのページだけを印刷します。</translation>
    </message>
    <message>
        <source>&amp;Bureaus</source>
        <translation>局(&amp;B)</translation>
    </message>
    <message>
        <source>One PDF</source>
        <translation>一つの PDF</translation>
    </message>
    <message>
        <source>A PDF for each bureau</source>
        <translation>局ごとに一つの PDF</translation>
    </message>
    <message>
        <source>A PDF for each page</source>
        <translation>ページごとに一つの PDF</translation>
    </message>
    <message>
        <source>A GeoPDF for each page</source>
        <translation>ページごとに一つの GeoPDF</translation>
    </message>
    <message>
        <source>Pictures (PNG)</source>
        <translation>画像（PNG）</translation>
    </message>
    <message>
        <source>Drawings (SVG)</source>
        <translation>図面（SVG）</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>The atlas is finished or not there: a stopped export leaves an older file as it is.</source>
        <translation>地図帳は完成したものだけが保存されます。途中で止めたときは、前のファイルがそのまま残ります。</translation>
    </message>
    <message>
        <source>F&amp;ile or folder</source>
        <translation>ファイルまたはフォルダ(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Text for readers who cannot see the maps</source>
        <translation>地図を見られない人のための文章も作る(&amp;T)</translation>
    </message>
    <message>
        <source>An HTML page beside the atlas with what its pages say.</source>
        <translation>ページの内容を文章にした HTML を地図帳の隣に作ります。</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Double-click to see the place in the layout designer.</source>
        <translation>ダブルクリックすると、レイアウトデザイナでその場所を開きます。</translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s), about %1 s</source>
        <translation>
            <numerusform>用紙 %n 枚、約 %1 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one kind of pages.</source>
        <translation>ページの種類を一つ以上選んでください。</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>描画しています…</translation>
    </message>
    <message>
        <source>Prints the layouts of the project as an atlas. The fiscal year is that of the project.</source>
        <translation>プロジェクトのレイアウトを地図帳として印刷します。年度はプロジェクトの年度です。</translation>
    </message>
    <message>
        <source>In another language than the project&apos;s, layouts are made anew from their templates: what you have changed in them is printed in the project&apos;s language only.</source>
        <translation>プロジェクトと異なる言語では、レイアウトはひな形から作り直されます。レイアウトに加えた変更は、プロジェクトの言語でのみ印刷されます。</translation>
    </message>
    <message>
        <source>That of the project</source>
        <translation>プロジェクトの言語</translation>
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
        <source>Japanese, then English</source>
        <translation>日本語、続けて英語</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Making the pages in this language…</source>
        <translation>この言語のページを作成しています…</translation>
    </message>
    <message>
        <source>Planning the pages: %1 %</source>
        <translation>ページを計画しています：%1 %</translation>
    </message>
</context>
<context>
    <name>CaExportStatisticsAlgorithm</name>
    <message>
        <source>Export statistics</source>
        <translation>統計の書き出し</translation>
    </message>
    <message>
        <source>cluster,statistics,export,CSV,XLSX,Excel,sheet</source>
        <translation>クラスター,統計,書き出し,エクスポート,表計算,エクセル,シート,statistics,export,CSV,XLSX</translation>
    </message>
    <message>
        <source>Writes figures of the data pack, shipped and imported ones, as a CSV or an Excel sheet: a row an owner, fiscal year and metric, with unit, qualifier, flag and source.

Codes are written as text: in a CSV they are in quotes, in an XLSX they are text cells, so that 01 stays 01. Text that a spreadsheet would take for a formula gets an apostrophe in front. A CSV is UTF-8 with a mark that Excel knows, UTF-8, or CP932; a character that CP932 does not have is an error and nothing is written.</source>
        <translation>データパックの値（配布値と取り込んだ値）を CSV か Excel のシートに書き出します。所有者・年度・指標ごとに1行で、単位、確度、区分、出典を伴います。

コードは文字として書きます。CSV では引用符で囲み、XLSX では文字のセルにするので、01 は 01 のままです。表計算ソフトが式とみなす文字列には、先頭に &apos; を付けます。CSV の文字コードは、Excel が認識する UTF-8（BOM 付き）、UTF-8、CP932 から選べます。CP932 にない文字があるとエラーになり、何も書き出しません。</translation>
    </message>
    <message>
        <source>Encoding of a CSV</source>
        <translation>CSV の文字コード</translation>
    </message>
    <message>
        <source>UTF-8 (BOM) for Excel, CP932 for programs that take nothing else.</source>
        <translation>Excel には UTF-8（BOM 付き）、ほかを読めないソフトには CP932 を選びます。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;Excel files (*.xlsx)</source>
        <translation>CSV ファイル (*.csv);;Excel ファイル (*.xlsx)</translation>
    </message>
    <message>
        <source>A name that ends in .csv or .xlsx. A file that is there is replaced.</source>
        <translation>.csv か .xlsx で終わる名前にします。既にあるファイルは置き換えます。</translation>
    </message>
    <message>
        <source>Number of figures</source>
        <translation>値の数</translation>
    </message>
    <message>
        <source>There is no encoding “%1”. ENCODING takes: %2.</source>
        <translation>文字コード「%1」はありません。ENCODING に指定できるのは次のとおりです：%2。</translation>
    </message>
    <message>
        <source>Wrote %1 figures to %2</source>
        <translation>%1 個の値を %2 に書き出しました</translation>
    </message>
</context>
<context>
    <name>CaExpressions</name>
    <message>
        <source>“%1” is no kind of owner. Kinds: %2.</source>
        <translation>「%1」という種類はありません。指定できる種類：%2</translation>
    </message>
    <message>
        <source>%1 Nearest: %2.</source>
        <translation>%1 近い名称：%2</translation>
    </message>
    <message>
        <source>“%1” is no fiscal year. %2</source>
        <translation>「%1」は年度ではありません。%2</translation>
    </message>
    <message>
        <source>“%1” is no unit of Cluster Atlas: write its code, such as oku_yen.</source>
        <translation>「%1」という単位はありません。oku_yen のような単位のコードを書いてください。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>「%1」は数値ではありません。</translation>
    </message>
    <message>
        <source>Returns the code of whom a text names: a prefecture (JIS X 0401), a municipality (JIS X 0402, five digits), a METI bureau, a project, … Names may be short or in another spelling; codes may be in full width, with a check digit, or without leading zeros. NULL, and an error that names the candidates, if the text is unknown or may mean several.&lt;br&gt;&lt;br&gt;&lt;b&gt;kind&lt;/b&gt;: national, bureau, prefecture, municipality, project, subarea, type_example or link, to look among these only.&lt;br&gt;&lt;br&gt;ca_code(&apos;１３&apos;) → &apos;13&apos;&lt;br&gt;ca_code(&apos;府中市（東京都）&apos;) → &apos;13206&apos;&lt;br&gt;ca_code(&apos;132063&apos;) → &apos;13206&apos;&lt;br&gt;ca_code(&apos;北海道&apos;, &apos;bureau&apos;) → &apos;HOKKAIDO&apos;</source>
        <translation>文字列が表すもののコードを返します。都道府県（JIS X 0401）、市区町村（JIS X 0402、5桁）、経済産業局、プロジェクトなどに使えます。名称は略称や表記ゆれがあってもよく、コードは全角、検査数字付き、先頭の 0 が落ちたものでも読み取ります。不明なとき、又は複数の候補があるときは NULL を返し、候補を示すエラーになります。&lt;br&gt;&lt;br&gt;&lt;b&gt;kind&lt;/b&gt;：national、bureau、prefecture、municipality、project、subarea、type_example、link のいずれか。その種類だけから探します。&lt;br&gt;&lt;br&gt;ca_code(&apos;１３&apos;) → &apos;13&apos;&lt;br&gt;ca_code(&apos;府中市（東京都）&apos;) → &apos;13206&apos;&lt;br&gt;ca_code(&apos;132063&apos;) → &apos;13206&apos;&lt;br&gt;ca_code(&apos;北海道&apos;, &apos;bureau&apos;) → &apos;HOKKAIDO&apos;</translation>
    </message>
    <message>
        <source>Returns the fiscal year (April to March) that a text or a date lies in. NULL, and an error, for a calendar year, for a year that may be of either kind (2009), and for text that is ambiguous (21年度).&lt;br&gt;&lt;br&gt;ca_fiscal_year(&apos;平成21年度&apos;) → 2009&lt;br&gt;ca_fiscal_year(&apos;H21&apos;) → 2009&lt;br&gt;ca_fiscal_year(&apos;2010-03-31&apos;) → 2009&lt;br&gt;ca_fiscal_year(&apos;令和元年5月&apos;) → 2019</source>
        <translation>文字列又は日付が属する年度（4月から翌年3月まで）を返します。暦年、暦年か年度か分からない年（2009）、あいまいな表記（21年度）のときは NULL を返し、エラーになります。&lt;br&gt;&lt;br&gt;ca_fiscal_year(&apos;平成21年度&apos;) → 2009&lt;br&gt;ca_fiscal_year(&apos;H21&apos;) → 2009&lt;br&gt;ca_fiscal_year(&apos;2010-03-31&apos;) → 2009&lt;br&gt;ca_fiscal_year(&apos;令和元年5月&apos;) → 2019</translation>
    </message>
    <message>
        <source>Returns the number that a text says: with thousands separators, in full width, with △ or brackets for a negative, with 万 or 億, with a unit. An amount of money is returned in yen, unless a unit is given. A mark for nothing at all (-) is 0; a mark for a figure that is not known, withheld or not applicable (…, x) is NULL. NULL, and an error, if the text cannot be read.&lt;br&gt;&lt;br&gt;&lt;b&gt;unit&lt;/b&gt;: code of the unit to convert to, such as oku_yen, million_yen or persons.&lt;br&gt;&lt;br&gt;ca_number(&apos;１，２３４&apos;) → 1234&lt;br&gt;ca_number(&apos;△12.5&apos;) → -12.5&lt;br&gt;ca_number(&apos;3.5万人&apos;) → 35000&lt;br&gt;ca_number(&apos;12,345百万円&apos;, &apos;oku_yen&apos;) → 123.45</source>
        <translation>文字列が表す数値を返します。桁区切り、全角数字、△やかっこによる負数、万・億、単位の付いた値を読み取ります。金額は、単位を指定しなければ円で返します。皆無を示す記号（-）は 0、不詳・秘匿・該当なしを示す記号（…、x）は NULL です。読み取れないときは NULL を返し、エラーになります。&lt;br&gt;&lt;br&gt;&lt;b&gt;unit&lt;/b&gt;：換算先の単位のコード（oku_yen、million_yen、persons など）。&lt;br&gt;&lt;br&gt;ca_number(&apos;１，２３４&apos;) → 1234&lt;br&gt;ca_number(&apos;△12.5&apos;) → -12.5&lt;br&gt;ca_number(&apos;3.5万人&apos;) → 35000&lt;br&gt;ca_number(&apos;12,345百万円&apos;, &apos;oku_yen&apos;) → 123.45</translation>
    </message>
    <message>
        <source>Cluster Atlas</source>
        <translation>Cluster Atlas</translation>
    </message>
    <message>
        <source>“%1” is no fiscal year: write four digits, such as 2009.</source>
        <translation>「%1」は年度ではありません。2009 のように4桁の数字で書いてください。</translation>
    </message>
    <message>
        <source>Returns a figure of the data pack, shipped or imported: of an owner, a metric and a fiscal year (April to March). The pack is the one beside the project. NULL if there is no figure, or one without a value: suppressed, not available, not applicable. NULL, and an error, if the owner or the metric is not known or ambiguous.&lt;br&gt;&lt;br&gt;&lt;b&gt;owner&lt;/b&gt;: a code, or a name.&lt;br&gt;&lt;b&gt;metric&lt;/b&gt;: a code as in the table of metrics, such as firms.&lt;br&gt;&lt;b&gt;fiscal_year&lt;/b&gt;: that of the project if it is left out.&lt;br&gt;&lt;br&gt;ca_stat(&apos;NATIONAL&apos;, &apos;firms&apos;, 2009) → 10200&lt;br&gt;ca_stat(&apos;HOKKAIDO_IT&apos;, &apos;sales&apos;, 2010) → 4125</source>
        <translation>データパックの値（配布値か取り込んだ値）を、所有者、指標、年度（4月～翌年3月）を指定して返します。データパックはプロジェクトと同じフォルダのものです。値がないとき、秘匿・不明・該当なしのときは NULL です。所有者や指標が分からないか曖昧なときは NULL とエラーになります。&lt;br&gt;&lt;br&gt;&lt;b&gt;owner&lt;/b&gt;：コードか名称。&lt;br&gt;&lt;b&gt;metric&lt;/b&gt;：表「指標」のコード（例：firms）。&lt;br&gt;&lt;b&gt;fiscal_year&lt;/b&gt;：省略するとプロジェクトの年度。&lt;br&gt;&lt;br&gt;ca_stat(&apos;NATIONAL&apos;, &apos;firms&apos;, 2009) → 10200&lt;br&gt;ca_stat(&apos;HOKKAIDO_IT&apos;, &apos;sales&apos;, 2010) → 4125</translation>
    </message>
</context>
<context>
    <name>CaFigureStage</name>
    <message>
        <source>Figures could not be put aside in %1 (%2). Nothing was changed: make room on the disk, and try again.</source>
        <translation>数値を %1 に一時保存できませんでした（%2）。何も変更していません。ディスクの空きを増やして、もう一度実行してください。</translation>
    </message>
</context>
<context>
    <name>CaFigureText</name>
    <message>
        <source>no data</source>
        <translation>データなし</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約%1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1以上</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>%1以下</translation>
    </message>
    <message>
        <source>%1 (target)</source>
        <translation>%1（目標）</translation>
    </message>
    <message>
        <source>%1 (computed)</source>
        <translation>%1（算出）</translation>
    </message>
    <message>
        <source>%1 (preliminary)</source>
        <translation>%1（速報）</translation>
    </message>
    <message>
        <source>%1 (revised)</source>
        <translation>%1（改定）</translation>
    </message>
    <message>
        <source>under %1 %</source>
        <translation>%1 % 未満</translation>
    </message>
    <message>
        <source>over %1 %</source>
        <translation>%1 % 超</translation>
    </message>
</context>
<context>
    <name>CaFigureWords</name>
    <message>
        <source>zero by a mark</source>
        <translation>記号による皆無</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>確数</translation>
    </message>
    <message>
        <source>about</source>
        <translation>約</translation>
    </message>
    <message>
        <source>or more</source>
        <translation>以上</translation>
    </message>
    <message>
        <source>or less</source>
        <translation>以下</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目標</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>計算値</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>速報</translation>
    </message>
    <message>
        <source>revised</source>
        <translation>訂正</translation>
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
    <message>
        <source>%1 could not be written (%2). Is the disk full, or the folder write-protected?</source>
        <translation>%1 に書き込めませんでした（%2）。ディスクの空き容量と、フォルダが書き込み禁止でないかを確認してください。</translation>
    </message>
</context>
<context>
    <name>CaFindClustersAlgorithm</name>
    <message>
        <source>Find clusters</source>
        <translation>クラスターの検索</translation>
    </message>
    <message>
        <source>cluster,find,search,select,filter,field,bureau,type,country,partner,touching,statistics</source>
        <translation>クラスター,検索,選択,絞り込み,分野,局,類型,国,連携先,接する,統計,find,search,select</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>分野</translation>
    </message>
    <message>
        <source>Such as BIO, IT, MANUFACTURING or バイオ; any of several separated by commas. A name that is not there brings the list.</source>
        <translation>BIO、IT、MANUFACTURING、バイオなど。複数ならコンマで区切ります（いずれかに該当）。存在しない名称を入れると一覧を表示します。</translation>
    </message>
    <message>
        <source>Bureau in charge</source>
        <translation>担当局</translation>
    </message>
    <message>
        <source>Codes such as KANTO,CHUBU.</source>
        <translation>KANTO,CHUBU などのコード。</translation>
    </message>
    <message>
        <source>Type of 2010</source>
        <translation>2010年の類型</translation>
    </message>
    <message>
        <source>leading or regional.</source>
        <translation>leading（先導的）または regional（地域主導型）。</translation>
    </message>
    <message>
        <source>Country of a partner</source>
        <translation>連携先の国</translation>
    </message>
    <message>
        <source>ISO codes of two letters such as DE,US.</source>
        <translation>DE,US などの ISO 2 文字コード。</translation>
    </message>
    <message>
        <source>Matching areas</source>
        <translation>該当する区域</translation>
    </message>
    <message>
        <source>A layer of the areas, with the reasons and whether it is certain.</source>
        <translation>区域のレイヤです。理由と、確実かどうかを示します。</translation>
    </message>
    <message>
        <source>Areas of which it is not known</source>
        <translation>判定できない区域</translation>
    </message>
    <message>
        <source>Areas that meet what is known of them, with what is not known.</source>
        <translation>分かっている条件は満たす区域です。何が分からないかを示します。</translation>
    </message>
    <message>
        <source>Number of matches</source>
        <translation>該当する区域の数</translation>
    </message>
    <message>
        <source>Of these, perhaps</source>
        <translation>うち、可能性ありの数</translation>
    </message>
    <message>
        <source>Number of areas of which it is not known</source>
        <translation>判定できない区域の数</translation>
    </message>
    <message>
        <source>Codes of the matches</source>
        <translation>該当する区域のコード</translation>
    </message>
    <message>
        <source>Codes of the areas of which it is not known</source>
        <translation>判定できない区域のコード</translation>
    </message>
    <message>
        <source>Touching a layer</source>
        <translation>レイヤに接する</translation>
    </message>
    <message>
        <source>Any layer: areas that have a point in common with one of its features, or of those selected.</source>
        <translation>任意のレイヤ。その地物（選択時は選択した地物）のいずれかと共有する点をもつ区域を検索します。</translation>
    </message>
    <message>
        <source>or touching a geometry</source>
        <translation>またはジオメトリに接する</translation>
    </message>
    <message>
        <source>As text (WKT) in the coordinates of the boundaries, or with CRS=EPSG:4326; before it.</source>
        <translation>境界データの座標によるテキスト（WKT）。ほかの座標系なら先頭に CRS=EPSG:4326; などを付けます。</translation>
    </message>
    <message>
        <source>or touching an extent</source>
        <translation>または範囲に接する</translation>
    </message>
    <message>
        <source>West, east, south, north, with the coordinate reference system, as in 137,138,34,35 [EPSG:6668].</source>
        <translation>西、東、南、北と座標参照系。例：137,138,34,35 [EPSG:6668]</translation>
    </message>
    <message>
        <source>Figure: metric</source>
        <translation>数値：指標</translation>
    </message>
    <message>
        <source>A code as in the table of metrics, such as firms; empty for no condition on figures.</source>
        <translation>指標の表にあるコード（例：firms）。数値の条件を付けないなら空。</translation>
    </message>
    <message>
        <source>Figure: comparison (eq =, ne ≠, lt &lt;, le ≤, gt &gt;, ge ≥)</source>
        <translation>数値：比較（eq =、ne ≠、lt &lt;、le ≤、gt &gt;、ge ≥）</translation>
    </message>
    <message>
        <source>An approximate figure is compared as it stands; one that is only “at least” or “at most” where it decides.</source>
        <translation>概数はそのままの値で比べます。「以上」「以下」の数値は、それで判定できる場合だけ使います。</translation>
    </message>
    <message>
        <source>Figure: value</source>
        <translation>数値：値</translation>
    </message>
    <message>
        <source>In the unit of the metric.</source>
        <translation>指標の単位による値。</translation>
    </message>
    <message>
        <source>A condition on a figure needs METRIC and VALUE, both.</source>
        <translation>数値の条件には METRIC と VALUE の両方が必要です。</translation>
    </message>
    <message>
        <source>OPERATOR is one of %1.</source>
        <translation>OPERATOR は %1 のいずれかです。</translation>
    </message>
    <message>
        <source>VALUE is no number.</source>
        <translation>VALUE が数値ではありません。</translation>
    </message>
    <message>
        <source>Give one of TOUCHING, POLYGON and EXTENT.</source>
        <translation>TOUCHING、POLYGON、EXTENT はいずれか 1 つだけ指定してください。</translation>
    </message>
    <message>
        <source>%1 is no geometry with coordinates: “%2”.</source>
        <translation>%1 は座標のあるジオメトリではありません：「%2」。</translation>
    </message>
    <message>
        <source>The place cannot be transformed to %1: %2. Is its coordinate reference system right?</source>
        <translation>場所を %1 に変換できません: %2。座標参照系は正しいですか。</translation>
    </message>
    <message>
        <source>%1 has no features: nothing can touch it.</source>
        <translation>%1 には地物がなく、接する区域を調べられません。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) without coordinates touch nothing.</source>
        <translation>
            <numerusform>座標のない地物 %n 件は、どの区域にも接しません。</numerusform>
        </translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>該当</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>区域の精度</translation>
    </message>
    <message>
        <source>No area matches.</source>
        <translation>該当する区域はありません。</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>判定できない区域</translation>
    </message>
    <message>
        <source>%1 areas match, %2 of them perhaps; of %3 it is not known.</source>
        <translation>該当する区域 %1（うち可能性あり %2）。判定できない区域 %3。</translation>
    </message>
    <message>
        <source>Not known, and no match:</source>
        <translation>判定できないため、該当としない区域：</translation>
    </message>
    <message>
        <source>all conditions have to be met, and of several values one; an area touches if it has a point in common; no data is no match</source>
        <translation>すべての条件を満たすこと（複数の値はいずれか 1 つ）。共有する点があれば接するとみなす。データなしは該当としない</translation>
    </message>
    <message>
        <source>Finds the projects, sub-areas and areas of your own that meet all the conditions you give: field, bureau in charge, type of 2010, a partner in a country, an area that touches a layer, a polygon or an extent, and a figure of a fiscal year. Of several values separated by commas one is enough. The answer is a layer, with the reasons.

An area without the figure asked for is no match: it is listed in UNKNOWN, with what is not known. So is one of which only a part is known and that part does not touch. An area that touches, but is known only by its prefectures, is in the answer as “perhaps”.

A sub-area has the fields and bureau of its project, but only its own partners and figures. A project has the type of an example that is a part of it. An area of MEMBERSHIP has its place and, if you imported some, its figures; asked for a field, a bureau, a type or a country, it is no match.</source>
        <translation>指定した条件をすべて満たすプロジェクト、サブエリア、独自の区域を検索します。条件は、分野、担当局、2010年の類型、連携先の国、レイヤ・ポリゴン・範囲に接する区域、ある年度の数値です。コンマで区切った値は、いずれか 1 つを満たせば該当します。結果は理由を付けたレイヤです。

条件の数値がない区域は該当とせず、何が分からないかとともに UNKNOWN に示します。区域の一部しか分からず、その部分が接していない場合も同様です。接しているものの、所在する都道府県でしか分からない区域は、「可能性あり」（perhaps）として結果に含めます。

サブエリアの分野と局はプロジェクトのものですが、連携先と数値は自らのものだけです。プロジェクトの類型には、その一部である具体例の類型を含みます。 MEMBERSHIP の区域にあるのは位置と、取り込んだ場合の数値だけです。分野、局、類型、国を条件にすると該当しません。</translation>
    </message>
</context>
<context>
    <name>CaFiscalDate</name>
    <message>
        <source>“%1” is no year and no date. Write 平成21年度, 2009年度, 2009-04 or 2009-04-01.</source>
        <translation>「%1」は年でも日付でもありません。平成21年度、2009年度、2009-04、2009-04-01 のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” has more than a fiscal year in it. Leave only the year.</source>
        <translation>「%1」には年度のほかにも何か書かれています。年度だけにしてください。</translation>
    </message>
    <message>
        <source>“%1” has more than a year in it. Leave only the year.</source>
        <translation>「%1」には年のほかにも何か書かれています。年だけにしてください。</translation>
    </message>
    <message>
        <source>“%1” may be a day as Excel counts them, or no date at all: show the cell as a date in the spreadsheet and save it again.</source>
        <translation>「%1」は Excel の日付の通し番号かもしれず、日付ではないかもしれません。表計算ソフトでセルを日付の表示に変えて、保存し直してください。</translation>
    </message>
    <message>
        <source>“%1” is no year of an era.</source>
        <translation>「%1」という元号の年はありません。</translation>
    </message>
    <message>
        <source>“%1” is no year between %2 and %3.</source>
        <translation>「%1」は %2 から %3 までの年ではありません。</translation>
    </message>
    <message>
        <source>“%1” does not say of which era. Write one of: %2.</source>
        <translation>「%1」には元号がありません。次のいずれかで書いてください：%2</translation>
    </message>
    <message>
        <source>“%1” does not exist: %2 lasted from %3 to %4. Perhaps %5 is meant.</source>
        <translation>「%1」は存在しません。%2は %3 から %4 までです。%5 のことかもしれません。</translation>
    </message>
    <message>
        <source>%1 had ended on %2; read as FY%3.</source>
        <translation>%1は %2 に終わっています。%3年度と読みました。</translation>
    </message>
    <message>
        <source>Calendar year %1: January to March are in FY%2, the rest in FY%1.</source>
        <translation>%1年は暦年です。1月から3月までは%2年度、4月からは%1年度です。</translation>
    </message>
    <message>
        <source>Read as a fiscal year, FY%1.</source>
        <translation>%1年度と読みました。</translation>
    </message>
    <message>
        <source>%1 may be a calendar year or a fiscal year.</source>
        <translation>%1 は暦年とも年度とも読めます。</translation>
    </message>
    <message>
        <source>“%1” may be January, or October with its last 0 lost. Write one of: %2.</source>
        <translation>「%1」は1月か、末尾の 0 が落ちた10月か、決められません。次のいずれかで書いてください：%2</translation>
    </message>
    <message>
        <source>“%1” is no month of a year.</source>
        <translation>「%1」という月はありません。</translation>
    </message>
    <message>
        <source>“%1” is no day of the calendar.</source>
        <translation>「%1」という日はありません。</translation>
    </message>
    <message>
        <source>“%1” is too long for a date.</source>
        <translation>「%1」は日付としては長すぎます。</translation>
    </message>
    <message>
        <source>“%1” says in brackets something else than before them. Leave one of them.</source>
        <translation>「%1」はかっこの中と外で内容が違います。どちらか一つにしてください。</translation>
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
    <name>CaHereDock</name>
    <message>
        <source>What Is Here?</source>
        <translation>ここには何がある？</translation>
    </message>
    <message>
        <source>Copy the answer as text</source>
        <translation>結果を文字としてコピー</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>検索を中止</translation>
    </message>
    <message>
        <source>Click on the map, drag a rectangle, or hold Shift and draw a shape.</source>
        <translation>地図をクリックするか、ドラッグで四角形を、Shift を押しながらドラッグで自由な形を描いてください。</translation>
    </message>
    <message>
        <source>Reading the boundaries…</source>
        <translation>境界を読み込んでいます…</translation>
    </message>
    <message>
        <source>%1 E, %2 N</source>
        <translation>東経 %1、北緯 %2</translation>
    </message>
    <message>
        <source>A polygon of %1 km² around %2</source>
        <translation>%2 を中心とする %1 km² のポリゴン</translation>
    </message>
    <message>
        <source>What is here?</source>
        <translation>ここには何がある？</translation>
    </message>
    <message>
        <source>%1: stopped.</source>
        <translation>%1: 中止しました。</translation>
    </message>
    <message>
        <source>%1: nothing. It is in the sea, in a lake, or abroad.</source>
        <translation>%1: 何もありません。海・湖・国外です。</translation>
    </message>
</context>
<context>
    <name>CaHereGroups</name>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>Bureau</source>
        <translation>経済産業局</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Sub-areas</source>
        <translation>サブ地域</translation>
    </message>
    <message>
        <source>Examples of types</source>
        <translation>類型の例</translation>
    </message>
    <message>
        <source>Areas of your own</source>
        <translation>独自の区域</translation>
    </message>
    <message>
        <source>Links with partners abroad</source>
        <translation>海外の連携先とのつながり</translation>
    </message>
    <message>
        <source>Figures of fiscal year %1</source>
        <translation>%1年度の数値</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>figure and unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>CaImportStatisticsAlgorithm</name>
    <message>
        <source>The profile %1 cannot be used. %2</source>
        <translation>読み方の設定 %1 は使えません。%2</translation>
    </message>
    <message>
        <source>Import statistics</source>
        <translation>統計の取り込み</translation>
    </message>
    <message>
        <source>cluster,statistics,import,CSV,Excel,XLSX,sheet,fiscal year</source>
        <translation>クラスター,統計,取り込み,インポート,CSV,Excel,XLSX,表,年度</translation>
    </message>
    <message>
        <source>Reads figures from a sheet as it was published into the working data pack: CSV in any usual Japanese encoding, Excel (XLSX, XLS), ODS or DBF, with title rows, notes, headers of two rows, a column a fiscal year or a metric, 1,234, △12, 約, x, …, 平成21年度.

Nothing is guessed: a cell that cannot be read for certain is listed in the report with its sheet and address, and then nothing is imported. A dry run (DRY_RUN) reads and compares just the same, and changes nothing. Importing a sheet again replaces the figures that came from it, and the report shows what changed. Missing, suppressed, not applicable and zero stay four different things.

How the sheet is understood is in the report; it can be corrected in the dialog “Import statistics…”, or as a profile: write it with PROFILE_OUTPUT, change it, and give it as PROFILE. What was decided in the dialog is remembered for the next sheet of the same kind.</source>
        <translation>公表されたままの表から、作業用データパックに値を取り込みます。日本でよく使われる文字コードの CSV、Excel（XLSX、XLS）、ODS、DBF に対応し、表題の行、注、2行の見出し、年度別・指標別の列、1,234、△12、約、x、…、平成21年度 などをそのまま読みます。

推測で取り込むことはありません。確実に読めないセルはシート名と番地を付けてレポートに載せ、その場合は何も取り込みません。試行（DRY_RUN）では同じように読んで比較するだけで、何も変更しません。同じ表をもう一度取り込むと、その表から取り込んだ値を置き換え、変わった点をレポートに示します。不明・秘匿・該当なし・ゼロは区別されたままです。

表をどう読んだかはレポートに載ります。「統計の取り込み…」のダイアログで直せるほか、PROFILE_OUTPUT に書き出した設定を直して PROFILE に指定することもできます。ダイアログで決めた読み方は記憶され、次に同じ種類の表を取り込むときに使われます。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Sheets (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.dbf)</source>
        <translation>表 (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.dbf)</translation>
    </message>
    <message>
        <source>A CSV, a workbook or a DBF with figures.</source>
        <translation>値の入った CSV、ブック、又は DBF。</translation>
    </message>
    <message>
        <source>Sheet of a workbook (the first if empty)</source>
        <translation>ブックのシート（空欄なら最初のシート）</translation>
    </message>
    <message>
        <source>Its name. Hidden sheets are passed over unless they are named.</source>
        <translation>シートの名前。非表示のシートは、名前を指定したときだけ読みます。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>読み方の設定</translation>
    </message>
    <message>
        <source>Profiles (*.json)</source>
        <translation>読み方の設定 (*.json)</translation>
    </message>
    <message>
        <source>What the columns of such sheets mean, as PROFILE_OUTPUT writes it.</source>
        <translation>この種の表の列が何を表すか。PROFILE_OUTPUT が書き出す形式です。</translation>
    </message>
    <message>
        <source>Rows and years are those of the profile, too</source>
        <translation>行と年度も設定のとおりにする</translation>
    </message>
    <message>
        <source>For the very sheet the profile was made for. Otherwise only what it says of the columns is used.</source>
        <translation>設定を作ったその表に使います。そうでないときは、列についての設定だけが使われます。</translation>
    </message>
    <message>
        <source>Encoding of a text file (detected if not chosen)</source>
        <translation>テキストファイルの文字コード（選ばなければ自動判定）</translation>
    </message>
    <message>
        <source>CP932 is what Windows calls Shift_JIS.</source>
        <translation>CP932 は Windows のシフト JIS です。</translation>
    </message>
    <message>
        <source>Only say what would be imported</source>
        <translation>取り込まずに結果だけを示す（試行）</translation>
    </message>
    <message>
        <source>Reads and compares just the same, and changes nothing.</source>
        <translation>同じように読んで比較しますが、何も変更しません。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>HTML files (*.html);;JSON files (*.json)</source>
        <translation>HTML ファイル (*.html);;JSON ファイル (*.json)</translation>
    </message>
    <message>
        <source>What was read, every cell in doubt, and what changed, as HTML or JSON.</source>
        <translation>読み取った内容、疑わしいセルのすべて、変わった点を、HTML 又は JSON で書き出します。</translation>
    </message>
    <message>
        <source>How the sheet was understood</source>
        <translation>表をどう読んだか</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON ファイル (*.json)</translation>
    </message>
    <message>
        <source>A profile to correct and to give as PROFILE.</source>
        <translation>直して PROFILE に指定できる設定です。</translation>
    </message>
    <message>
        <source>Figures read</source>
        <translation>読み取った値の数</translation>
    </message>
    <message>
        <source>Rows with figures</source>
        <translation>数値のある行</translation>
    </message>
    <message>
        <source>Cells to look at</source>
        <translation>確認するセル</translation>
    </message>
    <message>
        <source>Figures added</source>
        <translation>追加された値の数</translation>
    </message>
    <message>
        <source>Figures removed</source>
        <translation>削除された値の数</translation>
    </message>
    <message>
        <source>Figures changed</source>
        <translation>変わった値の数</translation>
    </message>
    <message>
        <source>Figures as before</source>
        <translation>変わらない値の数</translation>
    </message>
</context>
<context>
    <name>CaImportStatisticsDialog</name>
    <message>
        <source>Import Statistics</source>
        <translation>統計の取り込み</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>取り込む(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>Reads the whole sheet and says what would be imported. Nothing is changed.</source>
        <translation>表全体を読み、何が取り込まれるかを示します。何も変更しません。</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Choose a Sheet</source>
        <translation>表の選択</translation>
    </message>
    <message>
        <source>CSV, TSV, Excel (XLSX, XLS), ODS or DBF, as it was published.</source>
        <translation>公表されたままの CSV、TSV、Excel（XLSX、XLS）、ODS、DBF。</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>自動判定</translation>
    </message>
    <message>
        <source>Of text files. CP932 is what Windows calls Shift_JIS.</source>
        <translation>テキストファイルの文字コード。CP932 は Windows のシフト JIS です。</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>文字コード(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>シート(&amp;S)</translation>
    </message>
    <message>
        <source>How it is understood</source>
        <translation>表の読み方</translation>
    </message>
    <message>
        <source>The sheet</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>最後まで</translation>
    </message>
    <message>
        <source>rows:</source>
        <translation>行目から&#x3000;行数</translation>
    </message>
    <message>
        <source>figures from row</source>
        <translation>値</translation>
    </message>
    <message>
        <source>to</source>
        <translation>行目から</translation>
    </message>
    <message>
        <source>&amp;Header in row</source>
        <translation>見出し(&amp;H)</translation>
    </message>
    <message>
        <source>as the columns say</source>
        <translation>列による</translation>
    </message>
    <message>
        <source>all figures are of the metric</source>
        <translation>すべての値の指標：</translation>
    </message>
    <message>
        <source>fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Figures are &amp;of</source>
        <translation>値の所有者(&amp;O)</translation>
    </message>
    <message>
        <source>(the file has no sheets)</source>
        <translation>（シートのないファイル）</translation>
    </message>
    <message>
        <source>A sheet of this kind was imported before: it is read the same way. </source>
        <translation>同じ種類の表を以前に取り込んでいます。そのときと同じ読み方をします。</translation>
    </message>
    <message>
        <source>Look at how the sheet is understood, correct it if need be, and check it.</source>
        <translation>表の読み方を見て、必要なら直し、「確認」を押してください。</translation>
    </message>
    <message>
        <source>Read as %1. Look at how the sheet is understood, correct it if need be, and check it.</source>
        <translation>%1 として読みました。表の読み方を見て、必要なら直し、「確認」を押してください。</translation>
    </message>
    <message>
        <source>Nothing can be written to %1. Is the disk full?</source>
        <translation>%1 に書き込めません。ディスクの空き容量を確認してください。</translation>
    </message>
    <message>
        <source>Checking the sheet…</source>
        <translation>表を確認しています…</translation>
    </message>
    <message>
        <source>Importing the sheet…</source>
        <translation>表を取り込んでいます…</translation>
    </message>
    <message>
        <source>Stopped at your request; nothing was changed.</source>
        <translation>中止しました。何も変更されていません。</translation>
    </message>
    <message>
        <source>%L1 figures: %L2 new, %L3 changed, %L4 removed, %L5 as before; %L6 cells to look at.</source>
        <translation>値 %L1 件：新規 %L2、変更 %L3、削除 %L4、変更なし %L5。要確認のセル %L6。</translation>
    </message>
    <message>
        <source>&amp;Make a Sheet to Fill In</source>
        <translation>記入用シートを作る(&amp;M)</translation>
    </message>
    <message>
        <source>Writes an empty sheet with codes and names for a bureau to fill in. What comes back is read without a correction.</source>
        <translation>コードと名称の入った空のシートを作ります。各局に記入してもらえば、手直しせずに取り込めます。</translation>
    </message>
    <message>
        <source>With a row for each of the %1…</source>
        <translation>%1ごとに1行…</translation>
    </message>
    <message>
        <source>Make a Sheet to Fill In</source>
        <translation>記入用シートを作る</translation>
    </message>
    <message>
        <source>Excel files (*.xlsx);;CSV files (*.csv)</source>
        <translation>Excel ファイル (*.xlsx);;CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>Making the sheet…</source>
        <translation>シートを作っています…</translation>
    </message>
    <message>
        <source>The sheet to fill in is %1.</source>
        <translation>記入用シートを作りました：%1</translation>
    </message>
</context>
<context>
    <name>CaJoinAlgorithm</name>
    <message>
        <source>Field with codes or names</source>
        <translation>コードか名称のフィールド</translation>
    </message>
    <message>
        <source>Codes of bureaus, projects, prefectures or municipalities, or their names.</source>
        <translation>経済産業局、プロジェクト、都道府県、市区町村などのコードか名称。</translation>
    </message>
    <message>
        <source>Prefix of the new fields</source>
        <translation>追加するフィールドの接頭辞</translation>
    </message>
    <message>
        <source>Keeps the new fields apart from those of the layer.</source>
        <translation>追加するフィールドを、レイヤのフィールドと区別します。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>HTML files (*.html);;JSON files (*.json)</source>
        <translation>HTML ファイル (*.html);;JSON ファイル (*.json)</translation>
    </message>
    <message>
        <source>What matched and what did not, as HTML or JSON.</source>
        <translation>結合できたものとできなかったもの（HTML か JSON）。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>地物数</translation>
    </message>
    <message>
        <source>Features joined</source>
        <translation>結合できた地物</translation>
    </message>
    <message>
        <source>Features whose key means no owner</source>
        <translation>所有者の分からないキーの地物</translation>
    </message>
    <message>
        <source>Features without a key</source>
        <translation>キーのない地物</translation>
    </message>
    <message>
        <source>Owners with figures and no feature</source>
        <translation>値はあるが地物のない所有者</translation>
    </message>
</context>
<context>
    <name>CaJoinEngine</name>
    <message>
        <source>The layer “%1” has no field “%2”. Its fields are: %3.</source>
        <translation>レイヤ「%1」にフィールド「%2」はありません。あるのは次のフィールドです：%3。</translation>
    </message>
    <message>
        <source>No metric was chosen. The metrics are: %1.</source>
        <translation>指標が選ばれていません。指標は次のとおりです：%1。</translation>
    </message>
    <message>
        <source>There are no figures of such owners at all. Import a sheet first.</source>
        <translation>そのような所有者の値は一つもありません。先にシートを取り込んでください。</translation>
    </message>
    <message>
        <source>There is no figure for fiscal year %1. Years with figures: %2.</source>
        <translation>%1年度の数値はありません。数値のある年度：%2</translation>
    </message>
    <message>
        <source>The table “figures” of %1 has several rows for %2 in fiscal year %3: it was changed by hand. Take a fresh copy of the data pack and import your sheets again.</source>
        <translation>%1 の表「figures」に、%3年度の %2 の行が複数あります。手作業で変更されています。データパックを新しくコピーし、シートを取り込み直してください。</translation>
    </message>
    <message>
        <source>Canceled: nothing was joined.</source>
        <translation>中止しました。何も結合していません。</translation>
    </message>
</context>
<context>
    <name>CaJoinLayer</name>
    <message>
        <source>The field “%1” of “%2” holds neither texts nor numbers: choose a field with codes or names.</source>
        <translation>「%2」のフィールド「%1」は文字でも数値でもありません。コードか名称のフィールドを選んでください。</translation>
    </message>
    <message>
        <source>The layer “%1” has a field “%2” already: choose another prefix than “%3”.</source>
        <translation>レイヤ「%1」には既にフィールド「%2」があります。「%3」以外の接頭辞を選んでください。</translation>
    </message>
    <message>
        <source>The table “%1” of the data pack %2 cannot be read. Take a fresh copy of the pack.</source>
        <translation>データパック %2 の表「%1」を読み込めません。データパックをコピーし直してください。</translation>
    </message>
    <message>
        <source>Figures joined to “%1” (FY%2)</source>
        <translation>「%1」に結合した数値（%2年度）</translation>
    </message>
    <message>
        <source>No statistics are joined to the layer “%1”.</source>
        <translation>レイヤ「%1」に統計は結合されていません。</translation>
    </message>
</context>
<context>
    <name>CaJoinLayerAlgorithm</name>
    <message>
        <source>Join statistics to a layer in place</source>
        <translation>レイヤへの統計の結合</translation>
    </message>
    <message>
        <source>cluster,statistics,join,figures,fiscal year,code,table,layer</source>
        <translation>クラスター,統計,結合,値,年度,コード,表,レイヤ</translation>
    </message>
    <message>
        <source>Joins figures to a layer of the project as a plain QGIS join: shipped participation and the statistics you have imported. Any layer with a column of codes or names can be joined; codes are compared by what they mean, so that 01, 1 and 北海道 are one prefecture. The layer&apos;s own data is not touched.

The joined fields show the year you choose; they follow when the project&apos;s fiscal year is changed, and when figures are imported. The join works, and can be saved, in a QGIS without Cluster Atlas. Joining a layer again replaces the join.

If some features could not be joined, the name of the layer says so, and with it every legend: a map that is coloured by half of the features does not hide it. The report lists what matched and what did not, with the nearest names. A dry run (DRY_RUN) writes the report and changes nothing.

“Take statistics off a layer” removes the join. For a copy with real fields, which can be used in filters, see “Join statistics”.</source>
        <translation>プロジェクトのレイヤに、提供された参加機関数や取り込んだ統計の値を、通常の QGIS の結合として結合します。コードか名称の列があれば、どのレイヤにも結合できます。コードは意味で比べるため、01、1、北海道は同じ都道府県です。レイヤ自身のデータは変更しません。

結合したフィールドは選んだ年度の値を示し、プロジェクトの年度を変えたときや値を取り込んだときには、それに合わせて変わります。結合は Cluster Atlas のない QGIS でも働き、保存できます。もう一度結合すると、前の結合を置き換えます。

結合できない地物があるときは、レイヤ名に（したがって凡例にも）そのことが示されます。一部の地物だけで塗り分けた地図が、それを隠すことはありません。レポートには、一致したもの、一致しなかったものを、近い名称とともに示します。試行（DRY_RUN）では、レポートを書くだけで何も変更しません。

結合は「レイヤから統計を外す」で外せます。フィルタに使える実際のフィールドを持つ複製を作るには、「統計の結合」を使ってください。</translation>
    </message>
    <message>
        <source>Layer of the project</source>
        <translation>プロジェクトのレイヤ</translation>
    </message>
    <message>
        <source>Any layer or table with a column of codes or names.</source>
        <translation>コードか名称の列がある、任意のレイヤか表。</translation>
    </message>
    <message>
        <source>Only say what would be joined</source>
        <translation>何が結合されるかを調べるだけにする</translation>
    </message>
    <message>
        <source>Works everything out, writes the report, and changes nothing.</source>
        <translation>すべて調べてレポートを書きますが、何も変更しません。</translation>
    </message>
    <message>
        <source>Join the values alone</source>
        <translation>値だけを結合する</translation>
    </message>
    <message>
        <source>Without the qualifier, flag and source of each figure: changing the fiscal year of many metrics is then twice as fast.</source>
        <translation>各数値の確度・区分・出典を結合しません。指標が多いとき、年度の切り替えが約2倍速くなります。</translation>
    </message>
</context>
<context>
    <name>CaJoinReport</name>
    <message>
        <source>%1 of %2 features of “%3” match figures of fiscal year %5 by “%4”.</source>
        <translation>「%3」の地物 %2 件のうち %1 件が、「%4」により %5年度の値と一致します。</translation>
    </message>
    <message>
        <source> %1 could not be joined (%2 without a key).</source>
        <translation>%1 件は結合できませんでした（うちキーのないもの %2 件）。</translation>
    </message>
    <message>
        <source> %1 owners with figures have no feature.</source>
        <translation>値はあるが地物のない所有者が %1 あります。</translation>
    </message>
    <message>
        <source> (features not joined: %1)</source>
        <translation>（結合できなかった地物 %1）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Join of statistics</source>
        <translation>統計の結合</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>値あり</translation>
    </message>
    <message>
        <source>Zero by a mark</source>
        <translation>皆無（記号）</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>秘匿</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>該当なし</translation>
    </message>
    <message>
        <source>No figure</source>
        <translation>値なし</translation>
    </message>
    <message>
        <source>From own sheets</source>
        <translation>取り込んだ値</translation>
    </message>
    <message>
        <source>Before shipped figures</source>
        <translation>配布値に優先</translation>
    </message>
    <message>
        <source>Years with figures</source>
        <translation>値のある年度</translation>
    </message>
    <message>
        <source>Keys that mean no owner</source>
        <translation>所有者の分からないキー</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>地物数</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>近いもの</translation>
    </message>
    <message>
        <source>Owners with figures and no feature</source>
        <translation>値はあるが地物のない所有者</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Nearest keys</source>
        <translation>近いキー</translation>
    </message>
    <message>
        <source>Owners written in several ways</source>
        <translation>複数の書き方をされた所有者</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys of several features</source>
        <translation>複数の地物が持つキー</translation>
    </message>
</context>
<context>
    <name>CaJoinStatisticsAlgorithm</name>
    <message>
        <source>Join statistics</source>
        <translation>統計の結合</translation>
    </message>
    <message>
        <source>cluster,statistics,join,figures,fiscal year,code,table</source>
        <translation>クラスター,統計,結合,数値,年度,コード,表,statistics,join</translation>
    </message>
    <message>
        <source>Makes a copy of a layer with figures of a fiscal year as fields: shipped participation and the statistics you have imported. Any layer with a column of codes or names can be joined; codes are compared by what they mean, so that 01, 1 and 北海道 are one prefecture.

Each metric gets four fields: the value, how exact it is (qualifier), why there is none (flag: suppressed, not available, not applicable, zero by a mark) and where it comes from (source). As real fields they can be used in filters of the layer, which the fields of a QGIS join cannot. The figures are those of the year you choose and do not follow the project&apos;s.

The report lists what matched and what did not, with the nearest names, keys of several features, owners without a feature, the years there are, and the figures that are flagged. It is an HTML page, or JSON if its name ends in .json.</source>
        <translation>レイヤのコピーに、ある年度の値をフィールドとして加えます。値は、配布された参加状況と取り込んだ統計です。コードか名称の列があれば、どのレイヤにも結合できます。コードは意味で比べるので、01、1、北海道は同じ都道府県になります。

指標ごとにフィールドが四つできます。値、確度（qualifier）、値がない理由（flag：秘匿、不明、該当なし、記号による皆無）、出典（source）です。実際のフィールドなので、QGIS の結合と違ってレイヤのフィルタに使えます。値は選んだ年度のもので、プロジェクトの年度を変えても変わりません。

報告には、結合できたものとできなかったもの、近い名称、複数の地物が持つキー、地物のない所有者、値のある年度、区分の付いた値を載せます。HTML ですが、名前が .json で終わるときは JSON です。</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>レイヤ</translation>
    </message>
    <message>
        <source>Any layer or table with a column of codes or names.</source>
        <translation>コードか名称の列がある、任意のレイヤか表。</translation>
    </message>
    <message>
        <source>Layer with statistics</source>
        <translation>統計を結合したレイヤ</translation>
    </message>
    <message>
        <source>The copy of the layer.</source>
        <translation>レイヤのコピー。</translation>
    </message>
    <message>
        <source>The layer has a field “%1” already: choose another PREFIX than “%2”.</source>
        <translation>レイヤには既にフィールド「%1」があります。「%2」以外の PREFIX を選んでください。</translation>
    </message>
    <message>
        <source>Canceled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>The layer could not be written to the end. Is the disk full?</source>
        <translation>レイヤを最後まで書き込めませんでした。ディスクがいっぱいではありませんか。</translation>
    </message>
</context>
<context>
    <name>CaJoinStatisticsDialog</name>
    <message>
        <source>Join Statistics</source>
        <translation>統計の結合</translation>
    </message>
    <message>
        <source>“Check” shows here what matches and what does not.</source>
        <translation>「確認」を押すと、何が一致し、何が一致しないかがここに表示されます。</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>結合(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>Says what would be joined. Nothing is changed.</source>
        <translation>何が結合されるかを調べます。何も変更しません。</translation>
    </message>
    <message>
        <source>&amp;Take off</source>
        <translation>結合を外す(&amp;T)</translation>
    </message>
    <message>
        <source>Removes the statistics that were joined to the layer before.</source>
        <translation>以前にこのレイヤに結合した統計を外します。</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>レイヤ(&amp;L)</translation>
    </message>
    <message>
        <source>Any layer or table with a column of codes or names; its own data is not touched.</source>
        <translation>コードか名称の列のあるレイヤや表。レイヤ自身のデータは変更しません。</translation>
    </message>
    <message>
        <source>&amp;Field with codes or names</source>
        <translation>コードか名称のフィールド(&amp;F)</translation>
    </message>
    <message>
        <source>Proposed is the field that means most. 01, 1 and 北海道 are the same.</source>
        <translation>最も多くの値が読み取れるフィールドが選ばれています。01、1、北海道は同じものとして扱います。</translation>
    </message>
    <message>
        <source>Figures &amp;of</source>
        <translation>値の所有者(&amp;O)</translation>
    </message>
    <message>
        <source>Whom the field names. Choosing tells 北海道, the prefecture, from the bureau.</source>
        <translation>フィールドが表す所有者の種類。選ぶと、都道府県の北海道と経済産業局を区別できます。</translation>
    </message>
    <message>
        <source>&amp;Metrics</source>
        <translation>指標(&amp;M)</translation>
    </message>
    <message>
        <source>Those there are figures of.</source>
        <translation>値のある指標です。</translation>
    </message>
    <message>
        <source>Fiscal &amp;year</source>
        <translation>年度(&amp;Y)</translation>
    </message>
    <message>
        <source>The years (April to March) with figures of the chosen metrics. Joined fields follow when the project&apos;s fiscal year is changed.</source>
        <translation>選んだ指標の値がある年度（4月～翌年3月）。プロジェクトの年度を変えると、結合したフィールドも変わります。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>FY%1</source>
        <translation>%1年度</translation>
    </message>
    <message>
        <source>Checking the join…</source>
        <translation>結合を確認しています…</translation>
    </message>
    <message>
        <source>Joining statistics…</source>
        <translation>統計を結合しています…</translation>
    </message>
    <message>
        <source>Stopped at your request; nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>%L1 of %L2 features match; %L3 owners with figures have no feature.</source>
        <translation>%L2地物のうち%L1地物が一致します。値のある所有者のうち%L3件には地物がありません。</translation>
    </message>
    <message>
        <source>Statistics were joined to “%1”.</source>
        <translation>「%1」に統計を結合しました。</translation>
    </message>
    <message>
        <source>Taking statistics off…</source>
        <translation>統計を外しています…</translation>
    </message>
    <message>
        <source>The statistics were taken off “%1”.</source>
        <translation>「%1」から統計を外しました。</translation>
    </message>
</context>
<context>
    <name>CaJpgisReader</name>
    <message>
        <source>There is not enough memory for the boundaries in %1. Use simplified ones.</source>
        <translation>%1 の境界を読み込むメモリが足りません。簡略化した境界を使ってください。</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>%1 を開けません（%2）。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>%1 could not be read to its end (line %2: %3). Take a fresh copy of it.</source>
        <translation>%1 を最後まで読めませんでした（%2 行目：%3）。ファイルを入手し直してください。</translation>
    </message>
    <message>
        <source>%1 is GML of MLIT, but has no boundaries of municipalities. Choose the file of N03, or the Shapefile or GeoJSON of the same download.</source>
        <translation>%1 は国土数値情報の GML ですが、行政区域がありません。N03 のファイルか、同じダウンロードに含まれる Shapefile または GeoJSON を選んでください。</translation>
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
    <name>CaLayoutCopy</name>
    <message>
        <source>The layout “%1” is not in the project.</source>
        <translation>プロジェクトにレイアウト「%1」がありません。</translation>
    </message>
    <message>
        <source>The copy %1 of a layout cannot be read; export again.</source>
        <translation>レイアウトの控え %1 を読み込めません。もう一度出力してください。</translation>
    </message>
</context>
<context>
    <name>CaLayoutPaper</name>
    <message>
        <source>The layout “%1” is not for A4 landscape, so it cannot be turned to another paper.</source>
        <translation>レイアウト「%1」は A4 横向きではないため、ほかの用紙に変えられません。</translation>
    </message>
    <message>
        <source>The layout “%1” cannot be copied: QGIS cannot load what it wrote of it itself.</source>
        <translation>レイアウト「%1」を複製できません。QGIS が書き出した内容を QGIS 自身が読み込めません。</translation>
    </message>
</context>
<context>
    <name>CaLayoutTemplate</name>
    <message>
        <source>“{{%1}}” is unknown: it is neither a layer or theme of the project nor a value.</source>
        <translation>「{{%1}}」は不明です。プロジェクトのレイヤやテーマでも、値でもありません。</translation>
    </message>
    <message>
        <source>The part “%1” includes itself.</source>
        <translation>部品「%1」が自分自身を含んでいます。</translation>
    </message>
    <message>
        <source>The part “%1” cannot be read: %2</source>
        <translation>部品「%1」を読み込めません: %2</translation>
    </message>
    <message>
        <source>The layout template %1 cannot be read (%2).</source>
        <translation>レイアウトテンプレート %1 を読み込めません（%2）。</translation>
    </message>
    <message>
        <source>The layout template %1 cannot be used. %2</source>
        <translation>レイアウトのひな形 %1 を使えません。%2</translation>
    </message>
    <message>
        <source>The layout template %1 is damaged: it is not XML (%2, line %3 after its parts are put in).</source>
        <translation>レイアウトのひな形 %1 が壊れています。XML ではありません（%2、部品を組み込んだ後の %3 行目）。</translation>
    </message>
</context>
<context>
    <name>CaLayoutValidityCheck</name>
    <message>
        <source>A font is not installed</source>
        <translation>フォントがインストールされていません</translation>
    </message>
    <message>
        <source>A font lacks a character</source>
        <translation>フォントにない文字があります</translation>
    </message>
    <message>
        <source>An expression fails</source>
        <translation>式が失敗しています</translation>
    </message>
    <message>
        <source>A text does not fit into its box</source>
        <translation>文字が枠に収まりません</translation>
    </message>
    <message>
        <source>Boundaries and figures are not credited</source>
        <translation>境界・数値の出典が記載されていません</translation>
    </message>
    <message>
        <source>A layer has lost its data</source>
        <translation>レイヤのデータが見つかりません</translation>
    </message>
    <message>
        <source>Joined statistics do not cover everything</source>
        <translation>結合した統計に対応しない地物があります</translation>
    </message>
</context>
<context>
    <name>CaLayouts</name>
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
    <name>CaMapBoundaries</name>
    <message>
        <source>Reading boundaries</source>
        <translation>境界の読み込み</translation>
    </message>
    <message>
        <source>Prefectures of the data pack; no areas have been built in this project.</source>
        <translation>データパックの都道府県です。このプロジェクトファイルでは区域がまだ作成されていません。</translation>
    </message>
    <message>
        <source>Areas built in this project from %1; what was not built, by the prefectures of the data pack.</source>
        <translation>このプロジェクトファイルで %1 から作成した区域です。作成していないものはデータパックの都道府県によります。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <translation>%1（%2年）</translation>
    </message>
    <message>
        <source>Reading the boundaries was stopped.</source>
        <translation>境界の読み込みを中止しました。</translation>
    </message>
    <message>
        <source>This place cannot be transformed to %1: it is outside of what the map&apos;s projection shows.</source>
        <translation>この位置は %1 に変換できません。地図の投影法で表せる範囲の外です。</translation>
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
    <name>CaMarks</name>
    <message>
        <source>The table has no such column. Add it; the first line names the columns.</source>
        <translation>この列が表にありません。列を加えてください。1行目が列の名前です。</translation>
    </message>
    <message>
        <source>“%1” is a number and cannot be a mark. Delete the line.</source>
        <translation>「%1」は数値なので、記号にはできません。この行を削除してください。</translation>
    </message>
    <message>
        <source>“%1” is there twice. Delete one line.</source>
        <translation>「%1」が2回あります。一方の行を削除してください。</translation>
    </message>
    <message>
        <source>“%1” is no flag. Write zero, not_applicable, not_available or suppressed.</source>
        <translation>「%1」という区分はありません。zero、not_applicable、not_available、suppressed のいずれかを書いてください。</translation>
    </message>
</context>
<context>
    <name>CaMemberFigures</name>
    <message>
        <source>%1: counted already with %2</source>
        <translation>%1：%2 とともに計上済み</translation>
    </message>
</context>
<context>
    <name>CaMembershipDock</name>
    <message>
        <source>Pick an Area</source>
        <translation>区域を選んで作る</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Click on a place to put it in or take it out; drag a rectangle to add all in it.</source>
        <translation>クリックで追加・除外、ドラッグした四角形の中をまとめて追加します。</translation>
    </message>
    <message>
        <source>New table</source>
        <translation>新しい表</translation>
    </message>
    <message>
        <source>Open a membership table (CSV)…</source>
        <translation>構成表（CSV）を開く…</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>表を保存</translation>
    </message>
    <message>
        <source>Save the table as…</source>
        <translation>表に名前を付けて保存…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Take the selected rows out</source>
        <translation>選択した行を除く</translation>
    </message>
    <message>
        <source>Another area in this table</source>
        <translation>この表に区域を追加</translation>
    </message>
    <message>
        <source>Take this area out of the table</source>
        <translation>この区域を表から除く</translation>
    </message>
    <message>
        <source>Municipalities</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Prefectures</source>
        <translation>都道府県</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Japanese name</source>
        <translation>日本語名</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>選ぶ単位</translation>
    </message>
    <message>
        <source>Basis of what is added</source>
        <translation>追加するものの根拠</translation>
    </message>
    <message>
        <source>Reading the boundaries…</source>
        <translation>境界を読み込んでいます…</translation>
    </message>
    <message>
        <source>The boundaries are being read; click again in a moment.</source>
        <translation>境界を読み込んでいます。少し待ってからもう一度クリックしてください。</translation>
    </message>
    <message>
        <source>No place is there in these boundaries: it is in the sea, in a lake, or abroad.</source>
        <translation>この境界では、そこに市区町村がありません。海・湖・国外です。</translation>
    </message>
    <message>
        <source>This piece of land belongs to no municipality and has no code.</source>
        <translation>この土地はどの市区町村にも属さず（所属未定地）、コードがありません。</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Pick an Area: %1</source>
        <translation>区域を選んで作る: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) in the list.</source>
        <translation>
            <numerusform>一覧は %n 行です。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 codes are in the boundaries; %3 km²; %4.</source>
        <translation>コード %2 件のうち %1 件が境界にあります。%3 km²、%4。</translation>
    </message>
    <message>
        <source>Not found: %1</source>
        <translation>見つからないもの: %1</translation>
    </message>
    <message>
        <source>%1 (named in words)</source>
        <translation>%1（文字による記載）</translation>
    </message>
    <message>
        <source>A new table with one area.</source>
        <translation>区域が 1 つの新しい表です。</translation>
    </message>
    <message>
        <source>Open a Membership Table</source>
        <translation>構成表を開く</translation>
    </message>
    <message>
        <source>Membership tables (*.csv)</source>
        <translation>構成表 (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) opened.</source>
        <translation>
            <numerusform>%n 件の区域を開きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has columns that are not kept here: %2. Save under another name so as not to lose them.</source>
        <translation>%1 には、ここで保持されない列があります: %2。失わないように別の名前で保存してください。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Save the Membership Table</source>
        <translation>構成表を保存</translation>
    </message>
    <message>
        <source>Saved to %1. “Build areas” reads it as a membership table.</source>
        <translation>%1 に保存しました。「区域を作成」で構成表として読み込めます。</translation>
    </message>
    <message>
        <source>The list %1 has not been saved. Save it?</source>
        <translation>一覧 %1 は保存されていません。保存しますか？</translation>
    </message>
</context>
<context>
    <name>CaMembershipList</name>
    <message>
        <source>An area has no code. Give it one, such as NEW_PROJECT.</source>
        <translation>コードのない区域があります。NEW_PROJECT のようなコードを付けてください。</translation>
    </message>
    <message>
        <source>Two areas have the code %1. Give one of them another.</source>
        <translation>コード %1 の区域が 2 つあります。一方を別のコードにしてください。</translation>
    </message>
    <message>
        <source>The area %1 has no place in it. Pick some on the map, or take the area out.</source>
        <translation>区域 %1 には市区町村も都道府県もありません。地図で選ぶか、区域を除いてください。</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else since it was opened here. Save under another name and compare the two.</source>
        <translation>%1 は、ここで開いた後に他の人が変更しています。別の名前で保存して、両者を比べてください。</translation>
    </message>
    <message>
        <source>%1 is out: its %2 other places are in the list now instead of %3.</source>
        <translation>%1 を除きました。%3 の代わりに、その他の %2 件が一覧に入っています。</translation>
    </message>
    <message>
        <source>Nothing to add: all of it is in the list.</source>
        <translation>追加するものはありません。すべて一覧にあります。</translation>
    </message>
    <message>
        <source>%1 is in.</source>
        <translation>%1 を追加しました。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) added.</source>
        <translation>
            <numerusform>%n 件を追加しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that are parts of it are no longer listed themselves.</source>
        <translation>
            <numerusform>その一部である %n 件は、個別の行から外しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take out.</source>
        <translation>除くものはありません。</translation>
    </message>
    <message>
        <source>%1 is out.</source>
        <translation>%1 を除きました。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) taken out.</source>
        <translation>
            <numerusform>%n 行を除きました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaMetric</name>
    <message>
        <source>“%1” cannot be the code of a metric: use lower-case letters, digits and underscores, starting with a letter, no more than 40, and none of the names that tables of figures need themselves.</source>
        <translation>「%1」は指標のコードにできません。英小文字で始まる英小文字・数字・下線40字以内とし、数値の表がすでに使う名前は避けてください。</translation>
    </message>
    <message>
        <source>The metric “%1” needs a Japanese name, an English name and a unit.</source>
        <translation>指標「%1」には、日本語名、英語名、単位が必要です。</translation>
    </message>
    <message>
        <source>The metric “%1” has the kind “%2”: it must be one of %3.</source>
        <translation>指標「%1」の種類「%2」は使えません。%3 のどれかにしてください。</translation>
    </message>
</context>
<context>
    <name>CaNearestAreas</name>
    <message>
        <source>The boundaries cannot be transformed from %1 to degrees: %2</source>
        <translation>境界を %1 から経緯度に変換できません: %2</translation>
    </message>
</context>
<context>
    <name>CaNearestClustersAlgorithm</name>
    <message>
        <source>Nearest clusters</source>
        <translation>最も近いクラスター</translation>
    </message>
    <message>
        <source>cluster,nearest,distance,neighbour,within,km,areas</source>
        <translation>クラスター,最寄り,距離,近隣,以内,km,区域,cluster,nearest,distance</translation>
    </message>
    <message>
        <source>Finds the nearest areas of each feature, points, lines or polygons, with their distance in kilometres by the shortest way on the ellipsoid (GRS80): to the nearest place on the border of the area, and 0 in it and on its border.

Areas overlap, so that a feature may be in several: each has its own row and rank, equally near ones in the order of the lists. NUMBER says how many areas a feature gets at most, LIMIT_KM how far they may be. A feature without any has no row and is counted.

Distances of points are exact to a millimetre for the boundaries as they are given, those of lines and polygons to two centimetres. Millions of points in a file are read in batches and none is kept in memory.</source>
        <translation>点・線・ポリゴンの各地物について、最も近い区域とその距離（km）を求めます。距離は楕円体（GRS80）上の最短経路で、区域の境界の最も近い場所までの長さです。区域の中と境界の上では 0 です。

区域は重なり合うため、地物が複数の区域に入ることがあります。それぞれに行と順位があり、同じ距離のものは一覧の順です。NUMBER は 1 つの地物に対する区域の最大数、LIMIT_KM は距離の上限です。該当する区域のない地物には行がなく、件数だけを数えます。

距離は、与えられた境界に対して点では 1 mm、線とポリゴンでは 2 cm まで正確です。ファイルの数百万の点はまとめて読み込み、メモリには残しません。</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>地物</translation>
    </message>
    <message>
        <source>Points, lines or polygons in any coordinate reference system.</source>
        <translation>点・線・ポリゴン。座標参照系は問いません。</translation>
    </message>
    <message>
        <source>Fields to copy</source>
        <translation>写すフィールド</translation>
    </message>
    <message>
        <source>Put into each row beside the id of the feature. None are copied if empty, which reads points fastest.</source>
        <translation>地物の ID とともに各行に入れます。空なら写さず、点の読み込みが最も速くなります。</translation>
    </message>
    <message>
        <source>Areas of each feature at most</source>
        <translation>1 つの地物に対する区域の最大数</translation>
    </message>
    <message>
        <source>The nearest so many.</source>
        <translation>近い順にこの数まで。</translation>
    </message>
    <message>
        <source>Not farther than (km)</source>
        <translation>距離の上限（km）</translation>
    </message>
    <message>
        <source>In kilometres; any distance if empty, only what the feature is in or touches if 0.</source>
        <translation>キロメートル。空なら上限なし、0 なら地物が入っている区域と接する区域だけ。</translation>
    </message>
    <message>
        <source>Nearest areas</source>
        <translation>最も近い区域</translation>
    </message>
    <message>
        <source>Number of features</source>
        <translation>地物の数</translation>
    </message>
    <message>
        <source>Features in an area, or touching one</source>
        <translation>区域の中にある、または接する地物</translation>
    </message>
    <message>
        <source>Features with no area within the limit</source>
        <translation>上限までに区域がない地物</translation>
    </message>
    <message>
        <source>Features without a position</source>
        <translation>位置のない地物</translation>
    </message>
    <message>
        <source>FIELDS: the layer has no field “%1”.</source>
        <translation>FIELDS: レイヤにフィールド「%1」がありません。</translation>
    </message>
    <message>
        <source>The features cannot be transformed from %1 to %2: %3. Is their coordinate reference system right?</source>
        <translation>地物を %1 から %2 に変換できません: %3。座標参照系は正しいですか？</translation>
    </message>
    <message>
        <source>%1 features: %2 in an area or touching one, %3 with none within the limit.</source>
        <translation>地物 %1 件: 区域の中または接するもの %2 件、上限までに区域がないもの %3 件。</translation>
    </message>
    <message>
        <source>%1 features have no position and were left out.</source>
        <translation>%1 件の地物は位置がないため除きました。</translation>
    </message>
    <message>
        <source>shortest way on GRS80 to the border, 0 in an area; equally near ones in the order of the lists; at most %1 areas; limit: %2</source>
        <translation>GRS80 上の境界までの最短経路、区域の中は 0。同じ距離のものは一覧の順。区域は最大 %1 件。上限: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Japanese name</source>
        <translation>日本語名</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Features it is the nearest of</source>
        <translation>これが最も近い地物の数</translation>
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
</context>
<context>
    <name>CaNumbers</name>
    <message>
        <source>The cell is empty.</source>
        <translation>セルが空です。</translation>
    </message>
    <message>
        <source>“%1” is too long for a number.</source>
        <translation>「%1」は数値としては長すぎます。</translation>
    </message>
    <message>
        <source>“%1” has brackets and a sign: write one of them.</source>
        <translation>「%1」にはかっこと符号の両方があります。どちらか一つにしてください。</translation>
    </message>
    <message>
        <source>“%1” opens a bracket that it does not close.</source>
        <translation>「%1」のかっこが閉じていません。</translation>
    </message>
    <message>
        <source>“%1” is not a number alone: part of it cannot be read. Leave only the number and its unit in the cell.</source>
        <translation>「%1」には数値のほかにも読み取れないものがあります。セルには数値と単位だけを残してください。</translation>
    </message>
    <message>
        <source>“%1” has two remarks on how exact it is: keep one of them.</source>
        <translation>「%1」には概数などの注記が二つあります。一つにしてください。</translation>
    </message>
    <message>
        <source>“%1” names two units: keep one of them.</source>
        <translation>「%1」には単位が二つあります。一つにしてください。</translation>
    </message>
    <message>
        <source>The parts of “%1” do not fit together: write the amount in one unit.</source>
        <translation>「%1」の各部分が合いません。一つの単位で書いてください。</translation>
    </message>
    <message>
        <source>“%1” has a separator where no thousands end: write 1,234 or 1234.</source>
        <translation>「%1」の桁区切りの位置が正しくありません。1,234 又は 1234 のように書いてください。</translation>
    </message>
    <message>
        <source>“%1” begins with 0 like a code: if it is a number, leave the 0 out.</source>
        <translation>「%1」はコードのように 0 で始まっています。数値であれば先頭の 0 を取ってください。</translation>
    </message>
    <message>
        <source>“%1” has more digits than can be kept exactly (%2).</source>
        <translation>「%1」は正確に保てる桁数（%2桁）を超えています。</translation>
    </message>
    <message>
        <source>“%1” is not a number: there is no digit where one is needed.</source>
        <translation>「%1」は数値ではありません。必要なところに数字がありません。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>「%1」は数値ではありません。</translation>
    </message>
    <message>
        <source>“%1” is shortened, and digits may be lost: show the cell as a whole number in the spreadsheet and save it again.</source>
        <translation>「%1」は省略された表示で、桁が失われているおそれがあります。表計算ソフトでセルを整数の表示に変えて、保存し直してください。</translation>
    </message>
    <message>
        <source>“%1” has no unit, and the column is in %2: write the unit into the cell.</source>
        <translation>「%1」には単位がなく、列の単位は %2 です。セルに単位を書いてください。</translation>
    </message>
    <message>
        <source>“%1” is in %2, which is no %3: choose another metric, or correct the unit.</source>
        <translation>「%1」の単位は %2 で、%3 に換算できません。別の指標を選ぶか、単位を直してください。</translation>
    </message>
</context>
<context>
    <name>CaOdsSource</name>
    <message>
        <source>%1 is protected by a password and cannot be read. Open it, save it without the password, and choose it again.</source>
        <translation>%1 はパスワードで保護されているため読み込めません。開いてパスワードなしで保存し、もう一度選んでください。</translation>
    </message>
    <message>
        <source>it has no sheet with cells</source>
        <translation>セルのあるシートがありません</translation>
    </message>
    <message>
        <source>sheet “%1” is gone</source>
        <translation>シート「%1」がなくなっています</translation>
    </message>
</context>
<context>
    <name>CaOgrSource</name>
    <message>
        <source>%1 cannot be read as a DBF: it is damaged or another kind of file. Save it again from the program it comes from.</source>
        <translation>%1 を DBF として読み込めません。壊れているか、別の種類のファイルです。元のソフトで保存し直してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as an Excel workbook: it is damaged, has a password, or GDAL lacks its XLS driver. Save it as XLSX without a password.</source>
        <translation>%1 を Excel ブックとして読み込めません。壊れているか、パスワードがあるか、GDAL に XLS ドライバがありません。パスワードなしの XLSX で保存してください。</translation>
    </message>
    <message>
        <source>%1 has two sheets named “%2”, so that a cell could not be found again. Rename one of them.</source>
        <translation>%1 には「%2」という名前のシートが二つあり、セルの出所を特定できません。一方の名前を変えてください。</translation>
    </message>
    <message>
        <source>%1 is damaged after row %2 (%3). Save it again from the program it comes from.</source>
        <translation>%1 は %2 行目より後が壊れています（%3）。元のソフトで保存し直してください。</translation>
    </message>
    <message>
        <source>%1 the text is not in %2. Choose the encoding the file was written in.</source>
        <translation>%1 文字が %2 ではありません。ファイルが書かれた文字コードを選んでください。</translation>
    </message>
</context>
<context>
    <name>CaOwnerResolver</name>
    <message>
        <source>There is no code and no name in the cell.</source>
        <translation>セルにコードも名称もありません。</translation>
    </message>
    <message>
        <source>“%1” is too long for a name.</source>
        <translation>「%1」は名称としては長すぎます。</translation>
    </message>
    <message>
        <source>“%1” is known, but as another kind of owner than is asked for here.</source>
        <translation>「%1」は、ここで必要な種類のものではありません。</translation>
    </message>
    <message>
        <source>“%1” is a country, and no owner of figures.</source>
        <translation>「%1」は国名で、値の所有者にはなりません。</translation>
    </message>
    <message>
        <source>“%1” may mean several: %2. Write the code or the full name.</source>
        <translation>「%1」には複数の候補があります：%2。コード又は正式な名称を書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no name of an owner that is asked for here.</source>
        <translation>「%1」に当たるものは、ここで必要な種類の中にありません。</translation>
    </message>
    <message>
        <source>“%1” is not known. Write the code or the full name.</source>
        <translation>「%1」は不明です。コード又は正式な名称を書いてください。</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>“%1” is no more: it became a part of %2. Its figures are not those of the new municipality: choose the new one if they are meant for it.</source>
        <translation>「%1」は合併により%2の一部となりました。その値は新しい市区町村の値ではありません。新しい市区町村の値であれば、そちらを選んでください。</translation>
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
    <message>
        <source>The table %1 of the data pack %2 cannot be read. Take a fresh copy of the pack.</source>
        <translation>データパック %2 の表 %1 を読み取れません。データパックを取り直してください。</translation>
    </message>
</context>
<context>
    <name>CaPackFeatures</name>
    <message>
        <source>The table %1 of the data pack %2 cannot be read. Take a fresh copy of the pack.</source>
        <translation>データパック %2 の表 %1 を読み込めません。データパックを新しくコピーしてください。</translation>
    </message>
</context>
<context>
    <name>CaPageMenu</name>
    <message>
        <source>Print This Page</source>
        <translation>このページを印刷</translation>
    </message>
    <message>
        <source>%1: %2…</source>
        <translation>%1：%2…</translation>
    </message>
</context>
<context>
    <name>CaPagePrinter</name>
    <message>
        <source>not enough memory; choose a lower resolution</source>
        <translation>メモリが足りません。解像度を下げてください</translation>
    </message>
    <message>
        <source>%1 cannot be written; is the disk full, or the file open in another program?</source>
        <translation>%1 に書き込めません。ディスクの空きと、ファイルが他のプログラムで開かれていないかを確かめてください</translation>
    </message>
    <message>
        <source>QGIS gives no reason (%1)</source>
        <translation>QGIS は理由を示していません（%1）</translation>
    </message>
    <message>
        <source>its feature is not where it was planned; the data have changed since</source>
        <translation>対象の地物が予定した位置にありません。計画の後にデータが変わりました</translation>
    </message>
    <message>
        <source>it takes %1 sheets, %2 were planned; the data have changed since</source>
        <translation>用紙が予定の %2 枚でなく %1 枚になります。計画の後にデータが変わりました</translation>
    </message>
</context>
<context>
    <name>CaPageText</name>
    <message numerus="yes">
        <source>%1: %n feature(s)</source>
        <translation>
            <numerusform>%1: %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Map. %1</source>
        <translation>地図。%1</translation>
    </message>
</context>
<context>
    <name>CaPartnerLinks</name>
    <message>
        <source>No link with a partner abroad has “%1”. There are: %2.</source>
        <translation>「%1」に当たる海外との連携はありません。あるのは次のとおりです: %2。</translation>
    </message>
</context>
<context>
    <name>CaPartnerLinksAlgorithm</name>
    <message>
        <source>Links with partners abroad</source>
        <translation>海外の連携先とのつながり</translation>
    </message>
    <message>
        <source>cluster,partner,overseas,country,link,flow,geodesic,great circle,line</source>
        <translation>クラスター,連携,海外,国,フロー,測地線,大圏,線,partner,link,geodesic</translation>
    </message>
    <message>
        <source>Makes a line for each link of a project with a partner abroad: the shortest way on the ellipsoid (WGS 84), with its length in kilometres, cut at the antimeridian and where a map around CENTRAL_MERIDIAN has its edge, so that no line runs right across the map. Take 150 for the Pacific-centred Equal Earth (EPSG:8859), 0 for a map around Greenwich.

COUNTRY, FIELD and PROJECT choose among the links. METRIC, a figure of the fiscal year, gives widths in millimetres: the figure of the link itself, or else of its project; all links of a project then have the same width, since nothing says how its figure is shared among them. The largest figure has MAX_WIDTH; by the rule “area” the square of the width is in proportion to the figure, by “linear” the width itself. A link without the figure has no width (NULL) and is listed in the report: no data is not zero.</source>
        <translation>プロジェクトと海外の連携先とのつながりを 1 件につき 1 本の線にします。楕円体（WGS 84）上の最短経路で、長さ（km）が付きます。180 度経線と、CENTRAL_MERIDIAN を中央とする地図の端で切るので、地図を横切る線はできません。太平洋を中央とする Equal Earth（EPSG:8859）では 150、グリニッジを中央とする地図では 0 を指定してください。

COUNTRY、FIELD、PROJECT で絞り込みます。METRIC（その年度の数値）を指定すると、線の幅（mm）を求めます。つながり自体の数値があればそれを、なければプロジェクトの数値を使います。後者では、数値の内訳が分からないため、同じプロジェクトの線はすべて同じ幅になります。最大の数値が MAX_WIDTH の幅になり、規則 area では幅の 2 乗が、linear では幅そのものが数値に比例します。数値のないつながりには幅がなく（NULL）、報告に示します。データなしは 0 ではありません。</translation>
    </message>
    <message>
        <source>Countries (all if empty)</source>
        <translation>国（空ならすべて）</translation>
    </message>
    <message>
        <source>Fields (all if empty)</source>
        <translation>分野（空ならすべて）</translation>
    </message>
    <message>
        <source>Projects (all if empty)</source>
        <translation>プロジェクト（空ならすべて）</translation>
    </message>
    <message>
        <source>Central meridian of the map</source>
        <translation>地図の中央経線</translation>
    </message>
    <message>
        <source>Degrees east. Lines are cut 180 degrees from it, for 150 at 30 degrees west, besides at the antimeridian.</source>
        <translation>東経の度数。180 度経線のほか、ここから 180 度離れた経線（150 なら西経 30 度）でも線を切ります。</translation>
    </message>
    <message>
        <source>Figure for the width (none if empty)</source>
        <translation>幅にする数値（空ならなし）</translation>
    </message>
    <message>
        <source>Code of a metric, such as firms.</source>
        <translation>指標のコード（例: firms）。</translation>
    </message>
    <message>
        <source>Rule for the width (area, linear)</source>
        <translation>幅の規則（area、linear）</translation>
    </message>
    <message>
        <source>area: the square of the width is in proportion to the figure; linear: the width is.</source>
        <translation>area: 幅の 2 乗が数値に比例。linear: 幅が数値に比例。</translation>
    </message>
    <message>
        <source>Width of the largest figure (mm)</source>
        <translation>最大の数値の幅（mm）</translation>
    </message>
    <message>
        <source>In millimetres on paper, for the column width_mm.</source>
        <translation>紙の上でのミリメートル。列 width_mm に入ります。</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>つながり</translation>
    </message>
    <message>
        <source>Lines in WGS 84 (EPSG:4326).</source>
        <translation>WGS 84（EPSG:4326）の線。</translation>
    </message>
    <message>
        <source>Number of links</source>
        <translation>つながりの数</translation>
    </message>
    <message>
        <source>Links cut at the edge of the map</source>
        <translation>地図の端で切ったつながり</translation>
    </message>
    <message>
        <source>Links without the figure</source>
        <translation>数値のないつながり</translation>
    </message>
    <message>
        <source>Length of all together (km)</source>
        <translation>長さの合計（km）</translation>
    </message>
    <message>
        <source>WIDTH_RULE is area or linear.</source>
        <translation>WIDTH_RULE は area または linear です。</translation>
    </message>
    <message>
        <source>%1 of %2 links; %3 cut at the edge of the map.</source>
        <translation>つながり %2 件のうち %1 件。地図の端で切ったもの %3 件。</translation>
    </message>
    <message>
        <source>No link has all that was asked for.</source>
        <translation>すべての条件に当たるつながりはありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) have no width, because there is no such figure.</source>
        <translation>
            <numerusform>%n 件のつながりは、数値がないため幅がありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Data pack: version %1, %2</source>
        <translation>データパック: バージョン %1、%2</translation>
    </message>
    <message>
        <source>Lines: shortest way on WGS 84; vertices at most %1 km apart; central meridian %2</source>
        <translation>線: WGS 84 上の最短経路。頂点の間隔は最大 %1 km。中央経線 %2</translation>
    </message>
    <message>
        <source>Fiscal year: %1 (April to March)</source>
        <translation>年度: %1（4 月～翌年 3 月）</translation>
    </message>
    <message>
        <source>Width: the square is in proportion to %1; %2 mm for %3</source>
        <translation>幅: その 2 乗が %1 に比例。%3 で %2 mm</translation>
    </message>
    <message>
        <source>Width: in proportion to %1; %2 mm for %3</source>
        <translation>幅: %1 に比例。%3 で %2 mm</translation>
    </message>
    <message>
        <source>The figure is that of the link, or else of its project as a whole</source>
        <translation>数値は、つながり自体のもの。なければプロジェクト全体のもの</translation>
    </message>
    <message>
        <source>How this answer was got:</source>
        <translation>この結果の求め方:</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Japanese name</source>
        <translation>日本語名</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>分野</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Sub-area</source>
        <translation>サブ地域</translation>
    </message>
    <message>
        <source>Length (km)</source>
        <translation>長さ（km）</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Width (mm)</source>
        <translation>幅（mm）</translation>
    </message>
    <message>
        <source>Codes of two letters separated by commas, such as US,DE.</source>
        <translation>2 文字のコードをコンマで区切ります（例: US,DE）。</translation>
    </message>
    <message>
        <source>Names in Japanese or English separated by commas, such as IT,Medical. A link with several fields has each of them.</source>
        <translation>日本語または英語の名称をコンマで区切ります（例: IT,Medical）。複数の分野をもつつながりは、そのいずれにも当たります。</translation>
    </message>
    <message>
        <source>Codes separated by commas, such as KANTO_REGIONAL.</source>
        <translation>コードをコンマで区切ります（例: KANTO_REGIONAL）。</translation>
    </message>
</context>
<context>
    <name>CaPdfBook</name>
    <message>
        <source>The page file %1 is missing or broken (%2), so %3 was not written. Print that page again.</source>
        <translation>ページのファイル %1 がないか、壊れています（%2）。そのため %3 は作成されていません。そのページを印刷し直してください。</translation>
    </message>
    <message>
        <source>The pages could not be joined to %1 (%2). Is the disk full?</source>
        <translation>ページを %1 にまとめられませんでした（%2）。ディスクの空き容量を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaPdfNavigation</name>
    <message>
        <source>The bookmark “%1” leads to page %2, but there are %3 pages.</source>
        <translation>しおり「%1」の移動先は %2 ページですが、全部で %3 ページしかありません。</translation>
    </message>
    <message>
        <source>A link leads from page %1 to page %2, but there are %3 pages.</source>
        <translation>%1 ページから %2 ページへのリンクがありますが、全部で %3 ページしかありません。</translation>
    </message>
    <message>
        <source>%1 pages were planned, %2 were printed, so no atlas was written. Is the disk full?</source>
        <translation>予定の %1 ページのうち %2 ページしか印刷できなかったため、地図帳は出力していません。ディスクの空き容量を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaPdfPage</name>
    <message>
        <source>The page file %1 is broken, or could not be written (%2). Is the disk full?</source>
        <translation>ページのファイル %1 が壊れているか、書き込めませんでした（%2）。ディスクの空き容量を確認してください。</translation>
    </message>
</context>
<context>
    <name>CaPlanAtlasAlgorithm</name>
    <message>
        <source>Plan atlas</source>
        <translation>地図帳のページを計画</translation>
    </message>
    <message>
        <source>cluster,atlas,pages,list,contents</source>
        <translation>クラスター,地図帳,アトラス,ページ,一覧,目次</translation>
    </message>
    <message>
        <source>Lists the pages that “Export atlas” would print with the same choice: their numbers, kinds, titles and the names of their files. Nothing is printed.</source>
        <translation>「地図帳の出力」が同じ指定で印刷するページを一覧にします。ページ番号、種類、標題、ファイル名を示し、印刷は行いません。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Number of pages</source>
        <translation>ページ数</translation>
    </message>
    <message>
        <source>Sheets of paper</source>
        <translation>用紙の枚数</translation>
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
    <name>CaPrintedAtlas</name>
    <message>
        <source>%1 is not there. Choose the PDF or the folder of an atlas.</source>
        <translation>%1 がありません。地図帳の PDF またはフォルダを選んでください。</translation>
    </message>
    <message>
        <source>There is no atlas in the folder %1: no PDF, PNG or SVG.</source>
        <translation>フォルダ %1 に地図帳がありません（PDF・PNG・SVG のいずれもありません）。</translation>
    </message>
    <message>
        <source>Page without a title</source>
        <translation>題名のないページ</translation>
    </message>
    <message>
        <source>%1 is damaged: %2</source>
        <translation>%1 は壊れています: %2</translation>
    </message>
    <message>
        <source>%1 is locked by a password. Save it without, and compare that.</source>
        <translation>%1 はパスワードで保護されています。パスワードなしで保存したものを比較してください。</translation>
    </message>
    <message>
        <source>%1 is no PDF, or is damaged: %2</source>
        <translation>%1 は PDF でないか、壊れています: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読み込めません: %2</translation>
    </message>
    <message>
        <source>Page %1 of %2 is damaged: %3</source>
        <translation>%2 の %1 ページ目は壊れています: %3</translation>
    </message>
</context>
<context>
    <name>CaProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
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
    <message>
        <source>A copy of the project could not be written to %1: %2</source>
        <translation>プロジェクトの写しを %1 に書き込めませんでした: %2</translation>
    </message>
</context>
<context>
    <name>CaProjectTranslation</name>
    <message>
        <source>The project has no layers of Cluster Atlas, so it can be had in its own language only.</source>
        <translation>このプロジェクトにはクラスターアトラスのレイヤがないため、もとの言語でのみ使えます。</translation>
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
    <name>CaQuestionAlgorithm</name>
    <message>
        <source>Questions</source>
        <translation>問い合わせ</translation>
    </message>
    <message>
        <source>Data pack (that of the project, or the shipped one, if empty)</source>
        <translation>データパック（空欄ならプロジェクトのもの、なければ同梱のもの）</translation>
    </message>
    <message>
        <source>Data packs (*.gpkg)</source>
        <translation>データパック (*.gpkg)</translation>
    </message>
    <message>
        <source>The working copy clusteratlas.gpkg beside your project has your own figures as well.</source>
        <translation>プロジェクトの隣にある作業用コピー clusteratlas.gpkg には、ご自身の数値も入っています。</translation>
    </message>
    <message>
        <source>Data pack: version %1, %2</source>
        <translation>データパック: バージョン %1、%2</translation>
    </message>
    <message>
        <source>Boundaries: %1</source>
        <translation>境界: %1</translation>
    </message>
    <message>
        <source>Boundaries: %1, of %2</source>
        <translation>境界: %1（%2 年）</translation>
    </message>
    <message>
        <source>Precision: municipalities where an area lists them</source>
        <translation>精度: 区域が市区町村を挙げている場合は市区町村単位</translation>
    </message>
    <message>
        <source>Precision: prefectures only</source>
        <translation>精度: 都道府県単位のみ</translation>
    </message>
    <message>
        <source>Fiscal year: %1 (April to March)</source>
        <translation>年度: %1（4月～翌年3月）</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>規則: %1</translation>
    </message>
    <message>
        <source>How this answer was got:</source>
        <translation>この結果の求め方:</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注記</translation>
    </message>
    <message>
        <source>Kinds of areas (prefectures, bureaus, projects, subareas, types)</source>
        <translation>区域の種類（prefectures 都道府県、bureaus 局、projects プロジェクト、subareas サブエリア、types 類型の具体例）</translation>
    </message>
    <message>
        <source>Whose lists to use from the data pack; types stands for the examples of the two types of 2010.</source>
        <translation>データパックのどの一覧を使うか。types は 2010 年の 2 類型の具体例です。</translation>
    </message>
    <message>
        <source>Membership table of your own, beside them</source>
        <translation>独自の構成表（上の区域に加える）</translation>
    </message>
    <message>
        <source>There is no kind of areas “%1”. %2 takes: %3.</source>
        <translation>区域の種類「%1」はありません。%2 には次のいずれかを指定します：%3。</translation>
    </message>
    <message>
        <source>There are no areas to ask about: choose KINDS, or give a MEMBERSHIP table.</source>
        <translation>対象の区域がありません。KINDS を選ぶか、MEMBERSHIP の表を指定してください。</translation>
    </message>
</context>
<context>
    <name>CaReplaceQuestion</name>
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
    <name>CaReport</name>
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
    <message>
        <source>&amp;Import Statistics…</source>
        <translation>統計の取り込み(&amp;I)…</translation>
    </message>
    <message>
        <source>Reads figures from a sheet as it was published: CSV, Excel, ODS, DBF</source>
        <translation>公表されたままの表（CSV、Excel、ODS、DBF）から値を取り込みます</translation>
    </message>
    <message>
        <source>&amp;Join Statistics…</source>
        <translation>統計を結合(&amp;J)…</translation>
    </message>
    <message>
        <source>Joins figures to any layer with a column of codes or names, and says what matches</source>
        <translation>コードか名称の列のある任意のレイヤに値を結合し、何が一致したかを示します</translation>
    </message>
    <message>
        <source>&amp;What Is Here?</source>
        <translation>ここには何がある？(&amp;H)</translation>
    </message>
    <message>
        <source>Click on the map: municipality, bureau, projects, links and figures at the place</source>
        <translation>地図をクリックして、その場所の市区町村、経済産業局、プロジェクト、つながり、数値を調べる</translation>
    </message>
    <message>
        <source>&amp;Pick an Area…</source>
        <translation>区域を選んで作る(&amp;P)…</translation>
    </message>
    <message>
        <source>Pick municipalities on the map into the list of a new or changed area, and save it as a table</source>
        <translation>地図で市区町村を選び、新しい区域または変更した区域の一覧を作って、表として保存する</translation>
    </message>
    <message>
        <source>P&amp;rint Atlas…</source>
        <translation>地図帳の印刷(&amp;P)…</translation>
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
    <name>CaSheetColumnsTable</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>(as the sheet says)</source>
        <translation>（表による）</translation>
    </message>
    <message>
        <source>FY%1</source>
        <translation>%1年度</translation>
    </message>
</context>
<context>
    <name>CaSheetDropHandler</name>
    <message>
        <source>Import Statistics?</source>
        <translation>統計を取り込みますか</translation>
    </message>
    <message>
        <source>%1: import its figures into the cluster project, or add it as a table?</source>
        <translation>%1：値をクラスターのプロジェクトに取り込みますか。それとも表として追加しますか。</translation>
    </message>
    <message>
        <source>&amp;Import Figures…</source>
        <translation>値を取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Add as &amp;Table</source>
        <translation>表として追加(&amp;T)</translation>
    </message>
</context>
<context>
    <name>CaSheetImport</name>
    <message>
        <source>%1 has no sheet “%2”. Its sheets are: %3.</source>
        <translation>%1 に「%2」というシートはありません。シートは次のとおりです：%3</translation>
    </message>
    <message>
        <source>added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>What changes of the figures from this sheet</source>
        <translation>この表から取り込んだ値の変化</translation>
    </message>
    <message>
        <source>Added: %L1. Removed: %L2. Changed: %L3. As before: %L4.</source>
        <translation>追加 %L1、削除 %L2、変更 %L3、変更なし %L4。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
</context>
<context>
    <name>CaSheetPdf</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>注記</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be printed: there is no room for temporary files.</source>
        <translation>%1 を印刷できませんでした。一時ファイルを置く空き容量がありません。</translation>
    </message>
</context>
<context>
    <name>CaSheetProfile</name>
    <message>
        <source>No column with figures is known. Say which columns hold figures.</source>
        <translation>数値の列が分かりません。どの列が数値かを指定してください。</translation>
    </message>
    <message>
        <source>No column says whose figures they are. Say which column holds the code or the name of the bureau, project or municipality.</source>
        <translation>どこの数値かを示す列がありません。経済産業局、プロジェクト、市区町村などのコードまたは名称の列を指定してください。</translation>
    </message>
    <message>
        <source>What the column “%1” counts is not known. Choose its metric.</source>
        <translation>列「%1」が何の数値か分かりません。指標を選んでください。</translation>
    </message>
    <message>
        <source>The fiscal year of the column “%1” is not known. Say which year its figures are of.</source>
        <translation>列「%1」の年度が分かりません。何年度の数値かを指定してください。</translation>
    </message>
    <message>
        <source>This is no profile of a sheet, or one of another version of Cluster Atlas.</source>
        <translation>シートの読み取り設定ではないか、別のバージョンの Cluster Atlas のものです。</translation>
    </message>
    <message>
        <source>The profile names row %1, which no sheet has.</source>
        <translation>読み取り設定に、どのシートにもない行 %1 が書かれています。</translation>
    </message>
    <message>
        <source>The profile gives a column the role “%1”, which there is not.</source>
        <translation>読み取り設定に、存在しない列の役割「%1」が書かれています。</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>値</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>remarks</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>CaSheetProfiles</name>
    <message>
        <source>A sheet without a header cannot be known again: its profile was not saved.</source>
        <translation>見出しのないシートは次回に見分けられないため、読み取り設定を保存しませんでした。</translation>
    </message>
    <message>
        <source>The profile %1 cannot be written (%2). Is the disk full?</source>
        <translation>読み取り設定 %1 を書き込めません（%2）。ディスクの空きを確かめてください。</translation>
    </message>
</context>
<context>
    <name>CaSheetReport</name>
    <message>
        <source>%1, sheet “%2”</source>
        <translation>%1 のシート「%2」</translation>
    </message>
    <message>
        <source>%1: %2 cells cannot be read; nothing is imported. Correct them, or what the columns mean, and read the sheet again.</source>
        <translation>%1: 読み取れないセルが %2 個あるため、何も取り込みません。セルか列の役割を直して、もう一度読み込んでください。</translation>
    </message>
    <message>
        <source>%1: no figures were found. Check which row is the header and which columns hold figures.</source>
        <translation>%1: 数値が見つかりませんでした。見出しの行と数値の列を確かめてください。</translation>
    </message>
    <message>
        <source>%1: %2 figures can be imported; %3 cells should be looked at.</source>
        <translation>%1: %2 個の数値を取り込めます。確認が必要なセルは %3 個です。</translation>
    </message>
    <message>
        <source>%1: %2 figures were read; %3 cells should be looked at.</source>
        <translation>%1: %2 個の数値を読み取りました。確認が必要なセルは %3 個です。</translation>
    </message>
    <message>
        <source>Statistics read from a sheet</source>
        <translation>シートから読み取った統計</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>文字コード</translation>
    </message>
    <message>
        <source>Rows with figures</source>
        <translation>数値のある行</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Owners of figures</source>
        <translation>数値の対象（地域・プロジェクト等）</translation>
    </message>
    <message>
        <source>Fiscal years</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Figures with the flag %1</source>
        <translation>フラグ %1 の数値</translation>
    </message>
    <message>
        <source>Rows of totals passed over</source>
        <translation>読み飛ばした合計の行</translation>
    </message>
    <message>
        <source>Rows of notes passed over</source>
        <translation>読み飛ばした注記の行</translation>
    </message>
    <message>
        <source>What the columns were taken for</source>
        <translation>列の読み取り方</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Cells to look at</source>
        <translation>確認するセル</translation>
    </message>
    <message>
        <source>Errors: %L1. Doubts: %L2. Listed here: %L3.</source>
        <translation>エラー: %L1。要確認: %L2。ここに示す件数: %L3。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What is wrong and what to do</source>
        <translation>問題と対処</translation>
    </message>
    <message>
        <source>error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>doubt</source>
        <translation>要確認</translation>
    </message>
</context>
<context>
    <name>CaSqlite</name>
    <message>
        <source>%1 is not there. Choose a file that is.</source>
        <translation>%1 がありません。あるファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 is being used by another program or an open edit session. Nothing was changed: finish there and try again.</source>
        <translation>%1 は、ほかのプログラムか編集中のレイヤが使用中です。何も変更していません。そちらを終えてから、もう一度試してください。</translation>
    </message>
    <message>
        <source>%1 could not be written to the end. Nothing was changed: make room on the disk, see that the drive is connected, and try again.</source>
        <translation>%1 を最後まで書き込めませんでした。何も変更していません。ディスクの空きとドライブの接続を確かめて、もう一度試してください。</translation>
    </message>
    <message>
        <source>Canceled: nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
    <message>
        <source>%1 cannot be opened or written: the file or its folder is write-protected. Use a copy in a folder you may write to.</source>
        <translation>%1 を開けないか、書き込めません。ファイルかフォルダが書き込み禁止です。書き込めるフォルダのコピーを使ってください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a GeoPackage: it is damaged or another kind of file. Take a fresh copy of the data pack.</source>
        <translation>%1 を GeoPackage として読み込めません。壊れているか、別の種類のファイルです。データパックをコピーし直してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read or written as expected (%2). Take a fresh copy of the data pack.</source>
        <translation>%1 を正しく読み書きできません（%2）。データパックを新しくコピーしてください。</translation>
    </message>
</context>
<context>
    <name>CaStatistics</name>
    <message>
        <source>%1 is not a Cluster Atlas data pack of this version. Use the working copy that “Add cluster layers…” makes.</source>
        <translation>%1 はこの版の Cluster Atlas のデータパックではありません。「クラスターレイヤの追加…」で作られる作業用コピーを使ってください。</translation>
    </message>
    <message>
        <source>There is no metric “%1”. The metrics are: %2.</source>
        <translation>指標「%1」はありません。指標は次のとおりです：%2。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsAlgorithm</name>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>Data pack with the statistics (that of the project if empty)</source>
        <translation>統計のあるデータパック（空欄ならプロジェクトのもの）</translation>
    </message>
    <message>
        <source>Data packs (*.gpkg)</source>
        <translation>データパック (*.gpkg)</translation>
    </message>
    <message>
        <source>The working copy clusteratlas.gpkg beside your project.</source>
        <translation>プロジェクトと同じフォルダにある作業用コピー clusteratlas.gpkg。</translation>
    </message>
    <message>
        <source>Kinds of owners (any if none is chosen)</source>
        <translation>所有者の種類（選ばなければすべて）</translation>
    </message>
    <message>
        <source>Whom the figures belong to. Choosing one tells 北海道, the prefecture, from the bureau.</source>
        <translation>値の所有者。選ぶと、都道府県の北海道と局の北海道を区別できます。</translation>
    </message>
    <message>
        <source>The project has no cluster layers to take the data pack from: choose it as %1.</source>
        <translation>プロジェクトにクラスターのレイヤがないため、データパックが分かりません。%1 で指定してください。</translation>
    </message>
    <message>
        <source>There is no kind of owner “%1”. OWNER_KINDS takes: %2.</source>
        <translation>所有者の種類「%1」はありません。OWNER_KINDS に指定できるのは次のとおりです：%2。</translation>
    </message>
    <message>
        <source>“%1” is no layer of the project: add it to the project first.</source>
        <translation>「%1」はプロジェクトのレイヤではありません。先にプロジェクトに追加してください。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsExport</name>
    <message>
        <source>it could not be written to the end: is the disk full?</source>
        <translation>最後まで書き込めませんでした。ディスクがいっぱいではありませんか</translation>
    </message>
    <message>
        <source>the character “%1” (U+%2) in “%3” does not exist in CP932: choose UTF-8</source>
        <translation>「%3」の文字「%1」（U+%2）は CP932 にありません。UTF-8 を選んでください</translation>
    </message>
    <message>
        <source>it could not be written: is its folder write-protected?</source>
        <translation>書き込めませんでした。フォルダが書き込み禁止ではありませんか</translation>
    </message>
    <message>
        <source>%1 is neither a CSV nor an XLSX: choose a name that ends in .csv or .xlsx.</source>
        <translation>%1 は CSV でも XLSX でもありません。.csv か .xlsx で終わる名前にしてください。</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>中止しました</translation>
    </message>
    <message>
        <source>there is no such figure: choose other owners, metrics or years</source>
        <translation>該当する値がありません。所有者、指標、年度を選び直してください</translation>
    </message>
    <message>
        <source>%1 was not written: %2.</source>
        <translation>%1 は書き出していません：%2。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsImport</name>
    <message>
        <source>the owner %1 is a %2, not a %3</source>
        <translation>所有者 %1 は %2 であり、%3 ではありません</translation>
    </message>
    <message>
        <source>there is no %1 with the code “%2”</source>
        <translation>コード「%2」の %1 はありません</translation>
    </message>
    <message>
        <source>“%1” is no code of a municipality, which has five digits</source>
        <translation>「%1」は市区町村コード（5桁）ではありません</translation>
    </message>
    <message>
        <source>“%1” is like the code of a prefecture or municipality, but is said to be of a %2</source>
        <translation>「%1」は都道府県か市区町村のコードに見えますが、%2 のものとされています</translation>
    </message>
    <message>
        <source>the kind of owner “%1” is not known</source>
        <translation>所有者の種類「%1」は使えません</translation>
    </message>
    <message>
        <source>there is no owner</source>
        <translation>所有者がありません</translation>
    </message>
    <message>
        <source>%1 is no fiscal year</source>
        <translation>%1 は年度ではありません</translation>
    </message>
    <message>
        <source>there is no metric “%1”</source>
        <translation>指標「%1」はありません</translation>
    </message>
    <message>
        <source>the unit is “%1”, but the metric %2 is kept in “%3”</source>
        <translation>単位が「%1」ですが、指標 %2 の単位は「%3」です</translation>
    </message>
    <message>
        <source>there is no value and no reason why</source>
        <translation>値がなく、その理由もありません</translation>
    </message>
    <message>
        <source>there is a value though it is marked as %1</source>
        <translation>%1 とされているのに値があります</translation>
    </message>
    <message>
        <source>the value is no number</source>
        <translation>値が数ではありません</translation>
    </message>
    <message>
        <source>the value is %1 though it is marked as zero</source>
        <translation>皆無とされているのに値が %1 です</translation>
    </message>
    <message>
        <source>%1, %2: %3. Nothing was imported: correct the sheet.</source>
        <translation>%1、%2：%3。何も取り込んでいません。シートを直してください。</translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4 for fiscal year %5 was given in %6 already. Nothing was imported: keep one of the two.</source>
        <translation>%1、%2：%4 の %5年度の %3 は既に %6 にあります。何も取り込んでいません。一方だけにしてください。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 for fiscal year %4 is given in the sheets “%5” and “%6”. Nothing was imported: import one of them.</source>
        <translation>%1：%3 の %4年度の %2 が、シート「%5」と「%6」の両方にあります。何も取り込んでいません。一方だけを取り込んでください。</translation>
    </message>
    <message>
        <source>Canceled: nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsImporter</name>
    <message>
        <source>The spreadsheet holds a date here: it may have made it of a code or a number. Type it in again as text.</source>
        <translation>表計算ソフトではこのセルが日付になっています。コードや数値が日付に変わった可能性があります。文字列として入力し直してください。</translation>
    </message>
    <message>
        <source>%1: there is no metric “%2”, which the profile gives to the column “%3”. Choose another.</source>
        <translation>%1: 読み取り設定が列「%3」に割り当てた指標「%2」はありません。別の指標を選んでください。</translation>
    </message>
    <message>
        <source>No unit is given. Figures without one in their cell were taken to be in %1.</source>
        <translation>単位が示されていません。セルに単位のない数値は%1として読み取りました。</translation>
    </message>
    <message>
        <source>The figure is in cells merged over several rows. It was taken for the first row only.</source>
        <translation>数値が複数行にまたがる結合セルにあります。最初の行の数値としてのみ読み取りました。</translation>
    </message>
    <message>
        <source>The row stands below the notes of the table and was not read. Move the notes below it if it has figures.</source>
        <translation>表の注記より下にある行のため、読み取りませんでした。数値の行であれば、注記をその下に移してください。</translation>
    </message>
    <message>
        <source>The row has figures, but neither a code nor a name. Say whose they are, or delete the row.</source>
        <translation>数値がありますが、コードも名称もありません。どこの数値かを書くか、行を削除してください。</translation>
    </message>
    <message>
        <source>No metric has this name. Correct it, or add the metric first.</source>
        <translation>この名前の指標はありません。直すか、先に指標を追加してください。</translation>
    </message>
    <message>
        <source>The spreadsheet shows an error here. Correct its formula, and save the sheet again.</source>
        <translation>表計算ソフトのエラー値になっています。数式を直して保存し直してください。</translation>
    </message>
    <message>
        <source>There is a character here that was lost, or that only the computer of the writer can show. Type the name in again.</source>
        <translation>失われた文字か、作成者のパソコンでしか表示できない外字があります。名称を入力し直してください。</translation>
    </message>
    <message>
        <source>The code %1 is that of %2, the name “%3” that of %4. Correct one of them.</source>
        <translation>コード %1 は %2 のもの、名称「%3」は %4 のものです。どちらかを直してください。</translation>
    </message>
    <message>
        <source>Possible: %1.</source>
        <translation>候補: %1。</translation>
    </message>
    <message>
        <source>%1 is a calendar year, which overlaps two fiscal years. Write 年度, or say that calendar years mean fiscal years.</source>
        <translation>%1 は暦年で、二つの年度にまたがります。「年度」と書くか、暦年を年度とみなすよう指定してください。</translation>
    </message>
    <message>
        <source>%1 is no unit that is known. Correct it.</source>
        <translation>%1 は登録されていない単位です。直してください。</translation>
    </message>
    <message>
        <source>The fiscal year of this figure is not known. Say which year the column is of.</source>
        <translation>この数値の年度が分かりません。何年度の列かを指定してください。</translation>
    </message>
    <message>
        <source>%1 has more than %2 figures. Split it.</source>
        <translation>%1 の数値は %2 個を超えています。分割してください。</translation>
    </message>
    <message>
        <source>The spreadsheet shows an error here, or has not computed the formula. Correct it, and save the sheet again.</source>
        <translation>表計算ソフトのエラー値か、計算されていない数式です。直して保存し直してください。</translation>
    </message>
    <message>
        <source>The same figure (owner, fiscal year, metric) is in cell %1 already. Delete one, or say that one column is something else.</source>
        <translation>同じ数値（対象、年度、指標）がすでにセル %1 にあります。一方を削除するか、一方の列を別のものに指定してください。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsStore</name>
    <message>
        <source>%1 is the data pack that came with Cluster Atlas and is never changed. Use the working copy beside your project.</source>
        <translation>%1 は Cluster Atlas に付属するデータパックで、変更しません。プロジェクトと同じフォルダの作業用コピーを使ってください。</translation>
    </message>
    <message>
        <source>%1 is write-protected, or its folder is. Use a working copy of the data pack in a folder you may write to.</source>
        <translation>%1 かそのフォルダが書き込み禁止です。書き込めるフォルダの作業用コピーを使ってください。</translation>
    </message>
    <message>
        <source>%1 is not a Cluster Atlas data pack of this version. Use the working copy that “Add cluster layers…” makes.</source>
        <translation>%1 はこの版の Cluster Atlas のデータパックではありません。「クラスターレイヤの追加…」で作られる作業用コピーを使ってください。</translation>
    </message>
    <message>
        <source>%1 was made by an earlier Cluster Atlas and has no place for statistics. Make a new working copy with “Add cluster layers…”.</source>
        <translation>%1 は以前の Cluster Atlas が作ったもので、統計を入れる場所がありません。「クラスターレイヤの追加…」で作業用コピーを作り直してください。</translation>
    </message>
    <message>
        <source>The metric “%1” is there already, in “%2”, and the new one is in “%3” or is summed otherwise. Give the new one another code.</source>
        <translation>指標「%1」は既にあり、単位は「%2」です。新しい指標は単位が「%3」か、合計の仕方が異なります。別のコードにしてください。</translation>
    </message>
    <message>
        <source>There is no metric “%1”. The metrics are: %2.</source>
        <translation>指標「%1」はありません。指標は次のとおりです：%2。</translation>
    </message>
    <message>
        <source>The table of figures cannot take more metrics than the %1 it has: import fewer metrics.</source>
        <translation>数値の表の指標は %1 個で、これ以上は入りません。取り込む指標を減らしてください。</translation>
    </message>
    <message>
        <source>Canceled: nothing was changed.</source>
        <translation>中止しました。何も変更していません。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsTemplate</name>
    <message>
        <source>There is no template for owners of the kind “%1”.</source>
        <translation>対象の種類「%1」の記入様式はありません。</translation>
    </message>
    <message>
        <source>There is no metric “%1” in the data pack %2. Choose another.</source>
        <translation>データパック %2 に指標「%1」はありません。別の指標を選んでください。</translation>
    </message>
    <message>
        <source>A template needs at least one fiscal year and one metric. Choose them.</source>
        <translation>記入様式には年度と指標が少なくとも一つずつ必要です。選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be written as a workbook (%2). Is the disk full?</source>
        <translation>%1 をブックとして書き込めません（%2）。ディスクの空きを確かめてください。</translation>
    </message>
    <message>
        <source>%1 cannot be written in %2, which lacks the character “%3”. Choose UTF-8 or XLSX.</source>
        <translation>%2 には文字「%3」がないため、%1 を書き込めません。UTF-8 か XLSX を選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2). Is the disk full?</source>
        <translation>%1 を書き込めません（%2）。ディスクの空きを確かめてください。</translation>
    </message>
</context>
<context>
    <name>CaStatisticsTemplateAlgorithm</name>
    <message>
        <source>Make a sheet to fill in</source>
        <translation>記入用シートの作成</translation>
    </message>
    <message>
        <source>cluster,statistics,template,form,CSV,XLSX,Excel,sheet</source>
        <translation>クラスター,統計,ひな形,様式,記入用,CSV,XLSX,Excel,シート</translation>
    </message>
    <message>
        <source>Makes a sheet for a bureau to fill in and send back: a row for each project, sub-area, bureau or prefecture and fiscal year, a column for each metric with its unit, and the list of all codes. What is filled in is read by “Import statistics” without a correction; a cell left blank is a figure that is not available.

An Excel workbook has the codes on its second sheet, a CSV in a second file whose name ends in _codes. Codes are text, so that no program takes them for numbers or dates.</source>
        <translation>各局に記入して返送してもらうシートを作ります。プロジェクト、サブエリア、経済産業局又は都道府県と年度ごとに1行、指標ごとに単位付きの1列と、全コードの一覧があります。記入されたシートは「統計の取り込み」で手直しせずに読み込めます。空欄は「不明」の値になります。

Excel ブックではコード一覧が2枚目のシートに、CSV では名前が _codes で終わる別のファイルに入ります。コードは文字列なので、数値や日付に変わることはありません。</translation>
    </message>
    <message>
        <source>A row for each (project, subarea, bureau, prefecture)</source>
        <translation>行にするもの（project、subarea、bureau、prefecture）</translation>
    </message>
    <message>
        <source>Whom the figures belong to.</source>
        <translation>値の所有者。</translation>
    </message>
    <message>
        <source>Encoding of a CSV</source>
        <translation>CSV の文字コード</translation>
    </message>
    <message>
        <source>UTF-8 (BOM) for Excel, CP932 for programs that take nothing else.</source>
        <translation>Excel には UTF-8（BOM 付き）、ほかを読めないソフトには CP932 を選びます。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>シート</translation>
    </message>
    <message>
        <source>Excel files (*.xlsx);;CSV files (*.csv)</source>
        <translation>Excel ファイル (*.xlsx);;CSV ファイル (*.csv)</translation>
    </message>
    <message>
        <source>A name that ends in .xlsx or .csv. A file that is there is replaced.</source>
        <translation>.xlsx 又は .csv で終わる名前。既にあるファイルは置き換えます。</translation>
    </message>
    <message>
        <source>List of codes (of a CSV)</source>
        <translation>コード一覧（CSV の場合）</translation>
    </message>
    <message>
        <source>%1 ends neither in .xlsx nor in .csv: choose one of them.</source>
        <translation>%1 は .xlsx でも .csv でも終わっていません。どちらかにしてください。</translation>
    </message>
    <message>
        <source>Wrote a sheet to fill in to %1</source>
        <translation>記入用シートを %1 に書き出しました</translation>
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
    <message>
        <source>The legend of the layer “%1” cannot be translated: %2</source>
        <translation>レイヤ「%1」の凡例を翻訳できません: %2</translation>
    </message>
</context>
<context>
    <name>CaSummariseZonesAlgorithm</name>
    <message>
        <source>Feature %1 of %2 cannot be transformed: %3. Is its coordinate reference system right?</source>
        <translation>%2 の地物 %1 の座標を変換できません: %3。座標参照系は正しいですか。</translation>
    </message>
    <message>
        <source>Summarise zones</source>
        <translation>任意の区域で統計を集計</translation>
    </message>
    <message>
        <source>cluster,zones,apportion,area,weight,overlay,statistics,flood,districts</source>
        <translation>クラスター,区域,按分,面積,重み,重ね合わせ,統計,浸水,学区</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問い合わせ</translation>
    </message>
    <message>
        <source>Shares out figures of municipalities, prefectures or projects to any zones, such as flood zones, school districts or circles.

Metrics that can be added are shared out in proportion; rates and the like are averaged. The proportion is that of area on the ellipsoid, or of a layer of weights: points or polygons with a number, such as inhabitants of a grid. A part without any weight in it goes by area.

Each figure has three fields more: how exact it is (qualifier), why there is none or that it is incomplete (flag), and which share of the zone&apos;s weight is in parts whose figure is not known (unknown). The value is then that of the known parts.

Zones may overlap one another: each has all of its own, and the report says what was counted more than once, and what lies in no zone. Features of PARTS with the same key are one part. Figures are of the year you choose, or are fields of the layer, such as “Join statistics” makes.</source>
        <translation>任意の区域 (浸水想定区域、学区、円など) に、市区町村、都道府県又はプロジェクトの統計を割り振ります。

合計できる指標は割合に応じて按分し、率などは平均します。割合は楕円体上の面積によるか、重みのレイヤ (人口メッシュなど、数を持つ点又はポリゴン) によります。重みが一つもない単位は面積によります。

統計値ごとに三つのフィールドが付きます。どれほど正確か (qualifier)、値がない理由又は不完全であること (flag)、区域の重みのうち値の分からない単位にある割合 (unknown) です。このとき統計値は、値の分かる単位だけのものです。

区域は互いに重なっていても構いません。それぞれの区域が自分の分をすべて持ち、重複して数えた分と、どの区域にも入らない分はレポートに示します。キーが同じ PARTS の地物は一つの単位とします。統計は、選んだ年度のもの、又は「統計の結合」が作るようなレイヤのフィールドです。</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Any layer of polygons; they may overlap.</source>
        <translation>任意のポリゴンレイヤ。互いに重なっていても構いません。</translation>
    </message>
    <message>
        <source>Parts: polygons that have figures</source>
        <translation>統計を持つポリゴン</translation>
    </message>
    <message>
        <source>Municipalities, prefectures, or areas of projects as “Build areas” makes them.</source>
        <translation>市区町村、都道府県、又は「区域の作成」で作ったプロジェクトの区域。</translation>
    </message>
    <message>
        <source>Field of the parts with codes or names</source>
        <translation>統計を持つポリゴンのコード又は名称のフィールド</translation>
    </message>
    <message>
        <source>Needed for METRICS. If empty, each feature is a part.</source>
        <translation>METRICS を使うときに必要です。空の場合は、地物一つずつを一単位とします。</translation>
    </message>
    <message>
        <source>Metrics of the data pack</source>
        <translation>データパックの指標</translation>
    </message>
    <message>
        <source>Codes of metrics as in the table of metrics, separated by commas, such as firms,universities.</source>
        <translation>指標の表にあるコードをコンマで区切ります。例: firms,universities</translation>
    </message>
    <message>
        <source>Fields of the parts to share out</source>
        <translation>按分するフィールド</translation>
    </message>
    <message>
        <source>Numbers and amounts. A field with the same name and _flag or _qualifier at the end is taken into account.</source>
        <translation>数や金額。同じ名前の末尾に _flag 又は _qualifier が付いたフィールドがあれば、その内容を反映します。</translation>
    </message>
    <message>
        <source>Fields of the parts to average</source>
        <translation>平均するフィールド</translation>
    </message>
    <message>
        <source>Rates, densities and the like, which have no sum.</source>
        <translation>率や密度など、合計に意味のないもの。</translation>
    </message>
    <message>
        <source>Weights: points or polygons (area if empty)</source>
        <translation>重みのレイヤ: 点又はポリゴン (空なら面積)</translation>
    </message>
    <message>
        <source>Where in a part its figure belongs: a grid of inhabitants, plants with employees. The weight of a polygon is spread evenly over it.</source>
        <translation>統計値が単位区域のどこにあるかを示すもの。人口メッシュ、従業者数を持つ事業所など。ポリゴンの重みは、その中に均等に配分されます。</translation>
    </message>
    <message>
        <source>Field with the weight (1 if empty)</source>
        <translation>重みのフィールド (空なら 1)</translation>
    </message>
    <message>
        <source>A number of 0 or more; features without one weigh nothing.</source>
        <translation>0 以上の数。値のない地物の重みは 0 です。</translation>
    </message>
    <message>
        <source>Prefix of the new fields</source>
        <translation>新しいフィールドの接頭辞</translation>
    </message>
    <message>
        <source>Keeps the new fields apart from those of the zones.</source>
        <translation>新しいフィールドを区域の元のフィールドと区別します。</translation>
    </message>
    <message>
        <source>Zones with figures</source>
        <translation>統計付きの区域</translation>
    </message>
    <message>
        <source>The zones as they are, with their area, the share of it that is in any part, and the figures.</source>
        <translation>元の区域に、面積、統計を持つポリゴンに含まれる面積の割合、及び統計値を加えたもの。</translation>
    </message>
    <message>
        <source>Number of zones</source>
        <translation>区域の数</translation>
    </message>
    <message>
        <source>Parts in any zone</source>
        <translation>いずれかの区域にかかる単位の数</translation>
    </message>
    <message>
        <source>Parts in no zone</source>
        <translation>どの区域にもかからない単位の数</translation>
    </message>
    <message>
        <source>Parts counted more than once, because zones overlap</source>
        <translation>区域の重なりのため重複して数えた単位の数</translation>
    </message>
    <message>
        <source>Figures of zones that are incomplete</source>
        <translation>不完全な区域統計値の数</translation>
    </message>
    <message>
        <source>There is nothing to share out: choose METRICS, SUM_FIELDS or MEAN_FIELDS.</source>
        <translation>按分するものがありません。METRICS、SUM_FIELDS、MEAN_FIELDS のいずれかを選んでください。</translation>
    </message>
    <message>
        <source>METRICS need KEY_FIELD, the field of PARTS that says whose figures they are.</source>
        <translation>METRICS を使うには KEY_FIELD (どこの統計かを示す PARTS のフィールド) が必要です。</translation>
    </message>
    <message>
        <source>%1 owners have figures but no polygon among the parts; their figures are in no sum here.</source>
        <translation>統計があるのに該当するポリゴンがないものが %1 件あります。その値は、ここでの合計に一切含まれません。</translation>
    </message>
    <message>
        <source>Figures of fiscal year %1 from %2.</source>
        <translation>%2 の %1 年度の統計。</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>地物 %1</translation>
    </message>
    <message>
        <source>Several features of %1 have the key %2, but not the same %3. Choose another KEY_FIELD, or none, so that each feature is a part of its own.</source>
        <translation>%1 にはキーが %2 の地物が複数ありますが、%3 の値が異なります。別の KEY_FIELD を選ぶか、空にして地物一つずつを一単位としてください。</translation>
    </message>
    <message>
        <source>Feature %1 of %2 weighs %3: weights are numbers of 0 or more. Choose another WEIGHT_FIELD, or leave such features out.</source>
        <translation>%2 の地物 %1 の重みが %3 です。重みは 0 以上の数です。別の WEIGHT_FIELD を選ぶか、そのような地物を除いてください。</translation>
    </message>
    <message>
        <source>%1 has no features to weigh by. Choose another layer, or none to go by area.</source>
        <translation>%1 には重みとなる地物がありません。別のレイヤを選ぶか、空にして面積で按分してください。</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>区域 %1</translation>
    </message>
    <message>
        <source>%1 polygons of parts were invalid and were mended:</source>
        <translation>統計を持つポリゴンのうち、無効なもの %1 件を修復しました:</translation>
    </message>
    <message>
        <source>%1 zones were invalid and were mended:</source>
        <translation>無効な区域 %1 件を修復しました:</translation>
    </message>
    <message>
        <source>%1 features of parts have no polygon; what is theirs alone is counted as outside:</source>
        <translation>統計を持つ地物のうち %1 件にはポリゴンがありません。ほかに形のないものの値は区域外に数えました:</translation>
    </message>
    <message>
        <source>%1 zones have no polygon and no figures:</source>
        <translation>ポリゴンがなく、統計値も付かない区域が %1 件あります:</translation>
    </message>
    <message>
        <source>%1 parts have no weight in them and were shared out by area:</source>
        <translation>重みが一つもない単位 %1 件は、面積で按分しました:</translation>
    </message>
    <message>
        <source>%1: parts %2; zones %3; of these counted more than once %4; in no zone %5; parts not known %6.</source>
        <translation>%1: 元の合計 %2、区域の合計 %3 (うち重複 %4)、区域外 %5、値の分からない単位 %6 件。</translation>
    </message>
    <message>
        <source>%1: averaged; parts not known %2.</source>
        <translation>%1: 平均。値の分からない単位 %2 件。</translation>
    </message>
    <message>
        <source>The zones have a field “%1” already: choose another PREFIX than “%2”.</source>
        <translation>区域には既にフィールド「%1」があります。「%2」とは別の PREFIX を指定してください。</translation>
    </message>
    <message>
        <source>OUTPUT could not be written: %1</source>
        <translation>OUTPUT に書き込めませんでした: %1</translation>
    </message>
    <message>
        <source>Shared out by area on the ellipsoid (equal-area projection %1).</source>
        <translation>楕円体上の面積で按分しました (正積図法 %1)。</translation>
    </message>
    <message>
        <source>Shared out by %1 weights.</source>
        <translation>%1 個の重みで按分しました。</translation>
    </message>
    <message>
        <source>Zones overlap: %1 parts are counted more than once, in all or in part:</source>
        <translation>区域が互いに重なっているため、%1 個の単位の全部又は一部を重複して数えています:</translation>
    </message>
    <message>
        <source>Zones of %1</source>
        <translation>%1 の区域統計</translation>
    </message>
    <message>
        <source>%1 has no parts: it has no features. Choose another layer.</source>
        <translation>%1 には地物がなく、按分元がありません。別のレイヤを選んでください。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) of weights have no position and weigh nothing:</source>
        <translation>
            <numerusform>重みのレイヤの %n 件の地物は位置がなく、重みに数えません：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no zones: it has no features. Choose another layer.</source>
        <translation>%1 には地物がなく、集計する区域がありません。別のレイヤを選んでください。</translation>
    </message>
</context>
<context>
    <name>CaTableSource</name>
    <message>
        <source>%1 is not there, or is not a file. Choose the sheet to read.</source>
        <translation>%1 がないか、ファイルではありません。読み込むシートを選んでください。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Is it open in another program, or may you not read it?</source>
        <translation>%1 を読み込めません（%2）。別のソフトで開かれていないか、読み取り権限があるかを確かめてください。</translation>
    </message>
    <message>
        <source>%1 is empty: it has not a single byte. Was it copied to the end?</source>
        <translation>%1 は空（0 バイト）です。最後までコピーされたか確かめてください。</translation>
    </message>
    <message>
        <source>%1 is open in another program, which may hold changes that are not saved. Close it there (or delete %2 beside it if it is not open any more).</source>
        <translation>%1 は別のソフトで開かれており、保存されていない変更があるかもしれません。そちらで閉じてください（もう開かれていなければ、同じ場所の %2 を削除してください）。</translation>
    </message>
    <message>
        <source>%1 is protected by a password and cannot be read. Open it, save it without the password, and choose it again.</source>
        <translation>%1 はパスワードで保護されているため読み込めません。開いてパスワードなしで保存し、もう一度選んでください。</translation>
    </message>
    <message>
        <source>%1 is no workbook, whatever its name says, or it is damaged. Open it in the program it comes from and save it again.</source>
        <translation>%1 は名前に反してブックではないか、壊れています。元のソフトで開いて保存し直してください。</translation>
    </message>
    <message>
        <source>%1 has %2 sheets; there is no sheet number %3.</source>
        <translation>%1 のシートは %2 枚で、%3 枚目はありません。</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled.</source>
        <translation>%1 の読み込みを取り消しました。</translation>
    </message>
    <message>
        <source>%1 has more than %2 rows. Split it into several files.</source>
        <translation>%1 行数が %2 を超えています。複数のファイルに分けてください。</translation>
    </message>
    <message>
        <source>%1, cell %2:</source>
        <translation>%1 のセル %2:</translation>
    </message>
    <message>
        <source>%1, sheet “%2”, cell %3:</source>
        <translation>%1 のシート「%2」のセル %3:</translation>
    </message>
    <message>
        <source>%1 the text is longer than %2 characters. Is a quote missing, or is this no table?</source>
        <translation>%1 文字数が %2 を超えています。引用符が抜けていないか、表のファイルかを確かめてください。</translation>
    </message>
    <message>
        <source>%1 the row has more than %2 columns. Is the delimiter right, and is this a table?</source>
        <translation>%1 列数が %2 を超えています。区切り文字が正しいか、表のファイルかを確かめてください。</translation>
    </message>
    <message>
        <source>%1 was changed while it was read. Wait until it is saved, and read it again.</source>
        <translation>%1 は読み込み中に変更されました。保存が終わってから、もう一度読み込んでください。</translation>
    </message>
</context>
<context>
    <name>CaTextEncoding</name>
    <message>
        <source>%1 cannot be read (%2). Is it open in another program, or may you not read it?</source>
        <translation>%1 を読み込めません（%2）。別のソフトで開かれていないか、読み取り権限があるかを確かめてください。</translation>
    </message>
</context>
<context>
    <name>CaUnits</name>
    <message>
        <source>A unit needs a code that no other unit has, and a base. Correct it.</source>
        <translation>単位には、ほかの単位と重ならないコードと、基準の単位が必要です。直してください。</translation>
    </message>
    <message>
        <source>The factor must be 1, 10, 100, … 10^%1. Correct it.</source>
        <translation>係数は 1、10、100、… 10^%1 のいずれかでなければなりません。直してください。</translation>
    </message>
    <message>
        <source>“%1” is a spelling of two units. Leave it to one.</source>
        <translation>「%1」が二つの単位の表記になっています。一方だけにしてください。</translation>
    </message>
</context>
<context>
    <name>CaUnjoinLayerAlgorithm</name>
    <message>
        <source>Take statistics off a layer</source>
        <translation>レイヤから統計を外す</translation>
    </message>
    <message>
        <source>cluster,statistics,join,remove,layer</source>
        <translation>クラスター,統計,結合,解除,削除,レイヤ</translation>
    </message>
    <message>
        <source>Removes the join that “Join statistics to a layer in place” made: the fields, the table with the figures from project and data pack, and what was added to the layer&apos;s name. The figures themselves stay in the data pack.</source>
        <translation>「レイヤへの統計の結合」で作った結合を外します。結合したフィールド、プロジェクトとデータパックにある結合用の表、レイヤ名に付いた注記を取り除きます。値そのものはデータパックに残ります。</translation>
    </message>
    <message>
        <source>Layer with joined statistics</source>
        <translation>統計を結合したレイヤ</translation>
    </message>
    <message>
        <source>A layer of the project.</source>
        <translation>プロジェクトのレイヤ。</translation>
    </message>
</context>
<context>
    <name>CaVersionCheck</name>
    <message>
        <source>This Cluster Atlas was built for QGIS %1, but this is QGIS %2. Install the Cluster Atlas built for this QGIS.</source>
        <translation>この Cluster Atlas は QGIS %1 用ですが、この QGIS は %2 です。この QGIS に合った Cluster Atlas をインストールしてください。</translation>
    </message>
</context>
<context>
    <name>CaViewMenu</name>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Shows a map of the project in the projection and extent it is made for</source>
        <translation>プロジェクトの地図を、その地図に合った投影法と範囲で表示します</translation>
    </message>
    <message>
        <source>No views in this project</source>
        <translation>このプロジェクトに表示できる地図はありません</translation>
    </message>
</context>
<context>
    <name>CaWhatIsHere</name>
    <message>
        <source>The polygon has a corner without coordinates.</source>
        <translation>ポリゴンに座標のない頂点があります。</translation>
    </message>
    <message>
        <source>The geometry is no polygon with an area.</source>
        <translation>ジオメトリが面積のあるポリゴンではありません。</translation>
    </message>
    <message>
        <source>outside the boundaries: sea, lakes, or abroad</source>
        <translation>境界の外（海、湖沼、または国外）</translation>
    </message>
    <message>
        <source>the point is on a border, or the boundaries overlap here</source>
        <translation>点が境界線上にあるか、ここで境界データが重なっています</translation>
    </message>
    <message>
        <source>perhaps: the area is known here only by its prefectures</source>
        <translation>可能性あり: この区域は、ここでは都道府県単位でしか分かりません</translation>
    </message>
    <message>
        <source>surely: this municipality is in its list; but only %1 of the %2 codes listed are in the boundaries, so the area is larger</source>
        <translation>確実: この市区町村は一覧にあります。ただし、一覧のコード %2 件のうち境界にあるのは %1 件なので、実際の区域はより広いものです</translation>
    </message>
    <message>
        <source>surely: this municipality is in its list; but the source also names regions without listing their municipalities, so the area may be larger</source>
        <translation>確実: この市区町村は一覧にあります。ただし、出典には市区町村の内訳のない地域名もあるため、実際の区域はより広い可能性があります</translation>
    </message>
    <message>
        <source>perhaps: of the sub-area %1, of which no area is known here</source>
        <translation>可能性あり: サブ地域 %1 のもの。その区域はここでは分かりません</translation>
    </message>
    <message>
        <source>perhaps: of the sub-area %1, which is known here only by its prefectures</source>
        <translation>可能性あり: サブ地域 %1 のもの。その区域はここでは都道府県単位でしか分かりません</translation>
    </message>
    <message>
        <source>of the sub-area %1</source>
        <translation>サブ地域 %1 のもの</translation>
    </message>
</context>
<context>
    <name>CaWhatIsHereAlgorithm</name>
    <message>
        <source>What is here?</source>
        <translation>ここには何がある？</translation>
    </message>
    <message>
        <source>cluster,point,polygon,municipality,prefecture,bureau,project,identify,where</source>
        <translation>クラスター,点,ポリゴン,市区町村,都道府県,経済産業局,プロジェクト,地物情報,どこ</translation>
    </message>
    <message>
        <source>Lists everything at a point, or in each polygon of a layer: municipality, prefecture, bureau, projects, sub-areas, examples of types, and the links and figures of the projects in the fiscal year.

Of a polygon it says which share of it lies in each; areas overlap, so shares of projects may add up to more than one. A point on a border belongs to both sides; a polygon that only touches an area is not in it.

With the shipped boundaries, which are prefectures, areas that list municipalities are shown by their prefectures and marked so: “perhaps”. Give boundaries of municipalities (N03) for exact answers.</source>
        <translation>点、またはレイヤの各ポリゴンについて、そこにあるものすべてを一覧にします。市区町村、都道府県、経済産業局、プロジェクト、サブ地域、類型の例と、プロジェクトの連携およびその年度の数値です。

ポリゴンについては、そのどれだけの割合が各区域に入るかも示します。区域は重なるため、プロジェクトの割合の合計は 1 を超えることがあります。境界線上の点は両側に属し、区域に接するだけのポリゴンはその区域に入りません。

同梱の境界は都道府県なので、市区町村を挙げている区域は都道府県で示され、「可能性あり」と注記されます。正確な答えを得るには、市区町村の境界（N03）を指定してください。</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>With its coordinate reference system, as in 137.73,34.71 [EPSG:6668]; without one, that of the project.</source>
        <translation>137.73,34.71 [EPSG:6668] のように座標参照系を付けます。付けなければプロジェクトの座標参照系とみなします。</translation>
    </message>
    <message>
        <source>Polygons, instead</source>
        <translation>代わりに使うポリゴン</translation>
    </message>
    <message>
        <source>Each polygon is answered for itself.</source>
        <translation>ポリゴンごとに答えます。</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>そこにあるもの</translation>
    </message>
    <message>
        <source>Number of points or polygons</source>
        <translation>点またはポリゴンの数</translation>
    </message>
    <message>
        <source>Number of different projects</source>
        <translation>異なるプロジェクトの数</translation>
    </message>
    <message>
        <source>Features that are no polygon with an area</source>
        <translation>面積のあるポリゴンではない地物の数</translation>
    </message>
    <message>
        <source>Give either POINT or POLYGONS.</source>
        <translation>POINT か POLYGONS のどちらか一方を指定してください。</translation>
    </message>
    <message>
        <source>POINT has no coordinates. Give it as 137.73,34.71 [EPSG:6668].</source>
        <translation>POINT に座標がありません。137.73,34.71 [EPSG:6668] のように指定してください。</translation>
    </message>
    <message>
        <source>Nothing is at %1, %2 in the boundaries: it is in the sea, in a lake or abroad.</source>
        <translation>境界データでは %1, %2 に何もありません。海、湖沼、または国外です。</translation>
    </message>
    <message>
        <source>The place cannot be transformed to %1: %2. Is its coordinate reference system right?</source>
        <translation>場所を %1 に変換できません: %2。座標参照系は正しいですか。</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) could not be used.</source>
        <translation>
            <numerusform>%n 件の地物は使えませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>a point on a border is on both sides; each overlapping area is listed for itself</source>
        <translation>境界線上の点は両側に属し、重なる区域はそれぞれ別に挙げる</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Japanese name</source>
        <translation>日本語名</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>プロジェクト</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation>確からしさ</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>フラグ</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
</context>
<context>
    <name>CaWorkbook</name>
    <message>
        <source>%1 cannot be read as a workbook: its part %2 is missing or damaged. Open it in the program it comes from and save it again.</source>
        <translation>%1 をブックとして読み込めません。内部の %2 がないか壊れています。元のソフトで開いて保存し直してください。</translation>
    </message>
    <message>
        <source>%1 unzips to more than %2 bytes: it may be a zip bomb. Was it saved by a spreadsheet program?</source>
        <translation>%1 は展開すると %2 バイトを超えます。ZIP 爆弾のおそれがあります。表計算ソフトで保存されたファイルか確かめてください。</translation>
    </message>
    <message>
        <source>Reading %1 was cancelled.</source>
        <translation>%1 の読み込みを取り消しました。</translation>
    </message>
    <message>
        <source>%1 the workbook is damaged here (part %2, line %3: %4). Open it in the program it comes from and save it again.</source>
        <translation>%1 ブックがここで壊れています（%2 の %3 行目: %4）。元のソフトで開いて保存し直してください。</translation>
    </message>
    <message>
        <source>%1 has two sheets named “%2”, so that a cell could not be found again. Rename one of them.</source>
        <translation>%1 には「%2」という名前のシートが二つあり、セルの出所を特定できません。一方の名前を変えてください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a workbook: %2. Open it in the program it comes from and save it again.</source>
        <translation>%1 をブックとして読み込めません: %2。元のソフトで開いて保存し直してください。</translation>
    </message>
</context>
<context>
    <name>CaXlsxSource</name>
    <message>
        <source>it is a zip file without a workbook</source>
        <translation>ブックのない ZIP ファイルです</translation>
    </message>
    <message>
        <source>a sheet of it is missing</source>
        <translation>シートの一つがありません</translation>
    </message>
    <message>
        <source>it has no sheet with cells</source>
        <translation>セルのあるシートがありません</translation>
    </message>
    <message>
        <source>its shared texts are larger than this computer should be asked to hold (%L1 characters)</source>
        <translation>共有文字列が大きすぎます（%L1 文字を超えています）</translation>
    </message>
    <message>
        <source>row %1 of sheet “%2” stands after row %3</source>
        <translation>シート「%2」の行 %1 が行 %3 の後にあります</translation>
    </message>
    <message>
        <source>cell “%1” of sheet “%2” stands in row %3</source>
        <translation>シート「%2」のセル「%1」が行 %3 にあります</translation>
    </message>
    <message>
        <source>cell %1 of sheet “%2” refers to a text that is not there</source>
        <translation>シート「%2」のセル %1 が、存在しない文字列を参照しています</translation>
    </message>
    <message>
        <source>the merged cells of sheet “%1” make no sense</source>
        <translation>シート「%1」の結合セルの指定が正しくありません</translation>
    </message>
</context>
</TS>
