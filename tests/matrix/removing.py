# SPDX-License-Identifier: EUPL-1.2
"""Taking conditions away, one at a time: out of the pure rules, out of the functions and policies of the database."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import psycopg
from psycopg import sql

from baken.closed.access import rules

_CLOSED = Path(inspect.getfile(rules)).parents[1]
_FILES = sorted(_CLOSED.glob("*/sql/*.sql"))
_FUNCTION = re.compile(r"^CREATE (?:OR REPLACE )?FUNCTION (\w+)\(.*?^\$\$;$", re.DOTALL | re.MULTILINE)
_POLICY = re.compile(r"^CREATE POLICY (\w+) ON (\w+) .*?;$", re.DOTALL | re.MULTILINE)
# Behind one of these begins a condition; it ends before one of those, or where its parenthesis does.
_BEGINS = re.compile(r"\b(?:(?:AND|OR|ON(?! CONFLICT)|WHERE|HAVING)\b|USING \(|CHECK \()\s*(?=\S)")
_ENDS = re.compile(
    r"\s+(?:AND|OR|ORDER|GROUP|HAVING|JOIN|WHERE|LIMIT|UNION|WITH CHECK|FOR UPDATE|ON CONFLICT|--)\b|\s+--|;|\s*\$\$"
)


@dataclass(frozen=True)
class Removal:
    """What was taken away, and the statement that does it."""

    what: str
    statement: str


def of_functions() -> Iterator[Removal]:
    """Yield each condition of each function that answers who may, taken out."""
    for whole, found in _found(_FUNCTION):
        if "LANGUAGE sql" in whole:
            for what, changed in _without_each(whole):
                yield Removal(f"{found[1]}: {what}", re.sub("^CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", changed))


def of_policy_conditions() -> Iterator[Removal]:
    """Yield each condition of each policy, taken out."""
    for whole, found in _found(_POLICY):
        for what, changed in _without_each(whole, found.end(2) - found.start()):
            yield Removal(f"{found[1]}: {what}", f"DROP POLICY {found[1]} ON {found[2]}; {changed}")


def _found(pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str]]]:
    for file in _FILES:
        yield from ((found[0], found) for found in pattern.finditer(file.read_text(encoding="utf-8")))


def _without_each(whole: str, start: int = 0) -> Iterator[tuple[str, str]]:
    """Yield each condition and the text in which it is always true."""
    for found in _BEGINS.finditer(whole, whole.find("$$") if "$$" in whole else start):
        end = _end(whole, found.end())
        what = whole[found.end() : end].strip()
        if what != "true":
            yield " ".join(what.split()), f"{whole[: found.end()]}true {whole[end:]}"


def _end(whole: str, start: int) -> int:
    """Return where a condition ends."""
    depth = 0
    for at in range(start, len(whole)):
        depth += {"(": 1, ")": -1}.get(whole[at], 0)
        if depth < 0 or (depth == 0 and _ENDS.match(whole, at)):
            return at
    return len(whole)


def of_policies(connection: psycopg.Connection[Any]) -> Iterator[Removal]:
    """Yield each policy dropped and each opened to all; each table with its guard off."""
    policies = connection.execute(
        "SELECT tablename, policyname, qual IS NOT NULL, with_check IS NOT NULL FROM pg_policies"
        " WHERE schemaname = 'public' AND NOT 'baken_closed_sealer' = ANY (roles) ORDER BY 1, 2"
    ).fetchall()
    for table, policy, using, check in policies:
        names = {"policy": sql.Identifier(policy), "table": sql.Identifier(table)}
        yield _removal(f"policy {policy} dropped", "DROP POLICY {policy} ON {table}", names, connection)
        opened = (" USING (true)" if using else "") + (" WITH CHECK (true)" if check else "")
        yield _removal(f"policy {policy} opened", "ALTER POLICY {policy} ON {table}" + opened, names, connection)
    for table in sorted({row[0] for row in policies}):
        text = "ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"
        yield _removal(f"guard of {table} off", text, {"table": sql.Identifier(table)}, connection)


def _removal(what: str, text: str, names: dict[str, sql.Identifier], connection: psycopg.Connection[Any]) -> Removal:
    return Removal(what, sql.SQL(text).format(**names).as_string(connection))


def of_rules() -> Iterator[tuple[str, ModuleType]]:
    """Yield the pure rules without one of their conditions: each that is a function, each that is joined by `and`."""
    source = inspect.getsource(rules)
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        if isinstance(node, ast.FunctionDef) and _is_condition(node):
            yield f"{node.name}()", _changed(source, number, None)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            for at, operand in enumerate(node.values):
                yield f"line {node.lineno}: {ast.unparse(operand)}", _changed(source, number, at)


def _is_condition(function: ast.FunctionDef) -> bool:
    """Return whether a function is one condition: it answers yes or no, and is no question of a page."""
    returned = function.returns
    return isinstance(returned, ast.Name) and returned.id == "bool" and not function.name.startswith("can_")


def _changed(source: str, number: int, operand: int | None) -> ModuleType:
    """Return the rules with the node of that number allowing everything, or one operand of it."""
    tree = ast.parse(source)
    node = list(ast.walk(tree))[number]
    if isinstance(node, ast.FunctionDef):
        # A thing that stands in the way allows when it is not there.
        node.body = [ast.Return(ast.Constant(node.name != "is_withdrawn"))]
    elif isinstance(node, ast.BoolOp) and operand is not None:
        node.values[operand] = ast.Constant(value=True)
    made = ModuleType(rules.__name__)
    exec(compile(ast.fix_missing_locations(tree), rules.__file__, "exec"), made.__dict__)  # noqa: S102 - own source
    return made
