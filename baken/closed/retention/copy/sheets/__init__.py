# SPDX-License-Identifier: EUPL-1.2
"""A copy in words that the person reads, part by part as they stand in `reads`."""
