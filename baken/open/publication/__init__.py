# SPDX-License-Identifier: EUPL-1.2
"""Published figures: how many were seen, what of it is hidden and why, and how many nobody saw."""
