# SPDX-License-Identifier: EUPL-1.2
"""Standards of others: what they ask of a case and of a table, and what they publish. Pure."""
