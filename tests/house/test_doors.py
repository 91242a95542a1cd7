# SPDX-License-Identifier: EUPL-1.2
"""What stands behind which door: no person in Wagtail, no Wagtail behind the closed door."""

import os
import subprocess
import sys

import pytest

from tests.house.test_ceilings import ROOT

ASK = """
import django, sys
django.setup()
from django.conf import settings
from django.urls import get_resolver
get_resolver().url_patterns
print(sorted({name.split('.')[0] for name in sys.modules}))
print(sorted(settings.INSTALLED_APPS))
"""


def ask(door: str) -> str:
    addresses = {f"BAKEN_{door.upper()}_DATABASE_URL": "postgresql:///none", f"BAKEN_{door.upper()}_SECRET_KEY": "x"}
    environment = {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": f"baken.settings.{door}"}
    command = [sys.executable, "-c", ASK]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def test_it_keeps_wagtail_out_of_the_closed_process() -> None:
    loaded, installed = ask("closed").splitlines()
    assert "'django'" in loaded
    assert "wagtail" not in loaded + installed
    assert "baken.open" not in installed
    assert "django.contrib.admin" not in installed


@pytest.mark.parametrize("app", ["baken.closed", "django.contrib.admin"])
def test_it_keeps_people_out_of_the_open_process(app: str) -> None:
    assert app not in ask("open")
