# SPDX-License-Identifier: EUPL-1.2
"""Every figure the README quotes, measured again by `make bench`."""
