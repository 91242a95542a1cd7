# SPDX-License-Identifier: EUPL-1.2
"""A reader sees under which name her word was found; an editor strikes that name, and puts it back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from baken.open.search.tests.bilingual import pairs
from tests.journeys.conftest import Site
from tests.journeys.entering import sign_in
from tests.journeys.test_closed_pages import walked

pytestmark = pytest.mark.browser


@pytest.fixture
def learned(site: Site, tmp_path: Path) -> Iterator[None]:
    """Learn the lexicon of the made-up corpus; afterwards that of the databank, for whoever else searches there."""
    file = tmp_path / "pairs.jsonl"
    file.write_text("".join(json.dumps(pair._asdict()) + "\n" for pair in pairs()), encoding="utf-8")
    for words in (("--from", str(file)), ()):
        done = site.command("lexicon", "learn", *words)
        assert done.returncode == 0, done.stderr
        if words:
            yield


@pytest.mark.usefixtures("learned")
def test_an_editor_strikes_what_the_search_believes_and_puts_it_back(page: Page, site: Site) -> None:
    struck, asked = f"{site.open}/editors/lexicon/", f"{site.open}/search/?q=judge&lang=nl"
    page.goto(asked)
    expect(page.locator(".why").first).to_contain_text("judge → rechter")
    sign_in(page, site, "open", f"{struck}?word=judge")
    assert walked(page, f"{struck}?word=judge") == []
    page.get_by_role("button", name="Schrappen judge → rechter").click()
    expect(page.locator("s").first).to_have_text("rechter")
    page.goto(asked)
    expect(page.locator("main")).not_to_contain_text("judge → rechter")
    assert walked(page, struck) == []
    page.get_by_role("button", name="Terugzetten").first.click()
    expect(page.get_by_text("Er is niets geschrapt.")).to_be_visible()
