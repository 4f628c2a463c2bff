# SPDX-License-Identifier: GPL-2.0-or-later
"""Addresses: one origin or not, questions put in, nothing secret shown."""

from __future__ import annotations

import pytest

from sterkesteden_plugin.services.address import (
    has_credentials,
    host,
    joined,
    origin,
    redacted,
    same_origin,
    with_query,
)

BASE = "https://api.example.nl/data/ogc/v1"


@pytest.mark.parametrize(
    "other",
    [
        "https://api.example.nl/other?x=1#part",
        "HTTPS://API.EXAMPLE.NL/data",
        "https://api.example.nl:443/data",
        "https://api.example.nl/plan van 2018?naam=Fryslân",
        "https://api.example.nl",
        joined(BASE, "?cursor=abc"),
        joined(BASE, "/other"),
    ],
)
def test_one_origin(other):
    assert same_origin(BASE, other)


@pytest.mark.parametrize(
    "other",
    [
        "http://api.example.nl/data",
        "https://example.nl/data",
        "https://api.example.nl.evil.com/data",
        "https://api.example.nl@evil.com/data",
        "https://evil.com/https://api.example.nl/",
        "https://evil.com\\@api.example.nl/",
        "https://api.example.nl\\@evil.com/",
        "https://api.example.nl\t.evil.com/",
        "https://api.exa\tmple.nl/data",
        "https://api.example.nl/data\nHost: evil.com",
        " https://api.example.nl/data",
        "https://api.example.nl:8443/data",
        "https://api.example.nl:0/data",
        "https://api.example.nl:99999999/data",
        "https://user:pw@api.example.nl/data",
        "https://api.examplе.nl/data",  # a Cyrillic е
        "//evil.com/data",
        joined(BASE, "//evil.com/data"),
        "file:///etc/passwd",
        "ftp://api.example.nl/",
        "javascript:alert(1)",
        "https://[::1/",
        "https:///data",
        "https://:443/data",
        "",
    ],
)
def test_another_origin(other):
    assert not same_origin(BASE, other)
    assert not same_origin(other, BASE)
    assert not same_origin(other, other) or origin(other)[1]


def test_an_address_that_is_none_has_not_the_origin_of_itself():
    assert not same_origin("file:///a", "file:///a")
    assert same_origin("http://a.nl/", "http://a.nl:80/")
    assert origin("https://[::1]:8080/x") == ("https", "::1", 8080)


def test_query_put_in():
    assert with_query("https://a.nl/x", {"f": "json", "limit": 10, "bbox": None}) == "https://a.nl/x?f=json&limit=10"


def test_what_is_in_the_query_stays_as_it_was():
    assert with_query("https://a.nl/x?map=%2Fsrv%2Fa.map&", {"f": "json"}) == "https://a.nl/x?map=%2Fsrv%2Fa.map&f=json"


def test_a_name_is_there_once():
    assert with_query("https://a.nl/x?service=WFS&f=html", {"SERVICE": "WMS", "f": "json"}) == (
        "https://a.nl/x?SERVICE=WMS&f=json"
    )
    assert with_query("https://a.nl/x?SERVICE=WFS", {"service": "WMS"}) == "https://a.nl/x?service=WMS"


def test_values_cannot_add_to_the_query():
    asked = with_query("https://a.nl/x", {"$filter": "RegioS eq 'GM0106  ' & x=1#y+z%"})
    assert asked == "https://a.nl/x?$filter=RegioS%20eq%20'GM0106%20%20'%20%26%20x%3D1%23y%2Bz%25"


def test_redacted():
    assert redacted("https://jan:geheim@a.nl:8443/x?f=json&api_key=abc&X-Token=def&gemeentecode=GM0106#top") == (
        "https://a.nl:8443/x?f=json&api_key=…&X-Token=…&gemeentecode=GM0106"
    )


@pytest.mark.parametrize("name", ["key", "apikey", "api-key", "subscription-key", "access_token", "token", "PASSWORD"])
def test_names_of_keys(name):
    assert has_credentials(f"https://a.nl/x?{name}=abc")
    assert "abc" not in redacted(f"https://a.nl/x?{name}=abc")
    assert has_credentials("https://a.nl/x", {name: "abc"})


@pytest.mark.parametrize("name", ["$skiptoken", "pageToken", "cursor", "gemeentecode", "statcode", "startIndex"])
def test_names_of_other_things(name):
    assert not has_credentials(f"https://a.nl/x?{name}=abc", {"Accept": "application/json"})
    assert redacted(f"https://a.nl/x?{name}=abc") == f"https://a.nl/x?{name}=abc"


def test_an_encoded_name_of_a_key_is_one():
    assert "abc" not in redacted("https://a.nl/x?api_%6Bey=abc")


def test_login_in_the_address_or_a_header():
    assert has_credentials("https://jan:geheim@a.nl/x")
    assert has_credentials("https://a.nl/x", {"Authorization": "Basic x"})


def test_host_is_told_without_the_usual_port():
    assert host("https://a.nl:443/x") == "a.nl"
    assert host("http://127.0.0.1:8080/x?key=abc") == "127.0.0.1:8080"
    assert "geheim" not in host("ftp://jan:geheim@a.nl/x?key=geheim")
