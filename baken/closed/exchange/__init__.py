# SPDX-License-Identifier: EUPL-1.2
"""Files as the case data standard has them, for another system: gathered as their reader sees them, and made to fit."""
