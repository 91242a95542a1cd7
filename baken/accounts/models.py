# SPDX-License-Identifier: EUPL-1.2
"""A person who signs in. Each door has its own tables: the two never share an account."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes users known by their e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store a user; without a password the account cannot be entered by password."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str, **fields: Any) -> "User":
        """Store a user who may do everything in the editors' rooms of the open door."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractUser):
    """Somebody with an account, known by e-mail address; the key tells nothing about order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = None  # type: ignore[assignment]
    email = models.EmailField(_("e-mail address"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()  # type: ignore[assignment, misc]

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class SignedIn(HttpRequest):
    """A request of somebody who signed in."""

    user: User


class Session(AbstractBaseSession):
    """One browser and, once it is signed in, whose. Kept under a digest of its key: a dump opens no session."""

    session_key = models.CharField(_("session key"), max_length=64, primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    # In coarse words, such as "Firefox, Linux". No address is kept: where a worker was may be a shelter.
    device = models.CharField(max_length=60, blank=True, default="")


class Welcome(models.Model):
    """A one-time link by which somebody chooses a password; of its word only a digest is kept."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="welcome")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"until {self.expires_at:%Y-%m-%d %H:%M}"


class Limit(models.Model):
    """A row of the cache that all processes share (`baken.accounts.caching`): who tried how often."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.cache_key
