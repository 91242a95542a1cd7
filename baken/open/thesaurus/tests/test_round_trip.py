# SPDX-License-Identifier: EUPL-1.2
"""A scheme that is written and read again is the same scheme, whatever its words are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baken.open.thesaurus import actions, export, skos, starter, table
from baken.open.thesaurus.models import OWN, Concept
from baken.open.thesaurus.records import (
    ALTERNATIVE,
    BROADER,
    EXACT,
    HIDDEN,
    PREFERRED,
    RELATED,
    ConceptRecord,
    LabelRecord,
    LinkRecord,
    NoteRecord,
    SchemeRecord,
)  # fmt: skip

HOME = "http://made-up.example/words/"
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip).filter(bool)
LANGUAGES = st.sampled_from(["en", "nl", "nl-be"])
ROLES = [PREFERRED, ALTERNATIVE, HIDDEN]
LABELS = st.builds(LabelRecord, LANGUAGES, st.sampled_from(ROLES), TEXT)
KINDS = ["scope", "definition", "note", "example"]
NOTES = st.builds(NoteRecord, LANGUAGES, st.sampled_from(KINDS), TEXT)


def links(notation, notations):
    others = [each for each in notations if each != notation]
    inside = [LinkRecord(kind, each) for kind in (BROADER, RELATED) for each in others]
    return st.sets(st.sampled_from([*inside, LinkRecord(EXACT, uri="http://elsewhere.example/1")]))


@st.composite
def schemes(draw):
    """Make a scheme in the order in which `read` tells it."""
    notations = sorted(draw(st.sets(st.text("abc123", min_size=1, max_size=4), min_size=1, max_size=5)))
    concepts = []
    for notation in notations:
        labels = draw(st.lists(LABELS, max_size=4, unique_by=lambda each: (each.language, each.text)))
        notes = draw(st.lists(NOTES, max_size=3, unique_by=lambda each: (each.language, each.kind)))
        concepts.append(
            ConceptRecord(
                notation,
                f"{HOME}{notation}",
                tuple(sorted(labels, key=lambda each: (each.language, ROLES.index(each.role), each.text))),
                tuple(sorted(notes, key=lambda each: (KINDS.index(each.kind), each.text, each.language))),
                tuple(sorted(draw(links(notation, notations)), key=lambda each: (each.kind, each.notation, each.uri))),
            )
        )
    return SchemeRecord("made-up-example-words", draw(TEXT), HOME, tuple(concepts))


@given(schemes())
def test_it_reads_what_it_wrote(scheme):
    back = skos.read(skos.write(scheme).encode(), "x.ttl")
    assert back == scheme


@pytest.mark.parametrize("name", ["2099", "skos", "a-b"])
def test_it_writes_a_scheme_whatever_its_name(name):
    scheme = SchemeRecord(name, "Verzonnen", HOME, (ConceptRecord("a", f"{HOME}a"),))
    assert skos.read(skos.write(scheme).encode(), "x.ttl", name=name) == scheme


@pytest.mark.django_db
def test_it_gives_our_own_thesaurus_addresses_and_loses_nothing_of_it():
    starter.load()
    record = table.read(starter.TABLE.read_bytes(), name=OWN, title=starter.TITLE)
    back = skos.read(export.turtle(OWN).encode(), "x.ttl")
    assert (back.name, back.title, back.uri) == (OWN, starter.TITLE, "urn:x-baken:baken/")
    assert {each.notation: (set(each.labels), each.notes, set(each.links)) for each in back.concepts} == {
        each.notation: (set(each.labels), each.notes, set(each.links)) for each in record.concepts
    }
    assert skos.read(skos.write(back).encode(), "x.ttl") == back


@pytest.mark.django_db
def test_it_names_a_concept_of_another_scheme_that_has_no_address():
    label = (LabelRecord("nl", PREFERRED, "verzinsel"),)
    actions.store_scheme(record=SchemeRecord(OWN, "Eigen", "", (ConceptRecord("v1", "http://was.example/1", label),)))
    match = (LinkRecord(EXACT, uri="http://was.example/1"),)
    other = SchemeRecord("made-up-example-words", "Ander", HOME, (ConceptRecord("a", f"{HOME}a", label, (), match),))
    actions.store_scheme(record=other)
    Concept.objects.filter(notation="v1").update(uri="")
    (concept,) = skos.read(export.turtle(other.name).encode(), "x.ttl").concepts
    assert concept.links == (LinkRecord(EXACT, uri="urn:x-baken:baken/v1"),)
