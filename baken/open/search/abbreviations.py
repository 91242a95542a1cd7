# SPDX-License-Identifier: EUPL-1.2
"""How lawyers call acts and treaties for short, so that "273f Sr" finds the article of that act.

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
