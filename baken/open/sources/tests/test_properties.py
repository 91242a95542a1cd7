# SPDX-License-Identifier: EUPL-1.2
"""Whatever a file says: paths are unique and clean, and no text becomes markup."""

import re
from html import unescape
from html.parser import HTMLParser
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from baken.open.sources.importers import bwb, markup, paths
from baken.open.sources.tests import samples

XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=60
)
NUMBERS = st.one_of(st.sampled_from(["1", "1.", "1a", " 1 ", "Eerste", "", "1\u20132", "a/b", "?#"]), XML_TEXT)
KINDS = st.sampled_from(["artikel", "hoofdstuk", "bijlage", "paragraaf"])


@st.composite
def trees(draw):
    parts = []
    for kind, number, parent in draw(st.lists(st.tuples(KINDS, NUMBERS, st.integers(0, 20)), max_size=25)):
        above = parts[parent % len(parts)] if parts and parent % 3 else None
        parts.append(paths.Part(kind, paths.number(number), parent=above))
    return parts


@given(trees())
def test_it_gives_every_part_a_path_of_its_own(parts):
    paths.assign(parts)
    found = [part.path for part in parts]
    assert len(set(found)) == len(found)
    assert all(re.fullmatch(r"[\w.:°()/-]+", path) and len(path) <= 300 and "//" not in path for path in found)


@given(NUMBERS)
def test_it_normalises_a_number_once_and_for_all(text):
    once = paths.number(text)
    assert paths.number(once) == once
    assert not re.search(r"[\s/?#%&<>\"']", once)


class Tags(HTMLParser):
    """Collects the tags of some html."""

    def __init__(self):
        super().__init__()
        self.seen = set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.seen |= {f"{tag}[{name}]" for name, _ in attrs}


@given(XML_TEXT, XML_TEXT)
def test_it_never_turns_text_into_markup(text, number):
    said = f"{escape(text)} &lt;script src='x'&gt; <onbekend>y</onbekend>"
    body = f"<lid><lidnr>{escape(number)}</lidnr><al>{said}</al></lid>"
    (work,) = bwb.read(samples.law(samples.article("1", body)), "x.xml")
    part = work.expressions[0].provisions[1]
    tags = Tags()
    tags.feed(part.html)
    assert tags.seen <= {"ol", "ol[class]", "li", "span", "span[class]", "p"}
    assert "<script src='x'>" in part.text


@given(XML_TEXT)
def test_it_gives_text_back_as_it_was(text):
    squeezed = " ".join(text.split())
    assert " ".join(unescape(markup.escape(text)).split()) == squeezed
    assert " ".join(markup.plain(markup.tag("p", markup.escape(text))).split()) == squeezed


@given(st.text(max_size=40))
def test_it_makes_links_only_to_clean_addresses(target):
    html = markup.link(target, "words")
    assert html == "words" or re.fullmatch(r'<a href="source:[\w.:()/°~-]+">words</a>', html)
