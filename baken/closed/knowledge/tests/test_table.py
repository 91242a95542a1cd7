# SPDX-License-Identifier: EUPL-1.2
"""The table of steps names only what is there: concepts of the thesaurus, clocks and states of the law, areas."""

import csv
import tomllib

import pytest
from django.utils import translation

from baken.closed.knowledge import labels
from baken.closed.knowledge.rules import Reason, Why
from baken.closed.knowledge.topics import TableError, topics
from baken.closed.legal.engine.law import law
from baken.closed.plan.labels import AREAS
from baken.settings.environment import ROOT

OWN_WORDS = {
    "new-report", "intake-talk", "danger", "minor", "meldcode", "turning-18", "first-days", "shelter-request",
    "sharing", "handover", "closing", "return", "reflection-period", "permit-application", "permit-victim",
    "permit-witness", "permit-hardship", "police-report", "complaint", "trial", "compensation", "safety",
}  # fmt: skip


def of_the_law():
    return {f"rule:{clock.rule}" for clock in law().clocks} | {
        f"state:{track.key}/{state}" for track in law().tracks for state in track.states
    }


def test_every_clock_state_and_area_has_a_topic_and_no_topic_names_another():
    wanted = of_the_law() | {f"area:{area}" for area, _ in AREAS} | OWN_WORDS
    assert topics().by_step.keys() == wanted


def test_every_concept_is_called_as_the_thesaurus_calls_it():
    with (ROOT / "baken/open/thesaurus/starter.csv").open(encoding="utf-8") as file:
        called = {row["concept_id"]: {"nl": row["nl_pref"], "en": row["en_pref"]} for row in csv.DictReader(file)}
    assert {key: called.get(key) for key in topics().concepts} == topics().concepts
    assert topics().all_concepts == topics().concepts.keys()


def test_every_act_is_one_that_the_databank_knows():
    works = tomllib.loads((ROOT / "baken/open/articles/starter/works.toml").read_text(encoding="utf-8"))["work"]
    assert topics().acts.keys() <= {f"{work['scheme']}/{work['identifier']}" for work in works}


@pytest.mark.parametrize(
    "row",
    [
        'steps = ["a"]',
        'steps = ["a", "a"]\nconcepts = ["c1"]',
        'steps = ["a"]\nconcepts = ["c2"]',
        'steps = ["a"]\ncitations = ["bwb/OTHER/artikel/1"]',
        'steps = ["a"]\ncitations = ["bwb/ACT"]',
    ],
)
def test_a_table_that_cannot_be_used_is_refused(row, tmp_path):
    table = tmp_path / "topics.toml"
    words = '[acts]\n"bwb/ACT" = { nl = "w", en = "a" }\n[concepts]\nc1 = { nl = "een", en = "one" }\n[[topic]]\n'
    table.write_text(words + row)
    with pytest.raises(TableError):
        topics(table)
    table.write_text(words + 'steps = ["a"]\nconcepts = ["c1"]\ncitations = ["bwb/ACT/artikel/1"]')
    assert topics(table).of(["a", "b", "a"]) == [topics(table).by_step["a"]]


def test_every_reason_has_its_words():
    for citation in topics().all_citations:
        assert all(topics().split(citation))
        assert labels.place(citation).endswith(topics().acts[topics().split(citation)[0]][labels.language()])
        assert labels.reason(Reason(Why.IS, citation, 1)) != labels.reason(Reason(Why.CITES, citation, 1))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reason_calls_a_concept_as_the_reader_does(language):
    with translation.override(language):
        told = {key: labels.reason(Reason(Why.ABOUT, key, 1)) for key in topics().concepts}
    assert {key for key, words in topics().concepts.items() if not told[key].endswith(f": {words[language]}")} == set()
