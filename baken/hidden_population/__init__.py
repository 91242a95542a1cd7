# SPDX-License-Identifier: EUPL-1.2
"""How many there are, seen and unseen, from who is on which lists. Pure."""
