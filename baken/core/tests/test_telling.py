# SPDX-License-Identifier: EUPL-1.2
import logging

import pytest

from baken.core.telling import WithoutAddress


# Django puts it together in either way.
@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("%s: %s", ("Internal Server Error", "/welcome/een-verzonnen-woord/")),
        ("Internal Server Error: %s", ("/welcome/een-verzonnen-woord/",)),
    ],
)
def test_an_error_is_told_without_its_address(words, given):
    record = logging.LogRecord("django.request", logging.ERROR, "x.py", 1, words, given, exc_info=None)
    assert WithoutAddress().filter(record)
    assert record.getMessage() == "Internal Server Error"
