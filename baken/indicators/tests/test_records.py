# SPDX-License-Identifier: EUPL-1.2
import pytest

from baken.indicators.reading import catalogue
from baken.indicators.records import Form, Population


@pytest.mark.parametrize(
    ("name", "population", "form", "fits"),
    [
        ("NLA-LAB-01", Population.ADULT, Form.LABOUR, True),
        ("NLA-LAB-01", Population.BOTH, Form.LABOUR, True),
        ("NLA-LAB-01", Population.CHILD, Form.LABOUR, False),
        ("NLA-LAB-01", Population.ADULT, Form.SEXUAL, False),
        ("NLA-LAB-01", Population.BOTH, Form.ANY, True),
        ("UN-GEN-01", Population.CHILD, Form.CRIMINAL, True),
        ("UN-CHI-01", Population.ADULT, Form.ANY, False),
        ("UN-SEX-01", Population.CHILD, Form.SEXUAL, True),
    ],
)
def test_it_knows_whom_and_what_an_indicator_can_be_about(name, population, form, fits):
    assert catalogue().indicators[name].fits(population, form) is fits


def test_it_is_read_or_it_is_not():
    known = catalogue().indicators
    assert known["NLA-LAB-01"].is_read
    assert not known["UN-GEN-01"].is_read
    assert not known["UN-LAB-01"].is_read
