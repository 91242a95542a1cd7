# SPDX-License-Identifier: EUPL-1.2
"""Collections: texts that are asked by the command alone, to measure the search. No page opens their folder."""
