# SPDX-License-Identifier: EUPL-1.2
"""A fingerprint changes with every file it is about."""

from baken.core import digests


def test_it_tells_names_and_contents_apart(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")
    both = digests.of([one, two], tmp_path)
    assert both == digests.of([two, one], tmp_path)
    assert len({both, digests.of([one], tmp_path), digests.of([two], tmp_path)}) == 3
    two.write_text("c")
    assert digests.of([one, two], tmp_path) != both
    two.write_text("b")
    assert digests.of([one, two], tmp_path) == both
    two.rename(tmp_path / "three")
    assert digests.of([one, tmp_path / "three"], tmp_path) != both


def test_it_knows_what_is_installed(tmp_path, monkeypatch):
    before = digests.of([], tmp_path)
    installed = digests._installed()
    assert any(name.lower().startswith("django-5.2") for name in installed)
    monkeypatch.setattr(digests, "_installed", lambda: [*installed, "new-1.0"])
    assert digests.of([], tmp_path) != before
