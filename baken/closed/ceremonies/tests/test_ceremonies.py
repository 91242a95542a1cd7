# SPDX-License-Identifier: EUPL-1.2
"""A forgotten passphrase is made good by three people in three sessions; the log says who did what."""

import pytest
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.audit.models import Entry
from baken.closed.vault.models import PersonalKey, Share
from tests.cast import PASSPHRASE, canary

NEW = "een heel andere verzonnen wachtzin"
CHOSEN = {"new": NEW, "again": NEW}
HOLDER, LEFT = ("case_manager", "team"), ("case_manager", "ex_team")
MANAGER, OFFICER = ("manager", "same"), ("privacy_officer", "same")


@pytest.fixture
def held(cast):
    """Provide what a holder's form holds: a passphrase, and who could help her."""
    return CHOSEN | {"keepers": [str(cast.person(*who)) for who in (MANAGER, OFFICER)]}


@pytest.fixture
def at(cast, signed_in):
    """Provide the client as somebody of the cast."""
    return lambda who: signed_in(cast.person(*who))


def entries(cast, kind):
    with working_as(cast.person(*OFFICER)):
        found = Entry.objects.filter(activity="key-ceremony", kind=kind).order_by("at")
        return [(each.action, each.outcome) for each in found]


def renewals(at, who):
    return [each.renewal.pk for each in at(who).get(reverse("keeper")).context["waiting"]]


def opened(at, cast, who, passphrase):
    page = reverse("whereabouts", args=[cast.files["main"]])
    return canary("whereabouts") in at(who).post(page, {"passphrase": passphrase}).content.decode()


def helped(at, keeper, renewal, passphrase=PASSPHRASE):
    return at(keeper).post(reverse("pass_on", args=[renewal]), {"passphrase": passphrase})


def test_two_keepers_give_a_holder_her_key_back(cast, at):
    before = set(renewals(at, MANAGER))
    at(HOLDER).post(reverse("forgotten"), CHOSEN)
    (renewal,) = set(renewals(at, MANAGER)) - before
    for keeper in (MANAGER, OFFICER):
        assert helped(at, keeper, renewal).url == reverse("keeper")
        assert renewal not in renewals(at, keeper)
    page = at(HOLDER).get(reverse("forgotten"))
    assert page.context["renewal"].helped == 2
    assert at(HOLDER).post(reverse("finish"), {"passphrase": NEW}).url == reverse("my_vault")
    assert opened(at, cast, HOLDER, NEW)
    assert not opened(at, cast, HOLDER, PASSPHRASE)
    assert entries(cast, "renewal") == [("C", "done"), ("U", "done"), ("U", "done")]
    assert entries(cast, "holder") == [("U", "done")]


def test_with_one_keeper_nothing_is_given_back(cast, at):
    at(HOLDER).post(reverse("forgotten"), CHOSEN)
    helped(at, MANAGER, renewals(at, MANAGER)[-1])
    answer = at(HOLDER).post(reverse("finish"), {"passphrase": NEW})
    assert answer.context["finishing"].non_field_errors()
    assert opened(at, cast, HOLDER, PASSPHRASE)


def test_a_wrong_passphrase_is_said_and_written_down(cast, at):
    (renewal,) = renewals(at, MANAGER)
    answer = helped(at, MANAGER, renewal, NEW)
    assert "passphrase" in answer.context["form"].errors
    assert renewal in renewals(at, MANAGER)
    assert entries(cast, "renewal") == [("U", "failed")]


def test_tries_are_counted(cast, at):
    (renewal,) = renewals(at, MANAGER)
    for _ in range(5):
        helped(at, MANAGER, renewal, NEW)
    answer = helped(at, MANAGER, renewal)
    assert answer.context["form"].non_field_errors()
    assert entries(cast, "renewal") == [("U", "failed")] * 5
    assert entries(cast, "") == [("E", "refused")]


@pytest.mark.parametrize("who", [("manager", "team"), ("manager", "ex_team"), ("manager", "none"), HOLDER, LEFT])
def test_who_was_not_asked_does_not_find_it(cast, at, who):
    (renewal,) = renewals(at, MANAGER)
    assert at(who).get(reverse("pass_on", args=[renewal])).status_code == 404


def test_she_who_remembers_takes_it_back(cast, at):
    assert at(LEFT).get(reverse("my_vault")).context["renewal"]
    at(LEFT).post(reverse("withdraw_renewal"))
    assert not at(LEFT).get(reverse("my_vault")).context["renewal"]
    assert renewals(at, MANAGER) == []


def test_a_passphrase_is_changed_with_the_one_that_was(cast, at, held):
    page = reverse("my_vault")
    wrong = at(HOLDER).post(page, {"old": NEW, **held})
    assert "old" in wrong.context["form"].errors
    assert at(HOLDER).post(page, {"old": PASSPHRASE, **held}).url == page
    assert opened(at, cast, HOLDER, NEW)
    assert entries(cast, "holder") == [("U", "failed"), ("U", "done")]


@pytest.mark.parametrize(
    ("form", "field"),
    [({"new": NEW, "again": NEW + "."}, "again"), ({"new": "kort", "again": "kort"}, "new"), ({"again": NEW}, "new")],
)
def test_a_form_says_what_is_wrong(form, field, at):
    answer = at(MANAGER).post(reverse("keeper"), form)
    assert field in answer.context["form"].errors
    assert NEW not in answer.content.decode()


