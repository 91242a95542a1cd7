# SPDX-License-Identifier: EUPL-1.2
"""What is written in a file is read on its own pages by whoever may, and nowhere else: no answer, log, mail or dump."""

import logging
import subprocess

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import resolve, reverse

from baken.core.embedded import server
from tests.cast import PASSPHRASE, RELATIONS, ROLES, canary
from tests.matrix.cells import Cell, Player, thinned
from tests.matrix.crawling import crawl, found_in, of
from tests.matrix.expectation import lines, part_lines
from tests.matrix.places import PLACES
from tests.matrix.someone import Someone

pytestmark = pytest.mark.canary

FIELDS = {
    "identity": {"name", "nationality", "document", "guardian", "relative"},
    "contact": {"phone", "safe_ways", "street"},
    "notes": {"notes", "source", "decisions", "title", "body"}, "legal": {"legal"}, "health": {"health"},
}  # fmt: skip
# The pages of a file itself: nothing of it stands anywhere else.
OF_THE_FILE = {"file", "identity", "contact", "family", "status", "documents"}
# What was reported stands on pages of its own, for whoever may read the notes.
OF_THE_REPORT = {"report": {"report", "attachment", "decision"}, "attachment": {"attachment"}}
OF_THE_CHILD = {"notes": {"step"}, "identity": {"route"}}
# What was done to her, the risks around her and how safe she is: each on its own page, and by the part it is in.
TOLD = {
    "trafficking": {"account", "event"}, "correct_account": {"account"}, "assessments": {"assessment"},
}  # fmt: skip
OVERSEERS = {"manager", "privacy_officer"}
REGISTERED = {"consented", "override", "sheet", "sent"}
# Initials on the board and on today's page of who works there; the rest on the page of a household.
OF_THE_HOUSE = {"shelter", "shelter_weeks", "shelter_night", "shelter_waiting", "shelter_door"}
HOUSED = {"initials", "asked", "screening", "onward", "absence", "stay"}
# Of daily life: on the page of the day and on those of a household's daily life.
LIVED = {"agreement", "visitor", "incident", "line", "loan", "school"}
PLANNED = {"goal", "task", "reason", "handover", "answer", "closure"}
LINES = lines()


@pytest.fixture(scope="module")
def player(stage):
    return Player(stage)


@pytest.fixture
def told(caplog, capfd, settings):
    """Provide what was logged at any level, printed and mailed to the administrators who are set, as bytes."""
    caplog.set_level(logging.DEBUG)
    settings.ADMINS = [("Verzonnen Beheerder", "beheerder@example.org")]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []

    def told() -> bytes:
        mails = [str(each.message()) for each in mail.outbox]
        arguments = [repr(each.args) for each in caplog.records]
        return "\n".join([caplog.text, *arguments, *capfd.readouterr(), *mails]).encode()

    return told


def _legible(who: Someone) -> set[str]:
    readable = part_lines()
    return {name for part, names in FIELDS.items() if readable[part].allowed(who.role, who.relation) for name in names}


def _starts(who: Someone) -> list[str]:
    addresses = [reverse(each.url, kwargs=PLACES[each.place].arguments(who)) for each in LINES if "GET" in each.methods]
    return list(dict.fromkeys(each for each in addresses if "/sign-" not in each))


def _allowed(who: Someone, address: str) -> set[str]:
    """Return what may be read at an address: the file, its report and plan, what one is offered, what one is to do."""
    person = who.stage.cast.person
    if address in _pages_of(who):
        return _legible(who)
    if _name(address) == "override":
        return _overseen(who, address)
    if housed := _housed(who, address):
        return housed
    if str(who.file) in address:
        return _apart(who, address) | _noted(who, address)
    if address == reverse("handover", args=[who.stage.cast.rows["handover"]]):
        return {"handover"} if who.key == person("case_manager", "same") else set()
    return _today(who) if address == reverse("today") else set()


def _today(who: Someone) -> set[str]:
    """Return what stands on today's page: what one is to do, and whom the house waits for."""
    tasks = {"task"} if who.key == who.stage.cast.person("case_manager", "team") else set()
    works_there = next(each for each in LINES if each.url == "shelter").outcome(who.role, who.relation) == "in"
    return tasks | ({"initials"} if works_there else set())


