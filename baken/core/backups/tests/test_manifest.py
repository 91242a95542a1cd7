# SPDX-License-Identifier: EUPL-1.2
"""A manifest is ours only as it was signed."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from baken.core.backups.manifest import Manifest, Sum
from baken.core.backups.naming import BackupError

PEN = Ed25519PrivateKey.generate()
MADE = Manifest("20261128T011500Z", "1.0", {"closed": Sum("ab" * 32, 7), "keys": Sum("cd" * 32, 8)}).signed("ours", PEN)
KEYS = {"ours": PEN.public_key()}


def test_it_reads_what_it_wrote_and_knows_its_own_signature():
    assert Manifest.of(MADE.text) == MADE
    Manifest.of(MADE.text).check(KEYS)


@pytest.mark.parametrize(
    ("name", "value"),
    [("stamp", "20261128T011501Z"), ("version", "2"), ("signature", "00"), ("signature", "no digits"), ("files", {})],
)
def test_it_refuses_whatever_was_altered(name, value):
    with pytest.raises(BackupError, match="was altered after it was signed"):
        Manifest.of(json.dumps({**json.loads(MADE.text), name: value})).check(KEYS)


def test_it_refuses_another_sum():
    told = json.loads(MADE.text)
    told["files"]["keys"]["sha256"] = "ef" * 32
    with pytest.raises(BackupError, match="was altered"):
        Manifest.of(json.dumps(told)).check(KEYS)


@pytest.mark.parametrize("key", ["", "theirs"])
def test_it_refuses_one_that_nobody_of_us_signed(key):
    other = Manifest.of(MADE.text).signed(key, Ed25519PrivateKey.generate())
    with pytest.raises(BackupError, match="is not ours"):
        other.check(KEYS)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"files": 1}', '{"files": {"a": {}}}', '{"files": {}, "more": 1}'])
def test_it_refuses_what_is_no_manifest(text):
    with pytest.raises(BackupError, match="no manifest"):
        Manifest.of(text)
