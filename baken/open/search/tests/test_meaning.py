# SPDX-License-Identifier: EUPL-1.2
"""Only what everybody may read is embedded, in steps that can be cut off; without an embedder all goes on by words."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.utils import DatabaseError
from wagtail.models import PageViewRestriction

from baken.open.search import actions, documents, reads
from baken.open.search.engine.shapes import Question
from baken.open.search.meaning import actions as passages
from baken.open.search.meaning import making, offered
from baken.open.search.meaning import reads as meaning
from baken.open.search.meaning.vectors import Unable
from baken.open.search.models import Passage
from baken.open.search.tests.databank import act, article, home, restrict
from baken.open.search.tests.imagining import Imagined

pytestmark = pytest.mark.usefixtures("committed")


def make(**how):
    return list(making.make(**how))


def titles(text, **rest):
    return [hit.title for hit in reads.search(Question(text, **rest), AnonymousUser()).hits]


def said(embedder):
    return "\n".join(embedder.embedded)


def test_it_finds_by_meaning(embedder):
    article("Kustlicht", text="<p>Een kustlicht.</p>", summary="Aan zee.")
    article("Iets anders", text="<p>Over brood.</p>", summary="Eten.")
    actions.rebuild()
    assert titles("vuurtoren") == []
    done = make()
    assert (done[-1].done, done[-1].of) == (Passage.objects.count(), Passage.objects.count())
    assert titles("vuurtoren") == ["Kustlicht"]
    (hit,) = reads.search(Question("vuurtoren"), AnonymousUser()).hits
    assert hit.near
    assert hit.why == ()
    told = reads.as_data(Question("vuurtoren"), reads.search(Question("vuurtoren"), AnonymousUser()))
    assert told["results"][0]["why"] == [{"word": "vuurtoren", "in": ["meaning"], "as": []}]


def test_run_and_page_agree(embedder):
    article("Kustlicht", text="<p>Een kustlicht.</p>")
    article("Vuurtoren", text="<p>Een vuurtoren.</p>")
    make()
    order = [name for name, _ in reads.ranked(Question("vuurtoren"), AnonymousUser())]
    assert order == [hit.id for hit in reads.search(Question("vuurtoren"), AnonymousUser()).hits]
    assert len(order) == 2


def test_the_page_says_why_in_both_languages(embedder, client):
    article("Kustlicht", text="<p>Een kustlicht.</p>")
    make()
    assert "er staat iets dergelijks" in client.get("/search/?q=vuurtoren").content.decode()
    assert "it says something alike" in client.get("/en/search/?q=vuurtoren").content.decode()


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD])
def test_restricted_text_is_never_embedded(embedder, kind):
    page = article("Geheim kustlicht")
    restrict(page, kind)
    article("Open kustlicht")
    actions.rebuild()
    make()
    assert "Geheim" not in said(embedder)
    assert "Open kustlicht" in said(embedder)
    assert not Passage.objects.filter(work=f"page:{page.pk}").exists()


@pytest.mark.parametrize("place", ["page", "home"])
def test_what_becomes_restricted_loses_its_vectors(embedder, place):
    page = article("Kustlicht")
    make()
    assert Passage.objects.exclude(vector=None).filter(work=f"page:{page.pk}").exists()
    made = restrict(page if place == "page" else home(), PageViewRestriction.LOGIN)
    assert titles("vuurtoren") == []
    actions.follow()
    assert not Passage.objects.filter(work=f"page:{page.pk}").exists()
    made.delete()
    make()
    assert titles("vuurtoren") == ["Kustlicht"]


def test_what_is_restricted_while_it_waits_is_not_embedded(embedder, monkeypatch):
    page = article("Kustlicht")
    actions.rebuild()
    assert Passage.objects.filter(work=f"page:{page.pk}", vector=None).exists()
    restrict(page, PageViewRestriction.LOGIN)
    # Even where the index has not heard of it.
    monkeypatch.setattr(actions, "follow", lambda: 0)
    make()
    assert embedder.embedded == []


def test_what_another_process_is_writing_is_made_the_next_time(embedder, monkeypatch):
    actions.rebuild()
    article("Kustlicht")
    with monkeypatch.context() as patch:
        # It has noted the passages; the index that has them is not there yet.
        patch.setattr(actions, "follow", lambda: list(passages.noting(documents=documents.everything())) and 0)
        make()
    assert embedder.embedded == []
    make()
    assert titles("vuurtoren") == ["Kustlicht"]


def test_passages_go_also_where_nothing_embeds(embedder, settings):
    page = article("Kustlicht")
    make()
    settings.SEARCH_EMBEDDINGS = None
    restrict(page, PageViewRestriction.LOGIN)
    actions.follow()
    assert not Passage.objects.filter(work=f"page:{page.pk}").exists()


def test_what_is_gone_has_no_vectors(embedder):
    page, work = article("Kustlicht"), act("BWBR9990001", "Wet", {"2000-01-01": {"artikel/1": "kustlicht"}})
    make()
    assert Passage.objects.filter(work=f"work:{work.pk}").exists()
    page.unpublish()
    work.delete()
    actions.follow()
    assert not Passage.objects.exists()


def test_a_rebuild_strikes_what_following_missed(embedder):
    article("Kustlicht")
    Passage.objects.create(
        document="weg", number=0, work="page:0", language="nl", start=0, stop=0, digest="x", vector=[1.0] * 384
    )
    actions.rebuild()
    assert not Passage.objects.filter(document="weg").exists()


def test_a_text_that_changed_is_embedded_anew_and_no_other(embedder):
    page = article("Kustlicht")
    article("Vuurtoren")
    make()
    embedder.embedded.clear()
    page.title = "Lichtschip"
    page.save_revision().publish()
    make()
    assert len(embedder.embedded) == 1
    assert embedder.embedded[0].startswith("Lichtschip")
    embedder.embedded.clear()
    make()
    actions.rebuild()
    make()
    assert embedder.embedded == []


def test_a_text_that_changes_meanwhile_does_not_get_the_old_vector(embedder, monkeypatch):
    article("Kustlicht")
    actions.rebuild()
    plain = embedder.passages

    def slowly(texts):
        Passage.objects.update(digest="another")
        return plain(texts)

    monkeypatch.setattr(embedder, "passages", slowly)
    next(making.make())
    assert not Passage.objects.exclude(vector=None).exists()


def test_it_goes_on_where_it_was_cut_off(embedder, monkeypatch):
    for number in range(5):
        article(f"Kustlicht {number}")
    monkeypatch.setattr(making, "_BATCH", 2)
    rounds = making.make()
    assert next(rounds).done == 2
    rounds.close()
    embedder.fails = True
    with pytest.raises(Unable):
        make()
    embedder.fails = False
    assert make()[-1].done == 5
    assert len(embedder.embedded) == len(set(embedder.embedded)) == 5


def test_beginnings_come_first(embedder):
    article("Lang", text=f"<p>{'Een kustlicht aan zee. ' * 200}</p>")
    article("Kort")
    make(first_only=True)
    assert set(Passage.objects.exclude(vector=None).values_list("number", flat=True)) == {0}
    assert len(embedder.embedded) == 2
    make()
    assert not meaning.waiting(embedder).exists()
    assert Passage.objects.count() > 2


def test_an_embedder_that_fails_leaves_words(embedder, caplog):
    article("Vuurtoren")
    make()
    embedder.fails = True
    assert titles("vuurtoren licht") == ["Vuurtoren"]
    assert titles("vuurtoren zee") == ["Vuurtoren"]
    assert caplog.text.count("words alone") == 1


def test_without_an_embedder_there_are_words(settings):
    settings.SEARCH_EMBEDDINGS = None
    article("Vuurtoren")
    actions.rebuild()
    assert make() == []
    assert titles("vuurtoren") == ["Vuurtoren"]
    assert not Passage.objects.exists()


def test_without_pgvector_there_are_words(embedder, monkeypatch):
    monkeypatch.setattr(offered, "is_laid", lambda: False)
    article("Vuurtoren")
    actions.rebuild()
    assert make() == []
    assert titles("vuurtoren") == ["Vuurtoren"]
    assert embedder.asked == embedder.embedded == []


def test_a_database_that_fails_leaves_words(embedder, monkeypatch, caplog):
    article("Vuurtoren")
    make()
    monkeypatch.setattr(meaning, "_NEAREST", "SELECT nothing")
    assert titles("vuurtoren") == ["Vuurtoren"]
    assert "words alone" in caplog.text


def test_the_table_is_laid_only_where_pgvector_is(monkeypatch):
    class Lacking:
        alias = "default"

        def cursor(self):
            raise DatabaseError("could not open extension control file")

    assert offered.is_laid()
    assert not offered._had(Lacking())


def test_another_model_begins_anew_and_is_not_compared(embedder, settings):
    article("Kustlicht")
    make()
    settings.SEARCH_EMBEDDINGS = other = Imagined("other")
    assert titles("vuurtoren") == []
    make()
    assert len(other.embedded) == 1
    assert titles("vuurtoren") == ["Kustlicht"]


def test_two_do_not_make_the_same(embedder, committed):
    article("Kustlicht")
    actions.rebuild()
    other = connection.copy()
    with other.cursor() as db:
        db.execute("SELECT pg_advisory_lock(%s)", [making._LOCK])
        assert make() == []
        db.execute("SELECT pg_advisory_unlock(%s)", [making._LOCK])
    other.close()
    assert len(make()) == 1


def test_the_question_is_embedded_once(embedder):
    article("Kustlicht")
    make()
    titles("vuurtoren aan zee")
    titles("vuurtoren  aan zee", offset=10)
    assert embedder.asked == ["vuurtoren aan zee"]


@pytest.mark.parametrize("text", ['"vuurtoren"', "artikel 273f Sr", "-vuurtoren", ""])
def test_a_question_that_goes_by_words_alone_is_not_embedded(embedder, text):
    article("Kustlicht")
    make()
    titles(text)
    assert embedder.asked == []


def test_languages_are_chosen_before_the_nearest(embedder):
    article("Kustlicht")
    make()
    assert titles("vuurtoren", languages=("en",), choices={"lang": ("en",)}) == []
    assert titles("vuurtoren", languages=("nl",), choices={"lang": ("nl",)}) == ["Kustlicht"]


def test_noting_hands_on_every_document(embedder):
    article("Kustlicht")
    assert list(passages.noting(documents=documents.everything())) == list(documents.everything())
