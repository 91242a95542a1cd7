# SPDX-License-Identifier: EUPL-1.2
"""What is told of the trafficking in each file of the cast, what makes her vulnerable there, and how safe she is."""

import datetime
from typing import Any
from uuid import UUID

from baken.accounts.models import User
from baken.closed.access.models import Dossier
from baken.closed.trafficking.models import Account, Assessment, Event, SafetyLevel
from tests.cast import canary

ON = datetime.date(2026, 1, 5)
NOT_ASKED = "not_asked"
# What was told of one thing, and of nothing else.
TOLD: dict[str, Any] = {
    "teller": "self", "told_on": ON, "forms": ["SexualExploitation"], "crossing": "domestic", "industry": NOT_ASKED,
    "sectors": {kind: [NOT_ASKED] for kind in ("sexual", "labour", "criminal")}, "sexual": [NOT_ASKED],
    "recruitment": ["loverboy"], "recruitment_platforms": ["unknown"], "recruited_country": "NL",
    "recruited_place": "", "relationship": "Acquainted", "first_month": "2025-05", "last_month": "unknown",
    "age": NOT_ASKED, "exploited_country": "NL", "exploited_provinces": ["NL-UT"],
    "exploited_places": "", "control": [NOT_ASKED], "exploitation_platforms": [NOT_ASKED], "words": "",
}  # fmt: skip


def tell(file: Dossier, founder: User, rows: dict[str, UUID]) -> None:
    """Write it all down in the founder's name; the rows of the first file are kept by name."""
    by = {"dossier": file, "recorded_by": founder}
    account = Account.objects.create(**by, **{**TOLD, "words": canary("account")})
    event = Event.objects.create(**by, kind="Transit", on="2025-05", country="BE", place=canary("event"), words="")
    answers = {"debts": "yes"}
    assessment = Assessment.objects.create(**by, on=ON, factors=answers, words=canary("assessment"))
    review = ON + datetime.timedelta(days=30)
    why = {"words": canary("level"), "measures": ["phone"]}
    level = SafetyLevel.objects.create(**by, on=ON, level="orange", review_on=review, **why)
    for name, row in (("account", account), ("event", event), ("assessment", assessment), ("level", level)):
        rows.setdefault(name, row.pk)
