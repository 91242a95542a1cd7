# SPDX-License-Identifier: EUPL-1.2
"""The copy tells that she asked for a place, what was answered and when she lived here, and never where that was."""

import json
from datetime import timedelta

import pytest

from baken.closed.access.rules import Refused
from baken.closed.retention.copy.reads import file
from baken.closed.retention.copy.sheets.file import sheet
from baken.closed.retention.tests.office import LEAD
from baken.closed.shelter.models import Request, Screening, Stay, Unit
from baken.core.clock import now
from tests.cast import canary

HOUSED = ("shelter", "same")
MONTH = timedelta(days=30)


def told(office):
    with office.working():
        return file.copy(office.file())["shelter"]


def sections(office):
    """Return what is printed in English, each section as one text under its title."""
    with office.working():
        made = sheet(file.copy(office.file()), "en")
    notes = (each for each in made["sections"] if "items" in each)
    return {each["title"]: "\n".join(f"{row['head']}\n{row['text']}" for row in each["items"]) for each in notes}


def change(office, **words):
    """Let the case manager change what is asked for."""
    with office.working():
        row = Request.objects.get(dossier=office.file(), ended_at=None)
        for name, value in words.items():
            setattr(row, name, value)
        row.save(update_fields=list(words))


def test_it_holds_what_was_asked_and_each_answer(office):
    copy = told(office)
    refused, asked = copy["requests"]
    assert (refused["how"], refused["why"], refused["answer"]) == ("refused", "full", canary("refused"))
    assert (asked["how"], asked["by"], asked["words"]) == ("", "partner", canary("asked"))
    assert [each["initials"] for each in asked["people"]] == [canary("initials")]
    assert refused["people"] == []
    (offered,) = copy["offered_elsewhere"]
    assert (offered["to"], offered["how"], offered["answered_at"]) == ("Verzonnen opvang elders", "", None)


def test_it_holds_from_when_until_when_she_lived_here_and_was_away(office):
    (stay,) = told(office)["stays"]
    with office.working(HOUSED):
        row = Stay.objects.get(dossier=office.file())
    assert (stay["from"], stay["until"]) == (row.from_on.isoformat(), row.until_on.isoformat())
    (away,) = stay["away"]
    assert (away["kind"], away["words"], away["back_at"]) == ("missing", canary("absence"), None)
    assert [(each["step"], each["roles"]) for each in away["steps"]] == [("looked", ["shelter"])]


def test_it_never_tells_in_which_unit_or_whom_she_must_not_be_near(office):
    another = str(office.file("empty"))
    change(
        office, needs={"avoid": [another], "network": ["Verzonnen netwerk"], "excluded_regions": ["Verzonnen streek"]}
    )
    with office.working(HOUSED):
        unit = Unit.objects.select_related("location").get(stays__dossier=office.file())
    hidden = [str(unit.pk), str(unit.location_id), unit.building, unit.wing, unit.location.name, unit.location.region]
    with office.working():
        copy = file.copy(office.file())
        text = json.dumps([copy, sheet(copy, "nl")], ensure_ascii=False)
    assert [each for each in (*hidden, another, "Verzonnen netwerk") if each in text] == []
    assert "Verzonnen streek" in text
    assert {
        "in which unit of the shelter she was, and why just there",
        "whom she must not be near, and the networks that exploited her",
    } <= set(copy["left_out"])


def test_it_says_it_in_words_that_she_reads(office):
    change(office, consent={"by": "Verzonnen Gezag", "on": "2026-01-05"})
    with office.working(HOUSED):
        stay = Stay.objects.get(dossier=office.file())
        stay.ended_by_id, stay.ended_at, stay.outcome = office.cast.person(*HOUSED), now(), "own-home"
        stay.save(update_fields=["ended_by", "ended_at", "outcome"])
    printed = sections(office)
    asked = printed["When a place to live was asked for you"]
    assert "refused · no place that fits" in asked
    assert f"For: {canary('initials')}, woman or girl, 5 January 1990" in asked
    assert "Without steps." in asked
    assert "Not safe for you: Verzonnen streek" in asked
    assert "Paid by: COSM (central government)" in asked
    assert "Verzonnen Gezag agreed to it on 5 January 2026." in asked
    assert "to a home of her own" in printed["When you lived with us"]
    assert "missing · bed kept until" in printed["When you lived with us"]
    assert "not answered yet" in printed["When another organisation was asked for a place for you"]


def test_a_screening_is_told_with_what_was_ticked_until_it_is_struck_out(office):
    title = "How dangerous it was for you, before you came to live here"
    with office.working():
        row = Screening.objects.get(dossier=office.file())
        made = {"colour": "red", "found": {"criteria": [], "against": ["addiction"]}, "words": "Verzonnen reden."}
        Screening.objects.create(dossier_id=office.file(), recorded_by_id=office.cast.person(*LEAD), **made)
    printed = sections(office)[title]
    assert "There are signs that she is a victim of human trafficking" in printed
    assert "Against it: An addiction that she has no hold on" in printed
    assert "orange · case manager" in printed
    with office.working():
        row.struck_by_id, row.struck_at = office.cast.person(*LEAD), now()
        row.save(update_fields=["struck_by", "struck_at"])
    assert canary("screening") not in sections(office)[title]
    assert [each["struck_out"] is None for each in told(office)["screenings"]] == [False, True]


def test_who_may_not_know_where_she_is_makes_no_copy(office):
    """Somebody may have so many roles that every part but that one is hers to read."""
    her, told = office.cast.person("intake", "team"), "(id, user_id, agency_id, role, since)"
    give = f"INSERT INTO access_appointment {told} VALUES (gen_random_uuid(), %s, %s, %s, %s)"  # noqa: S608 - names
    for role in ("therapist", "legal_support"):
        office.owner.execute(give, [her, office.cast.rows["agency"], role, now() - MONTH])
    with pytest.raises(Refused), office.working(("intake", "team")):
        file.copy(office.file())