def _housed(who: Someone, address: str) -> set[str]:
    """Return what stands on pages of the house: for who works in it of every household, for the team of its own."""
    line = {each.url: each for each in LINES}
    works_there = line["shelter"].outcome(who.role, who.relation) == "in"
    if _name(address) in OF_THE_HOUSE:
        return {"initials"} if works_there else set()
    if _name(address) == "leave_stay":
        return HOUSED | {"loan"} if works_there else set()
    if _name(address) in {"shelter_day", "shift", "report_incident"}:
        return {"initials"} | LIVED if works_there else set()
    if not address.startswith("/files/") or "/shelter/" not in address:
        return set()
    if "/shelter/living/" in address:
        on_team = str(who.file) in address and line["living"].outcome(who.role, who.relation) == "in"
        return {"initials"} | LIVED if works_there or on_team else set()
    on_team = str(who.file) in address and line["screen"].outcome(who.role, who.relation) == "in"
    return HOUSED if works_there or on_team else set()


def _overseen(who: Someone, address: str) -> set[str]:
    """Return what stands where an override waits: who oversees the agency is led to those of all its files."""
    seen = next(each for each in LINES if each.url == "override").outcome(who.role, who.relation) == "in"
    return {"override"} if seen and (str(who.file) in address or who.role in OVERSEERS) else set()


def _apart(who: Someone, address: str) -> set[str]:
    """Return what stands on pages that show more than one part of the file, or that one who has no part decides on."""
    legible, name = _legible(who), _name(address)
    if address.startswith(reverse("minor", args=[who.file])):
        return {"guardian"} & legible | {
            name for part, names in OF_THE_CHILD.items() if FIELDS[part] & legible for name in names
        }
    return {"level"} if "name" in legible and name == "safety" else set()


def _noted(who: Someone, address: str) -> set[str]:
    """Return what stands on pages of the part of notes."""
    legible = _legible(who)
    if "notes" not in legible:
        return set()
    if address.startswith(reverse("registration", args=[who.file])):
        return legible | REGISTERED
    planned = address.startswith((reverse("plan", args=[who.file]), reverse("lead", args=[who.file])))
    return PLANNED if planned else (OF_THE_REPORT | TOLD).get(_name(address), set())


def _name(address: str) -> str:
    return resolve(address.partition("?")[0]).url_name or ""


def _pages_of(who: Someone) -> set[str]:
    rows, parts = who.stage.cast.rows, ("notes", "legal", "health")
    documents = {reverse("document", args=[who.file, rows[f"document.{part}"]]) for part in parts}
    taken = {reverse("take_out", args=[who.file, rows[f"document.{each}"], rows[f"version.{each}"]]) for each in parts}
    family = {reverse(name, args=[who.file, rows[name]]) for name in ("guardian", "relative")}
    return {reverse(name, args=[who.file]) for name in OF_THE_FILE} | family | documents | taken


def _people(long: bool) -> list[object]:
    found = [(role, relation) for role in ROLES for relation in RELATIONS]
    return [each for each in found if (each == ("case_manager", "team") or thinned(*each, one_in=24)) != long]


@pytest.mark.parametrize(
    ("role", "relation"),
    [*_people(False), *(pytest.param(*each, marks=pytest.mark.long) for each in _people(True))],
)
def test_no_page_shows_what_its_reader_may_not_read(player, told, count, role, relation):
    player.again()
    who, answers, leaks = Someone(player.stage, role, relation), 0, []
    for address, answer in crawl(player.client(who), _starts(who)):
        answers += 1
        allowed = _allowed(who, address)
        leaks += [f"{role} ({relation}) {address}: {name}" for name in found_in(of(answer)) if name not in allowed]
    leaks += [f"{role} ({relation}) told {name}" for name in found_in(told())]
    count("canary", responses=answers, leaks=len(leaks))
    assert leaks == []


@pytest.mark.parametrize(
    "kind", ["stranger", *(pytest.param(each, marks=pytest.mark.long) for each in ("unproved", *RELATIONS))]
)
def test_no_answer_to_what_is_sent_shows_it(player, told, count, kind):
    """Every form, filled in well, by a case manager in a relation; and by who is not in."""
    leaks, answers = [], 0
    for line in LINES:
        if "POST" not in line.methods or line.place == "copy":
            continue
        player.again()
        relation = kind if kind in RELATIONS else "team"
        who = Someone(player.stage, "case_manager", relation)
        client = player.client(who) if kind in RELATIONS else Client(raise_request_exception=False)
        if kind == "unproved":
            client.force_login(_user(who))
        answer = player.ask(Cell(line, "POST", "case_manager", relation), client)
        answers += 1
        opened = {"whereabouts": {"whereabouts"}, "search": _legible(who), "take_sheet": {"sheet"}}
        allowed = opened.get(line.place, set()) if (relation, kind) == ("team", "team") else set()
        leaks += [f"{line.place} {kind}: {name}" for name in found_in(of(answer)) if name not in allowed]
    player.again()
    leaks += [f"told {name}" for name in found_in(told())]
    count("canary", responses=answers, leaks=len(leaks))
    assert leaks == []


