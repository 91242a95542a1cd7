# SPDX-License-Identifier: EUPL-1.2
"""The page tells of every classification as it is."""

from pathlib import Path

import pytest

from baken.standards.breakdowns import comensha, eurostat, sdg
from baken.standards.describing import written
from baken.standards.ictip import mapping

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "statistics-standards.md"


@pytest.mark.parametrize("module", [comensha, eurostat, sdg, mapping])
def test_the_page_has_the_classification_as_it_is(module):
    assert written(module.classification()) in PAGE.read_text(encoding="utf-8")


def test_what_was_not_read_is_marked():
    assert written(mapping.classification()).count("**To be verified.**") == 1 + len(mapping.to_verify())
