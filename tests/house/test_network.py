# SPDX-License-Identifier: EUPL-1.2
"""Tests talk to this machine only, and a warning is an error."""

import socket
import warnings

import pytest
from pytest_socket import SocketConnectBlockedError


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_it_reaches_nobody_else() -> None:
    with socket.socket() as outside:
        outside.settimeout(0.1)
        # Set aside for documentation (RFC 5737): nobody is there even if the guard fails.
        with pytest.raises(SocketConnectBlockedError):
            outside.connect(("192.0.2.1", 9))


def test_it_takes_a_warning_for_an_error() -> None:
    with pytest.raises(UserWarning, match="seen"):
        warnings.warn("seen", stacklevel=1)
