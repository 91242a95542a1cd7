# SPDX-License-Identifier: EUPL-1.2
"""Counting over all files of an agency, and what of it may leave: shared in the house, released by two to everybody."""
