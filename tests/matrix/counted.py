# SPDX-License-Identifier: EUPL-1.2
"""One question to every function that counts: a digest of all that they tell of an agency, or NULL."""

from tests.matrix.stage import Stage

# Everything that ever was; what is yet to come; what was long before. Of the last two nothing is told.
_SPANS = (("-infinity", "infinity"), ("2200-01-01", "infinity"), ("-infinity", "1900-01-01"))
_BETWEEN = ("figures_cases", "figures_reports", "figures_guests", "figures_requests", "figures_captures")
_AMONG = (
    "figures_of", "figures_identities", "figures_accounts", "figures_assertions", "figures_closures",
    "figures_letters", "figures_stays", "figures_happened", "figures_conditions",
)  # fmt: skip
_WHOLE = """
    (SELECT md5(string_agg(row, ',' ORDER BY row))
     FROM (SELECT %s::uuid AS asked) a CROSS JOIN LATERAL ({told}) u)
"""


def counted(stage: Stage) -> str:
    """Return the question; the agency is its one word."""
    files = [stage.cast.files["main"], stage.cast.files["empty"], stage.cast.rows["partner_file"]]
    among = "'{" + ",".join(map(str, files)) + "}'"
    calls = [f"{name}(asked, '{since}', '{before}')" for name in _BETWEEN for since, before in _SPANS]
    calls += [f"{name}(asked, {among})" for name in _AMONG]
    calls += ["figures_before_the_law(asked)"]
    each = "SELECT '{place}:' || t::text AS row FROM {call} t"
    told = " UNION ALL ".join(each.format(place=place, call=call) for place, call in enumerate(calls))
    return _WHOLE.format(told=told)
