# SPDX-License-Identifier: EUPL-1.2
"""The log of who saw and did what: added to in each request's own transaction, sealed into a chain soon after."""
