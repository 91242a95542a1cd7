# SPDX-License-Identifier: EUPL-1.2
"""Makes what the browser gets from our sources and the fetched packages: `python -m baken.design.assemble`.

Of each component only the rules that our templates can use are taken: a class that no template
names is left out, so that a page on a slow phone carries nothing it does not need.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from baken.design.vendor import package

HERE = Path(__file__).parent
PRODUCT = HERE.parent
TARGET = HERE / "static" / "design"
COMPONENTS = ("skip-link", "button", "textbox", "checkbox")
SHEETS = {
    "public": ("tokens", "theme", "base", "frame", "search", "reading", "print"),
    "closed": ("tokens", "theme", "base", "frame", "closed", "print"),
}
FONTS = {
    "@fontsource-variable/atkinson-hyperlegible-next": "atkinson-hyperlegible-next-{}-wght-{}.woff2",
    "@fontsource-variable/source-serif-4": "source-serif-4-{}-wght-{}.woff2",
}
_CLASS = re.compile(r"\.(utrecht-[\w-]+)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")


def assemble() -> None:
    """Write style sheets, fonts, scripts and images to the static folder."""
    TARGET.mkdir(parents=True, exist_ok=True)
    used = used_classes()
    parts = "".join(pruned(_component(name), used) for name in COMPONENTS)
    for sheet, names in SHEETS.items():
        own = "".join((HERE / "styles" / f"{name}.css").read_text(encoding="utf-8") for name in names)
        (TARGET / f"{sheet}.css").write_text(tightened(parts + own), encoding="utf-8")
    for source in [*_fonts(), *_scripts(), *sorted((HERE / "images").iterdir())]:
        shutil.copyfile(source, TARGET / source.name)


def used_classes() -> set[str]:
    """Return the component classes that any template or form of ours names."""
    files = [*PRODUCT.rglob("templates/**/*.html"), *PRODUCT.rglob("*.py")]
    return {name for file in files for name in re.findall(r"utrecht-[\w-]+", file.read_text(encoding="utf-8"))}


def pruned(css: str, used: set[str]) -> str:
    """Keep the rules whose every component class is used; blocks such as @media are pruned inside."""
    return "".join(_kept(head, body, used) for head, body in _rules(_COMMENT.sub("", css)))


def _kept(head: str, body: str, used: set[str]) -> str:
    if head.startswith("@"):
        inside = pruned(body, used)
        return f"{head}{{{inside}}}" if inside else ""
    selectors = [each for each in head.split(",") if set(_CLASS.findall(each)) <= used]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield each rule's head and body at the outermost level."""
    depth, start, head = 0, 0, ""
    for place, character in enumerate(css):
        if character == "{":
            depth += 1
            if depth == 1:
                head, start = css[start:place].strip(), place + 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                yield head, css[start:place]
                start = place + 1


def tightened(css: str) -> str:
    """Drop comments and white space that mean nothing."""
    flat = _SPACE.sub(" ", _COMMENT.sub("", css))
    return re.sub(r" ?([{};,>]) ?", r"\1", flat).replace(";}", "}").strip()


def _component(name: str) -> str:
    return package(f"@utrecht/{name}-css", "dist", "index.min.css").read_text(encoding="utf-8")


def _fonts() -> Iterator[Path]:
    for name, pattern in FONTS.items():
        for script in ("latin", "latin-ext"):
            for style in ("normal", "italic"):
                yield package(name, "files", pattern.format(script, style))


def _scripts() -> list[Path]:
    return [*sorted((HERE / "scripts").glob("*.js")), package("htmx.org", "dist", "htmx.min.js")]


if __name__ == "__main__":
    assemble()
