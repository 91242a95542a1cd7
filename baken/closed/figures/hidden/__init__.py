# SPDX-License-Identifier: EUPL-1.2
"""How many nobody saw: an estimate from who is on which lists, as a figure that can be released."""
