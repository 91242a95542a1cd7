# SPDX-License-Identifier: EUPL-1.2
import logging

from baken.core.telling import WithoutAddress


def test_an_error_is_told_without_its_address():
    words = ("Internal Server Error: %s", ("/welcome/een-verzonnen-woord/",))
    record = logging.LogRecord("django.request", logging.ERROR, "x.py", 1, *words, exc_info=None)
    assert WithoutAddress().filter(record)
    assert record.getMessage() == "Internal Server Error"
