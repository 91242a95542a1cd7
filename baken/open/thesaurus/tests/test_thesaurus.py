# SPDX-License-Identifier: EUPL-1.2
"""Schemes in and out: SKOS integrity, our table, Turtle both ways, and a second time nothing changes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from baken.open.files.refusals import Refused
from baken.open.thesaurus import actions, export, rules, skos, table
from baken.open.thesaurus.models import Concept, Label, Note, Relation, Scheme
from baken.open.thesaurus.records import (
    ALTERNATIVE,
    BROADER,
    EXACT,
    PREFERRED,
    RELATED,
    ConceptRecord,
    LabelRecord,
    LinkRecord,
    NoteRecord,
    SchemeRecord,
)  # fmt: skip

HEAD = "concept_id,nl_pref,nl_alt(;),en_pref,en_alt(;),broader,scope_note_en\n"
TABLE = f"{HEAD}v1,verzinsel,fabel;sprookje,invention,,,Made up.\nv2,leugen,,lie,,v1,\n".encode()
TURTLE = b"""@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ev: <http://eurovoc.europa.eu/> .
ev:1 a skos:Concept ; skos:prefLabel "boven"@nl, "above"@en ; skos:altLabel "boven"@nl, "hoog"@nl ; skos:narrower ev:2 ;
  skos:topConceptOf ev:100141 . ev:2 a skos:Concept ; skos:prefLabel "onder"@nl ; skos:related ev:404 ;
  skos:exactMatch <http://elsewhere.example/2> ; skos:definition "Niet boven."@nl ."""


def concept(notation, *links, label=None):
    return ConceptRecord(notation, labels=(LabelRecord("nl", PREFERRED, label or notation),), links=links)


def scheme(*concepts, name="verzonnen"):
    return SchemeRecord(name, "Verzonnen", concepts=concepts)


def broader(notation):
    return LinkRecord(BROADER, notation)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (scheme(concept("a", broader("b")), concept("b", broader("c")), concept("c", broader("a"))), "circle"),
        (scheme(concept("a", broader("a"))), "itself"),
        (scheme(concept("a", broader("z"))), "not in the scheme"),
        (scheme(concept("a"), concept("a")), "twice"),
        (scheme(ConceptRecord("a")), "no label"),
        (
            scheme(concept("a", broader("b")), concept("b", broader("c")), concept("c", LinkRecord(RELATED, "a"))),
            "related and one above",
        ),
        (
            scheme(ConceptRecord("a", labels=tuple(LabelRecord("nl", PREFERRED, text) for text in "xy"))),
            "two preferred",
        ),
        (
            scheme(ConceptRecord("a", labels=tuple(LabelRecord("nl", role, "x") for role in (PREFERRED, ALTERNATIVE)))),
            "label 'x'",
        ),
    ],
)
def test_it_refuses_a_scheme_that_breaks_skos(record, words):
    with pytest.raises(Refused, match=words):
        rules.check_can_store(record)


def test_it_allows_two_ways_up_and_chains_longer_than_the_stack():
    rules.check_can_store(scheme(concept("a", broader("b"), broader("c")), concept("b", broader("c")), concept("c")))
    chain = [concept(str(place), *([broader(str(place + 1))] if place < 4999 else [])) for place in range(5000)]
    rules.check_can_store(scheme(*chain))


def test_it_leaves_out_related_links_between_levels():
    clash = scheme(
        concept("a", broader("b"), LinkRecord(RELATED, "b")), concept("b"), concept("c", LinkRecord(RELATED, "a"))
    )
    cleaned, dropped = rules.without_clashes(clash)
    assert dropped == 1
    assert [len(each.links) for each in cleaned.concepts] == [1, 0, 1]
    rules.check_can_store(cleaned)


def test_it_reads_our_table():
    found = table.read(TABLE)
    assert [each.notation for each in found.concepts] == ["v1", "v2"]
    assert [label.text for label in found.concepts[0].labels] == ["verzinsel", "fabel", "sprookje", "invention"]
    assert found.concepts[1].links == (broader("v1"),)


