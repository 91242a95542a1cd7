# SPDX-License-Identifier: EUPL-1.2
"""Bad input in every format gets one clear line that says what is wrong; nothing else is raised."""

import pytest

from baken.open.files.refusals import Ignored, Refused
from baken.open.sources.importers import bibtex, bwb, csvworks, ecli, formex, jsonl, ris
from baken.open.sources.tests import samples

XML_READERS = (bwb, ecli, formex)


def refusal(reader, data, file="x.xml"):
    with pytest.raises(Refused) as caught:
        list(reader.read(data, file))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400
    return str(caught.value)


@pytest.mark.parametrize("reader", XML_READERS)
@pytest.mark.parametrize(("data", "words"), samples.NOT_XML)
def test_it_refuses_what_is_no_xml_of_its_kind(reader, data, words):
    said = refusal(reader, data)
    assert any(word in said for word in words.split("|")), said


@pytest.mark.parametrize("reader", XML_READERS)
def test_it_refuses_every_cut_of_a_good_file(reader):
    whole = {bwb: samples.law(), ecli: samples.JUDGMENT, formex: samples.ACT}[reader]
    assert list(reader.read(whole, "x.xml"))
    for length in range(0, len(whole.rstrip()) - 1, 97):
        refusal(reader, whole[:length])


def test_it_never_reads_another_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("do not tell")
    data = samples.OUTSIDE.replace(b"file:///etc/passwd", secret.as_uri().encode())
    assert "do not tell" not in refusal(bwb, data)


def test_it_reads_past_the_official_doctype_without_fetching_it():
    (work,) = bwb.read(samples.OLD_LAW, "x.xml")
    assert work.identifier == "BWBR9999998"


def test_it_refuses_entities_in_another_encoding():
    data = samples.BOMB.decode().replace('"1.0"?', '"1.0" encoding="UTF-16"?').encode("utf-16")
    assert "entities" in refusal(bwb, data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (samples.law(identifier=""), "bwb-id"),
        (samples.law(identifier="BWBR1"), "bwb-id"),
        (samples.law(since="31 december"), "no date"),
        (b'<toestand bwb-id="BWBR9999999"><wetgeving/></toestand>', "no article"),
        (b'<toestand bwb-id="BWBR9999999"/>', "root"),
        (samples.TREATY.replace(b'xml:lang="nl"', b'xml:lang="en"'), "two texts"),
    ],
)
def test_it_refuses_a_law_that_lacks_what_a_law_needs(data, words):
    assert words in refusal(bwb, data)


@pytest.mark.parametrize("root", ["wetstechnische-informatie", "work"])
def test_it_passes_over_known_files_without_text(root):
    with pytest.raises(Ignored, match="no text"):
        list(bwb.read(f'<{root} bwb-id="BWBR9999999"/>'.encode(), "x.xml"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (samples.JUDGMENT.replace(b"ECLI:NL:RBVERZ:2031:1", b"LJN AB1234"), "ECLI"),
        (samples.JUDGMENT.replace(b"2031-04-05", b"gisteren"), "no date"),
        (samples.ATOM.replace(b"<id>ECLI:NL:RBVERZ:2031:2", b"<id>"), "ECLI"),
        (b"<open-rechtspraak/>", "metadata"),
    ],
)
def test_it_refuses_a_ruling_that_is_not_known(data, words):
    assert words in refusal(ecli, data)


def test_it_refuses_an_act_without_number():
    assert "CELEX" in refusal(formex, samples.ACT.replace(b"Directive (EU) 2099/7", b"Something"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no RIS"),
        (b"words only", "no RIS"),
        (b"TY  - JOUR\nTI  - Cut off", "no RIS"),
        (samples.RIS.encode() + b"TY  - JOUR\nTI  - Cut off\n", "cut off"),
        (b"TY  - JOUR\nTI  - Caf\xe9\nER  - \n", "UTF-8"),
        (b"TY  - JOUR\nER  - \n", "without title"),
        (b"FN Web\nPT J\nTI A\nER\n", "Web of Science"),
    ],
)
def test_it_refuses_bad_ris(data, words):
    assert words in refusal(ris, data, "x.ris")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no BibTeX"),
        (b"words", "no BibTeX"),
        (samples.BIBTEX[:-10].encode(), "cut off"),
        (b"@article{a, title = unknownmacro, year = 2031}", "unknownmacro"),
        (f"{samples.BIBTEX}\n{samples.BIBTEX}".encode(), "twice"),
        (b"@article{a, title={Caf\xe9}}", "UTF-8"),
    ],
)
def test_it_refuses_bad_bibtex(data, words):
    assert words in refusal(bibtex, data, "x.bib")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"id": "a", "lang": "nl", "text": "x"', "line 1: is not JSON"),
        (b'{"id": "a", "id": "b", "lang": "nl", "text": "x"}', "'id' twice"),
        (b'{"id": "a", "lang": "nl", "text": NaN}', "NaN"),
        (b'{"id": "a", "lang": "nl", "text": 7}', "'text'"),
        (b'{"id": "a", "lang": "Dutch", "text": "x"}', "language code"),
        (b'{"id": "a\\u0007", "lang": "nl", "text": "x"}', "do not print"),
        (samples.JSONL + samples.JSONL, "twice"),
        (b"[1]", "no object"),
        (b'\n{"id": "caf\xe9"}', "line 2 is not UTF-8"),
        (b'{"id": " a", "lang": "nl", "text": "x"}', "line 1: the id begins or ends"),
        (b"[" * 100_000, "deeply"),
        (b'{"id": "' + b"a" * (10 * 1024 * 1024) + b'"}', "longer than 5 MB"),
    ],
)
def test_it_refuses_bad_json_lines(data, words):
    assert words in refusal(jsonl, data, "x.jsonl")


def test_it_refuses_a_page_without_a_celex_number():
    data = b'{"id": "x", "url": "", "lang": "nl", "text": "Een stuk tekst."}'
    assert "CELEX" in refusal(jsonl, data, "x.json")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"scheme,identifier\n", "no column kind"),
        (b"scheme,identifier,kind,title,colour\n", "unknown column"),
        (b"scheme,scheme,identifier,kind,title\nweb,web,a,website,A\n", "twice"),
        (samples.WORKS + b"web,made-up,website,Again,\n", "twice"),
        (samples.WORKS + b"web,b,website\n", "3 cells"),
        (samples.WORKS + b"web,b,opinion,B,\n", "no kind"),
        (samples.WORKS + b"web,b,website,B,tomorrow\n", "no date"),
        (samples.WORKS + b'web,b,website,"B,\n', "line"),
        (b"scheme,identifier,kind,title,url\nweb,b,website,B,javascript:x\n", "web address"),
    ],
)
def test_it_refuses_a_bad_table(data, words):
    assert words in refusal(csvworks, data, "x.csv")
