# SPDX-License-Identifier: EUPL-1.2
"""The exchange of cases by the Human Trafficking Case Data Standard: its fields, written and read."""
