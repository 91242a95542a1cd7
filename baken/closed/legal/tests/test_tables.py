# SPDX-License-Identifier: EUPL-1.2
"""Every row of the law says where it comes from; a table that contradicts itself stops the program."""

import shutil
from datetime import date

import pytest

from baken.closed.legal.engine import law as tables
from baken.closed.legal.engine.law import FOLDER, law
from baken.closed.legal.engine.terms import TableError

LAW = law()
# Rules that others count on by their names.
RULES = {
    "reflection-period-end", "monthly-report", "permit-decision", "permit-expiry", "permit-renewal",
    "continued-stay-three-years", "complaint", "compensation-fund", "advance-payment", "child-protection-triage",
    "turns-eighteen", "retention",
}  # fmt: skip
EVENTS = {
    "signal", "reflection_period_granted", "renounced", "left_unknown_destination", "report_signed",
    "cooperation_given", "application_received", "other_application", "permit_granted_victim", "permit_granted_witness",
    "permit_granted_hardship", "permit_extended", "prosecution_ended", "decision_not_to_prosecute",
    "notified_no_further_prosecution", "complaint_filed", "verdict", "conviction_irrevocable",
    "claim_awarded_irrevocable", "offence", "compensation_applied", "departed", "file_closed", "monthly_report_made",
    "advance_paid", "triage_done",
}  # fmt: skip


def test_it_knows_the_rules_and_the_events():
    assert {clock.rule for clock in LAW.clocks} == RULES
    assert LAW.events.keys() == EVENTS


def test_every_row_has_a_source_and_words_in_both_languages():
    for clock in LAW.clocks:
        assert clock.nl
        assert clock.en
        assert clock.who_nl
        assert clock.who_en
        assert all(bool(row.note_nl) == bool(row.note_en) for row in clock.rows)
        assert all(row.source for row in clock.rows)
        assert any(not row.when and row.since == date.min and row.until == date.max for row in clock.rows)
    for event in LAW.events.values():
        assert event.nl
        assert event.en
        assert event.source or not (event.not_for or event.once or event.not_after)
    assert all(right.source and right.nl and right.en for right in LAW.rights)
    assert all(state["nl"] and state["en"] for track in LAW.tracks for state in track.states.values())


def test_what_is_general_knowledge_is_to_be_verified():
    assert all(right.verify for right in LAW.rights if right.source == "general knowledge")


def test_every_state_can_be_reached_and_every_right_has_a_state():
    for track in LAW.tracks:
        reached = {track.start} | {step.to for step in track.steps}
        assert reached == track.states.keys()
    residence = next(track for track in LAW.tracks if track.key == "residence")
    assert all(right.states <= residence.states.keys() for right in LAW.rights)


BROKEN = [
    ("clocks", 'term = "3 months"', 'term = "three months"', "no term"),
    ("clocks", 'source = "Sv, artikel 12l"', 'source = ""', "source"),
    ("clocks", '"left_unknown_destination"', '"left_for_nowhere"', "left_for_nowhere"),
    ("clocks", 'within = "reflection-period-end"', 'within = "nothing"', "not there"),
    ("clocks", 'who_en = "the lawyer"', 'whom = "the lawyer"', "whom"),
    ("clocks", 'kind = "right"', 'kind = "wish"', "wish"),
    ("events", 'after = ["signal"]', 'after = ["sign"]', "sign"),
    ("tracks", 'to = "signal"', 'to = "sign"', "sign"),
    ("tracks", 'by = "signal"', 'by = "sign"', "sign"),
    ("tracks", 'ends = "permit-expiry"', 'ends = "nothing"', "not there"),
]


@pytest.mark.parametrize(("name", "right", "wrong", "said"), BROKEN)
def test_a_table_that_is_wrong_is_refused_with_a_word(tmp_path, name, right, wrong, said):
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    path = tmp_path / f"{name}.toml"
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises((TableError, ValueError), match=said):
        tables.law(tmp_path)
