# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows of one year between zones: codes repaired, followed or elsewhere; what is special of zones is told."""

import pytest

from sterkesteden_plugin.networks.joining import join
from sterkesteden_plugin.networks.layouts import recognise, table_of
from sterkesteden_plugin.networks.reading import Note, read_flows
from sterkesteden_plugin.networks.recoding import Successor

HEADER = ["van", "naar", "jaar", "aantal"]


def read(*rows, header=HEADER):
    table = table_of([list(header), *map(list, rows)])
    return read_flows(table, recognise(table))


def of_pairs(*rows):
    return read(*((origin, destination, "2014", str(flow)) for origin, destination, flow in rows))


def pairs(joined):
    flows = joined.flows
    codes = (*flows.codes, "elders")
    return {(codes[o], codes[d]): float(flow) for o, d, flow in zip(flows.origin, flows.destination, flows.flow)}


def notes(joined):
    return {note.key: note for note in joined.notes}


ROWS = [("GM0001", "GM0002", 3), ("GM0001", "GM0001", 5), ("GM0002", "GM0099", 2), ("GM0099", "GM0098", 7)]


def test_without_zones_every_code_is_one():
    joined = join(of_pairs(*ROWS))
    assert joined.flows.codes == ("GM0001", "GM0002", "GM0098", "GM0099") and joined.beyond == 0
    assert joined.year == joined.flows.year == "2014"


def test_what_is_no_zone_is_elsewhere_and_the_sum_stays():
    found = of_pairs(*ROWS)
    joined = join(found, ["GM0001", "GM0002", "GM0003"])
    assert pairs(joined) == {("GM0001", "GM0001"): 5, ("GM0001", "GM0002"): 3, ("GM0002", "elders"): 2}
    assert joined.outside == ("GM0098", "GM0099") and joined.beyond == 7
    assert joined.flows.flow.sum() + joined.beyond == found.flow.sum()
    assert notes(joined)["outside"] == Note("outside", 2, ("GM0098", "GM0099"))
    assert notes(joined)["beyond"].count == 1
    assert notes(joined)["no-flows"] == Note("no-flows", 1, ("GM0003",))


def test_duplicate_pairs_are_summed():
    assert pairs(join(of_pairs(("A", "B", 1), ("A", "B", 2), ("B", "A", 1)))) == {("A", "B"): 3, ("B", "A"): 1}


@pytest.mark.parametrize(
    ("written", "zone", "key"),
    [
        ("106", "0106", "zeros"),
        ("GM106", "GM0106", "zeros"),
        ("0106", "106", "zeros"),
        ("106", "GM0106", "prefix"),
        ("0106", "GM0106", "prefix"),
        ("GM0106", "0106", "prefix"),
        ("GM0106", "106", "prefix"),
        ("WK10601", "WK010601", "zeros"),
        ("10601", "WK010601", "prefix"),
        ("9401.0", "9401", None),  # a postcode that went through a spreadsheet
    ],
)
def test_zeros_and_letters_that_were_lost_are_repaired_and_told(written, zone, key):
    joined = join(of_pairs((written, written, 5)), [zone])
    assert pairs(joined) == {(zone, zone): 5}
    assert notes(joined).get(key) == (Note(key, 1, (written,)) if key else None)


def test_a_postcode_is_no_municipality():
    rows = [(str(1000 + one), str(1000 + one), 1) for one in range(100)]
    zones = [f"GM{1000 + one}" for one in range(0, 200, 5)]
    joined = join(of_pairs(*rows), zones)
    assert "no-match" in notes(joined) and "prefix" not in notes(joined) and joined.beyond == 100


def test_of_two_zones_that_differ_by_zeros_neither_is_meant():
    joined = join(of_pairs(("106", "106", 5), ("00106", "106", 1)), ["106", "0106"])
    assert pairs(joined) == {("106", "106"): 5, ("elders", "106"): 1}


def test_without_zones_codes_are_repaired_among_themselves():
    joined = join(of_pairs(("0106", "106", 1), ("106", "0106", 2), ("14", "0106", 4)))
    assert pairs(joined) == {("0106", "0106"): 3, ("0014", "0106"): 4}
    assert notes(joined)["zeros"].count == 2
    assert join(of_pairs(("106", "14", 1))).flows.codes == ("106", "14")  # nothing says that zeros were lost


MERGED = (Successor("GM0001", "GM0003", "2010-01-01"), Successor("GM0002", "GM0003", "2010-01-01"))


def test_municipalities_that_merged_are_counted_with_the_one_that_took_their_place():
    found = of_pairs(("GM0001", "GM0002", 3), ("GM0002", "GM0002", 5), ("GM0001", "GM0009", 1))
    joined = join(found, ["GM0003", "GM0009"], successors=MERGED)
    assert pairs(joined) == {("GM0003", "GM0003"): 8, ("GM0003", "GM0009"): 1}
    assert joined.recoded == (("GM0001", "GM0003"), ("GM0002", "GM0003"))
    assert notes(joined)["recoded"].examples == ("GM0001 → GM0003", "GM0002 → GM0003")


