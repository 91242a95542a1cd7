# SPDX-License-Identifier: EUPL-1.2
"""The lexicon is kept, struck from, put back, learned only from what everybody may read, and shown to editors."""

import datetime
import uuid

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, transaction
from wagtail.models import Locale, ModelLogEntry, PageViewRestriction

from baken.accounts.models import User
from baken.accounts.tests.people import sign_in
from baken.open.articles.models import HomePage, ShelfPage
from baken.open.changes.models import Change
from baken.open.search.lexicon import actions, reads, rules, texts
from baken.open.search.models import Entry, Learned
from baken.open.search.tests.bilingual import pairs
from baken.open.search.tests.databank import act, article, concept, home, restrict

pytestmark = pytest.mark.django_db


@pytest.fixture
def learned():
    actions.learn_from(pairs=pairs())
    return Entry.objects.get(kind="word", language="en", words="judg", name="rechter")


@pytest.fixture
def chief():
    return User.objects.create_superuser("redacteur@example.org", "verzonnen wachtzin van een test")


def names(word="judg", language="en"):
    return set(reads.current().of[language].words.get(word, {}))


def test_it_keeps_what_it_learned(learned):
    assert "rechter" in names()
    assert learned.words_shown == "judge"
    assert "judge" in learned.example
    assert "rechter" in learned.example_other
    assert reads.learned().pairs == len(pairs())
    assert {entry.name_shown for entry in reads.entries("reflection period")} >= {"bedenktijd"}
    assert "reflection period" in {entry.words_shown for entry in reads.entries("bedenktijden")}
    assert not reads.entries("the").exists()


def test_it_shows_words_that_tell_nothing_together_one_by_one(learned):
    found = [(entry.words_shown, entry.name_shown) for entry in reads.entries("judge shelter")]
    assert {("judge", "rechter"), ("shelter", "opvang")} <= set(found)


def test_it_shows_first_what_was_seen_most(learned):
    Entry.objects.create(kind="word", language="en", words="judg", name="arbiter", likely=0.1, second=0, back=1,
                         times=1, factor=1, salience=1)  # fmt: skip
    found = [entry.name for entry in reads.entries("judge") if entry.language == "en"]
    assert found == ["rechter", "arbiter"]


def test_it_strikes_both_ways_and_at_once(learned, chief):
    assert "judg" in names("rechter", "nl")
    actions.strike(entry=learned, by=chief)
    assert "rechter" not in names()
    assert "judg" not in names("rechter", "nl")
    actions.restore(entry=learned, by=chief)
    assert "rechter" in names()
    assert "judg" in names("rechter", "nl")
    logged = ModelLogEntry.objects.order_by("pk").values_list("action", "user")
    assert list(logged) == [(actions.LEARNED, None), (actions.STRUCK, chief.pk), (actions.RESTORED, chief.pk)]


def test_what_is_struck_stays_struck_when_it_is_learned_again(learned, chief):
    actions.strike(entry=learned, by=chief)
    count = Entry.objects.count()
    actions.learn_from(pairs=pairs())
    assert Entry.objects.count() == count
    learned.refresh_from_db()
    assert learned.struck_by == chief
    assert "rechter" not in names()


def test_a_struck_entry_outlives_who_struck_it(learned, chief):
    actions.strike(entry=learned, by=chief)
    ModelLogEntry.objects.all().delete()
    chief.delete()
    learned.refresh_from_db()
    assert (learned.struck_by, learned.struck_at is None) == (None, False)


def test_it_lets_only_some_strike(learned):
    stranger = User.objects.create_user("lezer@example.org")
    with pytest.raises(rules.NotAllowed):
        actions.strike(entry=learned, by=stranger)
    with pytest.raises(rules.NotAllowed):
        actions.restore(entry=learned, by=stranger)
    assert "rechter" in names()


def test_it_is_not_noticed_entry_by_entry(learned):
    assert Change.objects.filter(kind="lexicon").count() <= 3
    assert Entry.objects.count() > 30


def test_there_is_one_lexicon(learned):
    with pytest.raises(IntegrityError), transaction.atomic():
        Learned.objects.create(id=2, at=reads.learned().at, pairs=1, compounds=b"")


def test_it_works_with_what_was_learned_of_compounds_lost(learned):
    Learned.objects.update(compounds=b"broken", version=uuid.uuid4())
    assert "rechter" in names()


def english(page, title, **fields):
    """Make a published English translation of a page, beside it."""
    locale, _ = Locale.objects.get_or_create(language_code="en")
    shelf = ShelfPage.objects.filter(locale=locale).first()
    if shelf is None:
        shelf = (
            home()
            .get_parent()
            .add_child(
                instance=HomePage(
                    title="Made-up house", slug="made-up", locale=locale, translation_key=home().translation_key
                )
            )
        )
        shelf = shelf.add_child(instance=ShelfPage(title="Articles", slug="articles", locale=locale))
    return article(title, shelf=shelf, locale=locale, translation_key=page.translation_key, **fields)


