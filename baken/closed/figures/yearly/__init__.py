# SPDX-License-Identifier: EUPL-1.2
"""The figures of a year that are shared in the house, as a report that can be printed, read aloud and searched."""
