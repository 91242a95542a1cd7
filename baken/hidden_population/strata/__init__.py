# SPDX-License-Identifier: EUPL-1.2
"""Persons told apart by what they have in common: each stratum by itself, or all in one model with the lists."""
