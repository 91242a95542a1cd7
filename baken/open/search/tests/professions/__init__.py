# SPDX-License-Identifier: EUPL-1.2
"""What people of many professions ask, and what they must find."""
