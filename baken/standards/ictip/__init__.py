# SPDX-License-Identifier: EUPL-1.2
"""Records in the dimensions of IC-TIP, the UN classification for administrative data on trafficking in persons."""
