# SPDX-License-Identifier: EUPL-1.2
"""`baken worker` and `baken index`: vectors are made, and whoever cannot make them says so in a line."""

import json
from contextlib import nullcontext

import pytest

from baken.core import doors
from baken.open.changes import following
from baken.open.search import actions
from baken.open.search.lexicon import actions as lexicon
from baken.open.search.models import Passage
from baken.open.search.tests.bilingual import pairs
from baken.open.search.tests.databank import article
from baken.open.search.tests.imagining import Imagined
from baken.verbs import embedding
from baken.verbs.searching import index

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture(autouse=True)
def ready(monkeypatch, tmp_path):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path))
    monkeypatch.setattr(doors, "open_door", nullcontext)
    monkeypatch.setattr(embedding.children, "give_way", lambda: None)


@pytest.fixture
def embedder(settings):
    settings.SEARCH_EMBEDDINGS = Imagined()
    return settings.SEARCH_EMBEDDINGS


def test_index_makes_vectors_of_beginnings(embedder, capsys):
    article("Kustlicht", text=f"<p>{'Een kustlicht aan zee. ' * 200}</p>")
    index.main(["--json"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out)["vectors"] == 1
    assert Passage.objects.filter(vector=None).exists()


def test_index_may_make_none(embedder, capsys):
    article("Kustlicht")
    index.main(["--words-only", "--json"], standalone_mode=False)
    assert "vectors" not in json.loads(capsys.readouterr().out)
    assert embedder.embedded == []


def test_an_embedder_that_fails_does_not_spoil_the_index(embedder, capsys):
    article("Kustlicht")
    embedder.fails = True
    index.main([], standalone_mode=False)
    said = capsys.readouterr()
    assert "documents in" in said.out
    assert "no vectors for now: it was told to fail" in said.err


def test_the_worker_makes_the_rest(embedder, capsys):
    article("Kustlicht", text=f"<p>{'Een kustlicht aan zee. ' * 200}</p>")
    actions.rebuild()
    embedding.worker.main(["--once"], standalone_mode=False)
    assert not Passage.objects.filter(vector=None).exists()
    assert "vectors made" in capsys.readouterr().out


def test_index_makes_vectors_of_titles_learned_from_with_the_texts_under_them(embedder, capsys):
    titled = pairs()[:2]
    lexicon.learn_from(pairs=pairs(), examples=titled)
    index.main(["--json"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out)["vectors"] == 4 * len(titled)
    assert embedder.asked[:2] == [titled[0].title_nl, titled[0].title_en]


def test_the_worker_goes_on_and_outlives_a_failure(embedder, monkeypatch):
    rounds = []

    def look(_seconds):
        rounds.append(len(embedder.embedded))
        embedder.fails = len(rounds) == 1
        article(f"Kustlicht {len(rounds)}")
        if len(rounds) == 4:
            raise SystemExit

    monkeypatch.setattr(embedding.time, "sleep", look)
    monkeypatch.setattr(following, "once", lambda _what, follow: follow())
    with pytest.raises(SystemExit):
        embedding.worker.main([], standalone_mode=False)
    assert rounds == [0, 0, 2, 3]


def test_the_worker_ends_where_nothing_makes_vectors(settings, capsys):
    settings.SEARCH_EMBEDDINGS = None
    embedding.worker.main([], standalone_mode=False)
    assert "nothing makes vectors here" in capsys.readouterr().out
