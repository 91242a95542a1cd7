# SPDX-License-Identifier: EUPL-1.2
"""Readers of other people's formats: bytes in, records out; they never touch the database."""
