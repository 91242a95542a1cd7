# SPDX-License-Identifier: EUPL-1.2
"""`baken import htcds`: proved by a code, told by row and field, the same file twice brings nothing new."""

import contextlib
import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from baken.closed.access.context import working_as
from baken.closed.access.models import TeamPlace
from baken.closed.audit.models import Entry
from baken.closed.casework.arriving.models import Arrival
from baken.closed.exchange import actions, known
from baken.closed.exchange.tests.desk import fresh_code, handed, with_app
from baken.core import doors
from baken.standards.htcds.making import records
from baken.standards.htcds.records import whole
from baken.standards.htcds.validating import verdict
from baken.standards.htcds.writing import write
from baken.verbs import taking

HARD = 40  # records
PARTNER, WORKER = "Verzonnen partner none", "case_manager.none"
RECORDS = [{"prs_FirstName": f"Verzonnen {each}", "prs_MobilePhone": f"+3160000001{each}"} for each in range(4)]


@pytest.fixture
def path(tmp_path):
    """Return a file of four records."""
    made = tmp_path / "cases.csv"
    write(map(whole, RECORDS), made)
    return made


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--agency")
@click.option("--as", "email")
@click.option("--limit", type=int)
@click.option("--dry-run", is_flag=True)
@click.option("--share-numbers", "shared", is_flag=True)
@click.option("--json", "as_json", is_flag=True)
def command(as_json, **asked):
    """Do what `baken import` does once it knows that it is asked for records: that verb knows the open door too."""
    click.get_current_context().exit(taking.tell(taking.Order(**asked), as_json=as_json))


@pytest.fixture
def run(cast, monkeypatch):
    monkeypatch.setattr(doors, "ready", lambda _door: contextlib.nullcontext())
    for who in (WORKER, "shelter.none", "case_manager.inactive"):
        with_app(cast.people[who])

    def run(path, *words, who=WORKER, agency=PARTNER, typed=None):
        said = [str(path), "--agency", agency, "--as", f"{who}@example.org", *words]
        done = CliRunner().invoke(command, said, input=fresh_code() if typed is None else typed)
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done

    return run


def told(done):
    return json.loads(done.stdout)


@pytest.fixture
def files(cast):
    """Return how many files the worker brought in."""

    def files():
        with working_as(cast.people[WORKER]):
            return Arrival.objects.count()

    return files


def test_every_record_becomes_a_file_on_her_team(run, path, cast, files):
    done = run(path, "--json")
    report = told(done)
    assert (done.exit_code, report["rows"], report["new"], report["same"], report["refused"]) == (0, 4, 4, 0, [])
    assert "htcds: 4 of 4 cases" in done.stderr
    with working_as(cast.people[WORKER]):
        arrivals = Arrival.objects.order_by("number")
        assert [each.number for each in arrivals] == [2, 3, 4, 5]
        assert {str(each.batch) for each in arrivals} == {report["batch"]}
        seated = TeamPlace.objects.filter(user=cast.people[WORKER], dossier__in=arrivals.values("dossier"))
        assert seated.count() == files() == 4


def test_the_same_file_twice_brings_nothing_new_whatever_its_format(run, path, files, tmp_path):
    run(path)
    done = run(path, "--json")
    assert (done.exit_code, told(done)["new"], told(done)["same"], told(done)["batch"]) == (0, 0, 4, None)
    other = tmp_path / "cases.json"
    write(map(whole, reversed(RECORDS)), other)
    assert (told(run(other, "--json"))["same"], files()) == (4, 4)


def test_what_was_cut_off_goes_on_where_it_stopped(run, path, files, monkeypatch):
    opened = actions.bring

    def killed(**told):
        if told["number"] == 4:
            raise SystemExit(137)
        return opened(**told)

    monkeypatch.setattr(actions, "bring", killed)
    assert run(path).exit_code == 137
    assert files() == 2
    monkeypatch.setattr(actions, "bring", opened)
    report = told(run(path, "--json"))
    assert (report["new"], report["same"], files()) == (2, 2, 4)


def test_another_run_a_moment_earlier_makes_no_double(run, path, files, monkeypatch):
    run(path)
    monkeypatch.setattr(known, "brought_before", lambda _agency, records: [False] * len(records))
    report = told(run(path, "--json", "--share-numbers"))
    assert (report["new"], report["same"], files()) == (0, 4, 4)


