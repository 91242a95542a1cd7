# SPDX-License-Identifier: EUPL-1.2
"""Meaning: passages of what everybody may read as vectors, near to those of questions that mean the same."""
