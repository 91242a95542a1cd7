# SPDX-License-Identifier: EUPL-1.2
"""How well a search finds: what an evaluation tool says of a run, and how sure that is. No Django, no database."""
