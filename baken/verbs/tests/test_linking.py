# SPDX-License-Identifier: EUPL-1.2
"""Lists are counted by pseudonyms: alike however a line is written, unlike under another key, and never a name."""

import stat

import pytest
from click.testing import CliRunner

from baken.hidden_population import tables
from baken.verbs.linking import link

POLICE = "Verzonnen Anna 1999-05-01\nVerzonnen Bo 2001-01-31\nVerzonnen Ca 1988-12-12\n"
CARE = "verzonnen  ánna 1999-05-01\nVerzonnen Da 1970-07-07\n\n"


@pytest.fixture
def run(tmp_path):
    def asked(*words):
        return CliRunner().invoke(link, [str(each) for each in words])

    return asked


@pytest.fixture
def made(run, tmp_path):
    """Provide a way to make pseudonyms of a list, under a key of its own or the one of all."""
    run("key", tmp_path / "key")

    def make(name, text, key="key"):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        done = run("pseudonyms", tmp_path / f"{name}.txt", "--key", tmp_path / key, "--out", tmp_path / name)
        assert done.exit_code == 0, done.output
        return tmp_path / name

    return make


def test_who_is_on_both_lists_is_counted_once(run, made):
    done = run("count", made("police", POLICE), made("care", CARE))
    table = tables.read(done.stdout.splitlines())
    assert table.lists == ("police", "care")
    assert list(table.counts) == [0, 2, 1, 1]


def test_pseudonyms_tell_nobody_and_not_the_order(made):
    text = made("police", POLICE).read_text()
    assert "erzonnen" not in text
    assert text.splitlines() == sorted(text.splitlines())
    assert len(text.splitlines()) == 3


def test_another_key_makes_other_pseudonyms(run, made, tmp_path):
    run("key", tmp_path / "other")
    done = run("count", made("police", POLICE), made("care", CARE, key="other"))
    assert list(tables.read(done.stdout.splitlines()).counts) == [0, 3, 2, 0]


def test_a_key_is_for_its_owner_alone_and_is_never_written_over(run, tmp_path):
    run("key", tmp_path / "key")
    before = (tmp_path / "key").read_text()
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert run("key", tmp_path / "key").exit_code == 1
    assert (tmp_path / "key").read_text() == before


@pytest.mark.parametrize("key", ["", "zz", "00" * 16, "é"])
def test_what_is_no_key_is_refused(run, tmp_path, key):
    (tmp_path / "key").write_text(key, encoding="utf-8")
    (tmp_path / "list").write_text(POLICE, encoding="utf-8")
    done = run("pseudonyms", tmp_path / "list", "--key", tmp_path / "key", "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert "is no key" in done.output
    assert not (tmp_path / "out").exists()


def test_names_are_not_counted_and_not_repeated(run, made, tmp_path):
    (tmp_path / "names").write_text(POLICE, encoding="utf-8")
    done = run("count", made("care", CARE), tmp_path / "names")
    assert done.exit_code == 1
    assert "line 1 is no pseudonym" in done.output
    assert "Anna" not in done.output


def test_two_lists_of_one_name_are_refused(run, made):
    police = made("police", POLICE)
    assert "name of its own" in run("count", police, police).output


def test_few_on_a_list_are_minded(run, made):
    done = run("count", made("police", POLICE), made("care", CARE))
    assert "persons on list care: 2" in done.stderr
