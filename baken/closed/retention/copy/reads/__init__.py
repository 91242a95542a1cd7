# SPDX-License-Identifier: EUPL-1.2
"""All that a copy holds, part by part; each part is asked of `access` and logged as an export."""
