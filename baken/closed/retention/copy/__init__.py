# SPDX-License-Identifier: EUPL-1.2
"""The copy that a person may have of her file: what is read of it, and the same in words that she reads."""
