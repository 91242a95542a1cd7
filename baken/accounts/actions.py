# SPDX-License-Identifier: EUPL-1.2
"""Every write to accounts from a command; who may be invited is told by the door (see `closed/access`)."""

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from baken.accounts.models import User


@transaction.atomic
def add_user(*, email: str, password: str, superuser: bool = False) -> User:
    """Store somebody who may sign in; raise ValidationError for a weak password or an address that is taken."""
    person = User(email=User.objects.normalize_email(email).lower(), is_staff=superuser, is_superuser=superuser)
    validate_password(password, person)
    person.set_password(password)
    person.full_clean()
    person.save()
    return person
