# SPDX-License-Identifier: EUPL-1.2
"""Getting in at a door as a person does: a password, and then an app or a passkey."""

import re
import time
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from baken.verbs import codes, seed
from tests.journeys.conftest import Site

_used: set[tuple[str, str]] = set()


def password(site: Site, door: str) -> str:
    """Return what the demo printed for a door's sign-ins."""
    return (site.home / "secrets" / f"sign_in_{door}").read_text()


def give_password(page: Page, address: str, email: str, word: str) -> None:
    page.goto(address)
    page.locator("#id_login").fill(email)
    page.locator("#id_password").fill(word)
    page.get_by_role("button", name=re.compile("^(Inloggen|Sign in)$")).click()


def sign_in(page: Page, site: Site, door: str, address: str, email: str = "") -> None:
    """Take both steps as one of the demo's made-up people."""
    email = email or seed.SIGN_INS[door]
    give_password(page, address, email, password(site, door))
    page.locator("#id_code").fill(demo_code(site, door, email))
    page.locator("#id_code").press("Enter")


def confirm(page: Page, site: Site, email: str) -> None:
    """Prove the second factor again, so that a busy machine does not outlast the last proof; leave her on Today."""
    page.goto(f"{site.closed}/account/confirm/")
    page.locator("#id_code").fill(demo_code(site, "closed", email))
    page.locator("#id_code").press("Enter")
    page.wait_for_url(f"{site.closed}/")


def demo_code(site: Site, door: str, email: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAKEN_HOME", str(site.home))
        return unused(email, codes.secret(door))


def unused(email: str, secret: str) -> str:
    """Return a code that is right now and was not used before, waiting for the next if need be: each counts once."""
    while True:
        for shift in (0, -30, 30):
            found = codes.code(secret, time.time() + shift)
            if (email, found) not in _used:
                _used.add((email, found))
                return found
        time.sleep(1)


def new_account(site: Site, door: str, email: str) -> str:
    """Make an account by the command and return the password it prints."""
    done = site.command("user", "add", "--door", door, "--email", email, "--generate")
    assert done.returncode == 0, done.stderr
    return re.search(r"^password: (\S+)$", done.stdout, re.MULTILINE)[1]


@dataclass
class Device:
    """A made-up phone or security key in the browser (WebAuthn's virtual authenticator)."""

    page: Page

    def __post_init__(self) -> None:
        browser = self.page.context.new_cdp_session(self.page)
        browser.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
        self.browser, self.id = browser, browser.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    def keys(self) -> int:
        found = self.browser.send("WebAuthn.getCredentials", {"authenticatorId": self.id["authenticatorId"]})
        return len(found["credentials"])
