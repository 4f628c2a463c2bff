# SPDX-License-Identifier: GPL-2.0-or-later
from __future__ import annotations

import itertools
import math
import re
from pathlib import Path

import pytest
import yaml
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from sterkesteden_plugin.store.schema import CERTAINTIES, PLACE_KINDS
from tools.styles import palette
from tools.styles.__main__ import build_layer, to_qml
from tools.styles.form import FIELDS
from tools.styles.layers import STYLES

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "styles"
SPECS = [
    layer
    for group in yaml.safe_load((ROOT / "data" / "layers.yaml").read_text(encoding="utf-8"))["groepen"]
    for layer in group["lagen"]
    if "stijl" in layer
]
STORY = [spec for spec in SPECS if "selectie" in spec]
LOADED = [spec for spec in SPECS if "gegevensset" in spec]
DATASETS = {
    dataset["id"]: dataset
    for service in yaml.safe_load((ROOT / "data" / "services.yaml").read_text(encoding="utf-8"))
    for dataset in service.get("gegevens", ())
}
GEOMETRY = {
    "punt": ("Point", "POINT(500 500)"),
    "lijn": ("MultiLineString", "MULTILINESTRING((100 200, 900 800))"),
    "vlak": ("MultiPolygon", "MULTIPOLYGON(((200 200, 800 200, 800 800, 200 800, 200 200)))"),
}


def loaded(name, geometry):
    """A layer in memory with the fields that it is drawn by and the style from its file."""
    names = STYLES[name]().fields or FIELDS
    fields = "".join(f"&field={field}:{kind}" for field, (kind, _alias) in names.items())
    layer = QgsVectorLayer(f"{GEOMETRY[geometry][0]}?crs=EPSG:28992{fields}", "", "memory")
    message, ok = layer.loadNamedStyle(str(FOLDER / f"{name}.qml"))
    assert ok, message
    return layer


def feature_of(layer, geometry, **values):
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(GEOMETRY[geometry][1]))
    for name, value in values.items():
        feature[name] = value
    return feature


def tip_of(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def picture(layer, background, crs="EPSG:28992"):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    settings.setExtent(QgsRectangle(0, 0, 1000, 1000))
    settings.setOutputSize(QSize(200, 200))
    settings.setBackgroundColor(QColor(background))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def contrast(image, background):
    """The largest ratio of luminance (WCAG 2.1) of any pixel to the background."""
    ground = luminance(QColor(background))
    seen = {image.pixelColor(x, y).rgb() for x in range(0, 200, 2) for y in range(0, 200, 2)}
    found = [luminance(QColor(rgb)) for rgb in seen]
    return max((max(value, ground) + 0.05) / (min(value, ground) + 0.05) for value in found)


def linear(colour):
    return [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]


def luminance(colour):
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear(colour)))


def test_every_layer_has_a_style_and_every_style_a_maker():
    assert {spec["stijl"] for spec in SPECS} == set(STYLES) == {path.stem for path in FOLDER.glob("*.qml")}


@pytest.mark.parametrize("name", STYLES)
def test_a_style_is_what_its_maker_makes(name, qgis_app):
    if Qgis.QGIS_VERSION_INT >= 32300:
        pytest.skip("the styles are made with QGIS 3.22, newer ones write more")
    assert (FOLDER / f"{name}.qml").read_text(encoding="utf-8") == to_qml(name, build_layer(STYLES[name]()))


@pytest.mark.parametrize("name", STYLES)
def test_a_style_names_no_font_and_no_blur(name):
    text = (FOLDER / f"{name}.qml").read_text(encoding="utf-8")
    assert "fontFamily" not in text
    assert set(re.findall(r'name="blur_radius"[^>]* value="([^"]*)"', text)) <= {"0"}


