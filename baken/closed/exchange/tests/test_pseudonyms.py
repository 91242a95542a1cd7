# SPDX-License-Identifier: EUPL-1.2
"""Our own persons as pseudonyms: of somebody's own files alone, no name among them, and each file named in the log."""

import datetime

import pytest

from baken.closed.access.context import working_as
from baken.closed.access.reads import told
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.actions import write_identity
from baken.closed.exchange.pseudonyms import Span, hand_over_pseudonyms
from baken.closed.vault.actions import destroy_dossier_key
from baken.core.clock import today
from baken.hidden_population.pseudonyms import pseudonym
from tests.cast import ROLES

LEAD, THERAPIST, STRANGER = ("case_manager", "team"), ("therapist", "team"), ("case_manager", "same")
SECRET, OTHER = bytes(32), bytes(31) + b"1"
NAME, BORN = "Verzonnen Persoon", datetime.date(1999, 5, 1)


@pytest.fixture
def listed(cast):
    """Return what somebody hands over of the centre's persons."""

    def listed(who=LEAD, agency="same", known_by="name-born", secret=SECRET, span=None):
        with working_as(cast.person(*who)):
            key = cast.rows[f"agency.{agency}"]
            return hand_over_pseudonyms(agency=key, known_by=known_by, secret=secret, span=span or Span(), sealed=True)

    return listed


@pytest.fixture
def named(cast):
    """Write down who the person of the file is."""
    with working_as(cast.person(*LEAD)):
        write_identity(dossier=cast.files["main"], name=NAME, born=BORN, document_number="VERZONNEN 1")
    return cast.files["main"]


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize(
    ("known_by", "text"), [("name-born", "verzonnen  PERSOON 1999-05-01"), ("document", "Verzonnen 1")]
)
def test_a_pseudonym_is_that_of_others_who_wrote_the_same(listed, known_by, text):
    found = listed(known_by=known_by).pseudonyms
    assert pseudonym(text, SECRET) in found
    assert pseudonym(text, OTHER) not in found
    assert found == sorted(found)


def test_nothing_of_a_person_is_in_what_goes_out(listed, named):
    found = listed()
    assert all(len(each) == 64 and set(each) <= set("0123456789abcdef") for each in found.pseudonyms)
    assert named in {each.pk for each in found.files}
    assert NAME not in str(found.left)


def test_only_files_on_whose_team_she_is_now_go_out(listed, named, cast):
    assert named in {each.pk for each in listed().files}
    assert listed(STRANGER).files == []
    for ground in ("ex_team", "glass", "consent", "subject"):
        agency = ground if ground == "consent" else "same"
        assert listed(("case_manager", ground), agency).files == []


@pytest.mark.parametrize("role", [each for each in ROLES if each not in {"intake", "case_manager"}])
def test_no_other_role_hands_persons_over_even_on_the_team(listed, role):
    with pytest.raises(Refused):
        listed((role, "team"))


def test_who_works_elsewhere_hands_nothing_over(listed):
    with pytest.raises(Refused):
        listed(agency="none")
    with pytest.raises(Refused):
        listed(("case_manager", "none"))


def test_who_cannot_be_known_by_that_is_left_out_and_told(listed, named, cast):
    with working_as(cast.person(*LEAD)):
        write_identity(dossier=named, name=NAME, born=None)
    found = listed()
    assert named not in {each.pk for each in found.files}
    assert "it does not tell all of what persons are known by here" in {each.why for each in found.left}


def test_a_file_that_is_being_erased_does_not_go_out(listed, named):
    destroy_dossier_key(dossier=named)
    found = listed()
    assert named not in {each.pk for each in found.files}
    assert "it is being erased" in {each.why for each in found.left}


def test_a_span_of_days_counts_both_ends(listed, named):
    tomorrow = today() + datetime.timedelta(days=1)
    assert named in {each.pk for each in listed(span=Span(today(), today())).files}
    assert listed(span=Span(since=tomorrow)).files == []


def test_one_entry_names_the_files_and_why_and_each_person_is_told(listed, named, cast):
    found = listed()
    with working_as(cast.person("privacy_officer", "same")):
        [entry] = Entry.objects.filter(activity="export", kind="pseudonyms")
        readings = Entry.objects.filter(activity="read", dossier_id=named, user_id=cast.person(*LEAD), kind="identity")
        assert readings.count() == 1
    assert entry.objects_touched == [str(each.pk) for each in found.files]
    assert entry.facts == {"known_by": "name-born", "aim": "linking", "sealed": "yes"}
    assert (entry.purpose, entry.ground) == ("coordination", "team")
    with working_as(cast.person(*LEAD)):
        assert "export" in {each.activity for each in told(named)}
