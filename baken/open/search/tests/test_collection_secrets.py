# SPDX-License-Identifier: EUPL-1.2
"""What lies in a collection reaches no public channel: it is in no table and in no index that a page opens."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import connection

from baken.open.offering import actions as offering
from baken.open.search import actions, documents, reads
from baken.open.search.collections import actions as collecting
from baken.open.search.collections import reads as collected
from baken.open.search.engine import answering
from baken.open.search.engine.shapes import Question
from baken.open.search.tests.databank import article
from baken.open.sources.importers.jsonl import Text
from baken.settings import environment

WORD, NAME = "kwetsbaarhoutwoord", "BWBV9999999#7"
SECRET = Text(NAME, "xq", f"Titel {WORD}", f"Een {WORD} in een verzonnen verdrag.")
CHANNELS = (
    "/", "/en/", "/sources/", "/en/sources/", "/sources/?kind=treaty", "/concepts/", "/sitemap.xml", "/feed.atom",
    "/en/feed.atom", "/robots.txt",
)  # fmt: skip


@pytest.fixture(autouse=True)
def held(committed):  # what is not yet committed is in doubt to the search
    article("Openbaar stuk", text="<p>Iedereen mag dit lezen.</p>")
    collecting.bring_in(name="proef", texts=[SECRET])
    actions.rebuild()
    assert [hit.id for hit in collected.search("proef", Question(WORD)).hits] == [NAME]


def told(client, address, **asked):
    return client.get(address, asked).content.decode()


@pytest.mark.parametrize("address", ["/search/", "/en/search/"])
@pytest.mark.parametrize("words", [WORD[:8], "BWBV9999999", "verzonnen verdrag", ""])
def test_the_page_does_not_show_it(client, address, words):
    content = told(client, address, q=words)
    assert WORD not in content
    assert "lang=xq" not in content
    assert NAME not in content


@pytest.mark.parametrize("words", [WORD, WORD[:8], f'"{WORD}"', NAME, "verzonnen verdrag", ""])
@pytest.mark.parametrize("reader", [AnonymousUser(), get_user_model()(pk=1, is_superuser=True)])
def test_no_reader_finds_counts_or_is_offered_it(reader, words):
    answer = reads.search(Question(words), reader)
    assert [hit.title for hit in answer.hits] == ["Openbaar stuk"] * answer.total
    assert [name for name, _ in reads.ranked(Question(words), reader)] == [hit.id for hit in answer.hits]
    assert "xq" not in dict(answer.facets["lang"])
    assert "text" not in dict(answer.facets["type"])
    assert reads.suggestions(words) == []


@pytest.mark.parametrize("address", CHANNELS)
def test_it_stands_on_no_page_and_in_no_list(client, address):
    content = told(client, address)
    assert WORD not in content
    assert NAME not in content


@pytest.mark.parametrize("address", [f"/sources/doc/{NAME}", f"/en/sources/doc/{NAME}", f"/sources/proef/{NAME}"])
def test_it_has_no_address(client, address):
    assert client.get(address.replace("#", "%23")).status_code == 404


def test_it_is_nothing_to_the_index_and_the_change_log():
    assert [each.title for each in documents.everything()] == ["Openbaar stuk"]
    assert reads.store().searcher().num_docs == 2  # and the index's own cursor
    assert actions.follow() == 0


def test_it_is_in_no_table_that_the_door_can_read():
    offering.fill()
    with connection.cursor() as db:
        db.execute(
            "SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables"
            " WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"
            " AND has_table_privilege(format('%I.%I', table_schema, table_name), 'SELECT')"
        )
        tables = [table for (table,) in db.fetchall()]
        assert len(tables) > 50
        for table in tables:
            # The names are the database's own.
            db.execute(f"SELECT count(*) FROM {table} AS kept WHERE kept::text LIKE %s", [f"%{WORD}%"])  # noqa: S608
            assert db.fetchone()[0] == 0, table


def test_the_folder_of_collections_is_beside_the_index_and_for_its_owner_alone():
    assert not environment.collections().is_relative_to(environment.index())
    assert not environment.index().is_relative_to(environment.collections())
    assert environment.collections().stat().st_mode & 0o077 == 0


def test_even_a_search_that_opened_its_index_would_find_nothing():
    held = collected.store("proef").view()
    for tokens in (reads.tokens(AnonymousUser()), frozenset({"public", "login", *(f"group:{n}" for n in range(100))})):
        answer = answering.ask(held, Question(WORD), tokens)
        assert (answer.total, answer.hits, set(answer.facets.values())) == (0, (), {()})