def _user(who: Someone):
    from baken.accounts.models import User  # noqa: PLC0415 - models

    return User.objects.get(pk=who.key)


@pytest.fixture
def failing(request, monkeypatch):
    """Let the pages of a file fail while they hold all of it."""

    def fail(asked, template, context, **kwargs):
        assert context["file"].identity.name == canary("name")
        raise request.param("x")

    monkeypatch.setattr("baken.closed.casework.views.render", fail)
    return {PermissionDenied: 404, SuspiciousOperation: 400}.get(request.param, 500)


@pytest.mark.parametrize("failing", [PermissionDenied, SuspiciousOperation, RuntimeError, KeyError], indirect=True)
def test_no_error_page_and_no_log_or_mail_of_an_error_shows_it(player, told, count, failing):
    player.again()
    who = Someone(player.stage, "case_manager", "team")
    page, form = reverse("file", args=[who.file]), reverse("identity", args=[who.file])
    answers = [
        player.client(who).get(page),
        player.client(who).post(form, {"name": canary("notes"), "nationality": "x" * 200}),
        player.client(who).get(f"{page}?x={canary('legal')}"),
    ]
    assert [each.status_code for each in answers] == [failing] * 3
    material = [*map(of, answers), told()]
    leaks = [name for each in material for name in found_in(each)]
    count("canary", responses=len(material), leaks=len(leaks))
    assert leaks == []
    assert mail.outbox == []


def test_neither_log_nor_session_nor_dump_can_be_read(player, count):
    """After everybody read and the case manager wrote and opened everything: the databases as a thief has them."""
    player.again()
    _live_a_day(player)
    entries = player.stage.known("SELECT * FROM audit_entry")
    sessions = player.stage.known("SELECT session_data FROM accounts_session")
    limits = player.stage.known("SELECT * FROM accounts_limit")
    dumps = [_dumped(player, kind) for kind in player.stage.copy.stock]
    assert len(entries) > 50
    assert all(b"\nCOPY " in each for each in dumps)
    material = [repr(each).encode() for each in (*entries, *limits)]
    material += [_opened(each["session_data"]) for each in sessions] + dumps
    leaks = [name for each in material for name in found_in(each)]
    count("canary", responses=len(material), leaks=len(leaks))
    assert leaks == []
    player.again()


def _live_a_day(player: Player) -> None:
    """Let somebody read, write, seal and open all that there is, with the unique texts in what she fills in."""
    who = Someone(player.stage, "case_manager", "team")
    client = player.client(who)
    words = {
        "name": canary("name"), "nationality": canary("nationality"), "phone": canary("phone"),
        "safe_ways": canary("safe_ways"), "text": canary("notes"), "part": "notes", "passphrase": PASSPHRASE,
        "number": canary("health"), "reason": canary("legal") + " verzonnen", "email": "x@example.org",
        "holders": [who.key], "words": canary("legal"), "verdict": canary("notes"), "decision": canary("notes"),
    }  # fmt: skip
    for line in LINES:
        if line.place in {"account_logout", "end_place", "switch the centre"}:
            continue
        address = reverse(line.url, kwargs=PLACES[line.place].arguments(who))
        client.get(address)
        client.post(address, {**words, "text": canary("whereabouts")} if line.url == "write_whereabouts" else words)
    housed, where = Someone(player.stage, "shelter", "same"), player.stage.cast.rows["location"]
    sealing = {"text": canary("address"), "holders": [housed.key]}
    player.client(housed).post(reverse("keep_address", args=[where]), sealing)
    opened = player.client(housed).post(reverse("location", args=[where]), {"passphrase": PASSPHRASE})
    assert canary("address") in opened.content.decode()
    for role in ROLES:
        for each in _starts(Someone(player.stage, role, "team"))[:12]:
            player.client(Someone(player.stage, role, "team")).get(each)


def _opened(session: str) -> bytes:
    from baken.accounts.sessions import SessionStore  # noqa: PLC0415 - models

    return repr(SessionStore().decode(session)).encode() + session.encode()


def _dumped(player: Player, kind: str) -> bytes:
    """Return a whole database as the role that makes backups writes it out."""
    program = server.binaries() / "pg_dump"
    copy = player.stage.copy
    address = copy.home.address(f"{copy.stock[kind]}_backup", f"copy_{kind}")
    schema = "bridge" if kind == "bridge" else "public"
    return subprocess.run([program, f"--schema={schema}", address], capture_output=True, check=True).stdout
