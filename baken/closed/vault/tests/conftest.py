# SPDX-License-Identifier: EUPL-1.2
"""What tests of the vault share: a table with encrypted columns, a dossier with a key, a root key of their own."""

from uuid import UUID, uuid4

import psycopg
import pytest

from baken.closed.vault import actions, rootkey
from baken.closed.vault.tests import written

AGENCY = UUID("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")


@pytest.fixture(scope="module")
def table(django_db_setup, database_copy):
    """Put the tests' own tables into the closed database, as its owner; a test that uses them commits nothing."""
    with psycopg.connect(database_copy.address("owner"), autocommit=True) as owner:
        owner.execute(written.TABLES)
        yield
        owner.execute(written.DROP)


@pytest.fixture
def root_file(tmp_path, settings):
    """Give the test a file of root keys that it may change."""
    path = settings.VAULT_ROOT_KEY = tmp_path / "root_key"
    rootkey.put_on_top(path)
    return path


@pytest.fixture
def dossier(db):
    """Return a dossier that has a key."""
    return keyed()


def keyed(bucket: str = "2026", agency: UUID = AGENCY) -> UUID:
    key = uuid4()
    actions.make_dossier_key(dossier=key, agency=agency, bucket=bucket)
    return key
