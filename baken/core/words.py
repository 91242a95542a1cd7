# SPDX-License-Identifier: EUPL-1.2
"""Translations without gettext: extract, check and compile with Babel.

English is what the code says; Dutch has a catalogue in `baken/locale`. Further languages have one in a folder of the
centre's own, and hold what the report form says. A missing, fuzzy or placeholder-broken entry fails the check: a
half-translated page is a broken page.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[1]
LOCALES = ROOT / "locale"
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "worded": None, "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip
# What a language beside Dutch and English is asked for: the report form, and the frame around it.
_FORM = ("open/reporting/", *(f"design/templates/design/{name}.html" for name in ("base", "_exit", "_fields")))
_PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}|%s|%d")


def sources() -> Iterator[tuple[Path, bytes]]:
    """Yield every file that may hold words, as Python that Babel can read."""
    for path in sorted(ROOT.rglob("*.py")):
        if "migrations" not in path.parts and "tests" not in path.parts:
            yield path, path.read_bytes()
    for path in sorted([*ROOT.rglob("templates/**/*.html"), *ROOT.rglob("templates/**/*.txt")]):
        text = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        # What stood around the words is kept as filler; its indentation means nothing to Python.
        yield path, "\n".join(line.lstrip() for line in text.splitlines()).encode()


def catalogue(language: str = "nl") -> Catalog:
    """Return every message that a language has to have, with where it stands."""
    found = Catalog(project="Baken", charset="utf-8")
    for path, content in sources():
        if language != "nl" and not str(path.relative_to(ROOT)).startswith(_FORM):
            continue
        for line, words, comments, context in extract("python", BytesIO(content), KEYWORDS, ["Translators:"]):
            found.add(words, None, [(str(path.relative_to(ROOT)), line)], auto_comments=comments, context=context)
    return found


def read(path: Path) -> Catalog:
    """Return a language's catalogue as it is on disk."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain="django")


def problems(path: Path) -> Iterator[str]:
    """Yield what is wrong with a catalogue, one line each."""
    here = read(path)
    for message in catalogue(path.parts[-3]):
        if message.id:
            found = here.get(message.id, message.context)
            if fault := _fault(found):
                yield f"{path.parts[-3]}: {message.id!r} {fault}"


def _fault(found: Message | None) -> str:
    if found is None:
        return "is missing"
    texts = [found.string] if isinstance(found.string, str) else list(found.string or [""])
    ids = [found.id] if isinstance(found.id, str) else list(found.id)
    if not all(texts):
        return "is empty"
    if found.fuzzy:
        return "is fuzzy"
    wanted = {name for each in ids for name in _names(each)}
    return (
        ""
        if all(_names(text) <= wanted for text in texts) and wanted == _names(texts[-1])
        else "has other placeholders"
    )


def _names(text: str) -> set[str]:
    return {match[0] for match in _PLACEHOLDER.finditer(text)}


def merge(path: Path) -> None:
    """Bring a catalogue up to date with the code, keeping its translations and guessing nothing."""
    here = read(path)
    here.update(catalogue(path.parts[-3]), no_fuzzy_matching=True)
    here.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, here, width=110, sort_by_file=True, no_location=True)


def begin(folder: Path, language: str) -> Path:
    """Make the catalogue of a further language, with everything still to be translated; return where it stands."""
    path = folder / language / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, Catalog(locale=language, project="Baken", charset="utf-8"))
    merge(path)
    return path


def put(path: Path) -> None:
    """Write the machine form that Django reads."""
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, read(path))


def main(verb: str, folder: str = str(LOCALES), *languages: str) -> int:
    """Do one of `begin`, `extract`, `check` and `compile` in a folder of catalogues; return the exit code."""
    for language in languages:
        begin(Path(folder), language)
    paths = sorted(Path(folder).glob("*/LC_MESSAGES/*.po"))
    for path in paths:
        {"extract": merge, "compile": put}.get(verb, str)(path)
    faults = [fault for path in paths for fault in problems(path)] if verb == "check" else []
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
