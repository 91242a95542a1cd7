# SPDX-License-Identifier: EUPL-1.2
"""What a browser is told with every answer: load nothing of others, guess nothing, keep nothing."""

import json
import os
import subprocess
import sys

import pytest
from django.urls import reverse

from baken.accounts.tests.people import PASSWORD, code, person, sign_in
from baken.settings.environment import ROOT

pytestmark = pytest.mark.django_db(databases="__all__")
HTTPS = """
import json
from baken.settings import closed as door
names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
         "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT", "DEBUG")
print(json.dumps({name: getattr(door, name, None) for name in names}))
"""


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/account/sessions/", "/nergens/", "/files/"])
def test_every_answer_bears_them(client, path):
    headers = sign_in(client, person()).get(path).headers
    policy = headers["Content-Security-Policy"]
    for word in ("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert word in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_no_script_reads_its_cookies_and_no_other_site_sends_them(client):
    worker = person()
    client.post(reverse("account_login"), {"login": worker.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code()})
    client.get(reverse("account_sessions"))
    assert set(client.cookies) == {"baken_closed_session", "baken_closed_csrf"}
    for cookie in client.cookies.values():
        assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Strict", "/", "")


def test_signing_out_leaves_nothing_in_the_browser(client):
    answer = sign_in(client, person()).post(reverse("account_logout"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'


def test_behind_https_its_cookies_belong_to_this_host_alone():
    around = {**os.environ, "BAKEN_HTTPS": "1", "BAKEN_CLOSED_SECRET_KEY": "verzonnen"}
    words = [sys.executable, "-c", HTTPS]
    done = subprocess.run(words, env=around, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        "SESSION_COOKIE_NAME": "__Host-baken_closed_session",
        "CSRF_COOKIE_NAME": "__Host-baken_closed_csrf",
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31536000,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_SSL_REDIRECT": True,
        "DEBUG": False,
    }
