# SPDX-License-Identifier: EUPL-1.2
"""The closed door: staff and invited partners only. No Wagtail, no Django admin."""

from pathlib import Path

from baken.settings import agencies, environment
from baken.settings.base import *  # noqa: F403 - a settings module is its base plus its own names
from baken.settings.base import HTTPS, TEMPLATES

DOOR = "closed"
SECRET_KEY = environment.text("BAKEN_CLOSED_SECRET_KEY")
ALLOWED_HOSTS = environment.words("BAKEN_CLOSED_HOSTS", "localhost,127.0.0.1")
CSRF_TRUSTED_ORIGINS = [environment.text("BAKEN_CLOSED_ADDRESS", "http://localhost:8001")]
# Where a reader's browser finds the databank: links lead there, and no process of this door ever asks it.
DATABANK = environment.text("BAKEN_OPEN_ADDRESS", "http://localhost:8000").rstrip("/")
ROOT_URLCONF = "baken.urls.closed"
DATABASES = {
    "default": environment.database("BAKEN_CLOSED_DATABASE_URL"),
    # Keys lie apart: a copy of the files opens nothing, and a file is erased by destroying its key.
    "keys": environment.database("BAKEN_KEYS_DATABASE_URL"),
    # The hatches in the open door's database; what is sealed lies there until it is taken.
    "bridge": environment.database("BAKEN_BRIDGE_URL", patience=3),
    "limits": environment.database("BAKEN_CLOSED_DATABASE_URL", lasting=0),
}
DATABASE_ROUTERS = [
    "baken.accounts.caching.LimitsRouter",
    "baken.bridge.router.BridgeRouter",
    "baken.closed.routing.KeysRouter",
]
ACCOUNTS_IDLE_SECONDS = 15 * 60
ACCOUNTS_ON_EVENT = "baken.closed.access.ports.on_event"
ACCOUNTS_MAY_INVITE = "baken.closed.access.ports.may_invite"
ACCOUNTS_MAY_RESET = "baken.closed.access.ports.may_reset"
# What neighbours say before a file is closed: what must end first, and what goes on and has to be seen.
PLAN_STANDS_IN_THE_WAY = ["baken.closed.minors.closing.still_open", "baken.closed.shelter.closing.still_open"]
PLAN_GOES_ON = ["baken.closed.legal.closing.goes_on"]
# The file is read at each use: a new root key counts without a restart.
VAULT_ROOT_KEY = environment.root_key()
RETENTION_JOURNAL = environment.erasure_journal()
# What a guess at a passphrase costs whoever seized the server: rounds, KiB, lanes of Argon2id (0.4 s on our machine).
VAULT_PASSPHRASE_COST = (4, 128 * 1024, 1)
# Countries that figures tell apart by name, beside those that CoMensha names.
FIGURES_COUNTRIES = environment.words("BAKEN_FIGURES_COUNTRIES", "")
# What is uploaded stays in memory until it is sealed, for on disk it would be in the clear; what is larger is left out.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024 + 64 * 1024  # the form around the file counts
STATIC_ROOT: Path | None = environment.static("closed")
# Browsers share cookies between ports of one host; a name of its own keeps the doors apart there too.
# Behind HTTPS the prefix makes browsers take it from this very host only (RFC 6265bis).
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}baken_closed_session"
CSRF_COOKIE_NAME = f"{_PREFIX}baken_closed_csrf"
# A message names colleagues: it waits in the session, which lies in the database, and not in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

TEMPLATES[0]["OPTIONS"]["context_processors"] += ["baken.closed.access.frame.rooms"]

INSTALLED_APPS = [
    "baken.design",
    "baken.accounts",
    "baken.bridge",
    "baken.closed.vault",
    "baken.closed.audit",
    "baken.closed.knowledge",
    "baken.closed.access",
    "baken.closed.casework",
    "baken.closed.legal",
    "baken.closed.minors",
    "baken.closed.intake",
    "baken.closed.documents",
    "baken.closed.plan",
    "baken.closed.trafficking",
    "baken.closed.registration",
    "baken.closed.shelter",
    "baken.closed.figures",
    "baken.closed.ceremonies",
    "baken.closed.oversight",
    "baken.closed.retention",
    "baken.closed.today",
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
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "baken.closed.privacy.NotStoredMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "baken.accounts.middleware.SessionLimitsMiddleware",
    "baken.accounts.middleware.SecondFactorMiddleware",
    # Last: by then everything that may turn a request away has had its say.
    "baken.closed.access.context.ContextMiddleware",
]
