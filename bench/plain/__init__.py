# SPDX-License-Identifier: EUPL-1.2
"""The peer: a plain Wagtail site as `wagtail start` lays it out, in production mode."""
