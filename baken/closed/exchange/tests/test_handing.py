# SPDX-License-Identifier: EUPL-1.2
"""`baken export htcds`: a sealed file that only its receiver opens, and what was left out in words."""

import contextlib

import psycopg
import pyrage
import pytest
from click.testing import CliRunner

from baken.accounts.tests.people import code
from baken.closed.exchange.tests.desk import fresh_code, with_app
from baken.core import doors
from baken.standards.htcds.validating import verdict
from baken.verbs.handing import htcds

KEY = pyrage.x25519.Identity.generate()
CENTRE, LEAD, THERAPIST = "Verzonnen centrum", "case_manager.team@example.org", "therapist.team@example.org"


@pytest.fixture
def run(cast, monkeypatch):
    monkeypatch.setattr(doors, "ready", lambda _door: contextlib.nullcontext())

    for relation in ("case_manager.team", "therapist.team", "case_manager.inactive"):
        with_app(cast.people[relation])

    def run(out, *words, agency=CENTRE, email=LEAD, typed=None):
        said = ["--agency", agency, "--as", email, "--out", str(out), *words]
        return CliRunner().invoke(htcds, said, input=fresh_code() if typed is None else typed)

    return run


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json"])
def test_it_is_sealed_and_whoever_opens_it_reads_cases_that_meet_the_standard(run, kind, tmp_path):
    sealed, opened = tmp_path / f"cases.{kind}.age", tmp_path / f"cases.{kind}"
    done = run(sealed, "--format", kind, "--recipient", str(KEY.to_public()))
    assert done.exit_code == 0
    assert sealed.stat().st_mode & 0o777 == 0o600
    assert sealed.read_bytes().startswith(b"age-encryption.org")
    opened.write_bytes(pyrage.decrypt(sealed.read_bytes(), [KEY]))
    found = verdict.judge(opened)
    assert found.records > 0
    assert found.violations == []
    assert f"{sealed}: {found.records} cases; left out: " in done.stderr
    assert done.stdout == ""


def test_plain_says_what_that_means(run, tmp_path):
    done = run(tmp_path / "cases.csv", "--plain")
    assert done.exit_code == 0
    assert "This file is not sealed." in done.stderr
    assert verdict.judge(tmp_path / "cases.csv").violations == []


def test_what_was_left_out_is_named_and_ends_strictly_with_one(run, tmp_path):
    words = (tmp_path / "cases.csv", "--plain")
    for email, more, ends in ((THERAPIST, (), 0), (THERAPIST, ("--strict",), 1)):
        done = run(*words, *more, email=email)
        assert done.exit_code == ends
        assert ": the whole file: not all of it is yours to read: contact" in done.stderr
        assert "cases.csv: 0 cases; left out: 0 values and " in done.stderr


@pytest.mark.parametrize(
    ("told", "who", "says"),
    [
        (["a.csv"], {}, "say to whom it is sealed"),
        (["a.csv", "--plain", "--recipient", "age1x"], {}, "say to whom it is sealed"),
        (["a.csv", "--recipient", str(KEY.to_public())], {}, "ends in .csv.age"),
        (["a.csv.age", "--plain"], {}, "ends in .csv"),
        (["a.csv", "--plain"], {"email": "niemand@example.org"}, "nobody here signs in"),
        (["a.csv", "--plain"], {"email": "case_manager.inactive@example.org"}, "nobody here signs in"),
        (["a.csv", "--plain"], {"email": "intake.team@example.org"}, "has no app that shows codes"),
        (["a.csv", "--plain"], {"typed": "000000\n"}, "this code is not right"),
        (["a.csv", "--plain"], {"typed": ""}, "this code is not right"),
        (["a.csv", "--plain"], {"agency": "Verzonnen niets"}, "there is no agency"),
        (["a.csv", "--plain"], {"agency": "Verzonnen partner none"}, "does not work there"),
    ],
)
def test_what_it_does_not_do_it_says_in_one_line_and_writes_nothing(run, tmp_path, told, who, says):
    name, *words = told
    done = run(tmp_path / name, *words, **who)
    assert done.exit_code == 1
    assert says in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_code_proves_it_once_and_each_try_is_in_the_log(run, committed, tmp_path):
    typed = fresh_code()
    assert run(tmp_path / "one.csv", "--plain", typed=typed).exit_code == 0
    again = run(tmp_path / "two.csv", "--plain", typed=typed)
    assert (again.exit_code, "or was used already" in again.stderr) == (1, True)
    assert typed.strip() not in again.output
    with psycopg.connect(committed.address("owner")) as owner:
        question = (
            "SELECT activity, outcome, facts->>'reason' FROM audit_entry WHERE facts->>'step' = 'command' ORDER BY at"
        )
        tried = owner.execute(question).fetchall()
    assert tried == [("step-up", "done", None), ("sign-in-failed", "failed", "wrong")]
    assert run(tmp_path / "two.csv", "--plain", typed=f"{code(1)}\n").exit_code == 0


def test_who_guesses_is_shut_out_and_the_right_code_too(run, tmp_path):
    said = [run(tmp_path / "a.csv", "--plain", typed=f"{guess:06d}\n").stderr for guess in range(6)]
    assert ["too many tries" in each for each in said] == [False] * 5 + [True]
    assert "too many tries" in run(tmp_path / "a.csv", "--plain", typed=f"{code()}\n").stderr
    assert list(tmp_path.iterdir()) == []
