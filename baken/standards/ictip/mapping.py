# SPDX-License-Identifier: EUPL-1.2
"""A person's record in the dimensions of IC-TIP: events, victims, perpetrators and reporting entities.

The official list of codes was not read: what stands here is to be laid beside it (`verify` in the table) before anybody
sends figures by this name.
"""

from pathlib import Path

from baken.standards import classifying
from baken.standards.classifying import Classification
from baken.standards.victims import Victim

TABLE = Path(__file__).with_name("ictip.toml")
UNITS = ("event", "victim", "perpetrator", "reporting entity")
CITIZENSHIP = "citizenship"
Classified = dict[str, dict[str, tuple[str, ...]]]


def classification() -> Classification:
    """Return the classification, with definitions and sources."""
    return classifying.read(TABLE)


def classify(victim: Victim) -> Classified:
    """Return every category that holds, by unit and dimension; of citizenship the countries themselves (ISO 3166-1)."""
    found: Classified = {unit: {} for unit in UNITS}
    for each in classification().dimensions.values():
        found[each.unit][each.name] = each.all_of(victim)
    found["victim"][CITIZENSHIP] = victim.citizenships or (classifying.UNKNOWN,)
    return found


def to_verify() -> list[str]:
    """Return the dimensions that nobody has laid beside the official document."""
    return [each.name for each in classification().dimensions.values() if each.verify]
