# SPDX-License-Identifier: EUPL-1.2
"""A granian server for the length of a `with`, pinned to a core, ended by its own process id."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

CORE = 0
FLAGS = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-log"]
_PATIENCE = 60.0  # seconds until the first answer


@contextmanager
def serving(target: str, *, environment: dict[str, str]) -> Iterator[str]:
    """Serve a WSGI target on a free loopback port; yields its address, such as `http://127.0.0.1:40123`."""
    port = _free_port()
    command = ["taskset", "-c", str(CORE), sys.executable, "-m", "granian", *FLAGS]
    command += ["--host", "127.0.0.1", "--port", str(port), target]
    server = subprocess.Popen(command, env={**os.environ, **environment})
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        _end(server)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    """Wait for any answer at all; raises RuntimeError when the server ends or stays silent."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
            connection.request("GET", "/robots.txt")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server on port {port} did not answer")


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
