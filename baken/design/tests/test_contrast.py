# SPDX-License-Identifier: EUPL-1.2
import pytest

from baken.design.assemble import HERE
from baken.design.tests.colour import contrast, luminance, tokens

TEXT = 4.5  # WCAG 2.2, 1.4.3 (AA)
SHAPE = 3.0  # WCAG 2.2, 1.4.11 (AA)
WHITE, BLACK = (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)

_light, _dark = (HERE / "styles" / "tokens.css").read_text(encoding="utf-8").split("@media", 1)
SCHEMES = {"light": tokens(_light), "dark": tokens(_light) | tokens(_dark)}
GROUNDS = ("paper", "surface")
READ = [
    *((text, ground) for text in ("ink", "ink-soft", "sea", "sea-deep") for ground in GROUNDS),
    *((text, ground) for text in ("danger", "watch", "safe") for ground in GROUNDS),
    *((text, ground) for text in ("ink", "ink-soft", "sea") for ground in ("sea-soft", "beacon-soft")),
    *(("ink", ground) for ground in ("safe-soft", "danger-soft")),
    ("sea-deep", "sea-soft"), ("ink-soft", "line"), ("on-sea", "sea"), ("on-sea", "sea-deep"), ("paper", "ink"),
]  # fmt: skip
SEEN = [
    *((edge, ground) for edge in ("edge", "ink") for ground in GROUNDS),
    ("safe", "safe-soft"), ("watch", "beacon-soft"), ("danger", "danger-soft"), ("sea", "sea-soft"),
]  # fmt: skip


def test_it_measures_as_wcag_does():
    assert contrast(WHITE, BLACK) == pytest.approx(21, abs=0.01)
    # The middle grey #777777, known to just miss 4.5 on white.
    assert contrast(WHITE, (0.5693, 0.0, 0.0)) == pytest.approx(4.48, abs=0.02)
    assert luminance((0.62796, 0.25768, 29.234)) == pytest.approx(0.2126, abs=0.001)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), READ, ids=["-on-".join(pair) for pair in READ])
def test_it_can_be_read(scheme, text, ground):
    assert contrast(SCHEMES[scheme][text], SCHEMES[scheme][ground]) >= TEXT


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SEEN, ids=["-on-".join(pair) for pair in SEEN])
def test_it_can_be_seen(scheme, shape, ground):
    assert contrast(SCHEMES[scheme][shape], SCHEMES[scheme][ground]) >= SHAPE


def test_it_gives_dark_every_colour_that_needs_another():
    same = set(tokens(_light)) - set(tokens(_dark))
    assert same == set()
