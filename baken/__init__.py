# SPDX-License-Identifier: EUPL-1.2
"""Baken: the open platform of a centre against child and human trafficking."""

__version__ = "0.1.0"
