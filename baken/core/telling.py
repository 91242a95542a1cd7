# SPDX-License-Identifier: EUPL-1.2
"""What an error tells on standard error: where in the code, and never at which address somebody was."""

import logging


class WithoutAddress(logging.Filter):
    """Takes the address out of Django's "Internal Server Error: /an/address"; the traceback stays."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without what it was told."""
        record.msg, record.args = record.getMessage().partition(":")[0], ()
        return True