def test_nobody_chooses_where_no_two_keep(cast, at):
    who = ("shelter", "none")
    answer = at(who).get(reverse("my_vault"))
    assert not answer.context["ready"]
    answer = at(who).post(reverse("my_vault"), CHOSEN)
    assert not PersonalKey.objects.filter(user=cast.person(*who)).exists()


def test_a_worker_chooses_and_can_be_sealed_to(cast, at, held):
    who = ("shelter", "team")
    assert at(who).get(reverse("my_vault")).context["ready"]
    assert at(who).post(reverse("my_vault"), held).url == reverse("my_vault")
    page = reverse("write_whereabouts", args=[cast.files["main"]])
    choices = at(HOLDER).get(page).context["form"].fields["holders"].choices
    assert str(cast.person(*who)) in dict(choices)


def test_a_holder_is_told_when_too_few_could_help_her(cast, at, held):
    assert at(HOLDER).get(reverse("my_vault")).context["kept"]
    for keeper in (MANAGER, OFFICER, ("manager", "team")):
        at(keeper).post(reverse("keeper"), CHOSEN)
    assert not at(HOLDER).get(reverse("my_vault")).context["kept"]
    again = {"old": PASSPHRASE, "new": PASSPHRASE, "again": PASSPHRASE}
    at(HOLDER).post(reverse("my_vault"), {**again, "keepers": held["keepers"]})
    assert at(HOLDER).get(reverse("my_vault")).context["kept"]
    assert Share.objects.filter(holder__user=cast.person(*HOLDER)).count() == 2


def test_her_key_is_shared_out_to_whom_she_names_and_to_nobody_else(cast, at, held):
    who, page = ("shelter", "team"), reverse("my_vault")
    named = dict(at(who).get(page).context["form"].fields["keepers"].choices)
    assert set(held["keepers"]) < named.keys()
    assert "keepers" in at(who).post(page, held | {"keepers": held["keepers"][:1]}).context["form"].errors
    stranger = str(cast.person("manager", "none"))
    assert "keepers" in at(who).post(page, held | {"keepers": [*held["keepers"], stranger]}).context["form"].errors
    at(who).post(page, held)
    shared = Share.objects.filter(holder__user=cast.person(*who)).values_list("keeper__user", flat=True)
    assert {str(user) for user in shared} == set(held["keepers"])


def test_both_see_the_number_that_they_compare_aloud(at):
    (waiting,) = at(MANAGER).get(reverse("keeper")).context["waiting"]
    assert waiting.spoken in at(LEFT).get(reverse("forgotten")).content.decode()
    assert waiting.spoken in at(MANAGER).get(reverse("pass_on", args=[waiting.renewal.pk])).content.decode()


def test_nobody_takes_the_place_of_what_waits(at):
    (before,) = renewals(at, MANAGER)
    answer = at(LEFT).post(reverse("forgotten"), CHOSEN)
    assert answer.context["asking"].non_field_errors()
    assert renewals(at, MANAGER) == [before]


def test_today_tells_her_that_it_was_asked_in_her_name(at):
    assert at(LEFT).get(reverse("today")).context["asked"]
    for who in (HOLDER, MANAGER):
        assert not at(who).get(reverse("today")).context["asked"]


def test_a_right_passphrase_that_leads_nowhere_is_written_down_too(cast, at):
    at(HOLDER).post(reverse("forgotten"), CHOSEN)
    at(HOLDER).post(reverse("finish"), {"passphrase": NEW})
    assert entries(cast, "holder") == [("U", "failed")]


def test_who_asked_for_nothing_takes_nothing_back(at):
    for who in (HOLDER, MANAGER, ("shelter", "team")):
        assert at(who).post(reverse("withdraw_renewal")).status_code == 404


def test_today_shows_a_keeper_whom_she_can_help(at):
    assert at(MANAGER).get(reverse("today")).context["forgotten"]
    for who in (HOLDER, ("manager", "team"), ("manager", "none")):
        assert not at(who).get(reverse("today")).context["forgotten"]


@pytest.mark.parametrize("name", ["my_vault", "forgotten"])
def test_it_asks_for_the_second_factor_again(name, cast, signed_in):
    client = signed_in(cast.person(*HOLDER), fresh=False)
    assert client.get(reverse(name)).url.startswith("/account/confirm/")


def test_the_privacy_officer_sees_what_was_done_with_keys(cast, at, held):
    at(HOLDER).post(reverse("my_vault"), {"old": NEW, **held})
    at(MANAGER).post(reverse("keeper"), CHOSEN)
    page = at(OFFICER).get(reverse("log"), HTTP_ACCEPT_LANGUAGE="en").content.decode()
    assert "changed the vault passphrase" in page
    assert "started anew as a keeper" in page
    assert "failed" in page


def test_a_right_passphrase_lets_the_tries_before_it_go(cast, at, held):
    page = reverse("my_vault")
    for _ in range(4):
        at(HOLDER).post(page, {"old": NEW, **held})
    assert at(HOLDER).post(page, {"old": PASSPHRASE, **held}).url == page
    assert at(HOLDER).post(page, {"old": NEW, **held}).url == page
