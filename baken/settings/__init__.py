# SPDX-License-Identifier: EUPL-1.2
"""Settings: the only readers of the environment."""
