# SPDX-License-Identifier: EUPL-1.2
"""The method of latent classes: persons are of hidden kinds, which nobody counted."""
