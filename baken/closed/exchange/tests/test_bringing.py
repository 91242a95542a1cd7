# SPDX-License-Identifier: EUPL-1.2
"""Records of another system become files: whole or not at all, by who opens files, once; and go on as they came."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from baken.closed.access.context import working_as
from baken.closed.access.models import Dossier
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework import reads as casework
from baken.closed.casework.arriving.models import Arrival
from baken.closed.casework.models import SENDER, Note
from baken.closed.exchange import actions
from baken.closed.exchange.known import brought_before
from baken.closed.exchange.tests import desk
from baken.closed.plan.closing import still_open
from baken.closed.plan.models import Closure, Goal, Task
from baken.core.clock import today
from baken.standards.htcds.fields import fields
from baken.standards.htcds.reading import read
from baken.standards.htcds.records import whole
from baken.standards.htcds.validating import verdict
from baken.standards.htcds.writing import write

INTAKE, THERE = ("intake", "same"), ("case_manager", "none")
HER = {"prs_FirstName": "Verzonnen", "prs_SecondName": "Persoon", "prs_MobilePhone": "+31600000009"}
# Who has the next step is another, and consent is given to an agency: what was agreed elsewhere opens nothing here.
NOT_CARRIED = {"cas_CaseOwner", "con_Consent"}


@pytest.fixture
def there(cast):
    """Return a partner's worker who opens files, and the partner."""
    return cast.person(*THERE), cast.rows["agency.none"]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_a_file_that_goes_to_another_agency_and_out_again_is_the_same(cast, there, tmp_path, suffix):
    file = desk.full_file(cast.person(*INTAKE))
    path = tmp_path / f"cases{suffix}"
    write([desk.record_of(file, desk.handed(cast.person(*INTAKE), cast.rows["agency"]))], path)
    [sent] = read(path).records
    again = desk.record_of(desk.bring(*there, sent), desk.handed(*there))
    told = {name for name, value in sent.items() if value}
    assert len(told) > 25
    assert {name for name in fields() if sent[name] != again.get(name)} <= NOT_CARRIED
    out = tmp_path / "again.csv"
    write([again], out)
    assert verdict.judge(out).violations == []


def test_a_closed_file_comes_back_closed_as_it_was(there):
    reason = "another organisation took over: Verzonnen einde"
    told = HER | {"cas_Status": "ClosedReferred", "cas_ReasonForCaseClosure": reason}
    file = desk.bring(*there, told)
    again = desk.record_of(file, desk.handed(*there))
    assert (again["cas_Status"], again["cas_ReasonForCaseClosure"]) == ("ClosedReferred", reason)
    with working_as(there[0]):
        assert Closure.objects.get(dossier=file).outcome == "handed-over"


def test_what_ended_elsewhere_stays_open_where_a_rule_stands_in_the_way(there):
    born = today().replace(year=today().year - 10, day=1).isoformat()
    file = desk.bring(
        *there, HER | {"prs_Birthdate": born, "cas_Status": "Closed", "cas_ReasonForCaseClosure": "Klaar"}
    )
    with working_as(there[0]):
        assert not Closure.objects.filter(dossier=file).exists()
        [note] = Note.objects.filter(dossier=file)
        status, reason, obstacle = note.text.splitlines()[2:]
        assert (status, reason) == ("cas_Status: Closed", "cas_ReasonForCaseClosure: Klaar")
        assert still_open(file) == [obstacle]


def test_who_sent_her_stands_in_a_note_of_its_own(there):
    sent = {"cas_ReferringOrganisation": "Verzonnen Verwijzer", "cas_IncomingReferralDetails": "Verzonnen reden"}
    file = desk.bring(*there, HER | sent)
    with working_as(there[0]):
        notes = {each.kind: each.text for each in Note.objects.filter(dossier=file)}
    assert notes.keys() == {"note", SENDER}
    assert notes[SENDER].splitlines()[2:] == ["cas_ReferringOrganisation: Verzonnen Verwijzer"]
    assert notes["note"].splitlines()[2:] == ["cas_IncomingReferralDetails: Verzonnen reden"]


def test_what_has_no_place_stands_in_a_note_that_its_team_reads(there):
    file = desk.bring(*there, HER | {"cas_CaseOwner": "Verzonnen Collega", "org_Name": "Verzonnen organisatie"})
    with working_as(there[0]):
        [note] = Note.objects.filter(dossier=file)
        assert note.text.splitlines()[2:] == ["org_Name: Verzonnen organisatie", "cas_CaseOwner: Verzonnen Collega"]
        assert casework.file(file).identity.name == "Verzonnen Persoon"


