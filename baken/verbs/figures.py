# SPDX-License-Identifier: EUPL-1.2
"""Made-up figures of the demo, laid in the hatch by the closed door: `python -m baken.verbs.figures`.

Their titles say that they are examples.
"""

from uuid import NAMESPACE_URL, uuid5

from baken.core import doors
from baken.tabulation.examples import METHOD, examples


def lay() -> None:
    """Lay every example that does not lie there yet."""
    with doors.ready("closed"):
        from baken.bridge import figures  # noqa: PLC0415 - only once the door is ready
        from baken.core.clock import today  # noqa: PLC0415

        for slug, figure in examples().items():
            key = uuid5(NAMESPACE_URL, slug)  # the same at every start
            figures.lay(release=key, slug=slug, figure=figure, method=METHOD, released_on=today(), replaces=None)


if __name__ == "__main__":
    lay()
