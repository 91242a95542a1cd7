# SPDX-License-Identifier: EUPL-1.2
"""A file is not closed over what neighbours say must end first; what goes on without it has to be seen."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from baken.closed.casework import actions as casework
from baken.closed.casework.person.actions import write_guardian
from baken.closed.minors import actions as minors
from baken.closed.plan import closing
from baken.closed.plan.tests.desk import INTAKE, LEAD, day

_TERM = "INSERT INTO legal_watch (id, dossier_id, until) VALUES (gen_random_uuid(), %s, %s)"
DANGER = {"suspicion": "yes", "danger": "yes"}


def close(desk, **given):
    with desk.working():
        return closing.close(dossier=desk.file, outcome="own-life", words="Verzonnen einde", **given)


def refused(desk):
    with pytest.raises(ValidationError) as told:
        close(desk)
    return told.value.messages


def decided(desk):
    """Decide in a round that it is reported to Veilig Thuis, and return the round."""
    with desk.working():
        walked = minors.begin_round(dossier=desk.file, about="child")
        told = {"signals": {}, "consult": {"with": ["colleague"]}, "talk": {"with": ["child"]}}
        given = {"dossier": desk.file, "round": walked.pk, "on": day(0), "words": "Verzonnen woorden"}
        for key, words in {**told, "weigh": {"answers": DANGER}}.items():
            minors.take_step(**given, key=key, told=words)
        minors.decide(**given, decision=frozenset({"report"}))
    return walked


def test_a_round_that_runs_stands_in_the_way(desk):
    with desk.working():
        minors.begin_round(dossier=desk.file, about="child")
    assert len(refused(desk)) == 1


def test_a_report_that_was_decided_and_not_made_stands_in_the_way(desk):
    walked = decided(desk)
    assert len(refused(desk)) == 1
    with desk.working():
        told = {"on": day(0), "at": datetime.time(9), "number": "V-1", "words": ""}
        minors.report(dossier=desk.file, round=walked.pk, **told)
    assert close(desk)


def test_a_child_over_whom_nobody_has_authority_stands_in_the_way(desk):
    with desk.working():
        casework.write_identity(dossier=desk.file, born=day(-6000))
    desk.owner.execute("UPDATE casework_guardian SET struck_at = now(), struck_by_id = recorded_by_id")
    assert len(refused(desk)) == 1
    with desk.working():
        told = {"kind": "nidos", "name": "Verzonnen Voogd", "phone": "", "since": day(-90), "until": None}
        write_guardian(dossier=desk.file, **told)
    assert close(desk)


def test_terms_that_still_run_are_named_by_nobody_and_have_to_be_seen(desk, signed_in):
    desk.owner.execute(_TERM, [desk.file, day(9)])
    assert len(refused(desk)) == 1
    # Whoever did its intake reads nothing of the law in it, and is warned as well.
    client, page = signed_in(desk.key(INTAKE)), reverse("close_file", args=[desk.file])
    assert "Terms of the law still run" in client.get(page, HTTP_ACCEPT_LANGUAGE="en").content.decode()
    given = {"outcome": "own-life", "words": "Verzonnen einde"}
    assert client.post(page, given).context["form"].errors.keys() == {"seen"}
    assert client.post(page, {**given, "seen": "on"}).status_code == 302


def test_where_nothing_goes_on_nothing_has_to_be_ticked(desk, signed_in):
    client = signed_in(desk.key(LEAD))
    assert 'name="seen"' not in client.get(reverse("close_file", args=[desk.file])).content.decode()
