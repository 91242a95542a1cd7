# SPDX-License-Identifier: EUPL-1.2
"""`baken import`: law, rulings, publications and concepts from files, folders and `.gz`; cases from tables."""

import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from baken.open.files import opening, tables

_KINDS = ("bwb", "ecli", "formex", "ris", "bibtex", "csv", "skos", "jsonl", "ctdc", "htcds")
_READERS = {"csv": "csvworks"}
_NOUNS = ("works", "expressions", "provisions", "rulings", "concepts")
_HOWS = ("new", "changed", "same")


@click.command("import")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--scheme", default="", help="Short name of the thesaurus (skos); else guessed from its addresses.")
@click.option("--collection", help="Lay the texts in this collection, which no page shows (jsonl).")
@click.option("--agency", default="", help="Agency that gets the cases (htcds; ctdc, else one with made-up workers).")
@click.option("--limit", type=click.IntRange(min=1), help="Only so many of the first cases (ctdc) or new ones (htcds).")
@click.option("--dry-run", is_flag=True, help="Only say what would come of it (ctdc, htcds).")
@click.option("--yes", type=click.IntRange(min=1), help="How many other files this home holds already (ctdc).")
@click.option("--as", "email", default="", help="Worker who opens the files, and gives the code of her app (htcds).")
@click.option("--share-numbers", "shared", is_flag=True, help="Take who shares a number with a file here too (htcds).")
@click.option("--check", is_flag=True, help="Only say what of a file is refused, without asking who is there (htcds).")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def import_(
    kind: str, paths: tuple[Path, ...], scheme: str, collection: str | None, as_json: bool, **of_cases: Any
) -> None:
    """Import files, folders and .gz of a KIND. A second run changes nothing.

    Ends with exit code 1 when a file or a row was refused; what the others hold is stored.
    """
    if collection is not None and kind != "jsonl":
        raise click.ClickException("--collection goes with jsonl")
    _check_words(kind, **of_cases)
    check = of_cases.pop("check")
    if check:
        refused = _told_of_exchange(paths, as_json)
    elif kind == "htcds":
        refused = _told_of_records(paths, as_json, **of_cases)
    elif kind == "ctdc":
        refused = _told_of_cases(paths, as_json, **of_cases)
    elif collection is not None:
        refused = _told_of_collection(collection, paths, as_json)
    else:
        refused = _told_of_sources(kind, paths, scheme, as_json)
    if refused:
        click.get_current_context().exit(1)


def _check_words(kind: str, *, check: bool, **told: Any) -> None:
    """Raise ClickException for words that do not go with a kind of file, or with one another."""
    given = {name for name, value in told.items() if value}
    if given and kind not in ("ctdc", "htcds"):
        raise click.ClickException("--agency, --limit, --dry-run, --yes, --as and --share-numbers go with cases")
    if kind == "ctdc" and given & {"email", "shared"}:
        raise click.ClickException("--as and --share-numbers go with htcds")
    if kind == "htcds" and "yes" in given:
        raise click.ClickException("--yes goes with ctdc")
    if check and (kind != "htcds" or given):
        raise click.ClickException("--check goes with htcds, and with nothing else: it asks no database")
    if kind == "htcds" and not check and not given >= {"agency", "email"}:
        raise click.ClickException("htcds takes --agency and --as, or --check")


def _told_of_sources(kind: str, paths: tuple[Path, ...], scheme: str, as_json: bool) -> bool:
    """Import sources or concepts and print what came of it; return whether a file was refused."""
    from baken.core import doors  # noqa: PLC0415 - Django is made ready only when there is work

    with doors.open_door():
        report = bring_in(kind, paths, scheme)
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else _told(report))
    return bool(report["refused"])


def _told_of_collection(name: str, paths: tuple[Path, ...], as_json: bool) -> bool:
    """Lay texts in a collection, without a database, and print it; return whether a file was refused."""
    from baken.verbs import collecting  # noqa: PLC0415 - no other import needs the engine

    report = collecting.bring_in(name, paths)
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else "\n".join(collecting.lines(report)))
    return bool(report["refused"])


def _told_of_records(paths: tuple[Path, ...], as_json: bool, **how: Any) -> bool:
    """Bring cases of another system in and print what came of it; return whether a row was refused."""
    from baken.verbs import taking  # noqa: PLC0415 - of the other door

    if len(paths) != 1:
        raise click.ClickException("htcds takes one file at a time")
    how.pop("yes")
    return taking.tell(taking.Order(paths[0], **how), as_json=as_json)


