# SPDX-License-Identifier: EUPL-1.2
"""Made-up cases become files as a worker's do: sealed, on a team, logged; once, and never among real ones unasked."""

import psycopg
import pytest
from click import ClickException

from baken.accounts.models import User
from baken.closed.access.context import working_as
from baken.closed.casework import reads
from baken.closed.casework.ctdc import actions, founding
from baken.closed.vault.models import DossierKey
from baken.core import addresses
from baken.core.children import ChildError
from baken.verbs import cases

HEADER = "yearRegister,gender,majorityStatus,isForcedLabour\n"
ROWS = "2019,Female,Minor,1\n2019,Female,Minor,1\n2020,Q,Adult,1\n,Male,,\n"


@pytest.fixture
def bring(committed, monkeypatch, tmp_path):
    for each in addresses.DATABASES["closed"]:
        monkeypatch.setenv(each.owner, committed.address("owner", each.alias))

    def asked(_around, word, *words):
        """Ask as the owner within this process: a process of its own takes seconds to come up."""
        with committed.owning():
            try:
                return getattr(founding, word)(*words)
            except SystemExit as error:
                raise ChildError(str(error)) from error

    def bring(rows=ROWS, *, children=False, **how):
        path = tmp_path / "made-up.csv"
        path.write_text(HEADER + rows, encoding="utf-8")
        with monkeypatch.context() as patch:
            if not children:
                patch.setattr(cases, "_asked", asked)
            return cases.bring_in(path, **how)

    return bring


@pytest.fixture
def owner(committed):
    with psycopg.connect(committed.address("owner"), autocommit=True) as owner:
        yield lambda question: owner.execute(question).fetchall()


def counts(report):
    return report["new"], report["same"], [(each["reason"], each["lines"]) for each in report["refused"]]


def test_a_row_becomes_a_file_once(bring, owner):
    refused = [("unknown code in gender", [4])]
    assert counts(bring(dry_run=True)) == (3, 0, refused)
    assert owner("SELECT count(*) FROM access_dossier") == [(0,)]
    assert counts(bring(children=True)) == (3, 0, refused)
    assert counts(bring()) == (0, 3, refused)
    assert counts(bring("2018,Male,Adult,\n" + ROWS)) == (1, 3, [("unknown code in gender", [5])])
    with working_as(User.objects.get(email__startswith="synthetisch-").pk):
        found = {each.pk: reads.file(each.pk) for each in reads.my_files()[0]}
    names = sorted(each.identity.name for each in found.values())
    assert names == ["Synthetisch 000001", "Synthetisch 000001", "Synthetisch 000002", "Synthetisch 000004"]
    minors = [each for each in found.values() if each.person.may_be_minor]
    assert {each.status.standing.said.on.year for each in minors} == {2019}
    assert all("Er bestaat geen persoon" in note.text for each in found.values() for note in each.notes)
    for table, column in (("casework_note", "text"), ("casework_identity", "name")):
        assert owner(f"SELECT count(*) FROM {table} WHERE encode({column}, 'escape') LIKE '%ynthetisch%'") == [(0,)]  # noqa: S608
    written = owner(
        "SELECT dossier_id, count(*) FROM audit_entry WHERE action = 'C' AND dossier_id IS NOT NULL GROUP BY 1"
    )
    # Opened, identity, note; and the status, for the three whose year is known.
    assert sorted(count for _, count in written) == [3, 4, 4, 4]


def test_what_was_cut_off_goes_on_and_leaves_no_key_behind(bring, owner, monkeypatch):
    whole = actions._bring

    def cut_off(agency, reading):
        if reading.number == 4:
            raise KeyboardInterrupt
        whole(agency, reading)

    monkeypatch.setattr(actions, "_bring", cut_off)
    with pytest.raises(KeyboardInterrupt):
        bring()
    assert owner("SELECT count(*) FROM access_dossier") == [(0,)]
    assert DossierKey.objects.count() == 3
    monkeypatch.setattr(actions, "_bring", whole)
    assert counts(bring())[:2] == (3, 0)
    keys = {str(key) for key in DossierKey.objects.values_list("pk", flat=True)}
    assert keys == {str(key) for (key,) in owner("SELECT id FROM access_dossier")}


def test_beside_other_files_it_asks_how_many_there_are(cast, bring, owner):
    ((others, name),) = owner(
        "SELECT count(*), (SELECT min(name) FROM access_agency WHERE kind = 'centre') FROM access_dossier"
    )
    for yes in (None, others - 1):
        with pytest.raises(ChildError, match=f"holds {others} files that no import made: say --yes {others}"):
            bring(agency=name, yes=yes)
    assert counts(bring(agency=name, yes=others))[:2] == (3, 0)
    # An agency with people of its own gets no made-up ones: its own open the files.
    assert owner("SELECT count(*) FROM accounts_user WHERE email LIKE 'synthetisch-%'") == [(0,)]
    assert counts(bring(agency=name, yes=others))[:2] == (0, 3)


def test_who_starts_tomorrow_is_given_no_files_today(cast, bring, committed):
    with committed.owning():
        room = founding.staff("Verzonnen centrum", 1)["room"]
    assert str(cast.people["intake.same"]) in room
    assert not {str(cast.people[f"{role}.post_later"]) for role in ("intake", "case_manager")} & room.keys()


def test_two_do_not_import_at_once(bring, committed):
    with psycopg.connect(committed.address("runtime"), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [actions._LOCK])
        with pytest.raises(ClickException, match="another import"):
            bring()


def test_after_9999_files_of_a_year_a_number_grows(bring, owner, committed):
    bring()
    with psycopg.connect(committed.address("owner"), autocommit=True) as owning:
        owning.execute("UPDATE access_numbering SET last = 9998")
    bring("2011,Male,,\n2012,Male,,\n2013,Male,,\n")
    numbers = {number.partition("-")[2] for (number,) in owner("SELECT number FROM access_dossier")}
    assert numbers == {"0001", "0002", "0003", "9999", "10000", "10001"}
