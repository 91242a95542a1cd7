# SPDX-License-Identifier: EUPL-1.2
"""What speed is measured with: documents that vary and stay natural, questions once each, figures that tell."""

import re
from collections import Counter
from itertools import islice

import numpy as np
import pytest

from baken.open.search.tests.material import document
from baken.settings import environment
from bench import asked, bare, noisy, speed, varied

TEXT = document("een", body="Artikel 12 gaat over het slachtoffer. Het slachtoffer mag 90 dagen blijven,\nzegt lid 3.")
FIGURES = {"p50": 1.0, "p95": 24.0, "longest": 9.0, "per_second": 700.0}


def test_the_first_time_a_text_comes_as_it_is():
    assert varied.varied(TEXT, 0) is TEXT


def test_it_comes_again_with_other_words_of_its_own_and_other_numbers():
    again = varied.varied(TEXT, 1)
    assert again == varied.varied(TEXT, 1)
    assert len({TEXT.body, again.body, varied.varied(TEXT, 2).body}) == 3
    assert (again.key, again.work, again.id, again.title) == ("een~1", "work:een~1", "een~1", TEXT.title)
    words, own = _plain(again.body), _plain(TEXT.body)
    assert len(words) == len(own)
    assert set(words) <= set(own)
    assert re.findall(r"\d+", again.body) != re.findall(r"\d+", TEXT.body)


def _plain(text):
    return re.sub(r"\d+", "0", text).split()


def test_as_many_documents_come_as_are_wanted_each_with_a_key_of_its_own(monkeypatch, tmp_path):
    monkeypatch.setattr(varied, "originals", lambda _: [TEXT, document("twee", lang="en", body="A victim may stay.")])
    made = list(varied.documents(tmp_path, 7))
    assert made == list(varied.documents(tmp_path, 7))
    assert len({each.key for each in made}) == 7
    assert Counter(each.lang for each in made) in ({"nl": 4, "en": 3}, {"nl": 3, "en": 4})


@pytest.mark.real
@pytest.mark.skipif(not environment.data().is_dir(), reason="needs BAKEN_DATA")
def test_real_documents_are_of_both_languages():
    made = list(varied.documents(environment.data(), 400))
    assert {each.lang for each in made} == {"nl", "en"}
    assert all(each.body for each in made)
    assert len({each.key for each in made}) == 400


def test_a_digest_is_the_same_for_the_same_documents_in_the_same_order_only():
    orders = [["een", "twee"], [], ["drie"]]
    others = [["twee", "een"], [], ["drie"]], [["een", "twee"], ["drie"], []], [["een\ttwee"], [], ["drie"], []]
    assert asked.digest(map(iter, orders)) == asked.digest(orders)
    assert asked.digest(orders) not in {asked.digest(each) for each in others}


def test_it_asks_every_question_after_some_to_warm_up():
    seen = []
    found = asked.taken(seen.append, [str(number) for number in range(60)])
    assert len(found) == 60
    assert seen == [*map(str, range(40)), *map(str, range(60))]


def test_it_tells_what_answers_took():
    told = asked.told(float(number) for number in range(1, 101))
    assert (told["p50"], told["longest"], told["questions"]) == (50.5, 100.0, 100)
    assert 95 <= told["p95"] <= 96
    assert told["per_second"] == pytest.approx(1000 / 50.5)


def test_tantivy_by_itself_finds_by_the_same_stems(tmp_path):
    peer = bare.Bare(tmp_path, [TEXT, document("twee", lang="en", body="The victims may stay.")])
    assert peer.ask("slachtoffers") == ["een"]
    assert peer.ask("victim") == ["twee"]
    assert peer.ask("!") == []


def test_vectors_lie_near_the_real_ones_they_repeat():
    rows = np.eye(384, dtype=np.float32)[:3]
    made = np.array(list(noisy.repeated(rows, 50)))
    assert np.linalg.norm(made, axis=1) == pytest.approx(1.0)
    assert set(np.argmax(made @ rows.T, axis=1)) == {0, 1, 2}
    assert (made @ rows.T).max(axis=1).min() > 0.85
    assert (next(noisy.repeated(rows, 1)) == made[0]).all()
    assert len({each.tobytes() for each in islice(noisy.repeated(rows, 50), 50)}) == 50


@pytest.mark.parametrize(("p95", "verdict"), [(24.0, "met"), (26.0, "missed")])
def test_it_tells_whether_targets_are_met_at_the_largest_size(p95, verdict):
    ways = dict.fromkeys(speed.NAMES, FIGURES) | {"words": FIGURES | {"p95": p95}}
    sizes = [{"documents": size, "build": {"per_second": 900.0, "megabytes": 5.0}, **ways} for size in (10, 20)]
    told = "\n".join(speed.lines({"sizes": sizes}))
    assert f"ours, by words: p95 under 25 ms at 20 documents: {verdict}" in told
    assert "ours, by meaning too: p95 under 60 ms at 20 documents: met" in told
    assert told.count("Wagtail on PostgreSQL") == 2
    assert "20  index: 900 documents/s, 5 MB" in told
