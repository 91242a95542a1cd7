# SPDX-License-Identifier: EUPL-1.2
"""What readers look for and do not find, counted without knowing who looked; words for editors to judge."""
