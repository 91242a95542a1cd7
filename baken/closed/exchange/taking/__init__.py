# SPDX-License-Identifier: EUPL-1.2
"""A record of another system as the parts of a file (pure): what has a place, what stands in words, what is left."""
