# SPDX-License-Identifier: EUPL-1.2
"""What the person concerned is told of who saw her file: everything that was done, by nobody's name."""

import pytest
from django.urls import reverse

from baken.closed.access import reads as access
from baken.closed.access.context import working_as
from baken.closed.audit.models import Entry
from baken.closed.audit.rules import Seen
from baken.closed.oversight import reads

LEAD, OFFICER = ("case_manager", "team"), ("privacy_officer", "same")


@pytest.mark.parametrize("who", [LEAD, OFFICER])
def test_it_tells_what_was_read_and_where_it_stood_in_a_list_and_no_refusal(who, cast):
    with working_as(cast.person(*who)):
        told = access.told(cast.files["main"])
    assert [each.activity for each in told] == ["read", "read", "list"]
    assert told == sorted(told, key=lambda each: each.at)


def test_it_names_no_colleague_and_no_other_file(cast):
    with working_as(cast.person(*LEAD)):
        told = access.told(cast.files["main"])
    assert Seen._fields == ("at", "agency", "roles", "activity", "part", "ground")
    assert not {str(cast.person(*LEAD)), str(cast.files["empty"])} & {str(value) for each in told for value in each}


def test_two_who_tell_her_tell_the_same(cast):
    with working_as(cast.person(*LEAD)):
        by_the_team = access.told(cast.files["main"])
    with working_as(cast.person(*OFFICER)):
        assert access.told(cast.files["main"]) == by_the_team


@pytest.mark.parametrize(
    "who", [("shelter", "team"), ("manager", "same"), ("case_manager", "same"), ("intake", "none")]
)
def test_it_tells_nothing_to_who_does_not_tell_her(who, cast):
    with working_as(cast.person(*who)):
        assert access.told(cast.files["main"]) == []


def test_telling_her_is_itself_in_the_log(cast):
    file = cast.files["main"]
    with working_as(cast.person(*LEAD)):
        reads.overview(file)
    with working_as(cast.person(*OFFICER)):
        told = Entry.objects.filter(dossier_id=file, user_id=cast.person(*LEAD), activity__in=["print", "log-read"])
        assert {each.activity for each in told} == {"print", "log-read"}


@pytest.mark.parametrize(("name", "who", "kind"), [
    ("log", OFFICER, "dossier"), ("retention", ("manager", "same"), "erasure"), ("files", LEAD, "dossier"),
])  # fmt: skip
def test_a_list_of_covers_names_the_files_it_showed(name, who, kind, cast, signed_in):
    assert signed_in(cast.person(*who)).get(reverse(name)).status_code == 200
    with working_as(cast.person(*OFFICER)):
        listed = Entry.objects.filter(user_id=cast.person(*who), activity="list", kind=kind).latest("at")
    assert str(cast.files["main"]) in listed.objects_touched