def test_a_dry_run_says_what_would_come_and_opens_nothing(run, path, files):
    report = told(run(path, "--dry-run", "--json"))
    assert (report["new"], report["batch"], files()) == (4, None, 0)


def test_a_limit_counts_what_is_new(run, path, files):
    first, second = (told(run(path, "--limit", "3", "--json")) for _ in range(2))
    assert (first["new"], first["waiting"]) == (3, 1)
    assert (second["new"], second["same"], second["waiting"], files()) == (1, 3, 0, 4)


def test_each_refusal_is_told_by_row_and_field_and_never_by_value(run, tmp_path, files):
    made = tmp_path / "cases.csv"
    lines = [
        "prs_FirstName,prs_Gender,prs_Birthdate,prs_MobilePhone,per_RoleDetails",
        "Verzonnen,Feminine,2001-02-03,+31600000021,Geheimrol",
        "Verzonnen,Femal,,,",
        "Geheim,Feminine,2099-01-01,,",
        "Verzonnen,Feminine,2001-02-03,+31600000021,Geheimrol",
        "Zuster,Feminine,,+31600000021,",
    ]
    made.write_text("\n".join(lines), encoding="utf-8")
    done = run(made)
    assert done.exit_code == 1
    found = [line.split(": ", 1)[1] for line in done.stdout.splitlines() if line.startswith(str(made))]
    assert [line.split(";")[0] for line in found[:3]] == [
        "row 3: prs_Gender: unknown code",
        "row 4: prs_Birthdate: no such day of birth",
        "row 5: the whole row: the same as row 2",
    ]
    assert found[3].startswith("row 6: prs_MobilePhone: stands in 20")
    assert "left out: per_RoleDetails in 1 rows, first in row 2: " in done.stdout
    assert "5 records: 1 new, 0 there already, 4 rows refused" in done.stdout
    assert not any(secret in done.output for secret in ("Femal;", "Geheim", "Zuster", "0000021", "2099"))
    assert (told(run(made, "--share-numbers", "--json"))["new"], files()) == (1, 2)


def test_records_that_are_hard_to_carry_become_files_and_go_out_again(run, cast, tmp_path):
    made, out = tmp_path / "hard.json", tmp_path / "out.csv"
    write(records(HARD), made)
    report = told(run(made, "--share-numbers", "--json"))
    refused = {each["row"] for each in report["refused"]}
    assert report["new"] + len(refused) == HARD
    assert report["new"] > HARD / 2
    assert {each["wrong"] for each in report["refused"]} == {"no such day of birth", "too long for one line"}
    assert told(run(made, "--share-numbers", "--json"))["same"] == report["new"]
    found = handed(cast.people[WORKER], cast.rows["agency.none"])
    write(found.records, out)
    assert (len(found.records), found.left, verdict.judge(out).violations) == (report["new"], [], [])


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ({"who": "shelter.none"}, "opens no files there"),
        ({"agency": "Verzonnen centrum"}, "opens no files there"),
        ({"agency": "Verzonnen niets"}, "there is no agency"),
        ({"who": "case_manager.inactive"}, "nobody here signs in"),
        ({"who": "case_manager.same"}, "has no app that shows codes"),
        ({"typed": "000000\n"}, "this code is not right"),
    ],
)
def test_who_may_not_is_told_in_one_line_and_opens_nothing(run, path, cast, who, says):
    done = run(path, **who)
    assert (done.exit_code, says in done.stderr) == (1, True)
    with working_as(cast.people["privacy_officer.none"]):
        assert not Entry.objects.filter(kind__in=["arrival", "htcds"]).exists()


def test_she_takes_no_more_than_she_can_search(run, path, files, monkeypatch):
    monkeypatch.setattr(known, "MOST_FILES", 3)
    done = run(path)
    assert (done.exit_code, "has room for 3 more files" in done.stderr, files()) == (1, True, 0)
    assert told(run(path, "--limit", "3", "--json"))["new"] == 3


def test_what_is_no_such_file_is_refused_whole(run, tmp_path):
    made = tmp_path / "cases.txt"
    made.write_text("a", encoding="utf-8")
    done = run(made)
    assert (done.exit_code, "ends in none of" in done.stderr) == (1, True)
