# SPDX-License-Identifier: EUPL-1.2
"""The sheet: what it asks, what it takes over, what stops it, and how it goes out."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import psycopg
import pypdf
import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from baken.closed.access.rules import Refused
from baken.closed.audit.models import Entry
from baken.closed.casework.actions import write_identity
from baken.closed.casework.person.actions import write_guardian
from baken.closed.registration import exporting, writing
from baken.closed.registration.checks import Fault, faults, missing
from baken.closed.registration.fields import known, table, unknown
from baken.closed.registration.rules import Purpose, What
from baken.closed.registration.tests.desk import INTAKE, LEAD, OFFICER, STRANGER, THERAPIST, keys_of
from baken.indicators.reading import catalogue

MARCH = date(2026, 3, 1)
KINDS = st.sampled_from(sorted(table().kinds))


def test_every_code_field_and_type_has_words_in_both_languages_and_indicators_are_those_of_the_catalogue():
    told = table()
    for each in (*told.kinds.values(), *told.sections.values(), *told.fields.values()):
        assert each.nl
        assert each.en
    for field in told.fields.values():
        assert field.section in told.sections
        assert (field.kind in {"one", "many"}) == bool(field.codes)
        assert all(code.nl and code.en for code in (told.codes(field.codes) if field.codes else ()))
    assert {each.key for each in told.codes("indicators")} <= set(catalogue().dimensions)


@given(KINDS, st.lists(st.sampled_from(sorted(table().fields)), max_size=40, unique=True))
def test_whatever_was_answered_a_version_holds_the_fields_of_its_type_and_no_others(kind, keys):
    answers = {key: known("1") for key in keys}
    head = {"pseudonym": "X", "version": 1, "fixed_on": "2026-03-01", "reporter": "Verzonnen"}
    told = exporting.content(head, kind, answers)
    wanted = {each.key for each in table().fields_of(kind)}
    assert set(told["answers"]) == wanted
    assert {key for key, each in told["answers"].items() if each["state"] == "known"} == wanted & set(keys)
    if kind in {"registration", "registration_advice"}:
        assert not keys_of(Purpose.SHELTER) & set(told["answers"])
    if kind == "shelter":
        assert not keys_of(Purpose.REGISTRATION) & set(told["answers"])


def test_what_was_asked_in_vain_is_not_missing_and_what_was_not_asked_is():
    asked = {each.key: unknown() for each in table().fields_of("registration") if each.asked}
    assert missing("registration", asked) == []
    del asked["police"]
    assert [each.key for each in missing("registration", asked)] == ["police"]


@pytest.mark.parametrize(
    ("told", "fault"),
    [
        ({"age": "17", "guardian": "adult"}, Fault.MINOR_OF_AGE),
        ({"age": "18", "guardian": "nidos"}, Fault.ADULT_WITH_AUTHORITY),
        ({"forms": ["sexual_cross_border"], "border": "domestic"}, Fault.BORDER),
        ({"forms": ["sexual_domestic"], "border": "cross_border"}, Fault.BORDER),
        ({"forms": ["labour"], "sectors": ["hotel"]}, Fault.SECTOR),
        ({"period_from": "2025-03", "period_to": "2025-02"}, Fault.BACKWARDS),
        ({"period_from": "2026", "period_to": "2025-12"}, Fault.BACKWARDS),
        ({"period_to": "2026-04"}, Fault.TO_COME),
        ({"period_from": "2027"}, Fault.TO_COME),
        ({"nationality": "NL", "reflection": "yes"}, Fault.DUTCH_REFLECTION),
        ({"nationality": "NL", "residence": "asylum"}, Fault.DUTCH_RESIDENCE),
        ({"place": "bij verzonnene in de buurt"}, Fault.NAME),
        ({"place": "8911 AB"}, Fault.ADDRESS),
        ({"place": "Verzinstraat 12"}, Fault.ADDRESS),
    ],
)
def test_what_contradicts_itself_or_tells_who_she_is_is_found(told, fault):
    assert faults("registration", {key: known(each) for key, each in told.items()}, "Verzonnene Xu", MARCH) == [fault]


@pytest.mark.parametrize(
    "told",
    [
        {"age": "16-19", "guardian": "nidos"},
        {"age": "16-19", "guardian": "adult"},
        {"forms": ["sexual_domestic", "labour"], "border": "cross_border", "sectors": ["hotel"]},
        {"sectors": ["hotel"]},
        {"period_from": "2025", "period_to": "2025-02"},
        {"period_to": "2026"},
        {"nationality": "NG", "residence": "dutch"},
        {"place": "Leeuwarden, en van 2025 ook bij Xu", "shelter_wish": "no"},
    ],
)
def test_what_can_be_is_not_called_a_fault(told):
    assert faults("registration", {key: known(each) for key, each in told.items()}, "Verzonnene van Xu", MARCH) == []


def test_it_takes_over_what_the_file_holds_and_never_her_name(desk):
    with desk.working():
        told = {"gender": "Feminine", "nationality": "Nigeria", "languages": ["en", "yo"], "interpreter": "yes"}
        write_identity(dossier=desk.file, name="Verzonnen Voornaam", least=16, most=17, **told)
        write_guardian(dossier=desk.file, kind="nidos", name="Verzonnen Voogd", phone="", since=None, until=None)
    desk.begin("registration_shelter")
    draft = desk.sheet().draft
    found = {key: each["value"] for key, each in draft.answers.items()}
    wanted = {"age": "16-17", "sex": "Feminine", "nationality": "NG", "guardian": "nidos", "status": "presumed"}
    assert found == wanted | {"languages": "Engels, Yoruba", "interpreter": "yes"}
    assert "Verzonnen" not in json.dumps(draft.answers)
    with desk.working():
        writing.choose_kind(dossier=desk.file, kind="registration")
    narrowed = desk.sheet().draft
    assert set(narrowed.answers) == set(wanted)
    assert narrowed.pseudonym == draft.pseudonym
    desk.aged(20, 20)
    assert {each.key for each in desk.sheet().differences} == {"age", "guardian"}


def test_who_saves_over_a_colleague_is_stopped(desk, signed_in):
    desk.begin()
    with desk.working(), pytest.raises(Refused):
        writing.write_sheet(dossier=desk.file, answers={}, stamp="2026-01-01T00:00:00+00:00")
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("sheet", args=[desk.file])
    stamp = desk.sheet().stamp
    desk.begin(children="1")
    answer = client.post(address, {"stamp": stamp, "children": "3"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["stamp"]
    answer = client.post(address, {"stamp": desk.sheet().stamp, "children": "3", "place_unknown": "on"})
    assert answer.url == reverse("check_sheet", args=[desk.file])
    assert desk.sheet().draft.answers == {"children": known("3"), "place": unknown()}


@pytest.mark.parametrize(
    "wrong",
    [
        {"age": "old"},
        {"age": "19-16"},
        {"period_from": "2025-13"},
        {"children": "-1"},
        {"place": "Verzonnen stad", "place_unknown": "on"},
        {"forms": ["labour", "unknown"]},
        {"nationality": "Verzonnenland"},
    ],
)
def test_the_form_refuses_what_cannot_be_read(desk, signed_in, wrong):
    desk.begin()
    client, address = signed_in(desk.cast.person(*INTAKE)), reverse("sheet", args=[desk.file])
    answer = client.post(address, {"stamp": desk.sheet().stamp, **wrong})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [next(iter(wrong))]


def test_a_fixed_version_stays_and_a_correction_is_a_new_one(desk):
    first = desk.fix(children="1")
    second = desk.fix(children="2")
    assert (first.number, second.number) == (1, 2)
    assert first.content["answers"]["children"] == {"state": "known", "value": "1"}
    assert first.content["answers"]["police"] == {"state": "not_asked"}
    assert first.content["pseudonym"] == second.content["pseudonym"]
    with desk.working(), pytest.raises(psycopg.errors.InsufficientPrivilege):
        _raw(desk, "UPDATE registration_version SET number = 9")


def _raw(desk, statement):
    from django.db import connection  # noqa: PLC0415 - in this one place a test writes SQL as the role that serves

    with connection.cursor() as cursor:
        try:
            cursor.execute(statement)
        except Exception as error:
            raise error.__cause__ or error from None


def test_nothing_is_fixed_that_contradicts_itself_or_whose_gaps_nobody_saw(desk, signed_in):
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("check_sheet", args=[desk.file])
    desk.begin(forms=["labour"], sectors=["hotel"])
    assert client.post(address, {"stamp": desk.sheet().stamp, "seen": "on"}).status_code == 200
    with pytest.raises(ValidationError), desk.working():
        writing.fix_sheet(dossier=desk.file, stamp=desk.sheet().stamp)
    desk.begin(sectors=["hospitality"])
    assert client.post(address, {"stamp": desk.sheet().stamp}).status_code == 200
    assert client.post(address, {"stamp": desk.sheet().stamp, "seen": "on"}).status_code == 302


def test_it_is_taken_out_only_with_a_yes_that_stands_today_and_that_is_logged(desk):
    desk.aged(20, 20)
    version = desk.fix("registration_shelter")
    desk.say()
    with pytest.raises(Refused):
        desk.take(version)
    desk.say(purpose=Purpose.SHELTER)
    assert json.loads(desk.take(version))["bases"] == {"registration": "consent", "shelter": "consent"}
    for who in (THERAPIST, STRANGER, OFFICER):
        with pytest.raises(Refused):
            desk.take(version, who=who)
    desk.say(What.WITHDRAWN, purpose=Purpose.SHELTER)
    with pytest.raises(Refused):
        desk.take(version)
    with desk.working(OFFICER):
        shared = Entry.objects.get(dossier_id=desk.file, activity="share")
    assert shared.facts == {"version": "1", "to": "CoMensha", "form": "json"}


def test_without_consent_the_override_stands_on_what_goes(desk):
    desk.aged(20, 20)
    version = desk.fix()
    desk.decide(desk.ask_override())
    assert json.loads(desk.take(version))["bases"] == {"registration": "override"}
    assert "zonder toestemming" in pypdf.PdfReader(io.BytesIO(desk.take(version, "pdf"))).pages[0].extract_text()


def test_all_three_say_the_same_and_the_paper_can_be_read_aloud(desk, signed_in):
    desk.aged(20, 20)
    desk.say(purpose=Purpose.SHELTER)
    version = desk.fix("shelter", needs="=1+1 #strong[x]", safety="red")
    client, address = signed_in(desk.cast.person(*LEAD)), reverse("take_sheet", args=[desk.file, version.pk])
    answer = client.post(address, {"form": "pdf"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    paper = pypdf.PdfReader(io.BytesIO(answer.content))
    root, text = paper.trailer["/Root"], paper.pages[0].extract_text()
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("nl", True)
    assert paper.metadata.title == "CoMensha: Alleen opvang"
    assert "rood: geheim of beveiligd" in text
    assert "=1+1 #strong[x]" in text
    assert "Verzonnen Naam" not in text
    data = json.loads(client.post(address, {"form": "json"}).content)
    [row] = csv.DictReader(io.StringIO(client.post(address, {"form": "csv"}).content.decode()))
    for key, each in data["answers"].items():
        assert row[f"{key}_state"] == each["state"]
        assert row[key].lstrip("'") == str(each.get("value", ""))
    assert row["needs"].startswith("'=")
    assert client.post(address, {"form": "exe"}).status_code == 404


def test_the_written_form_names_every_type_field_and_code():
    page = (Path(settings.BASE_DIR) / "docs/reference/comensha-sheet.md").read_text(encoding="utf-8")
    told = table()
    for kind in told.kinds.values():
        assert f"| `{kind.key}` | {kind.nl} | {kind.en} | {', '.join(sorted(kind.purposes))} |" in page
    for field in told.fields.values():
        assert f"| `{field.key}` | {field.nl} |" in page
    for name in told.dated:
        assert f"`{name}`: " + ", ".join(f"`{each.key}`" for each in told.codes(name)) + "." in page
