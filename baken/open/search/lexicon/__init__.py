# SPDX-License-Identifier: EUPL-1.2
"""The learned lexicon: what a word of one language is called in the other, learned from texts that exist in both."""
