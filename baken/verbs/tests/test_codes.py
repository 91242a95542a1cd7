# SPDX-License-Identifier: EUPL-1.2
import base64

import pytest
from click.testing import CliRunner

from baken.verbs import codes


@pytest.mark.parametrize(
    ("at", "shown"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130")],
)
def test_it_shows_what_the_standard_shows(at, shown):
    """RFC 6238, appendix B, its last six digits."""
    assert codes.code(base64.b32encode(b"12345678901234567890").decode(), at) == shown


def test_it_knows_the_demo_of_this_home_and_nobody_else(monkeypatch, tmp_path):
    monkeypatch.setenv("BAKEN_HOME", str(tmp_path))
    refused = CliRunner().invoke(codes.show_code, ["--door", "open"])
    assert refused.exit_code == 1
    assert "no demo here" in refused.output
    assert list(tmp_path.iterdir()) == []
    secret = codes.secret("open")
    assert secret == codes.secret("open") != codes.secret("closed")
    shown = CliRunner().invoke(codes.show_code, ["--door", "open"])
    assert shown.output.strip().isdigit()
    assert len(shown.output.strip()) == 6
