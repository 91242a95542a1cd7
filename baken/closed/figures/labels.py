# SPDX-License-Identifier: EUPL-1.2
"""What the method of a figure says before somebody says it better."""

from baken.closed.figures.rules import PUBLIC
from baken.tabulation.shapes import Words

METHOD = Words(
    nl=(
        f"Geteld in de dossiers van het centrum. Iedereen staat één keer in de tabel. Aantallen onder de {PUBLIC} zijn "
        "verborgen, en zo nodig ook andere, zodat niemand ze kan terugrekenen. Wie geen hulp zocht of niet gezien is, "
        "staat er niet in."
    ),
    en=(
        f"Counted in the files of the centre. Everybody stands in the table once. Numbers below {PUBLIC} are "
        "hidden, and others where needed, so that nobody can reckon them back. Whoever sought no help or was not seen "
        "is not in it."
    ),
)
METHOD_OF_LISTS = Words(
    nl=(
        "Geschat uit hoeveel personen op meer dan één lijst staan, met meer methoden naast elkaar. De lijsten zijn "
        "gekoppeld met versleutelde kenmerken, nooit met namen."
    ),
    en=(
        "Estimated from how many persons are on more than one list, by several methods side by side. The lists were "
        "linked by encrypted marks, never by names."
    ),
)
WITHDRAWN_SINCE = Words(
    nl="Dit cijfer is ingetrokken nadat om vrijgave was gevraagd. Wijs het af, en vraag zo nodig opnieuw.",
    en="This figure was withdrawn after its release was asked for. Decline it, and ask again if need be.",
)
# What stands in a file that somebody takes out for use in the house.
INSIDE = Words(
    nl="Geteld in de dossiers van het centrum, voor gebruik in huis. Niet vrijgegeven.",
    en="Counted in the files of the centre, for use in the house. Not released.",
)
