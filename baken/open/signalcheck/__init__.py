# SPDX-License-Identifier: EUPL-1.2
"""The signal check: what somebody noticed, and where to turn. It keeps nothing, counts nothing and never says no."""
