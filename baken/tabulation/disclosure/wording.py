# SPDX-License-Identifier: EUPL-1.2
"""What is said of hidden cells, and to whoever wants to publish what cannot be made safe."""

from baken.tabulation.shapes import Words

SMALL, OTHERS, DIFFERENCE = "small", "others", "difference"  # why a cell is hidden


class Unsafe(ValueError):
    """A table cannot be published beside what was published; ``reason`` says why, and what can be done."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.en)
        self.reason = reason


def why(threshold: int) -> dict[str, Words]:
    """Return for each reason the words that whoever releases a table reads; they are not published."""
    return {
        SMALL: Words(nl=f"minder dan {threshold}, of niemand", en=f"fewer than {threshold}, or nobody"),
        OTHERS: Words(
            nl="verborgen omdat een klein aantal anders uit te rekenen is",
            en="hidden because a small number could be computed otherwise",
        ),
        DIFFERENCE: Words(
            nl=f"verschilt minder dan {threshold} van wat al gepubliceerd is: het verschil zou hen verraden",
            en=f"differs by fewer than {threshold} from what was published: the difference would tell of them",
        ),
    }


def few(threshold: int) -> Words:
    """Return that there are too few in all."""
    return Words(
        nl=f"Er zijn er in deze tabel minder dan {threshold}. Kies een langere periode of een ruimere groep, of wacht.",
        en=f"There are fewer than {threshold} in this table. Choose a longer period or a wider group, or wait.",
    )


NOTHING_LEFT = Words(
    nl="Er blijft geen getal over dat verteld kan worden. Kies grovere categorieën, minder dimensies of een langere "
    "periode.",
    en="No number is left that can be told. Choose coarser categories, fewer dimensions or a longer period.",
)
GIVEN_AWAY = Words(
    nl="Naast wat al gepubliceerd is, blijft een klein aantal hierin niet verborgen. Kies grovere categorieën of een "
    "langere periode, of wacht.",
    en="Beside what was published, a small number in this table does not stay hidden. Choose coarser categories or a "
    "longer period, or wait.",
)
CHANGED_LITTLE = Words(
    nl="Sinds dit eerder is gepubliceerd zijn er zo weinig bijgekomen of afgegaan dat het verschil hen verraadt. "
    "Publiceer opnieuw het eerdere getal, of wacht tot het verschil groter is.",
    en="So few were added or taken away since this was published that the difference tells of them. Publish the "
    "earlier number again, or wait until the difference is larger.",
)
LEAVES_FEW = Words(
    nl="Van een tabel die al gepubliceerd is, verschilt deze in zo weinigen dat het verschil hen verraadt. Neem "
    "dezelfde periode en dezelfde groep, of een die meer verschilt.",
    en="This table differs from a published one by so few that the difference tells of them. Take the same period "
    "and the same group, or ones that differ more.",
)
CONTRADICTS = Words(
    nl="Deze tabel is niet te rijmen met wat al gepubliceerd is. Kijk of categorieën en periode hetzelfde betekenen.",
    en="This table does not agree with what was published. See whether categories and period mean the same.",
)
OTHER_CATEGORIES = Words(
    nl="Een dimensie van deze naam heeft in een eerdere tabel andere categorieën. Neem dezelfde, of geef de nieuwe "
    "indeling een eigen naam.",
    en="A dimension of this name has other categories in an earlier table. Take the same ones, or give the new "
    "classification a name of its own.",
)
TOO_LARGE = Words(
    nl="Samen met wat al gepubliceerd is, is dit te groot om na te rekenen. Neem minder dimensies of grovere "
    "categorieën.",
    en="Together with what was published this is too large to check. Take fewer dimensions or coarser categories.",
)
