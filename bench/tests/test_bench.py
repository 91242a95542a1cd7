# SPDX-License-Identifier: EUPL-1.2
import json

import pytest

from bench import article, searching, table, wrk

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
    asked.write_text("a\teen\nb\ttwee\nc\tdrie\nd\tvier\n")
    monkeypatch.setattr(searching, "topics", lambda: asked)
    run = "a Q0 a 1 9 x\nb Q0 z 1 9 x\nb Q0 b 2 8 x\nc Q0 c 11 1 x\n"
    assert searching.quality(run) == {"hit@1": 0.25, "hit@10": 0.5, "MRR@10": 0.375}


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
