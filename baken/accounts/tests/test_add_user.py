# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.core.exceptions import ValidationError

from baken.accounts.actions import add_user
from baken.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "verzonnen wachtzin van een test"


def test_it_adds_somebody_who_may_sign_in():
    person = add_user(email="Testpersoon.A@Example.org", password=PASSWORD)
    assert person.email == "testpersoon.a@example.org"
    assert person.check_password(PASSWORD)
    assert not person.is_superuser


@pytest.mark.parametrize(
    ("email", "password"),
    [("testpersoon.a@example.org", "kort"), ("geen adres", PASSWORD), ("taken@example.org", PASSWORD)],
    ids=["weak", "no address", "taken"],
)
def test_it_refuses_what_would_not_do(email, password):
    add_user(email="taken@example.org", password=PASSWORD)
    with pytest.raises(ValidationError):
        add_user(email=email, password=password)
    assert User.objects.count() == 1
