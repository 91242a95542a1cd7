# SPDX-License-Identifier: EUPL-1.2
"""What is in the databank becomes documents: who may find them, in which wording, under which names."""

import datetime

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from baken.open.search import article_documents, concept_documents, source_documents
from baken.open.search.tests.databank import act, article, concept, home, restrict

pytestmark = pytest.mark.django_db
DAY = datetime.date


def by_id(documents):
    return {document.id: document for document in documents}


def test_it_makes_a_document_of_a_published_article():
    page = article("Veilige opvang", text="<p>Een plek met <b>rust</b>.</p>", aspects=["social"], forms=["labour"])
    found = by_id(article_documents.documents())[f"article/{page.pk}"]
    assert (found.type, found.lang, found.title, found.path) == ("article", "nl", "Veilige opvang", page.url)
    assert "Een plek met rust" in " ".join(found.body.split())
    assert "<b>" not in found.body
    assert (found.aspect, found.form, found.audience) == (("social",), ("labour",), frozenset({frozenset({"public"})}))


def test_it_makes_none_of_a_draft():
    page = article("Concept", live=False)
    assert list(article_documents.documents([page.pk])) == []


def test_it_lets_restrictions_add_up_on_the_way_down():
    one, two, three = (Group.objects.create(name=f"verzonnen {n}") for n in "123")
    page = article("Besloten")
    restrict(page.get_parent(), PageViewRestriction.GROUPS, one, two)
    restrict(page, PageViewRestriction.GROUPS, two, three)
    restrict(home(), PageViewRestriction.LOGIN)
    (found,) = article_documents.documents([page.pk])
    ways = {
        frozenset({"public", "login", *(f"group:{g.pk}" for g in groups)})
        for groups in ([one, two], [one, three], [two], [two, three])
    }
    assert found.audience == ways


@pytest.mark.parametrize("place", ["page", "parent"])
def test_it_lets_nobody_find_what_has_a_password(place):
    page = article("Achter een woord")
    restrict(page if place == "page" else page.get_parent(), PageViewRestriction.PASSWORD)
    (found,) = article_documents.documents([page.pk])
    assert found.audience == frozenset()


def test_it_names_an_article_by_its_concepts_in_its_language():
    page = article("Rust", concepts=[concept("c900", nl="bedenktijd", en="reflection period")])
    (found,) = article_documents.documents([page.pk])
    assert found.labels == "bedenktijd"


def test_it_makes_a_document_of_our_concepts_only_and_gives_them_foreign_names():
    foreign = concept("3", scheme="eurovoc", nl="bedenkperiode", en="cooling-off period")
    own = concept("c900", nl="bedenktijd", en="reflection period", also_nl="denkpauze", same_as=foreign)
    found = by_id(concept_documents.documents([own.pk, foreign.pk]))
    assert set(found) == {"concept/baken/c900"}
    documents = {each.lang: each for each in concept_documents.documents([own.pk])}
    assert documents["nl"].labels.split("\n") == ["denkpauze", "bedenkperiode"]
    assert (documents["en"].title, documents["en"].path) == ("reflection period", "/en/concepts/baken/c900")
    assert concept_documents.mapped([foreign.pk]) == {own.pk, foreign.pk}


def test_it_gives_a_provision_its_newest_wording_and_an_older_one_its_years():
    states = {
        DAY(2000, 1, 1): {"artikel/1": "oud licht", "artikel/2": "weg"},
        DAY(2004, 5, 1): {"artikel/1": "ouder licht", "artikel/2": "bijna weg"},
        DAY(2010, 1, 1): {"artikel/1": "nieuw licht"},
    }
    work = act("BWBR9990001", "Wet vuurtorens", states)
    found = by_id(source_documents.documents([work.pk]))
    one, two = found["bwb/BWBR9990001/artikel/1"], found["bwb/BWBR9990001/artikel/2"]
    assert (one.body, one.context, one.numbers, one.weight) == ("nieuw licht", "Wet vuurtorens", ("1",), 1.0)
    assert one.path == "/sources/bwb/BWBR9990001/artikel/1"
    assert (two.body, two.context) == ("bijna weg", "Wet vuurtorens (2000-2010)")
    assert two.path == "/sources/bwb/BWBR9990001/artikel/2?on=2004-05-01"
    assert two.weight < 1
    assert found["bwb/BWBR9990001"].title == "Wet vuurtorens"


def test_it_takes_an_undated_text_as_it_is():
    work = act("BWBR9990002", "Wet zonder dag", {None: {"artikel/1": "licht"}})
    found = by_id(source_documents.documents([work.pk]))["bwb/BWBR9990002/artikel/1"]
    assert (found.body, found.weight, found.date) == ("licht", 1.0, 0)


def test_it_lets_an_entry_stand_whose_state_was_committed_a_moment_later(monkeypatch):
    work = act("BWBR9990003", "Wet in aanbouw", {DAY(2000, 1, 1): {"artikel/1": "licht"}})
    before = source_documents._states([])
    monkeypatch.setattr(source_documents, "_states", lambda works: before)
    found = by_id(source_documents.documents([work.pk]))["bwb/BWBR9990003/artikel/1"]
    assert found.weight == 1.0


def test_it_makes_one_document_of_a_bare_text():
    work = act("verzonnen#1", "Een stuk", {None: {"tekst": "licht op zee"}}, scheme="doc")
    assert [(each.id, each.title, each.body) for each in source_documents.documents([work.pk])] == [
        ("doc/verzonnen#1", "Een stuk", "licht op zee")
    ]


def test_it_asks_as_often_for_many_works_as_for_one(django_assert_max_num_queries):
    works = [act(f"BWBR999{n:04}", "Wet", {DAY(2000, 1, 1): {"artikel/1": "licht"}}).pk for n in range(10, 30)]
    with django_assert_max_num_queries(5):
        assert len(list(source_documents.documents(works))) == 40


def test_it_asks_as_often_for_many_articles_as_for_one(django_assert_max_num_queries):
    pages = [article(f"Stuk {n}").pk for n in range(12)]
    list(article_documents.documents(pages[:1]))
    with django_assert_max_num_queries(8):
        assert len(list(article_documents.documents(pages))) == 12
