<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips|AttributeTable|CustomProperties" version="3.22.16-Białowieża">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{cf5e95b2-af62-50bd-b419-5f62679b379b}">
   <rule key="{583f8a4b-b765-5b95-940c-602c1f37e0da}" label="Stad van het verhaal" symbol="0" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="marker">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="miter" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="27,38,49,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.25" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="8.6" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <prop k="angle" v="0" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="horizontal_anchor_point" v="1" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="outline_color" v="27,38,49,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.25" />
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="outline_width_unit" v="MM" />
     <prop k="scale_method" v="diameter" />
     <prop k="size" v="8.6" />
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="size_unit" v="MM" />
     <prop k="vertical_anchor_point" v="1" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="27,38,49,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="miter" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="27,38,49,255" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="7.2" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <prop k="angle" v="0" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="27,38,49,255" />
     <prop k="horizontal_anchor_point" v="1" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="outline_color" v="27,38,49,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0" />
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="outline_width_unit" v="MM" />
     <prop k="scale_method" v="diameter" />
     <prop k="size" v="7.2" />
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="size_unit" v="MM" />
     <prop k="vertical_anchor_point" v="1" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="cap_style" type="QString" value="square" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="miter" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="27,38,49,255" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="2.2" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <prop k="angle" v="0" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="255,255,255,255" />
     <prop k="horizontal_anchor_point" v="1" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="outline_color" v="27,38,49,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0" />
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="outline_width_unit" v="MM" />
     <prop k="scale_method" v="diameter" />
     <prop k="size" v="2.2" />
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="size_unit" v="MM" />
     <prop k="vertical_anchor_point" v="1" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(&quot;letter&quot;, '') = ''" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="FontMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="angle" type="QString" value="0" />
      <Option name="chr" type="QString" value="A" />
      <Option name="color" type="QString" value="255,255,255,255" />
      <Option name="font" type="QString" value="Sans Serif" />
      <Option name="font_style" type="QString" value="Bold" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="miter" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_width" type="QString" value="0" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="size" type="QString" value="4.6" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <prop k="angle" v="0" />
     <prop k="chr" v="A" />
     <prop k="color" v="255,255,255,255" />
     <prop k="font" v="Sans Serif" />
     <prop k="font_style" v="Bold" />
     <prop k="horizontal_anchor_point" v="1" />
     <prop k="joinstyle" v="miter" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_width" v="0" />
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="outline_width_unit" v="MM" />
     <prop k="size" v="4.6" />
     <prop k="size_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="size_unit" v="MM" />
     <prop k="vertical_anchor_point" v="1" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="char" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="coalesce(&quot;letter&quot;, '')" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{18e9c66c-b8f5-5e38-9edc-06cff79d3fc8}">
   <rule description="&quot;naam&quot;" key="{353c3bb6-c594-5507-90fa-cef892fbd393}" scalemaxdenom="900000">
    <settings calloutType="simple">
     <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="&quot;naam&quot;" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="11.5" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="75" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" previewBkgrdColor="255,255,255,255" textColor="27,38,49,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
      <families />
      <text-buffer bufferBlendMode="0" bufferColor="255,255,255,225" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="1.3" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
      <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers="" />
      <background shapeBlendMode="0" shapeBorderColor="128,128,128,255" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
       <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="fillSymbol" type="fill">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value="" />
          <Option name="properties" />
          <Option name="type" type="QString" value="collection" />
         </Option>
        </data_defined_properties>
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
         <Option type="Map">
          <Option name="border_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="color" type="QString" value="255,255,255,255" />
          <Option name="joinstyle" type="QString" value="bevel" />
          <Option name="offset" type="QString" value="0,0" />
          <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="offset_unit" type="QString" value="MM" />
          <Option name="outline_color" type="QString" value="128,128,128,255" />
          <Option name="outline_style" type="QString" value="no" />
          <Option name="outline_width" type="QString" value="0" />
          <Option name="outline_width_unit" type="QString" value="MM" />
          <Option name="style" type="QString" value="solid" />
         </Option>
         <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="color" v="255,255,255,255" />
         <prop k="joinstyle" v="bevel" />
         <prop k="offset" v="0,0" />
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="offset_unit" v="MM" />
         <prop k="outline_color" v="128,128,128,255" />
         <prop k="outline_style" v="no" />
         <prop k="outline_width" v="0" />
         <prop k="outline_width_unit" v="MM" />
         <prop k="style" v="solid" />
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" />
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </background>
      <shadow shadowBlendMode="6" shadowColor="0,0,0,255" shadowDraw="0" shadowOffsetAngle="135" shadowOffsetDist="1" shadowOffsetGlobal="1" shadowOffsetMapUnitScale="3x:0,0,0,0,0,0" shadowOffsetUnit="MM" shadowOpacity="0.69999999999999996" shadowRadius="1.5" shadowRadiusAlphaOnly="0" shadowRadiusMapUnitScale="3x:0,0,0,0,0,0" shadowRadiusUnit="MM" shadowScale="100" shadowUnder="0" />
      <dd_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" />
        <Option name="type" type="QString" value="collection" />
       </Option>
      </dd_properties>
      <substitutions />
     </text-style>
     <text-format addDirectionSymbol="0" autoWrapLength="18" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol="&gt;" useMaxLineLengthForAutoWrap="1" wrapChar="" />
     <placement centroidInside="0" centroidWhole="0" dist="1.2" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="1" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="6" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="10" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
     <rendering displayAll="0" drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="1" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
     <dd_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="Italic" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;zekerheid&quot; = 'vaag' or &quot;historisch&quot;" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="PredefinedPositionOrder" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="type" type="int" value="1" />
         <Option name="val" type="QString" value="R,T,B" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </dd_properties>
    </settings>
   </rule>
  </rules>
 </labeling>
 <customproperties>
  <Option type="Map">
   <Option name="rendering/renderAboveLabels" type="bool" value="true" />
  </Option>
 </customproperties>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <fieldConfiguration>
  <field configurationFlags="None" name="id">
   <editWidget type="Hidden">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="naam">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="soort">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="zekerheid">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="historisch">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="sleutel">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="stad_id">
   <editWidget type="Hidden">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="toelichting">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option name="IsMultiline" type="bool" value="true" />
      <Option name="UseHtml" type="bool" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="peildatum">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="bron">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="items">
   <editWidget type="Hidden">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="onderwerpen">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option name="IsMultiline" type="bool" value="true" />
      <Option name="UseHtml" type="bool" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="item_soort">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="cijfers">
   <editWidget type="TextEdit">
    <config>
     <Option type="Map">
      <Option name="IsMultiline" type="bool" value="true" />
      <Option name="UseHtml" type="bool" value="false" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="letter">
   <editWidget type="Hidden">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" index="0" name="Kenmerk" />
  <alias field="naam" index="1" name="Naam" />
  <alias field="soort" index="2" name="Soort" />
  <alias field="zekerheid" index="3" name="Zekerheid" />
  <alias field="historisch" index="4" name="Historisch" />
  <alias field="sleutel" index="5" name="Officiële sleutel" />
  <alias field="stad_id" index="6" name="Stad (kenmerk)" />
  <alias field="toelichting" index="7" name="Toelichting" />
  <alias field="peildatum" index="8" name="Peildatum" />
  <alias field="bron" index="9" name="Bron" />
  <alias field="items" index="10" name="Kansen en opgaven (kenmerken)" />
  <alias field="onderwerpen" index="11" name="Kansen en opgaven" />
  <alias field="item_soort" index="12" name="Kans of opgave" />
  <alias field="cijfers" index="13" name="Leegstandscijfers" />
  <alias field="letter" index="14" name="Letter" />
 </aliases>
 <defaults>
  <default applyOnUpdate="0" expression="" field="id" />
  <default applyOnUpdate="0" expression="" field="naam" />
  <default applyOnUpdate="0" expression="" field="soort" />
  <default applyOnUpdate="0" expression="" field="zekerheid" />
  <default applyOnUpdate="0" expression="" field="historisch" />
  <default applyOnUpdate="0" expression="" field="sleutel" />
  <default applyOnUpdate="0" expression="" field="stad_id" />
  <default applyOnUpdate="0" expression="" field="toelichting" />
  <default applyOnUpdate="0" expression="" field="peildatum" />
  <default applyOnUpdate="0" expression="" field="bron" />
  <default applyOnUpdate="0" expression="" field="items" />
  <default applyOnUpdate="0" expression="" field="onderwerpen" />
  <default applyOnUpdate="0" expression="" field="item_soort" />
  <default applyOnUpdate="0" expression="" field="cijfers" />
  <default applyOnUpdate="0" expression="" field="letter" />
 </defaults>
 <constraints>
  <constraint constraints="0" exp_strength="0" field="id" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="naam" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="soort" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="zekerheid" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="historisch" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="sleutel" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="stad_id" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="toelichting" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="peildatum" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="bron" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="items" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="onderwerpen" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="item_soort" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="cijfers" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="letter" notnull_strength="0" unique_strength="0" />
 </constraints>
 <constraintExpressions>
  <constraint desc="" exp="" field="id" />
  <constraint desc="" exp="" field="naam" />
  <constraint desc="" exp="" field="soort" />
  <constraint desc="" exp="" field="zekerheid" />
  <constraint desc="" exp="" field="historisch" />
  <constraint desc="" exp="" field="sleutel" />
  <constraint desc="" exp="" field="stad_id" />
  <constraint desc="" exp="" field="toelichting" />
  <constraint desc="" exp="" field="peildatum" />
  <constraint desc="" exp="" field="bron" />
  <constraint desc="" exp="" field="items" />
  <constraint desc="" exp="" field="onderwerpen" />
  <constraint desc="" exp="" field="item_soort" />
  <constraint desc="" exp="" field="cijfers" />
  <constraint desc="" exp="" field="letter" />
 </constraintExpressions>
 <expressionfields />
 <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
  <columns>
   <column hidden="1" name="id" type="field" width="-1" />
   <column hidden="0" name="naam" type="field" width="-1" />
   <column hidden="0" name="soort" type="field" width="-1" />
   <column hidden="0" name="zekerheid" type="field" width="-1" />
   <column hidden="0" name="historisch" type="field" width="-1" />
   <column hidden="0" name="sleutel" type="field" width="-1" />
   <column hidden="1" name="stad_id" type="field" width="-1" />
   <column hidden="0" name="toelichting" type="field" width="-1" />
   <column hidden="0" name="peildatum" type="field" width="-1" />
   <column hidden="0" name="bron" type="field" width="-1" />
   <column hidden="1" name="items" type="field" width="-1" />
   <column hidden="0" name="onderwerpen" type="field" width="-1" />
   <column hidden="0" name="item_soort" type="field" width="-1" />
   <column hidden="0" name="cijfers" type="field" width="-1" />
   <column hidden="1" name="letter" type="field" width="-1" />
   <column hidden="0" type="actions" width="-1" />
  </columns>
 </attributetableconfig>
 <conditionalstyles>
  <rowstyles />
  <fieldstyles />
 </conditionalstyles>
 <storedexpressions />
 <editform tolerant="1" />
 <editforminit />
 <editforminitcodesource>0</editforminitcodesource>
 <editforminitfilepath />
 <editforminitcode />
 <featformsuppress>0</featformsuppress>
 <editorlayout>generatedlayout</editorlayout>
 <editable>
  <field editable="0" name="bron" />
  <field editable="0" name="cijfers" />
  <field editable="0" name="historisch" />
  <field editable="0" name="id" />
  <field editable="0" name="item_soort" />
  <field editable="0" name="items" />
  <field editable="0" name="letter" />
  <field editable="0" name="naam" />
  <field editable="0" name="onderwerpen" />
  <field editable="0" name="peildatum" />
  <field editable="0" name="sleutel" />
  <field editable="0" name="soort" />
  <field editable="0" name="stad_id" />
  <field editable="0" name="toelichting" />
  <field editable="0" name="zekerheid" />
 </editable>
 <labelOnTop />
 <reuseLastValue />
 <dataDefinedFieldProperties />
 <widgets />
 <previewExpression>"naam"</previewExpression>
 <mapTip>&lt;div style="width:340px"&gt;&lt;b&gt;[% coalesce(replace(replace(replace(replace(replace(to_string("naam"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;'), '') %]&lt;/b&gt;&lt;br&gt;&lt;i&gt;[% coalesce(replace(replace(replace(replace(replace(to_string("soort"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;'), '') %] &amp;#183; [% coalesce(replace(replace(replace(replace(replace(to_string(CASE WHEN "zekerheid" = 'exact' THEN 'exacte ligging' WHEN "zekerheid" = 'indicatief' THEN 'indicatief getekend' WHEN "zekerheid" = 'vaag' THEN 'vaag: zonder vaste grens of plek' ELSE "zekerheid" END), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;'), '') %][% if("historisch", ' &amp;#183; historisch', '') %]&lt;/i&gt;[% if(coalesce("toelichting", '') = '', '', '&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("toelichting"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("onderwerpen", '') = '', '', '&lt;br&gt;&lt;b&gt;Kansen en opgaven&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("onderwerpen"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("cijfers", '') = '', '', '&lt;br&gt;&lt;b&gt;Leegstand&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("cijfers"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %]&lt;br&gt;&lt;small&gt;Bron: [% coalesce(replace(replace(replace(replace(replace(to_string("bron"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;'), '') %], [% coalesce(replace(replace(replace(replace(replace(to_string(format_date("peildatum", 'd MMMM yyyy', 'nl')), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;'), '') %]&lt;/small&gt;&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
