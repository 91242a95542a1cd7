# SPDX-License-Identifier: EUPL-1.2
"""The open door as a WSGI application, with its page cache in front."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.settings.open")

site = get_wsgi_application()

# Both need Django ready.
from baken.open.pagecache import follow  # noqa: E402
from baken.open.pagecache.store import Store  # noqa: E402
from baken.open.pagecache.wsgi import PageCache  # noqa: E402

# Where a reader is known, or an answer follows the index instead of the database.
NEVER = ("/static/", "/editors/", "/documents/", "/sign-", "/search/", "/en/search/")

_store = Store()
follow.start(_store)
application = PageCache(site, _store, NEVER)