def test_a_plan_comes_with_a_task_for_who_brought_it(there):
    plan = {"spl_Type": "Legal", "spl_Objectives": "Doel", "spl_ActionPlan": "Taak"}
    file = desk.bring(*there, HER | plan | {"spl_PlannedEndDate": today().isoformat()})
    with working_as(there[0]):
        task = Task.objects.get(dossier=file)
        assert (task.owner_id, task.goal) == (there[0], Goal.objects.get(dossier=file))


def test_the_same_record_is_one_file(there):
    file = desk.bring(*there, HER)
    with pytest.raises(IntegrityError):
        desk.bring(*there, HER)
    with working_as(there[0]):
        assert Arrival.objects.get().dossier_id == file
        assert brought_before(there[1], [whole(HER), whole(HER | {"prs_Gender": "Feminine"})]) == [True, False]


def test_a_colleague_knows_it_again_and_does_not_read_it(cast):
    file = desk.bring(cast.person(*INTAKE), cast.rows["agency"], HER)
    with working_as(cast.person("case_manager", "same")):
        assert brought_before(cast.rows["agency"], [whole(HER)]) == [True]
        assert not Arrival.objects.filter(dossier=file).exists()
    for outsider in (cast.person(*THERE), cast.person("shelter", "same"), cast.person("manager", "same")):
        with working_as(outsider):
            assert brought_before(cast.rows["agency"], [whole(HER)]) == [False]


def test_a_number_that_stands_in_another_file_is_told_by_that_file(cast, there):
    agency, colleague = cast.rows["agency"], cast.person("case_manager", "same")
    file = desk.bring(cast.person(*INTAKE), agency, HER | {"prs_IdentityNumber": "NX123456"})
    with working_as(cast.person(*INTAKE)):
        number = Dossier.objects.get(pk=file).number
    assert desk.shared(colleague, agency, HER | {"prs_FirstName": "Ander"}) == {"prs_MobilePhone": number}
    assert desk.shared(colleague, agency, {"prs_IdentityNumber": "nx 123456"}) == {"prs_IdentityNumber": number}
    assert desk.shared(colleague, agency, {"prs_MobilePhone": "+31600000008"}) == {}
    # Another agency's numbers are told to nobody else.
    assert desk.shared(*there, HER) == {}


def test_looking_for_a_number_is_logged_as_a_search(cast):
    agency, colleague = cast.rows["agency"], cast.person("case_manager", "same")
    file = desk.bring(cast.person(*INTAKE), agency, HER)
    desk.shared(colleague, agency, HER)
    with working_as(cast.person("privacy_officer", "same")):
        [entry] = Entry.objects.filter(activity="search", kind="likeness", user_id=colleague)
        assert (entry.objects_touched, entry.facts) == ([str(file)], {"numbers": "1"})


@pytest.mark.parametrize(
    "who",
    [
        ("shelter", "same"), ("manager", "same"), ("therapist", "team"), ("case_manager", "none"),
        ("case_manager", "post_ended"), ("case_manager", "post_later"), ("administrator", "same"),
    ],
)  # fmt: skip
def test_who_opens_no_files_there_brings_none(cast, who):
    for refused in (lambda: desk.bring(cast.person(*who), cast.rows["agency"], HER), lambda: begin(cast, who)):
        with pytest.raises(Refused):
            refused()


def begin(cast, who):
    with working_as(cast.person(*who)):
        actions.begin(agency=cast.rows["agency"], batch=cast.rows["agency"], records=1, suffix=".csv")


def test_a_file_that_cannot_be_whole_is_none(there, monkeypatch):
    def refuse(**_told):
        raise ValidationError("Verzonnen")

    monkeypatch.setattr(actions, "write_contact", refuse)
    with pytest.raises(ValidationError):
        desk.bring(*there, HER)
    with working_as(there[0]):
        assert not Arrival.objects.exists()
        assert not Dossier.objects.filter(places__user=there[0]).exists()


def test_each_part_has_its_entry_and_the_batch_is_found_in_them(cast, there):
    with working_as(there[0]):
        actions.begin(agency=there[1], batch=cast.rows["agency"], records=1, suffix=".xlsx")
    file = desk.bring(*there, HER | {"cas_CaseOwner": "Iemand"}, batch=cast.rows["agency"], number=7)
    with working_as(cast.person("privacy_officer", "none")):
        entries = Entry.objects.filter(user_id=there[0])
        [batch] = entries.filter(kind="htcds")
        assert batch.facts == {"batch": str(cast.rows["agency"]), "records": "1", "format": "xlsx"}
        [arrival] = entries.filter(kind="arrival")
        assert (arrival.dossier_id, arrival.facts) == (file, {"batch": batch.facts["batch"], "row": "7"})
        kinds = set(entries.filter(dossier_id=file).values_list("kind", flat=True))
        assert kinds >= {"dossier", "arrival", "identity", "contact", "note"}
