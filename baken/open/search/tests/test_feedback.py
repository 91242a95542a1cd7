# SPDX-License-Identifier: EUPL-1.2
"""What readers look for in vain is counted by days, hidden until enough of them, and forgotten; nobody is known."""

import logging
import re
from datetime import date, timedelta

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError

from baken.accounts.tests.people import sign_in
from baken.open.search import actions as index
from baken.open.search.feedback import actions, hearing, keys, rules, service
from baken.open.search.models import Asked, Candidate, Round
from baken.open.search.tests.databank import article, concept

# Far from the end of a round, so that the days of a test stand in one.
START = rules.round_of(date(2026, 11, 29))


@pytest.fixture(autouse=True)
def databank(committed):
    hearing.tally.take()
    article("Vuurtoren", text="<p>Licht op zee.</p>")
    concept("c900", nl="lichtschip")
    index.rebuild()


@pytest.fixture
def today(monkeypatch):
    """Return a function that makes it the so many-eth day of a round."""

    def make(number: int) -> date:
        day = START + timedelta(days=number)
        for module in (hearing, service):
            monkeypatch.setattr(module, "today", lambda: day)
        return day

    make(0)
    return make


def ask(client, text, address="/search/", **headers):
    answer = client.get(address, {"q": text}, headers=headers)
    assert answer.status_code == 200
    return answer


def follow(text, path="/artikelen/vuurtoren-1/", *, host="testserver", **around):
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": path, "HTTP_HOST": "testserver",
        "HTTP_REFERER": f"http://{host}/search/?q={text}", **around,
    }  # fmt: skip
    assert hearing.Following(lambda given, _: [given["PATH_INFO"].encode()])(environ, None) == [path.encode()]


def shown():
    return {each.text: (each.why, each.days) for each in Candidate.objects.all()}


def on_days(client, today, text, days, **rest):
    for number in days:
        today(number)
        ask(client, text, **rest)
        service.once()


def dumped(committed) -> str:
    """Return all that stands in any table of the database, as a dump would hold it."""
    with psycopg.connect(committed.address("owner")) as db:
        tables = db.execute("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname"
                            " NOT IN ('pg_catalog', 'information_schema')").fetchall()  # fmt: skip
        assert len(tables) > 20
        return "\n".join(str(db.execute(f"SELECT * FROM {name}").fetchall()) for (name,) in tables)  # noqa: S608


def test_enough_days_without_a_result_make_a_word_that_editors_may_read(client, today):
    on_days(client, today, "Kaapstander", range(4))
    assert shown() == {}
    on_days(client, today, "kaapstander", [4])
    assert shown() == {"kaapstander": ("nothing", 5)}
    on_days(client, today, "kaapstander", [9])
    assert shown() == {"kaapstander": ("nothing", 6)}


def test_one_burst_counts_once_however_it_is_spread_over_a_day(client, today):
    for number in range(40):
        ask(client, "kaapstander", address="/search/" if number % 2 else "/en/search/")
        service.once()
    assert shown() == {}
    assert Asked.objects.get().nothing == 1


@pytest.mark.parametrize("days", [3, 7])
def test_how_many_days_are_enough_is_a_setting(client, today, settings, days):
    settings.SEARCH_CANDIDATE_DAYS = days
    on_days(client, today, "kaapstander", range(days - 1))
    assert shown() == {}
    on_days(client, today, "kaapstander", [days])
    assert set(shown()) == {"kaapstander"}


def test_what_was_found_and_never_followed_is_told_the_day_after(client, today):
    on_days(client, today, "vuurtoren", range(5))
    assert shown() == {}
    on_days(client, today, "vuurtoren", [5])
    assert shown() == {"vuurtoren": ("unfollowed", 5)}


def test_a_followed_result_speaks_for_the_words(client, today):
    for number in range(12):
        today(number)
        ask(client, "vuurtoren")
        follow("Vuurtoren&page=2&aspect=legal" if number % 2 else "vuurtoren")
        service.once()
    assert shown() == {}
    assert Asked.objects.get().followed == 12


def test_a_result_that_is_followed_before_the_question_is_counted_counts_too(client, today):
    follow("vuurtoren")
    service.once()
    ask(client, "vuurtoren")
    service.once()
    row = Asked.objects.get()
    assert (row.something, row.followed) == (1, 1)


def test_it_counts_no_step_elsewhere_as_following(client, today):
    follow("vuurtoren", host="elders.example")
    follow("vuurtoren", "/static/design/public.css")
    follow("vuurtoren", "/concepts/")
    follow("vuurtoren", HTTP_COOKIE="sessionid=x")
    follow("vuurtoren", REQUEST_METHOD="POST")
    follow("vuurtoren", HTTP_REFERER="http://testserver/artikelen/?q=vuurtoren")
    follow("vuurtoren", HTTP_REFERER="http://[")
    follow("vuurtoren", HTTP_REFERER="")
    follow("")
    assert hearing.tally.take() == ({}, set())


@pytest.mark.parametrize(
    "text",
    ["verzonnen naam", "licht verzonnen", "Verzonnen Naam", "0612345678", "naam@example.org", "mijn licht", '"licht"',
     "licht op zee van vuurtoren"],
)  # fmt: skip
def test_it_remembers_nothing_that_may_be_about_somebody(client, today, text):
    ask(client, text)
    follow(text)
    assert hearing.tally.take() == ({}, set())


def test_it_remembers_several_words_that_everybody_may_read(client, today):
    ask(client, "licht op zee")
    assert set(hearing.tally.take().asked) == {(today(0), "licht op zee")}


