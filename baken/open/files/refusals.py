# SPDX-License-Identifier: EUPL-1.2
"""How a reader says that it takes nothing from a file; the message is one clear line, for the person who chose it."""


class Refused(Exception):
    """A file (or a part of it) cannot be imported; the message says why in one clear line."""


class Ignored(Exception):
    """A file is well known and holds nothing to import, such as a manifest; the message says so."""
