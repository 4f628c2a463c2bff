# SPDX-License-Identifier: GPL-2.0-or-later
"""The styles by the names that data/layers.yaml gives them."""

from __future__ import annotations

from . import limits, loaded, network, topics, vacancy

STYLES = {
    "opgaven_punt": topics.topic_points,
    "opgaven_lijn": topics.topic_lines,
    "opgaven_vlak": topics.topic_areas,
    "leegstand_centra_punt": vacancy.vacancy_centres,
    "leegstand_gebieden": vacancy.vacancy_areas,
    "grenzen_geen": limits.no_limit,
    "grenzen_hard": limits.hard_limits,
    "grenzen_randen": limits.edges,
    "grenzen_richtingen": limits.directions,
    "netwerk_steden": network.cities,
    "netwerk_kernen": network.towns,
    "netwerk_verbindingen": network.links,
    "netwerk_netwerken": network.networks,
    "netwerk_invloedsferen": network.spheres,
    "netwerk_agendas": network.agendas,
    "netwerk_gemeenten": network.municipalities,
    "netwerk_provincie": network.province,
    "open_gemeenten": loaded.municipalities,
    "open_provincies": loaded.provinces,
    "open_wijken": loaded.districts,
    "open_buurten": loaded.neighbourhoods,
    "open_bebouwde_kom": loaded.built_up,
    "open_panden": loaded.buildings,
    "open_verblijfsobjecten": loaded.premises,
    "open_wegen": loaded.roads,
    "open_spoorlijnen": loaded.railways,
    "open_stations": loaded.stations,
    "open_harde_grens": loaded.hard_limits,
}
