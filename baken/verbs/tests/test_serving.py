# SPDX-License-Identifier: EUPL-1.2
"""How a door is served: what somebody asked stands in its address, so no request is logged."""

import pytest

from baken.verbs.serve import Stand, server


@pytest.mark.parametrize("door", ["open", "closed"])
def test_no_request_is_logged_whatever_the_environment_says(door, monkeypatch):
    from granian.cli import cli  # noqa: PLC0415 - the server's own reading of its words

    words = server(Stand(door, 8000))[3:]
    monkeypatch.setenv("GRANIAN_LOG_ACCESS_ENABLED", "true")
    told = [cli.make_context("granian", given, auto_envvar_prefix="GRANIAN") for given in (words, words[-1:])]
    assert [each.params["log_access_enabled"] for each in told] == [False, True]
