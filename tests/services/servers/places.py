# SPDX-License-Identifier: GPL-2.0-or-later
"""What the servers of the tests serve: one GeoPackage, its layers called and built as the collections of the catalogue.

From the real files of ../shared/data, or, where those are absent, from a few squares and lines in the same places.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr, osr

ROOT = Path(__file__).resolve().parents[3]
SHARED = Path(os.environ.get("STERKESTEDEN_SHARED", ROOT.parent / "shared")) / "data"

_PROVINCES = {"Groningen": "PV20", "Fryslân": "PV21", "Friesland": "PV21", "Drenthe": "PV22", "Overijssel": "PV23"}
_CODES = ("GM0106", "GM0109", "GM0114", "GM0118", "GM0119", "GM1680", "GM1681", "GM1690", "GM1699", "GM1701")
_ROADS = ("A28", "A37", "A32", "N33", "N34", "N48")

Row = tuple[Mapping[str, Any], str]  # values by field, and well-known text
# Layer: its geometry, its fields, and the rows that are made up where there are no real ones.
Layer = tuple[int, tuple[str, ...], Callable[[], Iterable[Row]]]


def write_places(path: Path, many: int = 0) -> Path:
    """Write the GeoPackage; `many` buildings in it, for measuring."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(28992)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, (kind, fields, made_up) in LAYERS.items():
        rows = list(_real(name)) or list(made_up())
        if name == "pand" and many:
            rows = list(_buildings(many))
        layer = target.CreateLayer(name, system, kind, ["FID=fid", "GEOMETRY_NAME=geom"])
        for field in fields:
            values = [row[field] for row, _ in rows if row.get(field) is not None]
            whole = bool(values) and all(isinstance(value, int) for value in values)
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTInteger64 if whole else ogr.OFTString))
        target.StartTransaction()
        for row, text in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for field in fields:
                if row.get(field) is not None:
                    feature.SetField(field, row[field])
            shape = ogr.CreateGeometryFromWkt(text)
            feature.SetGeometry(ogr.ForceTo(shape, kind))
            layer.CreateFeature(feature)
        target.CommitTransaction()
        del layer
    del target
    return path


def rows_of(path: Path, layer: str) -> list[dict[str, Any]]:
    """What the GeoPackage has: to compare what came with."""
    source = ogr.Open(str(path))
    found = source.GetLayerByName(layer)
    names = [one.name for one in found.schema]
    return [{name: feature[name] for name in names} for feature in found]


def _real(name: str) -> Iterator[Row]:
    reading = _REAL.get(name)
    if reading is None:
        return
    file, layer, translate = reading
    path = SHARED / file
    if not path.is_file():
        return
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # the file is of a newer version of GeoPackage than this GDAL
    source = ogr.Open(str(path))
    gdal.PopErrorHandler()
    for feature in source.GetLayerByName(layer):
        yield translate(feature.items()), feature.GetGeometryRef().ExportToWkt()


def _whole(value: Any) -> int | None:
    return None if value is None else int(value)


def _municipality(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"statcode": row["statcode"], "statnaam": row["naam"], "jrstatcode": f"2022{row['statcode']}"}


def _province(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"statcode": _PROVINCES.get(row["provincie"], row["provincie"]), "statnaam": row["provincie"]}


def _wijk(row: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: row[name] for name in ("wijkcode", "wijknaam", "gemeentecode", "gemeentenaam")}
    numbers = {"aantal_inwoners": _whole(row["aantal_inwoners"]), "aantal_huishoudens": _whole(row["huishoudens"])}
    return {**kept, **numbers}


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": row["ID"], "traject": row["TRAJECT"]}


def _station(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"code": str(row["code"]).upper(), "naam": row["name_long"]}


def _object(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "identificatie": row["nummer_id"],
        "status": row["status"],
        "postcode": row["postcode"],
        "huisnummer": _whole(row["huisnummer"]),
        "huisletter": row["huisletter"],
        "toevoeging": row["toevoeging"],
    }


