# SPDX-License-Identifier: EUPL-1.2
import json

import numpy as np
import pytest

from baken.open.search.measuring import judging
from baken.open.sources.importers.jsonl import Text
from bench import article, bm25, scale, search_quality, searching, table, wrk

LOAD = {"per_second": 100.0, "p50": 10.0, "p95": 20.0, "p99": 30.0, "longest": 40.0, "requests": 800}


def figures(**faster):
    """Return figures of the article page: the peer at 100 requests a second, ours so many times faster."""
    names = {"ours, uncached": 1.0, "ours, cached": 10.0, "ours, published": 9.0, **faster}
    loads = {name: {**LOAD, "per_second": 100.0 * times} for name, times in names.items()}
    return {"loads": {table.PEER: LOAD, **loads}, "visible_after": {"longest": 1.0, "mean": 0.5, "publishes": 10}}


def test_it_reads_what_wrk_prints():
    load = wrk.read("Running 8s test\nFIGURES 800 8000000 1000 2000 3000 4000 0\n")
    assert (load.per_second, load.p50, load.p95, load.p99, load.longest) == (100.0, 1.0, 2.0, 3.0, 4.0)


@pytest.mark.parametrize("line", ["FIGURES 800 8000000 1 2 3 4 1", "FIGURES 0 8000000 0 0 0 0 0"])
def test_it_counts_no_figure_with_failed_answers_in_it(line):
    with pytest.raises(RuntimeError):
        wrk.read(line)


def test_it_scores_known_items(monkeypatch, tmp_path):
    asked = tmp_path / "topics.tsv"
    asked.write_text("a\teen\nb 1\ttwee\nc\tdrie\nd\tvier\n")
    monkeypatch.setattr(searching, "topics", lambda: asked)
    late = "".join(f"c Q0 x{place} {place} {20 - place} x\n" for place in range(1, 11))
    run = f"a Q0 a 1 9 x\nb 1 Q0 z 1 9 x\nb 1 Q0 b 1 2 8 x\n{late}c Q0 c 11 1 x\n"
    found = searching.quality(run)
    assert (found["hit@1"], found["hit@10"], found["MRR@10"]) == (0.25, 0.5, 0.375)


def test_it_draws_a_table_of_each_way():
    interval = {"value": 0.5, "low": 0.4, "high": 0.6}
    figures = dict.fromkeys(judging.MEASURES, interval)
    told = {
        "questions": "en", "documents": "nl", "topics": 600, "measures": {search_quality.PLAIN: figures},
        "ours_to_plain": figures, "halves": search_quality.halves(np.eye(4), ["a", "b", "c", "d"]),
        "milliseconds": {"p50": 1.0, "p95": 2.0},
    }  # fmt: skip
    text = "\n".join(search_quality.lines(told))
    assert "en → nl, 600 topics" in text
    assert text.count("0.500 (0.400 to 0.600)") == 8
    assert "p95 2.00 ms" in text


def test_plain_bm25_finds_by_stems():
    texts = [Text("1", "nl", "", "Een slachtoffer."), Text("2", "nl", "", "Iets anders.")]
    plain = bm25.Plain(texts, "nl")
    assert [name for name, _ in plain.ranked("slachtoffers", 10)] == ["1"]
    assert plain.ranked("!", 10) == []


def test_it_says_which_target_is_missed():
    assert all(line.startswith("holds") for line in table.targets(figures()))
    missed = table.targets(figures(**{"ours, uncached": 0.9, "ours, cached": 9.0}))
    assert [line.startswith("MISSED") for line in missed] == [True, False, True, False]


def test_it_compares_only_pages_of_one_weight():
    article.check_alike(article.Page(10_000, 40), article.Page(10_900, 40))
    for other in (article.Page(11_100, 40), article.Page(10_000, 41)):
        with pytest.raises(RuntimeError):
            article.check_alike(article.Page(10_000, 40), other)


def test_it_prints_every_section():
    told = {
        "machine": {"cores": "2"},
        "search": {"loads": {table.PEER: LOAD, "ours": LOAD}, "quality": {"ours": {"hit@1": 0.5}}},
        "article": {**figures(), "pages": {"ours": {"size": 1, "links": 2}}},
        "guard": {
            "page": {"loads": {"without": LOAD, "with": LOAD}, "fields": 50, "entries": 6},
            "log": {"rates": {"20": {"ours": 700.0, "under_a_lock": 300.0}}, "chained_after": 1.5},
        },
        "import": {"entry": 3.0},
    }
    text = table.whole(json.loads(json.dumps(told)))
    words = (
        "cores",
        "hit@1",
        "ours, cached",
        "10.0x",
        "visible after 1.00 s",
        "50 decrypted",
        "700 entries/s",
        "entry",
    )
    assert all(word in text for word in words)


def crowded(p95):
    """Return figures of the closed door with all pages alike."""
    pages = {name: {"pages": 90, "p50": 80.0, "p95": p95, "longest": 400.0} for name in ("today", "case")}
    told = {"machine": {"cores": "2"}, "cases": 100, "notes": 1000, "filled_in": 9, "megabytes": 8, "people": 20}
    return told | {
        "seconds": 60,
        "per_second": 5.0,
        "entries": 99,
        "load_before": 0.1,
        "read_whole": [],
        "pages": pages,
    }


def test_it_says_whether_pages_come_in_time_with_many_cases():
    assert [line[:6] for line in list(scale.lines(crowded(299.9)))[-2:]] == ["holds "] * 2
    assert [line[:6] for line in list(scale.lines(crowded(300.0)))[-2:]] == ["MISSED"] * 2


def test_of_a_hundred_answers_the_ninety_fifth_is_named():
    assert scale._spread([float(each) for each in range(1, 101)]) == {
        "pages": 100, "p50": 50.5, "p95": 95.0, "longest": 100.0,
    }  # fmt: skip
