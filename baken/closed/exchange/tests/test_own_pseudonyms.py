# SPDX-License-Identifier: EUPL-1.2
"""`baken link files`: our own files as a sealed list of pseudonyms, which counts beside the lists of others."""

import contextlib
import datetime

import pyrage
import pytest
from click.testing import CliRunner

from baken.closed.access.context import working_as
from baken.closed.casework.actions import write_identity
from baken.closed.exchange.tests.desk import fresh_code, with_app
from baken.core import doors
from baken.hidden_population import tables
from baken.verbs.linking import link

KEY = pyrage.x25519.Identity.generate()
CENTRE, LEAD = "Verzonnen centrum", "case_manager.team@example.org"
POLICE = "Verzonnen Anna 1999-05-01\nVerzonnen Bo 2001-01-31\n"


@pytest.fixture
def run(cast, monkeypatch, tmp_path):
    monkeypatch.setattr(doors, "ready", lambda _door: contextlib.nullcontext())
    with working_as(cast.person("case_manager", "team")):
        born = datetime.date(1999, 5, 1)
        write_identity(dossier=cast.files["main"], name="Verzonnen Ánna", born=born)
    CliRunner().invoke(link, ["key", str(tmp_path / "key")])

    for relation in ("case_manager.team", "therapist.team", "case_manager.inactive"):
        with_app(cast.people[relation])

    def run(out, *words, agency=CENTRE, email=LEAD, typed=None):
        said = ["files", "--agency", agency, "--as", email, "--key", tmp_path / "key", "--out", tmp_path / out, *words]
        return CliRunner().invoke(link, list(map(str, said)), input=fresh_code() if typed is None else typed)

    return run


def test_ours_and_others_are_counted_together_and_no_name_is_seen(run, tmp_path):
    done = run("centre.txt.age", "--recipient", str(KEY.to_public()))
    assert done.exit_code == 0, done.output
    sealed = tmp_path / "centre.txt.age"
    assert sealed.stat().st_mode & 0o777 == 0o600
    assert sealed.read_bytes().startswith(b"age-encryption.org")
    assert "nna" not in done.stdout + done.stderr
    opened = tmp_path / "centre.txt"
    opened.write_bytes(pyrage.decrypt(sealed.read_bytes(), [KEY]))
    assert "erzonnen" not in opened.read_text()
    (tmp_path / "list").write_text(POLICE, encoding="utf-8")
    police = str(tmp_path / "police")
    CliRunner().invoke(link, ["pseudonyms", str(tmp_path / "list"), "--key", str(tmp_path / "key"), "--out", police])
    counted = tables.read(CliRunner().invoke(link, ["count", police, str(opened)]).stdout.splitlines())
    assert counted.lists == ("police", "centre")
    assert (counted.on(0b11), counted.on(0b01)) == (1, 2)


def test_plain_says_what_that_means_and_what_was_left_out_is_told(run, tmp_path):
    done = run("centre.txt", "--plain")
    assert done.exit_code == 0
    assert "This file is not sealed." in done.stderr
    lines = (tmp_path / "centre.txt").read_text().splitlines()
    assert f"centre.txt: {len(lines)} pseudonyms; left out: " in done.stderr


@pytest.mark.parametrize(
    ("told", "who", "says"),
    [
        (["a.txt"], {}, "say to whom it is sealed"),
        (["a.txt", "--recipient", str(KEY.to_public())], {}, "ends in .txt.age"),
        (["a.txt", "--plain"], {"email": "niemand@example.org"}, "nobody here signs in"),
        (["a.txt", "--plain"], {"email": "case_manager.inactive@example.org"}, "nobody here signs in"),
        (["a.txt", "--plain"], {"email": "intake.team@example.org"}, "has no app that shows codes"),
        (["a.txt", "--plain"], {"typed": "000000\n"}, "this code is not right"),
        (["a.txt", "--plain"], {"email": "therapist.team@example.org"}, "coordinates no files there"),
        (["a.txt", "--plain"], {"agency": "Verzonnen niets"}, "there is no agency"),
        (["a.txt", "--plain"], {"agency": "Verzonnen partner none"}, "coordinates no files there"),
    ],
)
def test_what_it_does_not_do_it_says_in_one_line_and_writes_nothing(run, tmp_path, told, who, says):
    name, *words = told
    done = run(name, *words, **who)
    assert done.exit_code == 1
    assert says in done.stderr
    assert not (tmp_path / name).exists()
