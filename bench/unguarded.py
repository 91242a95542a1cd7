# SPDX-License-Identifier: EUPL-1.2
"""The closed door without its guard: nothing is decrypted and nothing is logged. What the guard costs is the rest."""

import os
import sys

from django.core.wsgi import get_wsgi_application


def _unguard() -> None:
    """Take the guard away from whatever is imported from now on; raises RuntimeError where it stands already."""
    from baken.closed.audit import actions  # noqa: PLC0415 - models, once Django is ready
    from baken.closed.vault.fields import EncryptedField  # noqa: PLC0415

    if "baken.closed.access.admitting" in sys.modules:
        raise RuntimeError("the way into the log is in use already, and would go on to log")
    actions.record = lambda **_: None  # type: ignore[assignment]
    EncryptedField.opened = lambda self, instance, value: self.decoded(value.sealed)  # type: ignore[assignment]


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.settings.closed")
application = get_wsgi_application()
_unguard()
