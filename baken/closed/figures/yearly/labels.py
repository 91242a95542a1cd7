# SPDX-License-Identifier: EUPL-1.2
"""What the yearly report says around its figures, in both languages: a report is in one of its own, not of the page."""

from baken.closed.figures.rules import WITHIN_THE_HOUSE
from baken.tabulation.shapes import Words

TITLE = Words("Jaarrapport {year}", "Report of {year}")
INSIDE = Words("Voor gebruik in huis. Niet vrijgegeven.", "For use in the house. Not released.")
MADE_ON = Words("Gemaakt op {day}", "Made on {day}")
CONTENTS = Words("Inhoud", "Contents")
HOW = Words("Hoe er geteld is", "How it was counted")
HOW_LINES = (
    Words(
        "Geteld in de dossiers van het centrum. Alleen vragen die een analist deelde met collega's staan erin, en "
        "alleen vragen over een periode binnen dit jaar.",
        "Counted in the files of the centre. Only questions that an analyst shared with colleagues are in it, and only "
        "questions about a period within this year.",
    ),
    Words(
        "In elke tabel staat iedereen één keer. Wie bij meer antwoorden hoort, staat bij 'meer dan één'; wat niemand "
        "opschreef, staat bij 'niet bekend'.",
        "In each table everybody stands once. Who belongs to several answers stands with 'several'; what nobody wrote "
        "down stands with 'not known'.",
    ),
    Words(
        "Elk cijfer is zoals het was op de dag waarop er geteld is. Die dag staat erbij. Wat later is opgeschreven, "
        "telt niet mee.",
        "Each figure is as it was on the day on which it was counted. That day is told beside it. What was written "
        "down later is not in it.",
    ),
    Words(
        "Wie geen hulp zocht of door niemand gezien is, staat er niet in. Cijfers van verschillende vragen mag je niet "
        "bij elkaar optellen: dezelfde mensen kunnen in meer tabellen staan.",
        "Whoever sought no help, or was seen by nobody, is not in it. Figures of different questions must not be added "
        "up: the same people may stand in several tables.",
    ),
)
HIDDEN = Words("Wat verborgen is, en waarom", "What is hidden, and why")
HIDDEN_LINES = (
    Words(
        f"Getallen onder de {WITHIN_THE_HOUSE} zijn verborgen. Soms is ook een groter getal verborgen: wie dat zou "
        "kennen, kan het kleine uitrekenen. Verborgen is geen nul.",
        f"Numbers below {WITHIN_THE_HOUSE} are hidden. Sometimes a larger number is hidden too: who knew it could work "
        "out the small one. Hidden is not zero.",
    ),
    Words(
        "Zo is niemand te herkennen, ook niet voor wie al iets van haar weet. Een tekening laat een verborgen getal "
        "gearceerd zien, zo groot als het hoogstens kan zijn.",
        "So nobody can be recognised, not even by who knows something of her already. A picture shows a hidden number "
        "hatched, as large as it can be at most.",
    ),
    Words(
        "Dit rapport is voor collega's. Wat iedereen mag weten, geeft het centrum vrij onder strengere regels.",
        "This report is for colleagues. What everybody may know the centre releases by stricter rules.",
    ),
)
COUNTED_ON = Words("Geteld op {day}.", "Counted on {day}.")
MEANT = Words("Wat er bedoeld is", "What is meant")
NIGHTS = Words("De opvang, maand voor maand", "The shelter, month by month")
NIGHTS_LINES = (
    Words(
        "Een nacht telt voor elke plek: zo veel nachten waren er, en in zo veel sliep iemand. Plekken die niet in "
        "gebruik waren, tellen niet mee. Van deze maand tellen de nachten tot vandaag.",
        "A night counts for each place: so many nights there were, and in so many somebody slept. Places out of use do "
        "not count. Of this month the nights until today count.",
    ),
)
NIGHTS_HEAD = (
    Words("Maand", "Month"), Words("Geslapen", "Slept"), Words("Nachten", "Nights"), Words("Bezet", "Occupied"),
)  # fmt: skip