def test_they_are_followed_also_where_letters_and_zeros_were_lost():
    found = of_pairs(("1", "2", 3), ("9", "2", 5), ("9", "9", 1), ("8", "8", 1), ("7", "7", 1), ("6", "6", 1))
    zones = ["GM0003", "GM0009", "GM0008", "GM0007", "GM0006"]
    assert pairs(join(found, zones, successors=MERGED))[("GM0003", "GM0003")] == 3
    digits = [zone[2:] for zone in zones]
    assert pairs(join(found, digits, successors=MERGED))[("0003", "0003")] == 3


def test_without_zones_two_years_are_made_comparable_by_a_day():
    found = of_pairs(("GM0001", "GM0002", 3))
    assert join(found, successors=MERGED).flows.codes == ("GM0001", "GM0002")
    assert join(found, successors=MERGED, until="2026-01-01").flows.codes == ("GM0003",)


def test_what_was_divided_is_told_and_elsewhere():
    divided = (Successor("GM0001", "GM0003", "2010-01-01"), Successor("GM0001", "GM0004", "2010-01-01"))
    joined = join(of_pairs(("GM0001", "GM0003", 3)), ["GM0003", "GM0004"], successors=divided)
    assert pairs(joined) == {("elders", "GM0003"): 3}
    assert notes(joined)["split"] == Note("split", 1, ("GM0001",))


def test_names_are_never_joined():
    joined = join(of_pairs(("Groningen (gemeente)", "GM0014", 1)), ["Groningen", "GM0014"])
    assert pairs(joined) == {("elders", "GM0014"): 1}


def test_the_newest_year_is_used_and_another_can_be_chosen():
    found = read(("A", "B", "2013", "1"), ("A", "B", "2014", "2"), ("C", "A", "2013", "1"))
    assert pairs(join(found)) == {("A", "B"): 2} and join(found).flows.codes == ("A", "B")
    assert pairs(join(found, year="2013")) == {("A", "B"): 1, ("C", "A"): 1}
    with pytest.raises(KeyError):
        join(found, year="2012")


def test_sectors_are_summed_or_their_total_is_used_or_one_is_chosen():
    header = ["van", "naar", "aantal", "sector"]
    parts = read(("A", "B", "1", "C"), ("A", "B", "2", "D"), header=header)
    assert pairs(join(parts)) == {("A", "B"): 3} and notes(join(parts))["sectors"].count == 2
    assert pairs(join(parts, sector="D")) == {("A", "B"): 2}
    with pytest.raises(KeyError):
        join(parts, sector="E")
    total = read(("A", "B", "1", "C"), ("A", "B", "4", "T001081"), header=header)
    assert pairs(join(total)) == {("A", "B"): 4} and notes(join(total))["total"].examples == ("T001081",)


def test_suppressed_flows_are_counted_but_not_as_flows():
    found = read(("A", "B", "2014", "-"), ("A", "C", "2014", "1"), ("X", "Y", "2014", "-"), ("A", "B", "2013", "-"))
    joined = join(found, ["A", "B", "C"])
    assert joined.suppressed == 1 and pairs(joined) == {("A", "C"): 1}


def test_no_self_flows_are_told():
    assert "no-self-flows" in notes(join(of_pairs(("A", "B", 1), ("B", "A", 2))))
    assert "no-self-flows" not in notes(join(of_pairs(("A", "B", 1), ("A", "A", 2))))


def test_zones_tied_to_nothing_but_themselves_are_told():
    joined = join(of_pairs(("A", "A", 5), ("B", "C", 1), ("C", "C", 1)))
    assert notes(joined)["isolated"] == Note("isolated", 1, ("A",))


def test_one_zone_only_is_told():
    joined = join(of_pairs(("A", "A", 5), ("A", "B", 1)), ["A"])
    assert notes(joined)["one-zone"] == Note("one-zone", 1, ("A",))
    assert joined.flows.residents_jobs().tolist() == [6]


def test_everybody_who_stays_is_no_special_case_of_the_flows():
    joined = join(of_pairs(("A", "A", 5), ("B", "B", 3)))
    assert joined.flows.within().tolist() == joined.flows.jobs().tolist() == joined.flows.residents_jobs().tolist()
    assert notes(joined)["isolated"].count == 2


def test_no_zone_that_is_in_the_table_is_told():
    joined = join(of_pairs(("A", "B", 5)), ["X", "Y"])
    assert joined.flows.count == 2 and not len(joined.flows.flow) and joined.beyond == 5
    assert notes(joined)["no-match"].count == 1


def test_no_zones_and_no_rows_are_no_error():
    joined = join(of_pairs(("A", "B", 5)), [])
    assert joined.flows.count == 0 and notes(joined)["no-zones"].count == 1
    nothing = join(read(("A", "B", "ooit", "1")))
    assert nothing.flows.count == 0 and nothing.year == ""


def test_the_unit_of_the_table_stays():
    found = read(("GM1", "GM2", "2014MM12", "2,7"), header=["woon_code", "werk_code", "periode", "banen"])
    assert join(found).flows.unit == "x 1000"
