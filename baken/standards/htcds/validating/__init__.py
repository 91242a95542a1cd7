# SPDX-License-Identifier: EUPL-1.2
"""Judges an export by the table of the standard alone: it shares nothing with what writes or reads one."""
