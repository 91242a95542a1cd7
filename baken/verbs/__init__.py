# SPDX-License-Identifier: EUPL-1.2
"""The verbs of the command `baken`, a module a family."""
