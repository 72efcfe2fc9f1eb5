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
    <name>CaExportAtlasAlgorithm</name>
    <message numerus="yes">
        <source>Printed %n page(s) to %1</source>
        <translation>
            <numerusform>Printed %n page to %1</numerusform>
            <numerusform>Printed %n pages to %1</numerusform>
        </translation>
    </message>
</context>
</TS>