def _told_of_cases(paths: tuple[Path, ...], as_json: bool, **how: Any) -> bool:
    """Bring made-up cases in and print what came of it; return whether a row was refused."""
    from baken.verbs import cases  # noqa: PLC0415 - of the other door

    if len(paths) != 1:
        raise click.ClickException("ctdc takes one file at a time")
    report = cases.bring_in(paths[0], **{name: how[name] for name in ("agency", "limit", "dry_run", "yes")})
    click.echo(json.dumps(report, ensure_ascii=False) if as_json else "\n".join(cases.lines(report)))
    return bool(report["refused"])


def _told_of_exchange(paths: tuple[Path, ...], as_json: bool) -> bool:
    """Check files of cases and print what would be refused; return whether anything was."""
    from baken.verbs import exchanging  # noqa: PLC0415 - no other import needs it

    reports = [exchanging.check(path) for path in paths]
    told = "\n".join(line for report in reports for line in exchanging.lines(report))
    click.echo(json.dumps(reports, ensure_ascii=False) if as_json else told)
    return any(report["refused"] or report["refusals"] for report in reports)


def bring_in(kind: str, paths: tuple[Path, ...], scheme: str = "") -> dict[str, Any]:
    """Import files and folders of a kind, file by file, once the open door is ready; return the report."""
    from baken.open.sources import importing  # noqa: PLC0415 - models need Django ready

    files = opening.files(paths, _reader(kind).SUFFIXES)
    began = time.monotonic()
    with click.progressbar(length=len(files), label=kind, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        storer = _storer(kind, scheme)
        summary = importing.import_each(files=files, storer=storer, on_file=lambda result: bar.update(1))
    return _report(summary, len(files), time.monotonic() - began)


def _reader(kind: str) -> Any:
    room = "baken.open.thesaurus" if kind == "skos" else "baken.open.sources.importers"
    return importlib.import_module(f"{room}.{_READERS.get(kind, kind)}")


def _storer(kind: str, scheme: str) -> Callable[[bytes, str], Any]:
    """Return what stores a file of a kind; a table may hold sources or concepts, which its header tells."""
    from baken.open.sources import importing  # noqa: PLC0415 - models need Django ready
    from baken.open.thesaurus import skos, table  # noqa: PLC0415

    if kind == "skos":
        return lambda data, file: _concepts(skos.read(data, file, name=scheme))
    if kind != "csv":
        return importing.works_of(_reader(kind))

    def store_table(data: bytes, file: str) -> Any:
        if table.is_concepts(tables.header(data)):
            return _concepts(table.read(data))
        return importing.works_of(_reader(kind))(data, file)

    return store_table


def _concepts(record: Any) -> Any:
    """Store a scheme; return the counts in the terms of a source import."""
    from baken.open.sources.actions import Outcome  # noqa: PLC0415 - models need Django ready
    from baken.open.thesaurus import actions, rules  # noqa: PLC0415

    scheme, dropped = rules.without_clashes(record)
    counts = actions.store_scheme(record=scheme)
    note = f"{scheme.name}: {dropped} related links left out, where one concept stands above the other (SKOS S27)"
    counted = Counter({("concepts", how): count for how, count in counts.items()})
    return Outcome(counts=counted, notes=[note] if dropped else [])


def _report(summary: Any, files: int, seconds: float) -> dict[str, Any]:
    """Return what happened as plain data: counts by noun, one entry for each file refused or ignored."""
    counts = summary.outcome.counts
    report: dict[str, Any] = {noun: {how: counts[noun, how] for how in _HOWS} for noun in _NOUNS}
    report["files"] = files
    report["renumberings"] = summary.renumberings
    for name in ("refused", "ignored"):
        report[name] = [{"path": str(path), "reason": reason} for path, reason in getattr(summary, name)]
    report["notes"] = sorted(set(summary.outcome.notes))
    report["provisions_per_second"] = round(sum(report["provisions"].values()) / seconds) if seconds else 0
    report["import_seconds"] = round(seconds, 2)
    return report


def _told(report: dict[str, Any]) -> str:
    """Return the report as lines for a person."""
    lines = [f"{one['path']}: {word}: {one['reason']}" for word in ("refused", "ignored") for one in report[word]]
    lines += report["notes"]
    for noun in _NOUNS:
        counts = report[noun]
        if any(counts.values()):
            lines.append(f"{noun}: " + ", ".join(f"{counts[how]} {how}" for how in _HOWS))
    if report["renumberings"]:
        lines.append(f"renumberings brought up to date: {report['renumberings']}")
    ignored, refused = len(report["ignored"]), len(report["refused"])
    lines.append(f"{report['files']} files in {report['import_seconds']} s: {ignored} ignored, {refused} refused")
    if report["provisions_per_second"]:
        lines.append(f"{report['provisions_per_second']} provisions/s")
    return "\n".join(lines)
