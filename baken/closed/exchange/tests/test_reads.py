# SPDX-License-Identifier: EUPL-1.2
"""What goes out: files on whose team somebody is, as she reads them, named in the log; and it meets the standard."""

import datetime

import pytest

from baken.closed.access import reads as access
from baken.closed.access.actions import join_team
from baken.closed.access.context import working_as
from baken.closed.access.models import TeamPlace
from baken.closed.access.reads import told
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework import actions as casework
from baken.closed.casework.ctdc import actions as ctdc
from baken.closed.casework.ctdc import table
from baken.closed.exchange.fitting import COMMENT
from baken.closed.exchange.given import REFERRAL
from baken.closed.exchange.reads import hand_over
from baken.closed.intake import actions as intake
from baken.closed.plan import closing
from baken.core.clock import today
from baken.standards.htcds.reading import read
from baken.standards.htcds.validating import verdict
from baken.standards.htcds.writing import write

INTAKE, MANAGER = ("intake", "same"), ("manager", "same")
CALL = {
    "who": "professional",
    "organisation": "Verzonnen school",
    "name": "Verzonnen Melder",
    "words": "Verzonnen verhaal",
}
LEAD, THERAPIST, STRANGER = ("case_manager", "team"), ("therapist", "team"), ("case_manager", "same")
CASES = "yearRegister,gender,majorityStatus,citizenship,isForcedLabour\n2019,Female,Minor,NG,1\n2020,Male,Adult,,1\n"


@pytest.fixture
def handed(cast):
    """Return what somebody hands over of the centre's files."""

    def handed(who=LEAD, agency="same", since=None, until=None, suffix=".csv"):
        with working_as(cast.person(*who)):
            return hand_over(
                agency=cast.rows[f"agency.{agency}"], suffix=suffix, since=since, until=until, sealed=True
            )  # fmt: skip

    return handed


def judged(found, suffix, folder):
    path = folder / f"cases{suffix}"
    write(found.records, path)
    return verdict.judge(path), read(path)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_the_files_of_the_cast_meet_the_standard(handed, suffix, tmp_path):
    found = handed(suffix=suffix)
    verdict_, again = judged(found, suffix, tmp_path)
    assert (verdict_.records, verdict_.violations) == (len(found.files), [])
    assert again.refusals == []
    assert [each["prs_FirstName"] for each in again.records] == [each["prs_FirstName"] for each in found.records]


def test_only_files_on_whose_team_she_is_now_go_out(handed, cast):
    with working_as(cast.person(*LEAD)):
        mine = set(TeamPlace.objects.filter(user=cast.person(*LEAD), until=None).values_list("dossier", flat=True))
    assert {each.pk for each in handed().files} == mine
    assert cast.files["main"] in mine
    assert handed(STRANGER).files == []
    for ground in ("ex_team", "glass", "consent", "subject"):
        agency = ground if ground == "consent" else "same"
        assert handed(("case_manager", ground), agency).files == []


def test_who_does_not_read_all_of_a_file_hands_none_of_it_over_and_is_told(handed, cast):
    found = handed(THERAPIST)
    assert (found.records, found.files) == ([], [])
    assert {each.field for each in found.left} == {""}
    assert all("contact" in each.why for each in found.left)


def test_who_works_elsewhere_hands_nothing_over(handed):
    with pytest.raises(Refused):
        handed(agency="none")


def test_one_entry_names_the_files_that_went_out_and_each_reading_has_its_own(handed, cast):
    found = handed()
    with working_as(cast.person("privacy_officer", "same")):
        [entry] = Entry.objects.filter(activity="export", kind="htcds")
        readings = Entry.objects.filter(activity="read", dossier_id=cast.files["main"], user_id=cast.person(*LEAD))
        assert {each.part for each in readings} >= {"cover", "identity", "contact", "notes"}
    assert entry.objects_touched == [str(each.pk) for each in found.files]
    assert (entry.purpose, entry.facts) == ("coordination", {"format": "csv", "sealed": "yes"})
    with working_as(cast.person(*LEAD)):
        assert "export" in {each.activity for each in told(cast.files["main"])}


def test_a_span_of_days_counts_both_ends(handed, cast):
    everything = len(handed().files)
    assert len(handed(since=today(), until=today()).files) == everything
    assert handed(since=today() + datetime.timedelta(days=1)).files == []
    assert handed(until=today() - datetime.timedelta(days=1)).files == []


@pytest.fixture
def reported(cast):
    """Return the file that a report led to."""
    with working_as(cast.person(*INTAKE)):
        report = intake.record_call(content=CALL)
        return intake.open_case(dossier=report.dossier_id, words="Verzonnen reden").pk


def record_of(file, found):
    return dict(zip((each.pk for each in found.files), found.records, strict=True))[file]


def test_it_tells_what_rooms_beside_one_another_know(handed, reported, cast):
    with working_as(cast.person(*INTAKE)):
        casework.write_contact(dossier=reported, phone="06 0000 0000", safe_ways="Alleen na tienen")
    found = handed(INTAKE)
    record = record_of(reported, found)
    assert (record["cas_Status"], record["con_Consent"], record["prs_MobilePhone"]) == (
        "Active",
        "false",
        "+31600000000",
    )
    assert record["cas_CaseOwner"] == "intake Verzonnen same"
    assert record[COMMENT] == "Safe ways and times to reach her: Alleen na tienen"
    # The report that led to it stands in a file of its own.
    assert record["cas_IncomingReferralDetails"] == CALL["words"]
    assert record["cas_ReferringOrganisation"] == CALL["organisation"]
    assert record["cas_IncomingReferralDate"] == today().isoformat()
    assert record["cas_ReasonForIncomingReferral"] == "AdditionalServicesRequired"


def test_a_report_that_is_not_hers_to_read_is_told_as_left_out(handed, reported, cast):
    with working_as(cast.person(*MANAGER)):
        join_team(dossier=reported, user=cast.person(*STRANGER))
        number = access.dossiers().get(pk=reported).number
    found = handed(STRANGER)
    assert record_of(reported, found)["cas_IncomingReferralDetails"] is None
    assert [each.field for each in found.left if each.file == number] == list(REFERRAL)


def test_how_a_closed_file_ended_is_told(handed, reported, cast):
    with working_as(cast.person(*INTAKE)):
        closing.close(dossier=reported, outcome="handed-over", words="Verzonnen einde", seen=True)
    record = record_of(reported, handed(INTAKE))
    assert (record["cas_Status"], record["cas_ReasonForCaseClosure"]) == (
        "ClosedReferred",
        "another organisation took over: Verzonnen einde",
    )


def test_made_up_cases_from_a_table_meet_the_standard(cast, tmp_path):
    path = tmp_path / "made-up.csv"
    path.write_text(CASES, encoding="utf-8")
    agency = cast.rows["agency.same"]
    readings = table.read(path, today()).readings
    with working_as(cast.person(*STRANGER)):
        ctdc.bring(agency=agency, readings=readings)
        found = hand_over(agency=agency, suffix=".csv", since=None, until=None, sealed=True)
    verdict_, again = judged(found, ".csv", tmp_path)
    assert (verdict_.records, verdict_.violations, again.refusals) == (2, [], [])
    assert sorted(each["prs_Gender"] for each in again.records) == ["Feminine", "Masculine"]
