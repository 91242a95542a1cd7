# SPDX-License-Identifier: EUPL-1.2
import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/nergens/", "/cases/1"])
def test_it_is_stored_nowhere(client, path):
    answer = client.get(path)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


@pytest.mark.parametrize("path", ["/", "/nergens/"])
def test_it_shows_a_stranger_the_sign_in_page_only(client, path):
    answer = client.get(path)
    assert answer.status_code in {302, 404}
    assert answer.status_code == 404 or answer.url.startswith("/sign-in/")
