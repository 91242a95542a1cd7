# SPDX-License-Identifier: EUPL-1.2
"""What the databank offers to casework: cards of what everybody may read, laid in the hatch and never asked for."""
