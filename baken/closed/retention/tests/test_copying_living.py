# SPDX-License-Identifier: EUPL-1.2
"""The copy tells how she lived in the house: agreements, visitors, incidents, handing over, keys, school."""

from baken.closed.retention.copy.reads import file
from baken.closed.retention.copy.sheets.file import sheet
from baken.closed.shelter.living.actions import decide_visit
from baken.closed.shelter.living.incidents import close
from baken.closed.shelter.living.loans import take_back
from baken.closed.shelter.living.models import Incident, Loan, Visit
from baken.core.clock import today
from tests.cast import canary

HOUSED = ("shelter", "same")


def sections(office):
    """Return what is printed in English, each section as one text under its title."""
    with office.working():
        made = sheet(file.copy(office.file()), "en")
    notes = (each for each in made["sections"] if "items" in each)
    return {each["title"]: "\n".join(f"{row['head']}\n{row['text']}" for row in each["items"]) for each in notes}


def test_it_holds_each_row_of_daily_life_and_in_which_role_it_was_written(office):
    with office.working():
        told = file.copy(office.file())["living"]
    assert {name: len(rows) for name, rows in told.items()} == {
        "agreements": 1, "visits": 1, "incidents": 1, "handed_over": 1, "lent": 1, "schools": 1,
    }  # fmt: skip
    assert told["agreements"][0]["roles"] == ["shelter"]
    assert told["visits"][0]["allowed"] is None


def test_it_says_it_in_words_that_she_reads(office):
    printed = sections(office)
    assert "In by a time · yes, agreed with her · shelter" in printed["What was agreed with you in the house"]
    assert "Did not come in." in printed["Who came to see you in the house"]
    happened = printed["What happened in the house, in which you were involved"]
    assert "quarrel, abuse, intimidation · serious" in happened
    assert "police called" not in happened
    assert canary("line") in printed["What one shift told the next about you"]
    assert f"phone {canary('loan')}" in printed["Keys and devices that you were given"]
    school = printed["School and day care while you lived with us"]
    assert f"school · {canary('school')} · Monday, Tuesday" in school


def test_it_says_how_each_ended(office):
    with office.working(HOUSED):
        given = {"dossier": office.file()}
        decide_visit(**given, visit=Visit.objects.get(**given).pk, allowed=False, why="Verzonnen reden")
        close(**given, incident=Incident.objects.get(**given).pk, ending="Verzonnen einde")
        take_back(**given, loan=Loan.objects.get(**given).pk, how="lost", on=today())
    printed = sections(office)
    assert "We did not let this visitor in.\nVerzonnen reden" in printed["Who came to see you in the house"]
    assert "Verzonnen einde" in printed["What happened in the house, in which you were involved"]
    assert "lost" in printed["Keys and devices that you were given"]
