# SPDX-License-Identifier: EUPL-1.2
"""How often the whole world may try: counted for all together, because nobody's address is looked at."""

from allauth.core import context, ratelimit

_EVERYBODY = "everybody"


def may_report(*, with_files: bool) -> bool:
    """Count a report and return whether one may be sent this minute; one with files counts twice over."""
    actions = ("report", "report_files") if with_files else ("report",)
    return all(ratelimit.consume(context.request, action=each, key=_EVERYBODY) for each in actions)


def may_try_receipt() -> bool:
    """Count a try at a receipt and return whether one may be tried this minute."""
    return bool(ratelimit.consume(context.request, action="receipt", key=_EVERYBODY))
