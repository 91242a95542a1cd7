# SPDX-License-Identifier: EUPL-1.2
"""Lists from the centre's own files: by which kinds of source each person was seen, as numbers for each combination."""
