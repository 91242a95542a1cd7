# SPDX-License-Identifier: EUPL-1.2
import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/nergens/", "/cases/1"])
def test_it_is_stored_nowhere(client, path):
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


def test_it_leads_a_stranger_to_the_sign_in_page(client):
    answer = client.get("/")
    assert (answer.status_code, answer.url) == (302, "/sign-in/?next=/")


@pytest.mark.parametrize("path", ["/nergens/", "/cases/1"])
def test_it_has_nothing_where_nothing_is(client, path):
    assert client.get(path).status_code == 404


def test_it_takes_no_form_in_another_charset(client):
    form = b'--x\r\nContent-Disposition: form-data; name="login"\r\n\r\n\\ud800\r\n--x--\r\n'
    for charset, status in (("unicode_escape", 400), ("UTF-8", 404)):
        kind = f"multipart/form-data; boundary=x; charset={charset}"
        assert client.post("/nergens/", form, content_type=kind).status_code == status
