# SPDX-License-Identifier: EUPL-1.2
"""JSON taken apart, with names that stand twice."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from baken.standards.htcds.fields import standard
from baken.standards.htcds.validating.broken import Broken


def records(path: Path) -> Iterator[Any]:
    """Yield the records of a file; raise Broken where it is none of the exchange."""
    try:
        told = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=_named)
    except (OSError, ValueError, RecursionError) as error:
        raise Broken(0, f"is no JSON: {type(error).__name__}") from None
    if not isinstance(told, dict) or set(told) != {"standard", "version", "records"}:
        raise Broken(0, "is no object with standard, version and records")
    if [told["standard"], told["version"]] != [standard().name, standard().version]:
        raise Broken(0, f"does not say {standard().name} {standard().version}")
    if not isinstance(told["records"], list):
        raise Broken(0, "has records that are no list")
    yield from told["records"]


def _named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    counted = Counter(name for name, _ in pairs)
    if twice := [name for name, times in counted.items() if times > 1]:
        raise ValueError(f"{twice[0]} stands there twice")
    return dict(pairs)
