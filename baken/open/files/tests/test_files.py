# SPDX-License-Identifier: EUPL-1.2
"""Files of strangers: opened in a settled order, within limits, and refused in one line."""

import gzip

import pytest

from baken.open.files import opening, strictjson, tables, xmltree
from baken.open.files.refusals import Refused


@pytest.mark.parametrize("data", [b"a,b;c\n1, 2 \n", b"a;b;c\n1;2;\n", b"\xef\xbb\xbfa\r\n\r\n1\r\n"])
def test_it_reads_a_table_with_commas_or_semicolons(data):
    columns = tables.header(data)
    ((line, row),) = tables.rows(data)
    assert columns in (["a", "b;c"], ["a", "b", "c"], ["a"])
    assert (list(row), row["a"], line) == (columns, "1", 3 if columns == ["a"] else 2)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b" \n", "is empty"),
        (b"a,a\n1,2\n", "column 'a' twice"),
        (b"a,b\n1\n", "line 2: has 1 cells where the header has 2"),
        (b'a,b\n1,"2\n', "line 2: "),
        (b"a\n" + b"x" * (1024 * 1024 + 1), "line 2: field larger"),
        (b"caf\xe9\n", "UTF-8"),
    ],
)
def test_it_refuses_a_table_that_is_none(data, words):
    with pytest.raises(Refused, match=words):
        list(tables.rows(data))


@pytest.mark.parametrize("data", [b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', b"<!ENTITY b 'c'><a/>"])
def test_it_refuses_entities_before_it_reads_on(data):
    with pytest.raises(Refused, match="declares XML entities"):
        xmltree.refuse_entities(data)


def test_it_refuses_a_damaged_or_swollen_gzip(tmp_path):
    cut, bomb = tmp_path / "cut.xml.gz", tmp_path / "bomb.xml.gz"
    cut.write_bytes(gzip.compress(b"<toestand/>" * 500)[:-20])
    bomb.write_bytes(gzip.compress(bytes(3_000_000)))
    with pytest.raises(Refused, match="cut off"):
        opening.content(cut)
    with pytest.raises(Refused, match="more than 2 MB"):
        opening.content(bomb, largest=2 * 1024 * 1024)
    with pytest.raises(Refused, match="cannot be read"):
        opening.content(tmp_path / "absent.xml")


def test_it_takes_files_and_folders_in_order_and_each_once(tmp_path):
    for name in ("b.xml", "a.xml.gz", "c.txt", "deep/d.XML"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    found = opening.files([tmp_path, tmp_path / "b.xml", tmp_path / "c.txt"], frozenset({".xml"}))
    assert [path.name for path in found] == ["a.xml.gz", "b.xml", "d.XML", "c.txt"]


def test_it_knows_its_limits():
    assert strictjson.LONGEST_LINE < 10 * 1024 * 1024
    assert xmltree.root(b"\n\n<a/>").tag == "a"
