# SPDX-License-Identifier: EUPL-1.2
"""What both doors share. Each door adds its own applications, addresses and database."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from baken.settings import agencies, environment

DEBUG = False
BASE_DIR = environment.ROOT
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
WSGI_APPLICATION = None

LANGUAGE_CODE = "nl"
LANGUAGES: list[tuple[str, Any]] = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "baken" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "baken.design.context.page",
            ],
        },
    },
]

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Argon2id first: memory-hard, so a stolen table costs a guesser most.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "baken.accounts.passwords.LengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "baken.accounts.passwords.CommonInsideValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "first_name", "last_name")},
    },
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "baken.accounts.adapter.InvitationOnlyAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
# How often somebody may try. "key" is an account from one address, so that a stranger elsewhere shuts nobody out.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "second_step_day": "20/d/key",
    "command": "5/5m/key",
    "passphrase": "5/m/key,30/d/key",
    # Of everybody together: at the form for reports nobody's address is looked at.
    "report": "60/m/key",
    "report_files": "20/m/key",
    "receipt": "60/m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = int(environment.text("BAKEN_PROXIES") or environment.flag("BAKEN_HTTPS"))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# No recovery codes: whoever lost a second factor is helped by two people.
MFA_SUPPORTED_TYPES = ["webauthn", "totp"]
MFA_ADAPTER = "baken.accounts.factors.FactorAdapter"
MFA_FORMS = {
    "authenticate": "baken.accounts.forms.CodeForm",
    "authenticate_webauthn": "baken.accounts.forms.PasskeyForm",
}
MFA_TOTP_ISSUER = "Baken"
MFA_TOTP_TOLERANCE = 1  # a clock half a minute off, or a slow hand; a code still counts once

ACCOUNTS_FACTOR_KEYS = environment.factor_keys()
ACCOUNTS_ABSOLUTE_SECONDS = 8 * 60 * 60
ACCOUNTS_IDLE_SECONDS: int | None = None
ACCOUNTS_ENROL_SECONDS = 15 * 60  # how long a session lasts that has proved no second factor yet
ACCOUNTS_STEP_UP_SECONDS = ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNTS_LINK_HOURS = 72
# Ports: whom accounts tells what happens, and whom it asks who may invite and who may start an account anew.
ACCOUNTS_ON_EVENT = ""
ACCOUNTS_MAY_INVITE = ""
ACCOUNTS_MAY_RESET = ""

SOCIALACCOUNT_PROVIDERS = agencies.providers()
SOCIALACCOUNT_ADAPTER = "baken.accounts.agencies.AgencyAdapter"
ACCOUNTS_TRUST_AGENCY_FACTOR = environment.flag("BAKEN_AGENCY_ASKS_FACTOR")

# Tries are counted together by all processes, in the door's database; all else is kept in memory.
CACHES = {
    "default": {"BACKEND": "baken.accounts.caching.SplitCache"},
    "limits": {
        "BACKEND": "baken.accounts.caching.LimitsCache",
        "KEY_FUNCTION": "baken.accounts.caching.digest_of",
    },
}

SESSION_ENGINE = "baken.accounts.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = ACCOUNTS_ABSOLUTE_SECONDS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None  # gone with the window, like the session

HTTPS = environment.flag("BAKEN_HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_CONTENT_TYPE_NOSNIFF = True
# Nobody else learns where a reader came from; "no-referrer" would hide it from our own CSRF check too.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Errors and refusals are told on standard error, where a service manager keeps them. No request is logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "filters": {"no-address": {"()": "baken.core.telling.WithoutAddress"}},
    "handlers": {"standard-error": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["standard-error"], "level": "WARNING"},
    "loggers": {
        # Django's own would mail each error to ADMINS, with all that was filled in and held in memory at that moment.
        "django": {"handlers": []},
        # "Not Found: /an/address" would tell what somebody read, and a one-time link is an address.
        "django.request": {"level": "ERROR", "filters": ["no-address"]},
        "django.security.csrf": {"level": "ERROR"},
    },
}

STRICT_CSP = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'", *agencies.origins()],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    },
}
CONTENT_SECURITY_POLICY = STRICT_CSP
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb", "display-capture")
}