_REAL: dict[str, tuple[str, str, Callable[[Mapping[str, Any]], dict[str, Any]]]] = {
    "gemeente_gegeneraliseerd": ("gemeenten-noordoost-nl/gemeenten_2022_rd.gpkg", "gemeenten", _municipality),
    "provincie_gegeneraliseerd": ("gemeenten-noordoost-nl/gemeenten_2022_rd.gpkg", "provincies", _province),
    "wijken": ("wijken-2024/wijken_2024_drenthe_omgeving_rd.gpkg", "wijken", _wijk),
    "trace": ("spoorlijnen-prorail/spoorlijnen_noordoost_rd.gpkg", "spoorlijn", _line),
    "station": ("spoorlijnen-prorail/stations_noordoost_rd.gpkg", "stations", _station),
    "verblijfsobject": ("bag-amsterdam/bag_amsterdam_rd.gpkg", "verblijfsobjecten", _object),
}


def _square(x: float, y: float, size: float) -> str:
    ring = ((x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y))
    return f"POLYGON (({', '.join(f'{one:.3f} {other:.3f}' for one, other in ring)}))"


def _municipalities() -> Iterator[Row]:
    codes = (
        "GM0106",
        "GM0109",
        "GM0114",
        "GM0118",
        "GM0119",
        "GM1680",
        "GM1681",
        "GM1690",
        "GM1699",
        "GM1701",
        "GM1730",
    )
    for number, code in enumerate(codes):
        x, y = 205_000 + number % 4 * 15_000, 520_000 + number // 4 * 15_000
        yield {"statcode": code, "statnaam": f"Gemeente {code}", "jrstatcode": f"2024{code}"}, _square(x, y, 15_000)


def _provinces() -> Iterator[Row]:
    for number, code in enumerate(("PV20", "PV22")):
        name = f"Provincie {code}"
        yield {"statcode": code, "statnaam": name}, _square(205_000, 520_000 + number * 60_000, 60_000)


