# SPDX-License-Identifier: EUPL-1.2
"""How lawyers call acts and treaties, for short and in full, so that "273f Sr" finds the article of that act.

Dutch ones as in the Leidraad voor juridische auteurs; English ones as the Council of Europe and the
United Nations abbreviate their own treaties. Keys of works in the sources.
"""

OF_WORKS = {
    "bwb/BWBR0001854": "Sr WvSr",
    "bwb/BWBR0001903": "Sv WvSv",
    "bwb/BWBR0005537": "Awb",
    "bwb/BWBR0011823": "Vw Vw2000",
    "bwb/BWBR0011825": "Vb Vb2000",
    "bwb/BWBR0012002": "VV VV2000",
    "bwb/BWBR0012287": "Vc Vc2000",
    "bwb/BWBR0012288": "Vc Vc2000",
    "bwb/BWBR0012289": "Vc Vc2000",
    "bwb/BWBV0001000": "EVRM ECHR",
    "bwb/BWBV0002508": "IVRK CRC",
}
NAMES = {
    "bwb/BWBR0001854": ("Wetboek van Strafrecht", "Criminal Code", "Penal Code"),
    "bwb/BWBR0001903": ("Wetboek van Strafvordering", "Code of Criminal Procedure"),
    "bwb/BWBR0005537": ("Algemene wet bestuursrecht",),
    "bwb/BWBR0011823": ("Vreemdelingenwet 2000", "Vreemdelingenwet", "Vw 2000", "Aliens Act 2000", "Aliens Act"),
    "bwb/BWBR0011825": ("Vreemdelingenbesluit 2000", "Vreemdelingenbesluit", "Vb 2000", "Aliens Decree"),
    "bwb/BWBR0012002": ("Voorschrift Vreemdelingen 2000", "Voorschrift Vreemdelingen", "VV 2000"),
    "bwb/BWBV0001000": ("Europees Verdrag voor de Rechten van de Mens", "European Convention on Human Rights"),
    "bwb/BWBV0002508": (
        "Verdrag inzake de rechten van het kind", "Kinderrechtenverdrag", "Convention on the Rights of the Child",
    ),
}  # fmt: skip
# The Aliens Circular's parts are works of their own, known by the letter of their paragraphs: B8/3.
CIRCULAR = {"A": "bwb/BWBR0012287", "B": "bwb/BWBR0012289", "C": "bwb/BWBR0012288"}


def called() -> dict[str, str]:
    """Return the key of each act by its short and full names; what several acts are called is none's."""
    pairs = [(name, key) for key, names in NAMES.items() for name in names]
    pairs += [(name, key) for key, names in OF_WORKS.items() for name in names.split()]
    shared = set(CIRCULAR.values())
    return {name: key for name, key in pairs if key not in shared}
