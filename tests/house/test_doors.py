# SPDX-License-Identifier: EUPL-1.2
"""What stands behind which door: no person in Wagtail, no Wagtail behind the closed door."""

import pytest

from tests.house.tree import asked_of_a_door

ASK = """
import sys
from django.conf import settings
from django.urls import get_resolver
get_resolver().url_patterns
print(sorted({name.split('.')[0] for name in sys.modules}))
print(sorted(settings.INSTALLED_APPS))
"""


def test_it_keeps_wagtail_out_of_the_closed_process() -> None:
    loaded, installed = asked_of_a_door("closed", ASK)
    assert "'django'" in loaded
    assert "wagtail" not in loaded + installed
    assert "baken.open" not in installed
    assert "django.contrib.admin" not in installed


@pytest.mark.parametrize("app", ["baken.closed", "django.contrib.admin"])
def test_it_keeps_people_out_of_the_open_process(app: str) -> None:
    loaded, installed = asked_of_a_door("open", ASK)
    assert "wagtail.admin" in installed
    assert app not in loaded + installed
