# SPDX-License-Identifier: EUPL-1.2
"""Real files: no word of the law is lost on the way, and the paths people cite are there."""

import re
from collections import Counter
from html import unescape

import pytest

from baken.open.files import opening, xmltree
from baken.open.sources.importers import bwb, ecli, formex, jsonl
from baken.settings import environment

DATA = environment.data()
LAYOUT = {
    "meta-data",
    "alias-titels",
    "intitule",
    "citeertitel",
    "redactionele-correcties",
    "bwb-inputbestand",
    "bwb-wijzigingen",
}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason=f"no real material at {DATA}"),
]


def read(reader, path):
    return list(reader.read(opening.content(DATA / path), path.rpartition("/")[2]))


def words(text):
    return Counter(re.findall(r"\w+", text))


def said(element):
    parts = [element.text or ""] if xmltree.name(element) else []
    for child in element:
        parts += [] if xmltree.name(child) in LAYOUT else said(child)
        parts.append(child.tail or "")
    return parts


@pytest.mark.parametrize(
    "path",
    [
        "bwb/treaties/BWBV0004138.xml",
        "bwb/2012/BWBR0023574.xml",
        "bwb/2012/BWBR0028599.xml",
        "bwb/modern/BWBR0012289_2019-12-03_Vreemdelingencirculaire_deel_b.xml",
        "bwb/wetboek-van-strafrecht/2004-12-11.xml.gz",
    ],
)
def test_it_loses_no_words_of_a_law(path):
    there = words(" ".join(said(xmltree.root(opening.content(DATA / path)))))
    (work,) = read(bwb, path)
    parts = [part for each in work.expressions for part in each.provisions]
    kept = words(" ".join(f"{part.heading} {unescape(re.sub('<[^>]*>', ' ', part.html))}" for part in parts))
    kept += words(" ".join(each.title for each in work.expressions))
    # Two words that a tag alone keeps apart may meet; nothing else may go.
    assert (there - kept).total() <= 5
    assert there.total() > 3000


@pytest.mark.parametrize(
    ("reader", "path", "provision", "phrase"),
    [
        (bwb, "bwb/2012/BWBR0001854.xml", "artikel/273f", "Als schuldig aan mensenhandel"),
        (bwb, "bwb/modern/BWBR0012289_2019-12-03_Vreemdelingencirculaire_deel_b.xml", "paragraaf/B8/3.1", "bedenktijd"),
        (bwb, "bwb/modern/BWBR0005537_2019-11-14_Algemene_wet_bestuursrecht.xml", "artikel/1:3", "besluit"),
        (bwb, "bwb/treaties/BWBV0004138.xml", "artikel/13", "recovery and reflection period"),
        (formex, "formex/gdpr.fmx.xml", "artikel/9", "special categories"),
        (jsonl, "eurlex/32004L0081nl.json", "artikel/6", "Bedenktijd"),
    ],
)
def test_it_puts_a_provision_where_people_look_for_it(reader, path, provision, phrase):
    (work,) = read(reader, path)
    part = {each.path: each for each in work.expressions[0].provisions}[provision]
    assert phrase.lower() in f"{part.heading} {part.text}".lower()


def test_it_gives_both_languages_of_real_treaties_the_same_paths():
    for path in opening.files([DATA / "bwb" / "treaties"], bwb.SUFFIXES):
        (work,) = bwb.read(opening.content(path), path.name)
        english, dutch = ({part.path for part in each.provisions} for each in work.expressions)
        assert english ^ dutch <= {"slot"}


def test_it_knows_one_directive_in_two_guises():
    first, second = (read(jsonl, f"eurlex/{name}.json")[0] for name in ("32004L0081nl", "L_2004261NL.01001901.doc"))
    assert first.identifier == second.identifier == "32004L0081"


def test_it_reads_the_judgment_behind_a_blank_line():
    (work,) = read(ecli, "rechtspraak/xml/ECLI_NL_RBMNE_2016_1780.xml")
    assert work.identifier == "ECLI:NL:RBMNE:2016:1780"
    assert len(work.ruling.text) > 1000
