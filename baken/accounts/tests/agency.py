# SPDX-License-Identifier: EUPL-1.2
"""A made-up agency's OpenID Connect server on this machine, which says whatever a test wants."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import jwt

CLIENT, SECRET = "baken", "een verzonnen geheim van dertig tekens"


class Server(ThreadingHTTPServer):
    """What it says of whoever signs in there, and what it was asked."""

    claims: dict
    asked: list[str]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        base = self.server.address
        if self.path.endswith("/openid-configuration"):
            places = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
            found = {f"{name}_endpoint": f"{base}/{path}" for name, path in places.items()}
            self._say({"issuer": base, "jwks_uri": f"{base}/keys", **found})
        elif self.path == "/userinfo":
            self._say({name: value for name, value in self.server.claims.items() if name != "amr"})
        else:
            self._say({"keys": []})

    def do_POST(self) -> None:
        self.server.asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        now = int(time.time())
        facts = {"iss": self.server.address, "aud": CLIENT, "iat": now, "exp": now + 60, **self.server.claims}
        token = jwt.encode(facts, SECRET, algorithm="HS256")
        self._say({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def _say(self, found: dict) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def agency(**claims) -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), _Answers)
    server.claims, server.asked = claims, []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
