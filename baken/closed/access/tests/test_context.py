# SPDX-License-Identifier: EUPL-1.2
"""A request knows who asks, for its own length; a refusal stays in the log although all else is rolled back."""

import psycopg
import pytest
from django.db import connection
from django.http import StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse

from baken.closed.access.context import working_as
from baken.closed.access.models import Dossier


def setting(name="baken.user_id"):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s, true)", [name])
        return cursor.fetchone()[0]


def entries(committed, **wanted):
    where = " AND ".join(f"{name} = %s" for name in wanted)
    with psycopg.connect(committed.address("owner")) as db:
        question = f"SELECT activity, outcome, facts FROM audit_entry WHERE {where}"  # noqa: S608 - own words
        return db.execute(question, [*wanted.values()]).fetchall()


def test_it_knows_nobody_after_the_request(cast, signed_in):
    signed_in(cast.person("case_manager", "team")).get(reverse("files"))
    assert not setting()
    assert Dossier.objects.count() == 0


def test_it_sees_nothing_without_a_context(cast):
    assert Dossier.objects.count() == 0
    with working_as(cast.person("case_manager", "team")):
        assert Dossier.objects.filter(pk=cast.files["main"]).exists()


def test_it_keeps_a_refusal_in_the_log(cast, committed, signed_in):
    stranger = cast.person("case_manager", "none")
    assert signed_in(stranger).get(reverse("file", args=[cast.files["main"]])).status_code == 404
    (entry,) = entries(committed, user_id=stranger, dossier_id=cast.files["main"], outcome="refused")
    assert entry[0] == "refusal"
    assert entry[2]["reason"] == "no-ground-to-read-cover"


def test_it_refuses_to_answer_when_the_log_cannot_be_written(cast, committed, signed_in):
    client = signed_in(cast.person("case_manager", "team"))
    with psycopg.connect(committed.address("owner")) as db:
        db.execute("REVOKE INSERT ON audit_entry FROM baken_closed_runtime")
    client.raise_request_exception = False
    answer = client.get(reverse("file", args=[cast.files["main"]]))
    assert answer.status_code == 500
    assert b"kanarie" not in answer.content


@pytest.mark.parametrize(
    "answer", [lambda request: TemplateResponse(request, "404.html"), lambda request: StreamingHttpResponse([b"x"])]
)
def test_it_refuses_an_answer_that_is_not_finished(cast, signed_in, monkeypatch, answer):
    client = signed_in(cast.person("case_manager", "team"))
    monkeypatch.setattr("baken.closed.casework.reads.my_files", lambda page: ([], False))
    monkeypatch.setattr("baken.closed.casework.views.render", lambda request, *_: answer(request))
    with pytest.raises(TypeError, match="finished page"):
        client.get(reverse("files"))
