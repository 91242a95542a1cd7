# SPDX-License-Identifier: EUPL-1.2
"""`baken import jsonl --collection`: texts into a collection, all of them or, where a line is at fault, none."""

import time
from collections import Counter
from pathlib import Path
from typing import Any

import click

from baken.open.files import opening
from baken.open.files.refusals import Refused
from baken.open.search.collections import actions
from baken.open.search.collections.shelf import Unknown
from baken.open.sources.importers import jsonl
from baken.verbs.progress import bar


def bring_in(name: str, paths: tuple[Path, ...]) -> dict[str, Any]:
    """Import files and folders into a collection and return the report; nothing changes where a file is refused."""
    began = time.monotonic()
    files = opening.files(paths, jsonl.SUFFIXES)
    texts, refused = _read(files)
    replaced = 0 if refused else _laid(name, texts)
    return {
        "collection": name,
        "documents": {} if refused else dict(Counter(each.language for each in texts)),
        "replaced": replaced,
        "files": len(files),
        "refused": [{"path": str(path), "reason": reason} for path, reason in refused],
        "seconds": round(time.monotonic() - began, 2),
    }


def lines(report: dict[str, Any]) -> list[str]:
    """Return the report as lines for a person."""
    said = [f"{one['path']}: refused: {one['reason']}" for one in report["refused"]]
    if said:
        return [*said, f"nothing was changed in collection {report['collection']}"]
    counts = ", ".join(f"{count} in {language}" for language, count in report["documents"].items())
    where = f"in collection {report['collection']}, in place of {report['replaced']}"
    return [f"documents: {counts}, {where}", f"{report['files']} files in {report['seconds']} s"]


def _read(files: list[Path]) -> tuple[list[jsonl.Text], list[tuple[Path, str]]]:
    """Return the texts of all files, and which files are refused and why."""
    texts: dict[tuple[str, str], jsonl.Text] = {}
    refused = []
    for path in bar("jsonl", len(files))(files):
        try:
            _add(texts, list(jsonl.texts(opening.content(path))))
        except Refused as why:
            refused.append((path, str(why)))
    return list(texts.values()), refused


def _add(texts: dict[tuple[str, str], jsonl.Text], more: list[jsonl.Text]) -> None:
    if not more:
        raise Refused("holds no document")
    if twice := next((each for each in more if each[:2] in texts), None):
        raise Refused(f"the document {twice.identifier!r} in {twice.language!r} stands in an earlier file too")
    texts.update({each[:2]: each for each in more})


def _laid(name: str, texts: list[jsonl.Text]) -> int:
    if not texts:
        raise click.ClickException("no file to read")
    try:
        return actions.bring_in(name=name, texts=texts, watch=bar("index", len(texts)))
    except Unknown as error:
        raise click.ClickException(str(error)) from error
