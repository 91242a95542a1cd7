# SPDX-License-Identifier: EUPL-1.2
"""What the search's templates need to say."""
