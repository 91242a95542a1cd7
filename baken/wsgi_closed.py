# SPDX-License-Identifier: EUPL-1.2
"""The closed door as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.settings.closed")

application = get_wsgi_application()

# It needs Django ready.
from baken.closed.audit import service  # noqa: E402
from baken.closed.intake import service as intake  # noqa: E402
from baken.closed.knowledge import service as knowledge  # noqa: E402
from baken.core import settling  # noqa: E402

service.begin("closed door")
intake.begin()
knowledge.begin()
settling.settle()
