# SPDX-License-Identifier: EUPL-1.2
import pytest

from baken.design.stylesheets import only, rules, shrink

USED = frozenset({"x-button", "x-button--primary"})


def test_it_drops_comments_and_space_but_not_quoted_text():
    css = 'a::before { /* why */ content: " { a ; b } ";\n  margin : calc(1px + 2px) ; }\n'
    assert shrink(css) == 'a::before{content: " { a ; b } ";margin : calc(1px + 2px)}'


def test_it_tells_rules_apart():
    assert list(rules("a{b:c}@media x{d{e:f}g{h:i}}j{k:l}")) == [
        ("a", "b:c"),
        ("@media x", "d{e:f}g{h:i}"),
        ("j", "k:l"),
    ]


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".x-button{a:b}.x-alert{a:b}", ".x-button{a:b}"),
        (".x-button,.x-alert{a:b}", ".x-button{a:b}"),
        (".x-button.x-alert{a:b}", ""),
        ("@media print{.x-alert{a:b}}.x-button{a:b}", ".x-button{a:b}"),
        ("@media print{.x-alert{a:b}.x-button{c:d}}", "@media print{.x-button{c:d}}"),
        (".x-button:hover:not(:disabled,.x-off),.x-off{a:b}", ".x-button:hover:not(:disabled,.x-off){a:b}"),
        (".other{a:b}", ".other{a:b}"),
        (".x-button{}", ""),
    ],
)
def test_it_keeps_only_what_is_used(css, kept):
    assert only(css, USED, "x-") == kept
