<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaAddLayersAlgorithm</name>
    <message numerus="yes">
        <source>Added %n layer(s) from %1</source>
        <translation>
            <numerusform>Added %n layer from %1</numerusform>
            <numerusform>Added %n layers from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaAddLayersDialog</name>
    <message numerus="yes">
        <source>%n layer(s) checked</source>
        <translation>
            <numerusform>%n layer checked</numerusform>
            <numerusform>%n layers checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaAreaBuilder</name>
    <message numerus="yes">
        <source>%n code(s) were not found.</source>
        <translation>
            <numerusform>%n code was not found.</numerusform>
            <numerusform>%n codes were not found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) were replaced by those that took their place in a merger; the new area may be larger.</source>
        <translation>
            <numerusform>%n code was replaced by what took its place in a merger; the new area may be larger.</numerusform>
            <numerusform>%n codes were replaced by those that took their place in a merger; the new area may be larger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are shown by the prefectures in which they lie, because their municipalities are not known or not in the boundaries.</source>
        <translation>
            <numerusform>%n area is shown by the prefectures in which it lies, because its municipalities are not known or not in the boundaries.</numerusform>
            <numerusform>%n areas are shown by the prefectures in which they lie, because their municipalities are not known or not in the boundaries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) are only that part of which the municipalities are listed and found.</source>
        <translation>
            <numerusform>%n area is only that part of which the municipalities are listed and found.</numerusform>
            <numerusform>%n areas are only that part of which the municipalities are listed and found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have prefectures and municipalities outside of them in their list.</source>
        <translation>
            <numerusform>%n area has prefectures and municipalities outside of them in its list.</numerusform>
            <numerusform>%n areas have prefectures and municipalities outside of them in their list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) have no polygon.</source>
        <translation>
            <numerusform>%n area has no polygon.</numerusform>
            <numerusform>%n areas have no polygon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) contain codes that had to be mended.</source>
        <translation>
            <numerusform>%n area contains codes that had to be mended.</numerusform>
            <numerusform>%n areas contain codes that had to be mended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaAtlasExporter</name>
    <message numerus="yes">
        <source>%n finding(s) keep this atlas from being printed; “Check atlas” lists them. The first: %1</source>
        <translation>
            <numerusform>%n finding keeps this atlas from being printed; “Check atlas” lists it. The first: %1</numerusform>
            <numerusform>%n findings keep this atlas from being printed; “Check atlas” lists them. The first: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 page(s) could not be printed. The first: %2 The others are kept; export again to make what is missing.</source>
        <translation>
            <numerusform>%n of %1 pages could not be printed. The first: %2 The others are kept; export again to make what is missing.</numerusform>
            <numerusform>%n of %1 pages could not be printed. The first: %2 The others are kept; export again to make what is missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in %1 are not of this atlas, but of one before. They were left where they are; delete them if you do not need them.</source>
        <translation>
            <numerusform>%n file in %1 is not of this atlas, but of one before. It was left where it is; delete it if you do not need it.</numerusform>
            <numerusform>%n files in %1 are not of this atlas, but of one before. They were left where they are; delete them if you do not need them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaBoundaryReader</name>
    <message numerus="yes">
        <source>%n feature(s) have no code. They belong to no municipality; where the prefecture&apos;s name is known, they count as part of it.</source>
        <translation>
            <numerusform>%n feature has no code. It belongs to no municipality; where the prefecture&apos;s name is known, it counts as part of it.</numerusform>
            <numerusform>%n features have no code. They belong to no municipality; where the prefecture&apos;s name is known, they count as part of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) have several features, which were taken as one.</source>
        <translation>
            <numerusform>%n code has several features, which were taken as one.</numerusform>
            <numerusform>%n codes have several features, which were taken as one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) have no polygon and were left out.</source>
        <translation>
            <numerusform>%n feature has no polygon and was left out.</numerusform>
            <numerusform>%n features have no polygon and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ring(s) have fewer than three different points and were left out.</source>
        <translation>
            <numerusform>%n ring has fewer than three different points and was left out.</numerusform>
            <numerusform>%n rings have fewer than three different points and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaClusterFinder</name>
    <message numerus="yes">
        <source>touches %n of its municipalities or prefectures</source>
        <translation>
            <numerusform>touches %n of its municipalities or prefectures</numerusform>
            <numerusform>touches %n of its municipalities or prefectures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaCommands</name>
    <message numerus="yes">
        <source>%n layer(s) added. The working copy of the data is in %1.</source>
        <translation>
            <numerusform>%n layer added. The working copy of the data is in %1.</numerusform>
            <numerusform>%n layers added. The working copy of the data is in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The atlas has %n page(s): %1</source>
        <translation>
            <numerusform>The atlas has %n page: %1</numerusform>
            <numerusform>The atlas has %n pages: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaCoverageReport</name>
    <message numerus="yes">
        <source>%n place(s) where boundaries are not as they should be.</source>
        <translation>
            <numerusform>%n place where boundaries are not as they should be.</numerusform>
            <numerusform>%n places where boundaries are not as they should be.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n code(s) had to be mended.</source>
        <translation>
            <numerusform>%n code had to be mended.</numerusform>
            <numerusform>%n codes had to be mended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thin gap(s) between neighbours. If they are no waters, try again with snapping.</source>
        <translation>
            <numerusform>%n thin gap between neighbours. If it is no water, try again with snapping.</numerusform>
            <numerusform>%n thin gaps between neighbours. If they are no waters, try again with snapping.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) within the land belong to no code, such as lakes.</source>
        <translation>
            <numerusform>%n place within the land belongs to no code, such as a lake.</numerusform>
            <numerusform>%n places within the land belong to no code, such as lakes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaExportAtlasDialog</name>
    <message numerus="yes">
        <source>%n sheet(s), about %1 s</source>
        <translation>
            <numerusform>%n sheet, about %1 s</numerusform>
            <numerusform>%n sheets, about %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaFindClustersAlgorithm</name>
    <message numerus="yes">
        <source>%n feature(s) without coordinates touch nothing.</source>
        <translation>
            <numerusform>%n feature without coordinates touches nothing.</numerusform>
            <numerusform>%n features without coordinates touch nothing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaMembershipDock</name>
    <message numerus="yes">
        <source>%n row(s) in the list.</source>
        <translation>
            <numerusform>%n row in the list.</numerusform>
            <numerusform>%n rows in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) opened.</source>
        <translation>
            <numerusform>%n area opened.</numerusform>
            <numerusform>%n areas opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaMembershipList</name>
    <message numerus="yes">
        <source>%n place(s) added.</source>
        <translation>
            <numerusform>%n place added.</numerusform>
            <numerusform>%n places added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that are parts of it are no longer listed themselves.</source>
        <translation>
            <numerusform>%n place that is a part of it is no longer listed itself.</numerusform>
            <numerusform>%n places that are parts of it are no longer listed themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) taken out.</source>
        <translation>
            <numerusform>%n row taken out.</numerusform>
            <numerusform>%n rows taken out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaPageText</name>
    <message numerus="yes">
        <source>%1: %n feature(s)</source>
        <translation>
            <numerusform>%1: %n feature</numerusform>
            <numerusform>%1: %n features</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaPartnerLinksAlgorithm</name>
    <message numerus="yes">
        <source>%n link(s) have no width, because there is no such figure.</source>
        <translation>
            <numerusform>%n link has no width, because there is no such figure.</numerusform>
            <numerusform>%n links have no width, because there is no such figure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaReport</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaSheetPdf</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaSummariseZonesAlgorithm</name>
    <message numerus="yes">
        <source>%n feature(s) of weights have no position and weigh nothing:</source>
        <translation>
            <numerusform>%n feature of weights has no position and weighs nothing:</numerusform>
            <numerusform>%n features of weights have no position and weigh nothing:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaWhatIsHereAlgorithm</name>
    <message numerus="yes">
        <source>%n feature(s) could not be used.</source>
        <translation>
            <numerusform>%n feature could not be used.</numerusform>
            <numerusform>%n features could not be used.</numerusform>
        </translation>
    </message>
</context>
</TS>
