# SPDX-License-Identifier: EUPL-1.2
"""The open door without its page cache: every page is rendered."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.settings.open")
application = get_wsgi_application()
