# SPDX-License-Identifier: EUPL-1.2
"""Victims counted as others ask for them each year: Eurostat, SDG 16.2.2 and CoMensha."""
