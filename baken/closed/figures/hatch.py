# SPDX-License-Identifier: EUPL-1.2
"""The closed door's side of the hatch to the public: released figures are laid there, and taken back."""

from django.utils.timezone import localdate

from baken.bridge import figures
from baken.closed.figures.models import Release, Withdrawal
from baken.tabulation.carrying import unpacked
from baken.tabulation.shapes import Words


def lay(release: Release) -> None:
    """Let everybody see a figure that two released."""
    figures.lay(
        release=release.pk,
        slug=release.slug,
        figure=unpacked(release.figure),
        method=Words(release.method_nl, release.method_en),
        released_on=localdate(release.decided_at),
        replaces=release.replaces_id,
    )


def take_back(withdrawal: Withdrawal) -> None:
    """Let nobody see a figure any more but that it was withdrawn."""
    figures.withdraw(slug=withdrawal.release.slug, on=localdate(withdrawal.at))
