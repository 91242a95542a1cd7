# SPDX-License-Identifier: EUPL-1.2
"""`baken export htcds`: a sealed file that only its receiver opens, and what was left out in words."""

import contextlib

import pyrage
import pytest
from click.testing import CliRunner

from baken.core import doors
from baken.standards.htcds.validating import verdict
from baken.verbs.handing import htcds

KEY = pyrage.x25519.Identity.generate()
CENTRE, LEAD, THERAPIST = "Verzonnen centrum", "case_manager.team@example.org", "therapist.team@example.org"


@pytest.fixture
def run(cast, monkeypatch):
    monkeypatch.setattr(doors, "ready", lambda _door: contextlib.nullcontext())

    def run(out, *words, agency=CENTRE, email=LEAD):
        said = ["--agency", agency, "--as", email, "--out", str(out), *words]
        return CliRunner().invoke(htcds, said)

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
    for email, more, code in ((THERAPIST, (), 0), (THERAPIST, ("--strict",), 1)):
        done = run(*words, *more, email=email)
        assert done.exit_code == code
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
