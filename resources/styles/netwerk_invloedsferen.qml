<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis labelsEnabled="1" readOnly="0" styleCategories="LayerConfiguration|Symbology|Labeling|Fields|Forms|MapTips|AttributeTable|CustomProperties" version="3.22.16-Białowieża">
 <flags>
  <Identifiable>1</Identifiable>
  <Removable>1</Removable>
  <Searchable>1</Searchable>
  <Private>0</Private>
 </flags>
 <renderer-v2 enableorderby="1" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{a03e755f-d78b-5916-a43e-c792c809df7c}">
   <rule filter="&quot;zekerheid&quot; = 'vaag' and coalesce(&quot;stad_id&quot;, '') &lt;&gt; ''" key="{ac99ffcd-3e83-58cd-9db7-d297f180e9c2}" label="Gericht op een stad, zonder grens: ringen" symbol="0" />
   <rule filter="&quot;zekerheid&quot; = 'vaag' and not coalesce(&quot;stad_id&quot;, '') &lt;&gt; ''" key="{ee587195-8ace-5362-9baa-8dc320e35631}" label="Streek, zonder grens: liggende streepjes" symbol="1" />
   <rule filter="not &quot;zekerheid&quot; = 'vaag'" key="{5c08fa49-77ec-52db-baea-8addde6e5d5f}" label="Indicatief getekend" symbol="2" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="ShapeburstFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="blur_radius" type="QString" value="0" />
      <Option name="color" type="QString" value="176,86,140,0" />
      <Option name="color1" type="QString" value="69,116,40,255" />
      <Option name="color2" type="QString" value="188,220,60,255" />
      <Option name="color_type" type="QString" value="0" />
      <Option name="discrete" type="QString" value="0" />
      <Option name="distance_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="distance_unit" type="QString" value="MM" />
      <Option name="gradient_color2" type="QString" value="176,86,140,87" />
      <Option name="ignore_rings" type="QString" value="0" />
      <Option name="max_distance" type="QString" value="9" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="rampType" type="QString" value="gradient" />
      <Option name="use_whole_shape" type="QString" value="0" />
     </Option>
     <prop k="blur_radius" v="0" />
     <prop k="color" v="176,86,140,0" />
     <prop k="color1" v="69,116,40,255" />
     <prop k="color2" v="188,220,60,255" />
     <prop k="color_type" v="0" />
     <prop k="discrete" v="0" />
     <prop k="distance_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="distance_unit" v="MM" />
     <prop k="gradient_color2" v="176,86,140,87" />
     <prop k="ignore_rings" v="0" />
     <prop k="max_distance" v="9" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="rampType" v="gradient" />
     <prop k="use_whole_shape" v="0" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="color2" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="set_color_part('#b0568c', 'alpha', coalesce(scale_linear(sqrt(area($geometry) / pi()) / @map_scale * 1000, 15, 70, 87, 22), 87))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="set_color_part('#b0568c', 'alpha', 0)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="shapeburstMaxDist" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(sqrt(area($geometry) / pi()) / @map_scale * 1000 is null, 0.8, min(9, 0.7 * sqrt(area($geometry) / pi()) / @map_scale * 1000))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Fill" />
      <Option name="geometryModifier" type="QString" value="if(&quot;zekerheid&quot; = 'vaag', buffer($geometry, -min(3, 0.35 * sqrt(area($geometry) / pi()) / @map_scale * 1000) * @map_scale / 1000), $geometry)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <prop k="SymbolType" v="Fill" />
     <prop k="geometryModifier" v="if(&quot;zekerheid&quot; = 'vaag', buffer($geometry, -min(3, 0.35 * sqrt(area($geometry) / pi()) / @map_scale * 1000) * @map_scale / 1000), $geometry)" />
     <prop k="units" v="MapUnit" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@0@1" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" />
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
      <layer class="PointPatternFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="displacement_x" type="QString" value="2.5" />
        <Option name="displacement_x_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="displacement_x_unit" type="QString" value="MM" />
        <Option name="displacement_y" type="QString" value="0" />
        <Option name="displacement_y_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="displacement_y_unit" type="QString" value="MM" />
        <Option name="distance_x" type="QString" value="5" />
        <Option name="distance_x_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="distance_x_unit" type="QString" value="MM" />
        <Option name="distance_y" type="QString" value="5" />
        <Option name="distance_y_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="distance_y_unit" type="QString" value="MM" />
        <Option name="offset_x" type="QString" value="0" />
        <Option name="offset_x_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="offset_x_unit" type="QString" value="MM" />
        <Option name="offset_y" type="QString" value="0" />
        <Option name="offset_y_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="offset_y_unit" type="QString" value="MM" />
        <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="outline_width_unit" type="QString" value="MM" />
       </Option>
       <prop k="displacement_x" v="2.5" />
       <prop k="displacement_x_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="displacement_x_unit" v="MM" />
       <prop k="displacement_y" v="0" />
       <prop k="displacement_y_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="displacement_y_unit" v="MM" />
       <prop k="distance_x" v="5" />
       <prop k="distance_x_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="distance_x_unit" v="MM" />
       <prop k="distance_y" v="5" />
       <prop k="distance_y_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="distance_y_unit" v="MM" />
       <prop k="offset_x" v="0" />
       <prop k="offset_x_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="offset_x_unit" v="MM" />
       <prop k="offset_y" v="0" />
       <prop k="offset_y_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="offset_y_unit" v="MM" />
       <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="outline_width_unit" v="MM" />
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value="" />
         <Option name="properties" />
         <Option name="type" type="QString" value="collection" />
        </Option>
       </data_defined_properties>
       <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@@0@1@0" type="marker">
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
          <Option name="color" type="QString" value="0,0,0,0" />
          <Option name="horizontal_anchor_point" type="QString" value="1" />
          <Option name="joinstyle" type="QString" value="miter" />
          <Option name="name" type="QString" value="circle" />
          <Option name="offset" type="QString" value="0,0" />
          <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="offset_unit" type="QString" value="MM" />
          <Option name="outline_color" type="QString" value="176,86,140,255" />
          <Option name="outline_style" type="QString" value="solid" />
          <Option name="outline_width" type="QString" value="0.35" />
          <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="outline_width_unit" type="QString" value="MM" />
          <Option name="scale_method" type="QString" value="diameter" />
          <Option name="size" type="QString" value="1.5" />
          <Option name="size_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="size_unit" type="QString" value="MM" />
          <Option name="vertical_anchor_point" type="QString" value="1" />
         </Option>
         <prop k="angle" v="0" />
         <prop k="cap_style" v="square" />
         <prop k="color" v="0,0,0,0" />
         <prop k="horizontal_anchor_point" v="1" />
         <prop k="joinstyle" v="miter" />
         <prop k="name" v="circle" />
         <prop k="offset" v="0,0" />
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="offset_unit" v="MM" />
         <prop k="outline_color" v="176,86,140,255" />
         <prop k="outline_style" v="solid" />
         <prop k="outline_width" v="0.35" />
         <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="outline_width_unit" v="MM" />
         <prop k="scale_method" v="diameter" />
         <prop k="size" v="1.5" />
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
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="fill">
    <data_defined_properties>
     <Option type="Map">
      <Option name="name" type="QString" value="" />
      <Option name="properties" />
      <Option name="type" type="QString" value="collection" />
     </Option>
    </data_defined_properties>
    <layer class="ShapeburstFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="blur_radius" type="QString" value="0" />
      <Option name="color" type="QString" value="93,109,126,0" />
      <Option name="color1" type="QString" value="69,116,40,255" />
      <Option name="color2" type="QString" value="188,220,60,255" />
      <Option name="color_type" type="QString" value="0" />
      <Option name="discrete" type="QString" value="0" />
      <Option name="distance_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="distance_unit" type="QString" value="MM" />
      <Option name="gradient_color2" type="QString" value="93,109,126,87" />
      <Option name="ignore_rings" type="QString" value="0" />
      <Option name="max_distance" type="QString" value="9" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="rampType" type="QString" value="gradient" />
      <Option name="use_whole_shape" type="QString" value="0" />
     </Option>
     <prop k="blur_radius" v="0" />
     <prop k="color" v="93,109,126,0" />
     <prop k="color1" v="69,116,40,255" />
     <prop k="color2" v="188,220,60,255" />
     <prop k="color_type" v="0" />
     <prop k="discrete" v="0" />
     <prop k="distance_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="distance_unit" v="MM" />
     <prop k="gradient_color2" v="93,109,126,87" />
     <prop k="ignore_rings" v="0" />
     <prop k="max_distance" v="9" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="rampType" v="gradient" />
     <prop k="use_whole_shape" v="0" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="color2" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="set_color_part('#5d6d7e', 'alpha', coalesce(scale_linear(sqrt(area($geometry) / pi()) / @map_scale * 1000, 15, 70, 87, 22), 87))" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="set_color_part('#5d6d7e', 'alpha', 0)" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="shapeburstMaxDist" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(sqrt(area($geometry) / pi()) / @map_scale * 1000 is null, 0.8, min(9, 0.7 * sqrt(area($geometry) / pi()) / @map_scale * 1000))" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="GeometryGenerator" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="SymbolType" type="QString" value="Fill" />
      <Option name="geometryModifier" type="QString" value="if(&quot;zekerheid&quot; = 'vaag', buffer($geometry, -min(3, 0.35 * sqrt(area($geometry) / pi()) / @map_scale * 1000) * @map_scale / 1000), $geometry)" />
      <Option name="units" type="QString" value="MapUnit" />
     </Option>
     <prop k="SymbolType" v="Fill" />
     <prop k="geometryModifier" v="if(&quot;zekerheid&quot; = 'vaag', buffer($geometry, -min(3, 0.35 * sqrt(area($geometry) / pi()) / @map_scale * 1000) * @map_scale / 1000), $geometry)" />
     <prop k="units" v="MapUnit" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@1@1" type="fill">
      <data_defined_properties>
       <Option type="Map">
        <Option name="name" type="QString" value="" />
        <Option name="properties" />
        <Option name="type" type="QString" value="collection" />
       </Option>
      </data_defined_properties>
      <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option name="angle" type="QString" value="0" />
        <Option name="color" type="QString" value="0,0,0,255" />
        <Option name="distance" type="QString" value="3.4" />
        <Option name="distance_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="distance_unit" type="QString" value="MM" />
        <Option name="line_width" type="QString" value="0" />
        <Option name="line_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="line_width_unit" type="QString" value="MM" />
        <Option name="offset" type="QString" value="0" />
        <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="offset_unit" type="QString" value="MM" />
        <Option name="outline_width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
        <Option name="outline_width_unit" type="QString" value="MM" />
       </Option>
       <prop k="angle" v="0" />
       <prop k="color" v="0,0,0,255" />
       <prop k="distance" v="3.4" />
       <prop k="distance_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="distance_unit" v="MM" />
       <prop k="line_width" v="0" />
       <prop k="line_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="line_width_unit" v="MM" />
       <prop k="offset" v="0" />
       <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="offset_unit" v="MM" />
       <prop k="outline_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
       <prop k="outline_width_unit" v="MM" />
       <data_defined_properties>
        <Option type="Map">
         <Option name="name" type="QString" value="" />
         <Option name="properties" />
         <Option name="type" type="QString" value="collection" />
        </Option>
       </data_defined_properties>
       <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="@@1@1@0" type="line">
        <data_defined_properties>
         <Option type="Map">
          <Option name="name" type="QString" value="" />
          <Option name="properties" />
          <Option name="type" type="QString" value="collection" />
         </Option>
        </data_defined_properties>
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
         <Option type="Map">
          <Option name="align_dash_pattern" type="QString" value="0" />
          <Option name="capstyle" type="QString" value="flat" />
          <Option name="customdash" type="QString" value="2;2.2" />
          <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="customdash_unit" type="QString" value="MM" />
          <Option name="dash_pattern_offset" type="QString" value="0" />
          <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="dash_pattern_offset_unit" type="QString" value="MM" />
          <Option name="draw_inside_polygon" type="QString" value="0" />
          <Option name="joinstyle" type="QString" value="round" />
          <Option name="line_color" type="QString" value="93,109,126,178" />
          <Option name="line_style" type="QString" value="solid" />
          <Option name="line_width" type="QString" value="0.3" />
          <Option name="line_width_unit" type="QString" value="MM" />
          <Option name="offset" type="QString" value="0" />
          <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="offset_unit" type="QString" value="MM" />
          <Option name="ring_filter" type="QString" value="0" />
          <Option name="trim_distance_end" type="QString" value="0" />
          <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="trim_distance_end_unit" type="QString" value="MM" />
          <Option name="trim_distance_start" type="QString" value="0" />
          <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
          <Option name="trim_distance_start_unit" type="QString" value="MM" />
          <Option name="tweak_dash_pattern_on_corners" type="QString" value="0" />
          <Option name="use_custom_dash" type="QString" value="1" />
          <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
         </Option>
         <prop k="align_dash_pattern" v="0" />
         <prop k="capstyle" v="flat" />
         <prop k="customdash" v="2;2.2" />
         <prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="customdash_unit" v="MM" />
         <prop k="dash_pattern_offset" v="0" />
         <prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="dash_pattern_offset_unit" v="MM" />
         <prop k="draw_inside_polygon" v="0" />
         <prop k="joinstyle" v="round" />
         <prop k="line_color" v="93,109,126,178" />
         <prop k="line_style" v="solid" />
         <prop k="line_width" v="0.3" />
         <prop k="line_width_unit" v="MM" />
         <prop k="offset" v="0" />
         <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="offset_unit" v="MM" />
         <prop k="ring_filter" v="0" />
         <prop k="trim_distance_end" v="0" />
         <prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="trim_distance_end_unit" v="MM" />
         <prop k="trim_distance_start" v="0" />
         <prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <prop k="trim_distance_start_unit" v="MM" />
         <prop k="tweak_dash_pattern_on_corners" v="0" />
         <prop k="use_custom_dash" v="1" />
         <prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0" />
         <data_defined_properties>
          <Option type="Map">
           <Option name="name" type="QString" value="" />
           <Option name="properties" />
           <Option name="type" type="QString" value="collection" />
          </Option>
         </data_defined_properties>
        </layer>
       </symbol>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="fill">
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
      <Option name="color" type="QString" value="176,86,140,38" />
      <Option name="joinstyle" type="QString" value="bevel" />
      <Option name="offset" type="QString" value="0,0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="outline_color" type="QString" value="35,35,35,255" />
      <Option name="outline_style" type="QString" value="no" />
      <Option name="outline_width" type="QString" value="0.26" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="style" type="QString" value="solid" />
     </Option>
     <prop k="border_width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="color" v="176,86,140,38" />
     <prop k="joinstyle" v="bevel" />
     <prop k="offset" v="0,0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="outline_color" v="35,35,35,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0.26" />
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
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="align_dash_pattern" type="QString" value="0" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="customdash" type="QString" value="2.4;1.4" />
      <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="customdash_unit" type="QString" value="MM" />
      <Option name="dash_pattern_offset" type="QString" value="0" />
      <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="dash_pattern_offset_unit" type="QString" value="MM" />
      <Option name="draw_inside_polygon" type="QString" value="0" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="line_color" type="QString" value="255,255,255,178" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="line_width" type="QString" value="1.4" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="offset" type="QString" value="0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="ring_filter" type="QString" value="0" />
      <Option name="trim_distance_end" type="QString" value="0" />
      <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_end_unit" type="QString" value="MM" />
      <Option name="trim_distance_start" type="QString" value="0" />
      <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_start_unit" type="QString" value="MM" />
      <Option name="tweak_dash_pattern_on_corners" type="QString" value="0" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
     </Option>
     <prop k="align_dash_pattern" v="0" />
     <prop k="capstyle" v="flat" />
     <prop k="customdash" v="2.4;1.4" />
     <prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="customdash_unit" v="MM" />
     <prop k="dash_pattern_offset" v="0" />
     <prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="dash_pattern_offset_unit" v="MM" />
     <prop k="draw_inside_polygon" v="0" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="255,255,255,178" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="1.4" />
     <prop k="line_width_unit" v="MM" />
     <prop k="offset" v="0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="ring_filter" v="0" />
     <prop k="trim_distance_end" v="0" />
     <prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="trim_distance_end_unit" v="MM" />
     <prop k="trim_distance_start" v="0" />
     <prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="trim_distance_start_unit" v="MM" />
     <prop k="tweak_dash_pattern_on_corners" v="0" />
     <prop k="use_custom_dash" v="1" />
     <prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" />
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="align_dash_pattern" type="QString" value="0" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="customdash" type="QString" value="2.4;1.4" />
      <Option name="customdash_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="customdash_unit" type="QString" value="MM" />
      <Option name="dash_pattern_offset" type="QString" value="0" />
      <Option name="dash_pattern_offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="dash_pattern_offset_unit" type="QString" value="MM" />
      <Option name="draw_inside_polygon" type="QString" value="0" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="line_color" type="QString" value="176,86,140,255" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="line_width" type="QString" value="0.5" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="offset" type="QString" value="0" />
      <Option name="offset_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="ring_filter" type="QString" value="0" />
      <Option name="trim_distance_end" type="QString" value="0" />
      <Option name="trim_distance_end_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_end_unit" type="QString" value="MM" />
      <Option name="trim_distance_start" type="QString" value="0" />
      <Option name="trim_distance_start_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
      <Option name="trim_distance_start_unit" type="QString" value="MM" />
      <Option name="tweak_dash_pattern_on_corners" type="QString" value="0" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="width_map_unit_scale" type="QString" value="3x:0,0,0,0,0,0" />
     </Option>
     <prop k="align_dash_pattern" v="0" />
     <prop k="capstyle" v="flat" />
     <prop k="customdash" v="2.4;1.4" />
     <prop k="customdash_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="customdash_unit" v="MM" />
     <prop k="dash_pattern_offset" v="0" />
     <prop k="dash_pattern_offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="dash_pattern_offset_unit" v="MM" />
     <prop k="draw_inside_polygon" v="0" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="176,86,140,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.5" />
     <prop k="line_width_unit" v="MM" />
     <prop k="offset" v="0" />
     <prop k="offset_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="offset_unit" v="MM" />
     <prop k="ring_filter" v="0" />
     <prop k="trim_distance_end" v="0" />
     <prop k="trim_distance_end_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="trim_distance_end_unit" v="MM" />
     <prop k="trim_distance_start" v="0" />
     <prop k="trim_distance_start_map_unit_scale" v="3x:0,0,0,0,0,0" />
     <prop k="trim_distance_start_unit" v="MM" />
     <prop k="tweak_dash_pattern_on_corners" v="0" />
     <prop k="use_custom_dash" v="1" />
     <prop k="width_map_unit_scale" v="3x:0,0,0,0,0,0" />
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
  <orderby>
   <orderByClause asc="0" nullsFirst="1">area($geometry)</orderByClause>
  </orderby>
 </renderer-v2>
 <labeling type="rule-based">
  <rules key="{7fe4794c-2fff-5f39-9def-d9e7c4ee8f74}">
   <rule description="&quot;naam&quot;" key="{05ddbdcc-c919-5871-b57e-21cf53e85389}" scalemaxdenom="900000" scalemindenom="40000">
    <settings calloutType="simple">
     <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="&quot;naam&quot;" fontItalic="1" fontKerning="1" fontLetterSpacing="0" fontSize="8.5" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" previewBkgrdColor="255,255,255,255" textColor="27,38,49,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
      <families />
      <text-buffer bufferBlendMode="0" bufferColor="255,255,255,225" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="1" bufferSize="1" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
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
     <text-format addDirectionSymbol="0" autoWrapLength="20" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="1" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol="&gt;" useMaxLineLengthForAutoWrap="1" wrapChar="" />
     <placement centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="intersection($geometry, translate(bounds($geometry), 0, if(length(&quot;id&quot;) % 2, 0.6, -0.6) * bounds_height($geometry)))" geometryGeneratorEnabled="1" geometryGeneratorType="PolygonGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="0" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="4" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
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
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </dd_properties>
    </settings>
   </rule>
  </rules>
 </labeling>
 <customproperties>
  <Option />
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
 <layerGeometryType>2</layerGeometryType>
</qgis>
