# SPDX-License-Identifier: EUPL-1.2
"""That a file came in from another system: with which batch, as which record, and what of it has no place here."""
