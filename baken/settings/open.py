# SPDX-License-Identifier: EUPL-1.2
"""The open door: databank, thesaurus, sources and search. Holds nobody's file."""

from pathlib import Path
from typing import Any

from baken.settings import agencies, environment
from baken.settings.base import *  # noqa: F403 - a settings module is its base plus its own names
from baken.settings.base import LOCALE_PATHS, TEMPLATES

DOOR = "open"
SECRET_KEY = environment.text("BAKEN_OPEN_SECRET_KEY")
ALLOWED_HOSTS = environment.words("BAKEN_OPEN_HOSTS", "localhost,127.0.0.1")
CSRF_TRUSTED_ORIGINS = [environment.text("BAKEN_OPEN_ADDRESS", "http://localhost:8000")]
ROOT_URLCONF = "baken.urls.open"
DATABASES = {
    "default": environment.database("BAKEN_OPEN_DATABASE_URL"),
    "limits": environment.database("BAKEN_OPEN_DATABASE_URL", lasting=0),
}
DATABASE_ROUTERS = ["baken.accounts.caching.LimitsRouter"]
STATIC_ROOT: Path | None = environment.static("open")
MEDIA_ROOT = environment.home() / "media"
MEDIA_URL = "/media/"

INSTALLED_APPS = [
    "baken.design",
    "baken.accounts",
    "baken.bridge",
    "baken.open.changes",
    "baken.open.sources",
    "baken.open.thesaurus",
    "baken.open.articles",
    "baken.open.search",
    "baken.open.offering",
    "baken.open.reporting",
    "baken.open.signalcheck",
    "baken.open.publication",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    *agencies.applications(),
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "baken.open.articles.editors.EditorPolicyMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "baken.accounts.middleware.SessionLimitsMiddleware",
    "baken.accounts.middleware.SecondFactorMiddleware",
]

TEMPLATES[0]["OPTIONS"]["context_processors"] += ["baken.open.languages.alternates"]

# Ports: what sources and concepts ask of the articles above them, without knowing them.
ARTICLES_CITING = "baken.open.articles.reads.articles_citing"
ARTICLES_ABOUT = "baken.open.articles.reads.articles_about"

# What a guess at a receipt costs whoever has the database and the pepper: rounds, KiB and lanes of Argon2id (0.4 s).
RECEIPT_COST = (4, 128 * 1024, 1)
RECEIPT_PEPPER = environment.receipt_pepper()
RECEIPT_SLOTS = environment.home() / "slots"

# Languages in which the report form speaks beside those of the whole site: each has a catalogue in this folder.
REPORT_LOCALES = environment.languages()
LOCALE_PATHS = [*LOCALE_PATHS, *REPORT_LOCALES]

# What makes vectors of texts and questions, so that the search also goes by meaning.
SEARCH_EMBEDDINGS: Any = environment.embeddings()
# On how many days of four weeks a question must be asked before editors may read it; 0 counts nothing.
SEARCH_CANDIDATE_DAYS = int(environment.text("BAKEN_SEARCH_CANDIDATE_DAYS", "5"))

WAGTAIL_SITE_NAME = "Baken"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAILADMIN_BASE_URL = environment.text("BAKEN_OPEN_ADDRESS", "http://localhost:8000")
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "/sign-in/"
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# A password that many share can be guessed at leisure; a page is for everyone, for accounts or for groups.
WAGTAIL_PRIVATE_PAGES = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Wagtail's editor writes inline styles and a few inline scripts; readers never meet this policy.
EDITOR_DIRECTIVES = {
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "frame-src": ["'self'"],
    "frame-ancestors": ["'self'"],
}
