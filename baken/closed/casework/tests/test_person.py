# SPDX-License-Identifier: EUPL-1.2
"""Who she is, who decides with her and who is hers: written down, seen and struck out by whoever works with it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework import actions as casework
from baken.closed.casework.models import Guardian, Identity, Relative
from baken.closed.casework.person import actions, reads
from baken.closed.casework.reads import file
from baken.core.clock import today

LEAD, OFFICER = ("case_manager", "team"), ("privacy_officer", "same")
NOBODY = [("police_liaison", "team"), ("case_manager", "same"), ("case_manager", "glass"), ("therapist", "consent"),
          ("case_manager", "ex_team"), OFFICER]  # fmt: skip
GUARDIAN = {"kind": "nidos", "name": "Verzonnen Voogd", "phone": "", "since": None, "until": None}
RELATIVE = {"name": "Verzonnen Zus", "relation": "sibling", "born": None, "with_her": True}


@pytest.fixture
def lead(cast):
    """Let the case manager on the team act, in a file with no guardian."""
    with working_as(cast.person(*LEAD)):
        dossier = cast.files["main"]
        actions.strike_guardian(dossier=dossier, guardian=Guardian.objects.get(dossier=dossier).pk)
        yield dossier


def born(years, days=0):
    return today().replace(year=today().year - years, day=1) + datetime.timedelta(days=days)


def test_a_birth_date_or_an_age_and_never_both(lead):
    with pytest.raises(ValidationError):
        casework.write_identity(dossier=lead, born=datetime.date(2010, 1, 1), least=15, most=17)
    casework.write_identity(dossier=lead, least=15, most=17)
    assert Identity.objects.get(dossier=lead).age_range == {"least": 15, "most": 17, "on": today().isoformat()}
    casework.write_identity(dossier=lead, born=datetime.date(2010, 1, 1))
    row = Identity.objects.get(dossier=lead)
    assert (row.born, row.age_range) == (datetime.date(2010, 1, 1), None)


def test_the_database_has_never_both_either(lead):
    casework.write_identity(dossier=lead, least=15, most=17)
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute("UPDATE casework_identity SET born = age_range WHERE dossier_id = %s", [lead])


def test_she_grows_older_from_the_day_on_which_an_age_was_said(lead, monkeypatch):
    monkeypatch.setattr(casework, "today", lambda: datetime.date(2024, 5, 5))
    casework.write_identity(dossier=lead, least=15, most=16)
    monkeypatch.setattr(casework, "today", lambda: datetime.date(2026, 5, 5))
    casework.write_identity(dossier=lead, name="Verzonnen", least=15, most=16)
    assert Identity.objects.get(dossier=lead).age_range["on"] == "2024-05-05"
    casework.write_identity(dossier=lead, name="Verzonnen", least=16, most=17)
    assert Identity.objects.get(dossier=lead).age_range["on"] == "2026-05-05"


def test_a_minor_without_a_guardian_is_told_of_until_there_is_one(lead):
    assert not file(lead).person.lacks_guardian
    casework.write_identity(dossier=lead, born=born(15))
    assert file(lead).person.lacks_guardian
    over = {**GUARDIAN, "until": today() - datetime.timedelta(days=1)}
    actions.write_guardian(dossier=lead, **over)
    assert file(lead).person.lacks_guardian
    actions.write_guardian(dossier=lead, **GUARDIAN)
    assert not file(lead).person.lacks_guardian


def test_the_pages_say_what_to_do_and_what_changes(cast, lead, signed_in):
    casework.write_identity(dossier=lead, born=born(18, 50))
    client = signed_in(cast.person(*LEAD))
    for page in ("file", "family"):
        body = client.get(reverse(page, args=[lead]), HTTP_ACCEPT_LANGUAGE="nl").content.decode()
        assert "Bel Nidos" in body
        assert "Het gezag van ouder of voogd stopt." in body
    casework.write_identity(dossier=lead, born=born(30))
    body = client.get(reverse("file", args=[lead]), HTTP_ACCEPT_LANGUAGE="nl").content.decode()
    assert "Bel Nidos" not in body
    assert "gezag van ouder" not in body


def test_a_change_strikes_out_what_stood_there(lead):
    made = actions.write_guardian(dossier=lead, **GUARDIAN)
    actions.write_guardian(dossier=lead, **{**GUARDIAN, "name": "Verzonnen Tweede"}, old=made.pk)
    found = reads.family(lead)
    assert [each.name for each in found.person.guardians] == ["Verzonnen Tweede"]
    assert made.pk in {each.pk for each in found.struck}
    with pytest.raises(Refused):
        actions.write_guardian(dossier=lead, **GUARDIAN, old=made.pk)


def test_nothing_of_another_file_is_struck_out_here(cast, lead):
    with pytest.raises(Refused):
        actions.strike_relative(dossier=cast.files["empty"], relative=Relative.objects.get(dossier=lead).pk)
    with pytest.raises(Refused):
        actions.strike_relative(dossier=lead, relative=cast.files["empty"])


@pytest.mark.parametrize("who", NOBODY)
def test_nobody_else_writes_it(cast, who):
    dossier, rows = cast.files["main"], cast.rows
    with working_as(cast.person(*who)):
        for tried in (
            lambda: actions.write_guardian(dossier=dossier, **GUARDIAN),
            lambda: actions.write_relative(dossier=dossier, **RELATIVE),
            lambda: actions.strike_guardian(dossier=dossier, guardian=rows["guardian"]),
            lambda: actions.strike_relative(dossier=dossier, relative=rows["relative"]),
        ):
            with pytest.raises(Refused):
                tried()


def test_a_link_goes_to_a_file_that_the_writer_may_see(cast, lead):
    with pytest.raises(Refused):
        actions.write_relative(dossier=lead, **RELATIVE, file=cast.files["empty"])


def test_a_link_is_shown_to_whoever_may_see_that_file_alone(cast):
    lead = cast.files["main"]
    with working_as(cast.person(*LEAD)):
        made = casework_file(cast)
        linked = actions.write_relative(dossier=lead, **RELATIVE, file=made)
        assert reads.family(lead).files.keys() == {str(made)}
    with working_as(cast.person("therapist", "team")):
        found = reads.family(lead)
        assert found.files == {}
        # Who changes the rest keeps the link that she cannot see.
        kept = reads.unseen_link(found, reads.one_of(found.person.relatives, linked.pk))
        anew = actions.write_relative(dossier=lead, **{**RELATIVE, "name": "Anders"}, file=kept, old=linked.pk)
    with working_as(cast.person(*LEAD)):
        assert reads.family(lead).files.keys() == {anew.file}


def casework_file(cast):
    from baken.closed.access.actions import open_dossier  # noqa: PLC0415 - not to be taken for casework's

    return open_dossier(agency=cast.rows["agency"]).pk


def test_it_is_in_the_log(cast, lead):
    made = actions.write_relative(dossier=lead, **RELATIVE)
    actions.strike_relative(dossier=lead, relative=made.pk)
    reads.family(lead)
    with working_as(cast.person(*OFFICER)):
        told = Entry.objects.filter(dossier_id=lead, part="identity", kind__in=["relative", "family"])
        assert sorted((each.kind, each.action) for each in told) == [
            ("family", "R"), ("relative", "C"), ("relative", "U"),
        ]  # fmt: skip


FORMS = [
    ("identity", {"born": "2999-01-01"}, "born"), ("identity", {"born": "2010-01-01", "least": "3", "most": "4"}, None),
    ("identity", {"least": "15"}, None), ("identity", {"least": "16", "most": "15"}, None),
    ("identity", {"gender": "x"}, "gender"), ("identity", {"languages": ",".join(map(str, range(11)))}, "languages"),
    ("add_guardian", {"kind": "x"}, "kind"),
    ("add_guardian", {"kind": "nidos", "since": "2026-02-02", "until": "2026-02-01"}, None),
    ("add_relative", {"relation": "child", "born": "2999-01-01"}, "born"),
    ("add_relative", {"relation": "child", "number": "2026-9999"}, "number"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "form", "field"), FORMS)
def test_a_form_says_what_is_wrong(cast, signed_in, page, form, field):
    answer = signed_in(cast.person(*LEAD)).post(reverse(page, args=[cast.files["main"]]), form)
    assert answer.status_code == 200
    assert (field or "__all__") in answer.context["form"].errors


def test_what_was_written_stands_in_the_form_again(cast, lead, signed_in):
    client, page = signed_in(cast.person(*LEAD)), reverse("identity", args=[lead])
    sent = {"name": "Verzonnen", "least": "15", "most": "17", "gender": "Feminine", "nationality": "verzonnen",
            "languages": "Tigrinya, Arabisch", "interpreter": "yes"}  # fmt: skip
    client.post(page, sent, HTTP_ACCEPT_LANGUAGE="nl")
    shown = client.get(page, HTTP_ACCEPT_LANGUAGE="nl").context["form"].initial
    assert {name: str(shown[name]) for name in sent} == sent
    assert Identity.objects.get(dossier=lead).languages == ["ti", "ar"]