@pytest.mark.parametrize("name", STYLES)
def test_styles_know_no_place_of_the_pack(name, real_pack):
    text = (FOLDER / f"{name}.qml").read_text(encoding="utf-8").lower()
    names = {place.name.lower() for place in real_pack.places} | {place.id for place in real_pack.places}
    assert [word for word in names if re.search(rf"\b{re.escape(word)}\b", text)] == []


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["stijl"])
def test_every_line_of_the_legend_has_a_text(spec, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    rules = layer.renderer().rootRule().children()
    assert rules and all(rule.label() for rule in rules)


@pytest.mark.parametrize("spec", STORY, ids=lambda spec: spec["stijl"])
def test_a_place_is_known_by_its_name(spec, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    assert layer.fields()[layer.fields().indexOf("naam")].alias() == "Naam"
    assert layer.displayExpression() == '"naam"'


@pytest.mark.parametrize("spec", STORY, ids=lambda spec: spec["stijl"])
def test_whatever_the_code_lists_allow_is_drawn(spec, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    kinds = [kind for selection in spec["selectie"] for kind in selection.get("soorten", PLACE_KINDS)]
    topics = ("kans", "opgave", "kans en opgave", "profiel")
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    renderer.startRender(context, layer.fields())
    for kind, certainty, topic in itertools.product(kinds, CERTAINTIES, topics):
        feature = feature_of(
            layer, spec["geometrie"], id="x", soort=kind, zekerheid=certainty, item_soort=topic, historisch=False
        )
        context.expressionContext().setFeature(feature)
        if not renderer.willRenderFeature(feature, context):
            pytest.fail(f"{kind}, {certainty}, {topic} is not drawn")
    renderer.stopRender(context)


@pytest.mark.parametrize("certainty", CERTAINTIES)
@pytest.mark.parametrize("background", ["#ffffff", "#202428"])
@pytest.mark.parametrize("spec", STORY, ids=lambda spec: spec["stijl"])
def test_a_symbol_shows_on_light_and_on_dark(spec, background, certainty, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    layer.setLabelsEnabled(False)
    kind = spec["selectie"][0].get("soorten", ["weg" if spec["geometrie"] == "lijn" else "centrum"])[0]
    layer.dataProvider().addFeature(
        feature_of(
            layer,
            spec["geometrie"],
            id="x",
            naam="x",
            soort=kind,
            zekerheid=certainty,
            item_soort="opgave",
            historisch=False,
        )
    )
    # A soft area is a wash of colour by intent; lines, points and outlines are held to the 3:1 of WCAG for graphics.
    least = 1.3 if certainty == "vaag" and spec["geometrie"] == "vlak" else 3
    assert contrast(picture(layer, background), background) >= least


# Machado, Oliveira and Fernandes (2009), full deuteranopia and protanopia, on linear RGB.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
}


def lab(colour, blindness):
    rgb = linear(QColor(colour))
    rgb = [min(1, max(0, sum(w * c for w, c in zip(row, rgb)))) for row in BLINDNESS[blindness]]
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        (v / white) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip((sum(w * c for w, c in zip(row, rgb)) for row in matrix), (0.95047, 1, 1.08883))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize(
    "pair",
    list(itertools.combinations(("KANS", "OPGAVE", "PROFIEL"), 2)),
    ids="-".join,
)
def test_kans_opgave_and_profiel_stay_apart_for_the_colour_blind(pair, blindness):
    one, other = (lab(getattr(palette, name), blindness) for name in pair)
    assert sum((a - b) ** 2 for a, b in zip(one, other)) ** 0.5 > 20


def test_kans_opgave_and_profiel_differ_in_shape_too(qgis_app):
    layer = loaded("opgaven_punt", "punt")
    topics = layer.renderer().rootRule().children()[:4]
    shapes = [tuple(part.shape() for part in rule.symbol().symbolLayers()) for rule in topics]
    assert len(set(shapes)) == 4


@pytest.mark.parametrize("spec", STORY, ids=lambda spec: spec["stijl"])
def test_html_in_any_text_is_shown_as_text_in_the_map_tip(spec, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    nasty = '<img src="x"> & [% 1+1 %] <b>vet</b>'
    texts = {name: nasty for name, (kind, _alias) in FIELDS.items() if kind == "string"}
    tip = tip_of(layer, feature_of(layer, spec["geometrie"], **texts))
    # naam, soort, zekerheid, toelichting, onderwerpen, cijfers, bron
    assert tip.count("&lt;img src=&quot;x&quot;&gt; &amp; [% 1+1 %] &lt;b&gt;vet&lt;/b&gt;") == 7
    assert "<img" not in tip and "<b>vet" not in tip


def test_the_map_tip_tells_what_there_is_and_is_silent_about_the_rest(qgis_app):
    layer = loaded("opgaven_punt", "punt")
    full = feature_of(
        layer,
        "punt",
        naam="Station",
        soort="station",
        zekerheid="indicatief",
        historisch=True,
        bron="Het verhaal",
        peildatum="2018-03-29",
        toelichting="Een zin.",
        onderwerpen="Stad: eerste\nStad: tweede",
    )
    tip = tip_of(layer, full)
    for text in ("Station", "indicatief getekend", "historisch", "Bron: Het verhaal", "29 maart 2018", "Een zin."):
        assert text in tip
    assert "Stad: eerste<br>Stad: tweede" in tip
    bare = tip_of(layer, feature_of(layer, "punt", naam="Station", soort="station"))
    assert "Kansen en opgaven" not in bare and "Leegstand" not in bare and "NULL" not in bare


def test_the_figures_of_a_label_keep_what_was_measured_and_when(qgis_app):
    layer = loaded("leegstand_centra_punt", "punt")
    rule = next(rule for rule in layer.labeling().rootRule().children() if "cijfers" in rule.settings().fieldName)
    feature = feature_of(
        layer,
        "punt",
        naam="X",
        cijfers="Leegstand (CBS), winkels: 16% (2021-01-01, Een titel (2021))\nAnders: 3% (2022-01-01, B)",
    )
    context = QgsExpressionContext()
    context.setFeature(feature)
    figures = "Leegstand (CBS), winkels: 16% (2021)\nAnders: 3% (2022)"
    assert QgsExpression(rule.settings().fieldName).evaluate(context) == f"X\n{figures}"
    feature["soort"] = "stad"
    context.setFeature(feature)
    assert QgsExpression(rule.settings().fieldName).evaluate(context) == figures


@pytest.mark.parametrize(("radius", "drawn"), [(10, True), (61, True), (150, True), (400, False)])
def test_the_pattern_of_an_area_is_there_as_long_as_the_area_is_in_view(radius, drawn, qgis_app):
    """`radius` in millimetres on the map of a circle as large as the area; a screen is about 300 wide."""
    layer = loaded("opgaven_vlak", "vlak")
    feature = feature_of(layer, "vlak", id="x", soort="wijk", zekerheid="indicatief", item_soort="kans en opgave")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    scope = QgsExpressionContextScope()
    scope.setVariable("map_scale", (feature.geometry().area() / math.pi) ** 0.5 / radius * 1000)
    context.appendScope(scope)
    rules = [rule for rule in layer.renderer().rootRule().children() if "item_soort" in rule.filterExpression()]
    assert [bool(rule.filter().evaluate(context)) for rule in rules] == [drawn] * 2


def test_names_of_areas_around_one_middle_stand_apart(qgis_app):
    layer = loaded("opgaven_vlak", "vlak")
    settings = next(
        rule.settings() for rule in layer.labeling().rootRule().children() if rule.settings().geometryGeneratorEnabled
    )
    parts = []
    for place in ("gebied", "gebied-2", "gebied-10"):
        context = QgsExpressionContext()
        context.setFeature(feature_of(layer, "vlak", id=place))
        parts.append(QgsExpression(settings.geometryGenerator).evaluate(context))
    whole = QgsGeometry.fromWkt(GEOMETRY["vlak"][1])
    assert all(whole.contains(part) and not part.intersects(whole.centroid()) for part in parts)
    assert not parts[0].intersects(parts[2]) and parts[0].area() > whole.area() / 3


@pytest.mark.parametrize("spec", LOADED, ids=lambda spec: spec["stijl"])
def test_what_is_loaded_says_all_its_fields_in_dutch(spec):
    """The style knows each field that the catalogue names, and no other."""
    style = STYLES[spec["stijl"]]()
    assert set(style.fields) == {field["naam"] for field in DATASETS[spec["gegevensset"]]["velden"]}
    assert style.name in style.fields
    assert all(alias[0].isupper() and "_" not in alias for _kind, alias in style.fields.values())


@pytest.mark.parametrize("background", ["#ffffff", "#202428"])
@pytest.mark.parametrize("spec", LOADED, ids=lambda spec: spec["stijl"])
def test_what_is_loaded_shows_on_light_and_on_dark(spec, background, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    layer.setLabelsEnabled(False)
    layer.dataProvider().addFeature(feature_of(layer, spec["geometrie"]))
    assert contrast(picture(layer, background), background) >= 3


@pytest.mark.parametrize("spec", LOADED, ids=lambda spec: spec["stijl"])
def test_html_in_what_is_loaded_is_shown_as_text_in_the_map_tip(spec, qgis_app):
    layer = loaded(spec["stijl"], spec["geometrie"])
    texts = [name for name, (kind, _alias) in STYLES[spec["stijl"]]().fields.items() if kind == "string"]
    tip = tip_of(layer, feature_of(layer, spec["geometrie"], **dict.fromkeys(texts, "<b>[% 1+1 %]</b>")))
    assert tip.count("&lt;b&gt;[% 1+1 %]&lt;/b&gt;") == len(texts)


@pytest.mark.parametrize("scale", [300_000, 500_000, 700_000, 890_000, 1_500_000])
def test_a_name_is_by_its_own_city_or_it_is_not_there(real_pack, real_pack_file, scale):
    layer = QgsVectorLayer(f"{real_pack_file}|layername=netwerk_steden", "", "ogr")
    message, ok = layer.loadNamedStyle(str(FOLDER / "netwerk_steden.qml"))
    assert ok, message
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(1000, 800))
    settings.setExtent(QgsRectangle.fromCenterAndSize(layer.extent().center(), 1000, 800))
    settings.setExtent(
        QgsRectangle.fromCenterAndSize(
            layer.extent().center(), 1000 * scale / settings.scale(), 800 * scale / settings.scale()
        )
    )
    assert settings.scale() == pytest.approx(scale, rel=0.01)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    points = {feature["naam"]: feature.geometry() for feature in layer.getFeatures()}
    labels = job.takeLabelingResults().labelsWithinRect(settings.extent())
    for label in labels:
        box, pixel = label.labelRect, settings.mapUnitsPerPixel()
        own = points[label.labelText].asPoint()
        if box.xMinimum() > own.x():  # on the line of its letter, as the names of all others there
            assert abs(box.center().y() - own.y()) < 3 * pixel, label.labelText
        else:
            assert abs(box.center().x() - own.x()) < 3 * pixel, label.labelText
            near = [QgsGeometry.fromRect(box).distance(points[name]) for name in points if name != label.labelText]
            assert min(near) > 1.5 * QgsGeometry.fromRect(box).distance(points[label.labelText]), label.labelText
    assert len({label.labelText for label in labels}) == (len(points) if scale < 900_000 else 0)
