# SPDX-License-Identifier: EUPL-1.2
from uuid import uuid4
import pytest
from baken.closed.vault import actions, reads

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


def test_it_gives_back_the_key_it_made():
    d, a = uuid4(), uuid4()
    actions.make_dossier_key(dossier=d, agency=a, bucket="2026")
    assert len(reads.dossier_key(d)) == 32
