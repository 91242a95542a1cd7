# SPDX-License-Identifier: EUPL-1.2
"""The open door as a WSGI application: its page cache in front, and what follows the database beside it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baken.settings.open")

site = get_wsgi_application()

# All of these need Django ready.
from baken.core import settling  # noqa: E402
from baken.open.articles import schedule  # noqa: E402
from baken.open.offering import following as shelf_following  # noqa: E402
from baken.open.pagecache import following as page_following  # noqa: E402
from baken.open.pagecache.store import Store  # noqa: E402
from baken.open.pagecache.wsgi import PageCache  # noqa: E402
from baken.open.reporting import service as receipts  # noqa: E402
from baken.open.search import following as index_following  # noqa: E402
from baken.open.search.feedback import service as feedback  # noqa: E402
from baken.open.search.feedback.hearing import Following  # noqa: E402

# Where a reader is known, or an answer follows the index instead of the database.
NEVER = ("/static/", "/editors/", "/documents/", "/sign-", "/search/", "/en/search/", "/contact/", "/en/contact/")

_store = Store()
page_following.start(_store)
index_following.start()
shelf_following.start()
schedule.start()
receipts.start()
feedback.start()
# Before the page cache, which answers most results without asking anybody.
application = Following(PageCache(site, _store, NEVER))
settling.settle()
