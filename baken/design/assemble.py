# SPDX-License-Identifier: EUPL-1.2
"""Makes the files browsers get: style sheets, the fonts, htmx and our own scripts and images.

Run as `python -m baken.design.assemble`, after `baken.design.vendor`. The result, `baken/design/static/design`,
is not committed: everything in it comes from the locked packages and from the folders beside this file.
"""

import re
import shutil
from pathlib import Path

from baken.design.stylesheets import only, shrink

HERE = Path(__file__).parent
PRODUCT = HERE.parent
PACKAGES = PRODUCT.parent / "node_modules"
TARGET = HERE / "static" / "design"

COMPONENTS = ("alert", "button", "skip-link", "table", "textbox")
PREFIX = "utrecht-"
SHARED = ("tokens", "theme", "base", "frame", "parts", "forms")
SHEETS = {
    "public.css": (*SHARED, "home", "search", "reading", "source", "letter", "signals", "preferences", "print"),
    "closed.css": (*SHARED, "file", "shelter", "preferences", "print"),
}
APART = ("figures",)  # topics of a few pages at either door, as sheets of their own beside the door's
FONTS = {
    "atkinson-hyperlegible-next": ("index.css",),
    "source-serif-4": ("index.css", "wght-italic.css"),
}
SUBSETS = ("latin-wght", "latin-ext-wght")
# The licence of a component asks that its makers stay named.
NOTICE = (
    "/* SPDX-License-Identifier: EUPL-1.2. Components of NL Design System, copyright Frameless B.V. and Gemeente "
    "Utrecht (EUPL-1.2). Fonts under the SIL Open Font License 1.1: see fonts/. */\n"
)


def main() -> None:
    """Make the folder afresh."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    for name, topics in SHEETS.items():
        (TARGET / name).write_text(sheet(topics), encoding="utf-8")
    for topic in APART:
        (TARGET / f"{topic}.css").write_text(_shrunk(topic), encoding="utf-8")
    for family in FONTS:
        copy_fonts(family)
    shutil.copy(PACKAGES / "htmx.org" / "dist" / "htmx.min.js", TARGET)
    for path in sorted([*(HERE / "scripts").glob("*.js"), *(HERE / "images").glob("*.svg")]):
        shutil.copy(path, TARGET)


def sheet(topics: tuple[str, ...]) -> str:
    """Return a style sheet: fonts, components, then our own topics in their order."""
    return NOTICE + shrink("".join(map(font_faces, FONTS))) + components() + _shrunk(*topics) + "\n"


def _shrunk(*topics: str) -> str:
    return shrink("\n".join((HERE / "styles" / f"{topic}.css").read_text(encoding="utf-8") for topic in topics))


def components() -> str:
    """Return the rules of the components that our templates use."""
    used = used_classes()
    found = (PACKAGES / "@utrecht" / f"{name}-css" / "dist" / "index.css" for name in COMPONENTS)
    return "".join(only(shrink(path.read_text(encoding="utf-8")), used, PREFIX) for path in found)


def used_classes() -> frozenset[str]:
    """Return the component classes that any template or form of ours names."""
    files = [*PRODUCT.rglob("templates/**/*.html"), *PRODUCT.rglob("*.py")]
    texts = (path.read_text(encoding="utf-8") for path in files)
    return frozenset(name for text in texts for name in re.findall(rf"{PREFIX}[\w-]+", text))


def font_faces(family: str) -> str:
    """Return a family's `@font-face` rules for Latin letters, pointing into our own folder."""
    text = "".join((_package(family) / name).read_text(encoding="utf-8") for name in FONTS[family])
    faces = re.findall(r"/\* \S+ \*/\s*(@font-face \{.*?\n\})", text, re.DOTALL)
    kept = [face for face in faces if any(f"{family}-{subset}-" in face for subset in SUBSETS)]
    return "".join(face.replace("./files/", "fonts/") for face in kept)


def copy_fonts(family: str) -> None:
    """Copy the font files that the rules name, and the licence they come under."""
    (TARGET / "fonts").mkdir(exist_ok=True)
    for name in re.findall(r"fonts/([\w-]+\.woff2)", font_faces(family)):
        shutil.copy(_package(family) / "files" / name, TARGET / "fonts")
    shutil.copy(_package(family) / "LICENSE", TARGET / "fonts" / f"{family}.LICENSE.txt")


def _package(family: str) -> Path:
    return PACKAGES / "@fontsource-variable" / family


if __name__ == "__main__":
    main()