def test_it_reads_our_table_with_semicolons_too():
    head = '";"'.join(HEAD.strip().split(","))
    (found,) = table.read(f'"{head}"\nv1;verzinsel;"fabel;sprookje";;;;\n'.encode()).concepts
    assert [label.text for label in found.labels] == ["verzinsel", "fabel", "sprookje"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"a,b\n1,2\n", "no column"),
        (HEAD.encode(), "no concept"),
        (HEAD.encode() + b"v1,a\n", "cells"),
        (HEAD.encode() + b",a,,b,,,\n", "line 2"),
        (HEAD.encode() + b"v1," + b"a" * 301 + b",,b,,,\n", "longer"),
        (HEAD.encode() + b"v1,caf\xe9,,b,,,\n", "UTF-8"),
    ],
)
def test_it_refuses_a_bad_table(data, words):
    with pytest.raises(Refused, match=words):
        table.read(data)


def test_it_reads_turtle_with_the_better_role_for_a_label_and_narrower_as_broader():
    found = skos.read(TURTLE, "x.ttl")
    one, two = found.concepts
    assert (found.name, found.title) == ("eurovoc", "EuroVoc")
    assert [(label.language, label.role, label.text) for label in one.labels] == [
        ("en", PREFERRED, "above"), ("nl", PREFERRED, "boven"), ("nl", ALTERNATIVE, "hoog"),
    ]  # fmt: skip
    assert two.links == (broader("1"), LinkRecord(EXACT, uri="http://elsewhere.example/2"))
    assert two.notes == (NoteRecord("nl", "definition", "Niet boven."),)


@pytest.mark.parametrize(
    ("data", "file", "words"),
    [
        (b"not turtle at all", "x.ttl", "not turtle"),
        (TURTLE[:300], "x.ttl", "not turtle"),
        (b"@prefix a: <b:c> .", "x.ttl", "no skos:Concept"),
        (b"<a><b></a>", "x.rdf", "not xml"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "x.rdf", "entities"),
        (b"{}", "x.jsonld", "skos reads"),
        (b'<http://a/1> <http://b> "\xff" .', "x.nt", "not nt"),
    ],
)
def test_it_refuses_bad_rdf(data, file, words):
    with pytest.raises(Refused, match=words) as caught:
        skos.read(data, file)
    assert "\n" not in str(caught.value)


@pytest.mark.django_db
def test_it_stores_a_scheme_and_a_second_time_changes_nothing():
    record = table.read(TABLE)
    assert actions.store_scheme(record=record) == {"new": 2, "changed": 0, "same": 0}
    with CaptureQueriesContext(connection) as again:
        assert actions.store_scheme(record=record) == {"new": 0, "changed": 0, "same": 2}
    assert not [each for each in again.captured_queries if each["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert (Concept.objects.count(), Label.objects.count(), Note.objects.count(), Relation.objects.count()) == (
        2,
        6,
        1,
        1,
    )


@pytest.mark.django_db
def test_it_follows_a_corrected_scheme():
    actions.store_scheme(record=table.read(TABLE))
    changed = table.read(TABLE.replace(b"leugen", b"onwaarheid").replace(b",v1,\n", b",,\n"))
    assert actions.store_scheme(record=changed) == {"new": 0, "changed": 1, "same": 1}
    assert not Relation.objects.exists()
    assert set(Label.objects.filter(concept__notation="v2").values_list("text", flat=True)) == {"onwaarheid", "lie"}


@pytest.mark.django_db
def test_it_stores_nothing_of_a_broken_scheme():
    with pytest.raises(Refused):
        actions.store_scheme(record=scheme(concept("a", broader("b")), concept("b", broader("a"))))
    assert not Scheme.objects.exists()


@pytest.mark.django_db
def test_it_matches_concepts_of_another_scheme_that_is_here():
    actions.store_scheme(
        record=scheme(ConceptRecord("2", "http://elsewhere.example/2", concept("2").labels), name="other")
    )
    actions.store_scheme(record=skos.read(TURTLE, "x.ttl"))
    assert Relation.objects.get(kind="exactMatch").other.scheme.name == "other"


@pytest.mark.django_db
def test_it_gives_a_scheme_back_as_turtle():
    record = table.read(TABLE)
    actions.store_scheme(record=record)
    text = skos.write(export.record_of(Scheme.objects.get()))
    back = skos.read(text.encode(), "x.ttl")
    assert back.name == "baken"
    assert [(each.notation, set(each.labels), each.notes, each.links) for each in back.concepts] == [
        (each.notation, set(each.labels), each.notes, each.links) for each in record.concepts
    ]