def _wijken() -> Iterator[Row]:
    for row, text in _municipalities():
        shape = ogr.CreateGeometryFromWkt(text)
        x, _, y, _ = shape.GetEnvelope()
        for number in range(4):
            code = row["statcode"]
            values = {
                "wijkcode": f"WK{code[2:]}{number:02}",
                "wijknaam": f"Wijk {number}",
                "gemeentecode": code,
                "gemeentenaam": row["statnaam"],
                "aantal_inwoners": 1000 + 100 * number,
                "aantal_huishoudens": 400 + 50 * number,
                "percentage_leegstand_woningen": 3 + number,
            }
            yield values, _square(x + number % 2 * 7500, y + number // 2 * 7500, 7500)


def _buurten() -> Iterator[Row]:
    """Two in each wijk."""
    for row, text in _wijken():
        x, _, y, _ = ogr.CreateGeometryFromWkt(text).GetEnvelope()
        for number in range(2):
            values = {
                **{name: row[name] for name in ("wijkcode", "gemeentecode", "gemeentenaam")},
                "buurtcode": f"BU{row['wijkcode'][2:]}{number:02}",
                "buurtnaam": f"Buurt {number} van {row['wijknaam']}",
                "aantal_inwoners": row["aantal_inwoners"] // 2,
                "aantal_huishoudens": row["aantal_huishoudens"] // 2,
                "percentage_leegstand_woningen": -99997 if number else 4,
            }
            yield values, _square(x + number * 3750, y, 3750)


def _lines() -> Iterator[Row]:
    for number in range(3):
        y = 525_000 + 10_000 * number
        yield {"id": f"{number}", "traject": f"T{number}"}, f"LINESTRING (206000 {y}, 230000 {y + 2000}, 260000 {y})"


def _stations() -> Iterator[Row]:
    for number, code in enumerate(("ASN", "BL", "EMN", "HGV", "MP")):
        yield {"code": code, "naam": f"Station {code}"}, f"POINT ({215_000 + 8000 * number} {530_000 + 5000 * number})"


def _roads() -> Iterator[Row]:
    for number, road in enumerate((*_ROADS, "N371")):
        for piece in range(3):
            x, y = 210_000 + piece * 15_000, 525_000 + number * 5_000
            values = {
                "wvk_id": f"{600_000 + 10 * number + piece}",
                "wegnummer": road,
                "wegbehsrt": road[0].replace("A", "R"),
            }
            yield values, f"LINESTRING ({x} {y}, {x + 7000} {y + 500}, {x + 15000} {y})"


def _towns() -> Iterator[Row]:
    for number in range(4):
        values = {"lokaal_id": f"NL.TOP10NL.{number}", "naam_nl": f"Kern {number}", "typegebied": "woonkern"}
        yield values, _square(212_000 + number * 14_000, 528_000 + number * 9_000, 3000)


def _scattered_towns() -> Iterator[Row]:
    """Each of two parts."""
    for number in range(2):
        values = {"lokaal_id": f"NL.TOP10NL.1{number}", "naam_nl": f"Spreiding {number}", "typegebied": "woonkern"}
        x, y = 216_000 + number * 14_000, 541_000
        parts = (_square(x + part * 1500, y, 900).removeprefix("POLYGON ") for part in range(2))
        yield values, f"MULTIPOLYGON ({', '.join(parts)})"


def _objects() -> Iterator[Row]:
    for number in range(1500):  # more than a page
        values = {
            "identificatie": f"0114010{number:09}",
            "status": "Verblijfsobject in gebruik",
            "gebruiksdoel": "woonfunctie",
            "oppervlakte": 1 if number % 50 == 0 else 60 + number % 90,
            "postcode": f"78{number % 90 + 10}AB",
            "huisnummer": number % 200 + 1,
        }
        yield values, f"POINT ({256_000 + number % 40 * 20} {533_000 + number // 40 * 20})"


def _buildings(count: int = 60) -> Iterator[Row]:
    for number in range(count):
        x, y = 256_000 + number % 250 * 40, 533_000 + number // 250 * 40
        values = {
            "identificatie": f"0114100{number:09}",
            "status": "Pand in gebruik",
            "bouwjaar": 9999 if number % 50 == 0 else 1900 + number % 120,
        }
        yield values, _square(x + 0.123, y + 0.456, 8.5)


_OF_AREAS = (
    "gemeentecode",
    "gemeentenaam",
    "aantal_inwoners",
    "aantal_huishoudens",
    "percentage_leegstand_woningen",
)
LAYERS: dict[str, Layer] = {
    "gemeente_gegeneraliseerd": (ogr.wkbMultiPolygon, ("statcode", "statnaam", "jrstatcode"), _municipalities),
    "provincie_gegeneraliseerd": (ogr.wkbMultiPolygon, ("statcode", "statnaam"), _provinces),
    "wijken": (
        ogr.wkbMultiPolygon,
        ("wijkcode", "wijknaam", *_OF_AREAS),
        _wijken,
    ),
    "buurten": (
        ogr.wkbMultiPolygon,
        ("buurtcode", "buurtnaam", "wijkcode", *_OF_AREAS),
        _buurten,
    ),
    "trace": (ogr.wkbMultiLineString, ("id", "traject"), _lines),
    "station": (ogr.wkbPoint, ("code", "naam"), _stations),
    "wegvakken": (ogr.wkbMultiLineString, ("wvk_id", "wegnummer", "wegbehsrt"), _roads),
    "plaats_vlak": (ogr.wkbMultiPolygon, ("lokaal_id", "naam_nl", "typegebied"), _towns),
    "plaats_multivlak": (ogr.wkbMultiPolygon, ("lokaal_id", "naam_nl", "typegebied"), _scattered_towns),
    "verblijfsobject": (
        ogr.wkbPoint,
        (
            "identificatie",
            "status",
            "gebruiksdoel",
            "oppervlakte",
            "postcode",
            "huisnummer",
            "huisletter",
            "toevoeging",
        ),
        _objects,
    ),
    "pand": (ogr.wkbMultiPolygon, ("identificatie", "status", "bouwjaar"), _buildings),
}
