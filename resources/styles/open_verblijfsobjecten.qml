<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="0" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips|AttributeTable|CustomProperties" version="3.22.16-Białowieża">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{023ecc15-2348-5989-9bd1-65aecedb1397}">
   <rule key="{623b8d71-299d-5a11-9549-d34a9a014a0b}" label="Verblijfsobject" symbol="0" />
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
      <Option name="color" type="QString" value="93,109,126,255" />
      <Option name="horizontal_anchor_point" type="QString" value="1" />
      <Option name="joinstyle" type="QString" value="miter" />
      <Option name="name" type="QString" value="circle" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="outline_style" type="QString" value="solid" />
      <Option name="outline_width" type="QString" value="0.15" />
      <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="scale_method" type="QString" value="diameter" />
      <Option name="size" type="QString" value="1.2" />
      <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="vertical_anchor_point" type="QString" value="1" />
     </Option>
     <prop k="angle" v="0" />
     <prop k="cap_style" v="square" />
     <prop k="color" v="93,109,126,255" />
     <prop k="horizontal_anchor_point" v="1" />
     <prop k="joinstyle" v="miter" />
     <prop k="name" v="circle" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="outline_color" v="255,255,255,255" />
     <prop k="outline_style" v="solid" />
     <prop k="outline_width" v="0.15" />
     <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="outline_width_unit" v="MM" />
     <prop k="scale_method" v="diameter" />
     <prop k="size" v="1.2" />
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
   </symbol>
  </symbols>
 </renderer-v2>
 <customproperties>
  <Option />
 </customproperties>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <fieldConfiguration>
  <field configurationFlags="None" name="identificatie">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="status">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="gebruiksdoel">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="oppervlakte">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="postcode">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="huisnummer">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="huisletter">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field configurationFlags="None" name="toevoeging">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="identificatie" index="0" name="Identificatie" />
  <alias field="status" index="1" name="Status" />
  <alias field="gebruiksdoel" index="2" name="Gebruiksdoel" />
  <alias field="oppervlakte" index="3" name="Oppervlakte (m²)" />
  <alias field="postcode" index="4" name="Postcode" />
  <alias field="huisnummer" index="5" name="Huisnummer" />
  <alias field="huisletter" index="6" name="Huisletter" />
  <alias field="toevoeging" index="7" name="Toevoeging" />
 </aliases>
 <defaults>
  <default applyOnUpdate="0" expression="" field="identificatie" />
  <default applyOnUpdate="0" expression="" field="status" />
  <default applyOnUpdate="0" expression="" field="gebruiksdoel" />
  <default applyOnUpdate="0" expression="" field="oppervlakte" />
  <default applyOnUpdate="0" expression="" field="postcode" />
  <default applyOnUpdate="0" expression="" field="huisnummer" />
  <default applyOnUpdate="0" expression="" field="huisletter" />
  <default applyOnUpdate="0" expression="" field="toevoeging" />
 </defaults>
 <constraints>
  <constraint constraints="0" exp_strength="0" field="identificatie" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="status" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="gebruiksdoel" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="oppervlakte" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="postcode" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="huisnummer" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="huisletter" notnull_strength="0" unique_strength="0" />
  <constraint constraints="0" exp_strength="0" field="toevoeging" notnull_strength="0" unique_strength="0" />
 </constraints>
 <constraintExpressions>
  <constraint desc="" exp="" field="identificatie" />
  <constraint desc="" exp="" field="status" />
  <constraint desc="" exp="" field="gebruiksdoel" />
  <constraint desc="" exp="" field="oppervlakte" />
  <constraint desc="" exp="" field="postcode" />
  <constraint desc="" exp="" field="huisnummer" />
  <constraint desc="" exp="" field="huisletter" />
  <constraint desc="" exp="" field="toevoeging" />
 </constraintExpressions>
 <expressionfields />
 <attributetableconfig actionWidgetStyle="dropDown" sortExpression="" sortOrder="0">
  <columns />
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
  <field editable="0" name="gebruiksdoel" />
  <field editable="0" name="huisletter" />
  <field editable="0" name="huisnummer" />
  <field editable="0" name="identificatie" />
  <field editable="0" name="oppervlakte" />
  <field editable="0" name="postcode" />
  <field editable="0" name="status" />
  <field editable="0" name="toevoeging" />
 </editable>
 <labelOnTop />
 <reuseLastValue />
 <dataDefinedFieldProperties />
 <widgets />
 <previewExpression>"identificatie"</previewExpression>
 <mapTip>&lt;div style="width:300px"&gt;&lt;b&gt;[% coalesce(replace(replace(replace(replace(replace(to_string("identificatie"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;'), '') %]&lt;/b&gt;&lt;br&gt;[% if(coalesce("status", '') = '', '', '&lt;br&gt;&lt;b&gt;Status&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("status"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("gebruiksdoel", '') = '', '', '&lt;br&gt;&lt;b&gt;Gebruiksdoel&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("gebruiksdoel"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("oppervlakte", '') = '', '', '&lt;br&gt;&lt;b&gt;Oppervlakte (m²)&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("oppervlakte"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("postcode", '') = '', '', '&lt;br&gt;&lt;b&gt;Postcode&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("postcode"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("huisnummer", '') = '', '', '&lt;br&gt;&lt;b&gt;Huisnummer&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("huisnummer"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("huisletter", '') = '', '', '&lt;br&gt;&lt;b&gt;Huisletter&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("huisletter"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %][% if(coalesce("toevoeging", '') = '', '', '&lt;br&gt;&lt;b&gt;Toevoeging&lt;/b&gt;&lt;br&gt;' || replace(replace(replace(replace(replace(to_string("toevoeging"), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;'), '"', '&amp;quot;'), char(10), '&lt;br&gt;') || '&lt;br&gt;') %]&lt;/div&gt;</mapTip>
 <layerGeometryType>0</layerGeometryType>
</qgis>
