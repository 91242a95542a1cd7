# SPDX-License-Identifier: EUPL-1.2
"""Dutch compounds, taken apart by what a vocabulary itself shows; no word list is shipped.

`mensenhandelslachtoffers` is mensen, handel and slachtoffers, and mensenhandel besides. A word is
split where parts that the vocabulary knows explain its letters better than a model of the letters of
words that are no compounds. Which words are compounds is not known beforehand: it is guessed, the
parts are counted, and it is guessed again (the hard expectation-maximisation of Creutz & Lagus 2007,
"Unsupervised models for morpheme segmentation", ACM TSLP 4(1)). That the frequency of the parts tells
a compound is from Koehn & Knight 2003, "Empirical methods for compound splitting", EACL; theirs is
the peer in `python -m bench compounds`. Letters are smoothed after Witten & Bell 1991, "The
zero-frequency problem", IEEE Trans. Information Theory 37(4).
"""

from baken.open.search.engine.compounds.learning import learn
from baken.open.search.engine.compounds.splitter import WHOLE, Splitter

__all__ = ["WHOLE", "Splitter", "learn"]
