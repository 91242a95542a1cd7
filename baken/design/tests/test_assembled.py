# SPDX-License-Identifier: EUPL-1.2
"""What set-up made of the packages and our styles: small, whole, and asking nobody else for anything."""

import re

import pytest

from baken.design.assemble import HERE, PRODUCT, SHEETS, TARGET, used_classes
from baken.design.stylesheets import rules

MOST_BYTES = 60_000
TEMPLATES = sorted(PRODUCT.rglob("templates/**/*.html"))


@pytest.fixture(params=SHEETS)
def sheet(request):
    return (TARGET / request.param).read_text(encoding="utf-8")


def test_it_stays_small(sheet):
    assert 10_000 < len(sheet.encode()) < MOST_BYTES


def test_it_is_whole(sheet):
    rest = re.sub(r"/\*.*?\*/|\s", "", sheet, flags=re.DOTALL)
    for opening, closing in ("{}", "()", "[]"):
        assert rest.count(opening) == rest.count(closing)
    found = list(rules(rest))
    assert len(found) > 100
    assert "".join(f"{head}{{{body}}}" for head, body in found) == rest


def test_it_asks_nobody_else(sheet):
    assert re.findall(r"@import|https?:|url\((?!fonts/)", sheet) == []


def test_it_carries_the_fonts_it_names(sheet):
    fonts = set(re.findall(r"url\((fonts/[\w.-]+)\)", sheet))
    assert len(fonts) == 6
    assert [name for name in fonts if not (TARGET / name).is_file()] == []
    assert len(list((TARGET / "fonts").glob("*.LICENSE.txt"))) == 2


def test_it_names_the_makers_of_the_components(sheet):
    assert "Frameless B.V. and Gemeente Utrecht (EUPL-1.2)" in sheet.split("\n")[0]


def test_it_knows_every_component_class_our_templates_name():
    css = (TARGET / "public.css").read_text(encoding="utf-8")
    named = {name for path in TEMPLATES for name in re.findall(r"utrecht-[\w-]+", path.read_text(encoding="utf-8"))}
    assert named
    assert named <= used_classes()
    assert [name for name in sorted(named) if not re.search(rf"\.{name}\b", css)] == []


def test_it_uses_no_token_that_does_not_exist():
    own = "".join(path.read_text(encoding="utf-8") for path in (HERE / "styles").glob("*.css"))
    assert set(re.findall(r"var\(--([\w-]+)\)", own)) <= set(re.findall(r"--([\w-]+):", own))


def test_it_has_every_file_a_template_asks_for():
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES]
    asked = {name for text in texts for name in re.findall(r"static ['\"](design/[\w./-]+)", text)}
    assert {"design/public.css", "design/closed.css", "design/quick-exit.js", "design/htmx.min.js"} <= asked
    assert [name for name in asked if not (TARGET.parent / name).is_file()] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(PRODUCT)))
def test_it_writes_no_style_or_script_in_a_page(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]* src=)[^>]*>", text) == []