def titles():
    return {(pair.title_nl, pair.title_en) for pair in texts.public()}


def test_it_learns_from_articles_provisions_and_concepts():
    english(article("Vuurtoren"), "Lighthouse")
    article("Zonder vertaling")
    concept("c900", nl="bakenlicht", en="beacon light")
    work = act("BWBV9990001", "Verdrag", {datetime.date(2000, 1, 1): {"artikel/1": "oud licht"}})
    act_in_english(work)
    assert titles() == {("Vuurtoren", "Lighthouse"), ("bakenlicht", "beacon light"), ("Artikel 1", "Article 1")}


def act_in_english(work):
    expression = work.expressions.create(
        language="en", in_force_from=datetime.date(2000, 1, 1), title="Treaty", digest="en", read_from="verzonnen"
    )
    provision = work.provisions.get()
    wording = provision.wordings.create(language="en", digest="en", heading="Article 1", text="old light", html="")
    expression.entries.create(provision=provision, wording=wording, position=0, depth=0)


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD])
@pytest.mark.parametrize("which", ["nl", "en", "above"])
def test_it_learns_nothing_from_what_not_everybody_may_read(kind, which):
    dutch = article("Zeldzaamwoord")
    other = english(dutch, "Rareword")
    assert titles() == {("Zeldzaamwoord", "Rareword")}
    restrict({"nl": dutch, "en": other, "above": home()}[which], kind, *Group.objects.all()[:1])
    assert titles() == set()


@pytest.mark.parametrize("which", ["nl", "en"])
def test_it_learns_nothing_from_what_is_not_published(which):
    dutch = article("Zeldzaamwoord", live=which != "nl")
    english(dutch, "Rareword", live=which != "en")
    assert titles() == set()


def test_it_forgets_what_is_no_longer_for_everybody(learned):
    """A page that became private teaches nothing at the next learning, and its words are gone."""
    actions.learn_from(pairs=[pair for pair in pairs() if "judge" not in pair.en])
    assert names() == set()
    assert not reads.entries("judge").exists()


def editor(client, *codes):
    person = User.objects.create_user("bewerker@example.org", is_staff=True)
    wanted = Permission.objects.filter(codename__in=["access_admin", *codes])
    person.user_permissions.set(wanted)
    return sign_in(client, person)


def test_an_editor_looks_a_word_up_and_strikes(learned, client, chief):
    editor_of_all = sign_in(client, chief)
    page = editor_of_all.get("/editors/lexicon/", {"word": "judge"}).content.decode()
    assert "rechter" in page
    assert "Strike" in page or "Schrappen" in page
    answer = editor_of_all.post(f"/editors/lexicon/{learned.pk}/strike/", {"word": "judge"})
    assert answer.status_code == 302
    assert "rechter" not in names()
    assert '<s lang="nl">rechter</s>' in editor_of_all.get("/editors/lexicon/", {"word": "judge"}).content.decode()
    assert '<s lang="nl">rechter</s>' in editor_of_all.get("/editors/lexicon/").content.decode()
    editor_of_all.post(f"/editors/lexicon/{learned.pk}/restore/", {"word": "judge"})
    assert "rechter" in names()
    assert editor_of_all.get(f"/editors/lexicon/{learned.pk}/strike/").status_code == 405
    assert editor_of_all.post("/editors/lexicon/0/strike/").status_code == 404


@pytest.mark.parametrize(
    ("codes", "looks", "strikes"),
    [((), False, False), (("view_entry",), True, False), (("view_entry", "change_entry"), True, True)],
)
def test_it_asks_for_the_right(learned, client, codes, looks, strikes):
    somebody = editor(client, *codes)
    answer = somebody.get("/editors/lexicon/", {"word": "judge"})
    assert (answer.status_code == 200) == looks
    if looks:
        assert (f"/{learned.pk}/strike/" in answer.content.decode()) == strikes
    somebody.post(f"/editors/lexicon/{learned.pk}/strike/")
    assert ("rechter" in names()) != strikes


def test_it_asks_a_stranger_to_sign_in(learned, client):
    assert client.get("/editors/lexicon/").status_code == 302
    assert client.post(f"/editors/lexicon/{learned.pk}/strike/").status_code == 302
    assert "rechter" in names()


def test_the_page_takes_any_word(client, chief):
    room = sign_in(client, chief)
    for word in ("", "%", "'\"<script>", "a" * 5000, "\0", "the"):
        page = room.get("/editors/lexicon/", {"word": word})
        assert page.status_code == 200
        assert "<script>" + "alert" not in page.content.decode()