def test_it_counts_what_is_asked_to_its_end_and_not_each_letter(client, today):
    for typed in ("kaa", "kaap", "kaapst", "kaapstander"):
        ask(client, typed, **{"HX-Request": "true", "HX-Trigger": "q"})
    assert hearing.tally.take().asked == {}
    ask(client, "kaapstander", **{"HX-Request": "true", "HX-Trigger": "search"})
    assert set(hearing.tally.take().asked) == {(today(0), "kaapstander")}


def test_the_page_tells_typing_from_asking(client):
    page = client.get("/search/").content.decode()
    assert re.search(r'<form[^>]* id="search"[^>]* hx-trigger="submit, change"', page, re.DOTALL)
    assert re.search(r'<input[^>]* id="q"[^>]* hx-trigger="input delay:250ms"', page, re.DOTALL)


def test_it_counts_no_narrowed_question_no_second_page_and_nobody_who_signed_in(client, today):
    client.get("/search/", {"q": "vuurtoren", "aspect": "legal"})
    client.get("/search/", {"q": "vuurtoren", "page": 2})
    sign_in(client, get_user_model().objects.create(email="lezer@example.org"))
    ask(client, "vuurtoren")
    assert hearing.tally.take().asked == {}


def test_nothing_readable_stands_in_the_database_below_the_threshold(client, today, committed):
    on_days(client, today, "kaapstander", range(4))
    follow("kaapstander")
    service.once()
    assert "kaapstander" not in dumped(committed)
    digest = Asked.objects.get().pk
    assert re.fullmatch("[0-9a-f]{64}", digest)
    on_days(client, today, "kaapstander", [4])
    assert "kaapstander" in dumped(committed)


def test_its_key_takes_the_door_s_secret_and_goes_with_its_weeks(client, today, settings):
    on_days(client, today, "kaapstander", [0])
    old = Asked.objects.get().pk
    settings.SECRET_KEY = "another"
    assert keys.digest("kaapstander", Round.objects.get()) != old
    settings.SECRET_KEY = "only-for-tests"
    assert keys.digest("kaapstander", Round.objects.get()) == old
    on_days(client, today, "kaapstander", [28])
    assert Asked.objects.get().pk != old
    assert list(Round.objects.values_list("start", flat=True)) == [START + timedelta(days=28)]


def test_its_rows_know_days_and_digests_and_nothing_else():
    names = {model: {field.name for field in model._meta.get_fields()} for model in (Asked, Candidate, Round)}
    assert names[Asked] == {"digest", "round", "nothing", "something", "followed", "asked_on", "followed_on"}
    assert names[Candidate] == {"id", "text", "why", "days", "seen_in", "stand", "label"}
    assert names[Round] == {"start", "salt", "asked"}


def test_it_writes_in_the_order_of_digests_whatever_was_asked_first(client, today, monkeypatch):
    written = []
    monkeypatch.setattr(Asked, "save", lambda row: written.append(row.pk))
    for text in ("zeewier", "kaapstander", "bakboord", "marlpriem", "dreganker"):
        ask(client, text)
    service.once()
    assert len(written) == 5
    assert written == sorted(written)


def test_counts_do_not_pass_from_four_weeks_to_the_next(client, today):
    on_days(client, today, "kaapstander", range(24, 28))
    on_days(client, today, "kaapstander", range(28, 32))
    assert shown() == {}


def test_what_was_asked_in_weeks_that_are_over_is_not_counted_under_a_new_key(client, today):
    ask(client, "kaapstander")
    today(28)
    service.once()
    assert not Asked.objects.exists()


def test_words_that_nobody_looks_for_any_more_are_forgotten(client, today):
    on_days(client, today, "kaapstander", range(5))
    today(28 * 3 - 1)
    service.once()
    assert set(shown()) == {"kaapstander"}
    today(28 * 3)
    service.once()
    assert shown() == {}


def test_switched_off_it_hears_nothing_and_forgets_what_it_counted(client, today, settings):
    on_days(client, today, "kaapstander", [0])
    settings.SEARCH_CANDIDATE_DAYS = 0
    ask(client, "kaapstander")
    follow("kaapstander")
    assert hearing.tally.take() == ({}, set())
    service.once()
    assert not Round.objects.exists()
    assert not Asked.objects.exists()


def test_its_table_does_not_grow_without_end(client, today, monkeypatch):
    monkeypatch.setattr(actions, "MOST_ROWS", 2)
    for number, texts in enumerate((["zeewier", "bakboord"], ["kaapstander", "bakboord"])):
        today(number)
        for text in texts:
            ask(client, text)
        service.once()
    assert sorted(Asked.objects.values_list("nothing", flat=True)) == [1, 2]


def test_it_sets_no_cookie_and_no_log_holds_the_question(client, today, caplog, monkeypatch):
    with caplog.at_level(logging.DEBUG):
        answer = ask(client, "kaapstander")
        assert not answer.cookies
        assert "set-cookie" not in {name.lower() for name in answer.headers}

        def fail(**_):
            raise DatabaseError("kaapstander")

        monkeypatch.setattr(service.actions, "count", fail)
        service._round()
    assert "could not be counted (DatabaseError)" in caplog.text
    assert "kaapstander" not in caplog.text
    assert hearing.tally.take().asked == {}


def test_no_result_s_address_holds_what_was_asked(client):
    page = ask(client, "vuurtoren").content.decode()
    links = re.findall(r'class="hit-title"><a href="([^"]*)"', page)
    assert links
    assert [each for each in links if "?" in each or "search" in each] == []


def test_it_answers_while_there_is_no_index(client, tmp_path, monkeypatch):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path / "none"))
    follow("licht op zee")
    assert hearing.tally.take() == ({}, set())
