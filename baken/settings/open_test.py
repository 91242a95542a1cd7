# SPDX-License-Identifier: EUPL-1.2
"""The open door under test: the same door, with plain static files and a fixed key."""

from baken.settings.open import *  # noqa: F403 - a settings module is its base plus its own names

SECRET_KEY = "only-for-tests"  # noqa: S105 - signs nothing outside a test run
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ACCOUNTS_FACTOR_KEYS = ["only-for-tests"]
RECEIPT_COST = (1, 64, 1)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A test that needs an embedder brings one: the real one takes half a second a text.
SEARCH_EMBEDDINGS = None
# Nothing is collected for a test; the finders know where everything is.
STATIC_ROOT = None
