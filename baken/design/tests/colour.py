# SPDX-License-Identifier: EUPL-1.2
"""Contrast as WCAG 2.2 defines it, for colours written as `oklch(…)` (CSS Color 4, section 9)."""

import math
import re

_TOKEN = re.compile(r"--([\w-]+): oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)")


def tokens(css: str) -> dict[str, tuple[float, float, float]]:
    """Return the colours of a block of CSS as (lightness 0-1, chroma, hue in degrees), by name."""
    return {name: (float(light) / 100, float(chroma), float(hue)) for name, light, chroma, hue in _TOKEN.findall(css)}


def luminance(colour: tuple[float, float, float]) -> float:
    """Return the relative luminance of a colour, clipped to what a screen shows (0 is black, 1 is white)."""
    light, chroma, hue = colour
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    red, green, blue = (min(1.0, max(0.0, part)) for part in (red, green, blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
