# SPDX-License-Identifier: EUPL-1.2
"""What is said of lists from our own files until somebody says it better: whom they hold, and what they cannot mean."""

from baken.tabulation.shapes import Words

WHO = Words(
    nl=(
        "Personen met een dossier bij dit centrum die in deze periode door anderen zijn gezien: wie een melding "
        "over haar deed, wie opvang voor haar vroeg, of welke instantie haar al kende voordat het dossier werd "
        "geopend."
    ),
    en=(
        "Persons with a file at this centre whom others saw in this period: who made a report about her, who "
        "asked for shelter for her, or which authority knew her before the file was opened."
    ),
)
METHOD_OF_OWN = Words(
    nl=(
        "Geschat uit de dossiers van één centrum. Een lijst is een soort bron: wie door een bron van die soort is "
        "gezien, staat erop. Wat het centrum zelf zag of doorstuurde telt niet. Iedereen staat ook op de lijst "
        "van het centrum zelf, dus dit schat wie door zulke bronnen bij dit centrum had kunnen komen en niet "
        "kwam, en niet hoeveel slachtoffers er zijn. Bronnen verwijzen naar elkaar; een doorgestuurde melding is "
        "geen tweede waarneming en maakt de schatting te laag."
    ),
    en=(
        "Estimated from the files of one centre. A list is a kind of source: whoever was seen by a source of that "
        "kind is on it. What the centre saw or sent on itself does not count. Everybody is on the list of the "
        "centre as well, so this estimates who could have come to this centre by such sources and did not, and "
        "not how many victims there are. Sources refer to each other; a report that was sent on is no second "
        "sighting and makes the estimate too low."
    ),
)
