# SPDX-License-Identifier: EUPL-1.2
"""What the measure of compounds counts as right, and the peer it stands beside."""

import pytest

from bench import koehn_knight
from bench.judged_parts import cut, starts


@pytest.mark.parametrize(
    ("word", "parts", "begins"),
    [
        ("jeugdzorg", "jeugd zorg", (5,)),
        ("arbeidskracht", "arbeid kracht", (7,)),
        ("kinderhandel", "kind handel", (6,)),
        ("havensteden", "haven stad", (5,)),
        ("gemeenteraadsleden", "gemeente raad lid", (8, 13)),
    ],
)
def test_it_finds_where_the_judged_parts_begin(word, parts, begins):
    assert starts(word, parts.split()) == begins


def test_it_tells_where_parts_begin():
    assert cut(("gemeente", "raads", "leden")) == (8, 13)
    assert cut(("huis",)) == ()


def test_the_peer_takes_the_highest_geometric_mean():
    split = koehn_knight.splitter({"jeugd": 9, "zorg": 9, "jeugdzorg": 2, "arbeid": 4, "kracht": 4, "regeling": 5})
    assert split("jeugdzorg") == ("jeugd", "zorg")
    assert split("arbeidskracht") == ("arbeids", "kracht")
    assert split("regeling") == ("regeling",)
    assert split("onbekend") == ("onbekend",)
