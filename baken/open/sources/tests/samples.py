# SPDX-License-Identifier: EUPL-1.2
"""Made-up files in every format, small enough to read; nobody in them exists."""

ARTICLE = "<artikel><kop><label>Artikel</label><nr>{nr}</nr><titel>{title}</titel></kop>{body}</artikel>"


def law(*articles, identifier="BWBR9999999", since="2020-02-02", rest=""):
    """Return a `toestand` with the articles in one chapter."""
    body = "".join(articles) or article("1", "<al>Deze wet is verzonnen.</al>")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><toestand bwb-id="{identifier}" inwerkingtreding="{since}">'
        f'<wetgeving soort="wet" xml:lang="nl"><intitule>Verzinwet<meta-data>weg</meta-data></intitule>'
        f"<citeertitel>Verzonnen wet</citeertitel><wet-besluit><wettekst><hoofdstuk><kop><label>Hoofdstuk</label>"
        f"<nr>1</nr><titel>Begin</titel></kop>{body}</hoofdstuk></wettekst></wet-besluit>{rest}</wetgeving></toestand>"
    ).encode()


def article(number, body, title=""):
    """Return an article in the legislator's XML."""
    return ARTICLE.format(nr=number, title=title, body=body)


OLD_LAW = b"""<?xml version="1.0"?>
<!DOCTYPE wetgeving SYSTEM "http://wetten.overheid.nl/dtd/bwb-plus-meta-1_61w.dtd">
<wetgeving bwb-id="BWBR9999998" dtdversie="2.0" soort="wet" xml:lang="nl"><intitule>Wet van 1 januari 1900</intitule>
<wet-besluit><aanhef><afkondiging>
<al>bepalingen, welke zullen uitmaken het Verzonnen Wetboek.</al></afkondiging></aanhef>
<wettekst><boek><kop><nr>Tweede</nr><label>Boek</label></kop><titeldeel><kop><label>Titel</label><nr>XVIII</nr></kop>
<artikel><kop><label>Artikel</label><nr> 12a. </nr></kop>
<al>Zie <intref doc="1.0:v:BWBR9999998&amp;artikel=12a">dit artikel</intref>,
<intref doc="1.0:v:BWBR9999998&amp;artikel=99">een verdwenen artikel</intref>,
<extref doc="jci1.3:c:BWBR0011823&amp;hoofdstuk=2&amp;artikel=8">artikel 8</extref> en
<extref doc="onbekend">iets</extref>.</al></artikel></titeldeel></boek></wettekst></wet-besluit></wetgeving>"""

TREATY = b"""<?xml version="1.0"?><wetgeving bwb-id="BWBV9999999" soort="verdrag"><intitule>Verzonnen verdrag</intitule>
<verdrag tekst="authentiek" xml:lang="en"><verdragtekst><kop><titel>Made-up treaty</titel></kop><wettekst>
<afdeling><kop><label>SECTION</label><nr>I</nr></kop>
<artikel><kop><label>Article</label><nr>1</nr></kop>
<al>Nobody is harmed.</al></artikel></afdeling></wettekst></verdragtekst></verdrag>
<verdrag tekst="vertaling" xml:lang="nl"><verdragtekst><wettekst>
<titeldeel><kop><label>TITEL</label><nr>I</nr></kop><artikel><kop><label>Artikel</label><nr>1</nr></kop>
<al>Niemand wordt iets aangedaan.</al></artikel></titeldeel></wettekst></verdragtekst></verdrag></wetgeving>"""

CIRCULAR = b"""<wetgeving bwb-id="BWBR9999997" soort="circulaire">
<intitule>Verzonnen circulaire (C)</intitule><circulaire>
<circulaire-tekst><circulaire.divisie>
<kop><nr>8</nr><titel>Acht</titel></kop>
<circulaire.divisie><kop><nr>3</nr><titel>Drie</titel></kop><tekst><al>Drie.</al></tekst>
<circulaire.divisie><kop><nr>3.1</nr><titel>Bedenktijd</titel></kop><tekst><al>Wacht.</al></tekst></circulaire.divisie>
<circulaire.divisie><kop><titel>Zonder nummer</titel></kop><tekst><al>Ook.</al></tekst></circulaire.divisie>
</circulaire.divisie></circulaire.divisie></circulaire-tekst></circulaire></wetgeving>"""

JUDGMENT = b"""

<?xml version="1.0" encoding="utf-8"?><open-rechtspraak>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:psi="http://psi.rechtspraak.nl/" xmlns:bwb="bwb-dl" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
 xmlns:ecli="https://e-justice.europa.eu/ecli"><rdf:Description>
<dcterms:identifier>ECLI:NL:RBVERZ:2031:1</dcterms:identifier><dcterms:creator>Rechtbank Verzinland</dcterms:creator>
<dcterms:date>2031-04-05</dcterms:date><psi:zaaknummer>00/1</psi:zaaknummer><psi:zaaknummer>00/2</psi:zaaknummer>
<dcterms:references rdfs:label="Wetsverwijzing"
 bwb:resourceIdentifier="1.0:v:BWB:BWBR0001854&amp;artikel=273f&amp;g=2031-01-01">Sr 273f</dcterms:references>
<dcterms:relation rdfs:label="Formele relatie" ecli:resourceIdentifier="ECLI:NL:GHVERZ:2032:7"
 psi:type="http://psi.rechtspraak.nl/hogerBeroep">later</dcterms:relation></rdf:Description></rdf:RDF>
<inhoudsindicatie xmlns="http://www.rechtspraak.nl/schema/rechtspraak-1.0"><para>Kort.</para></inhoudsindicatie>
<uitspraak xmlns="http://www.rechtspraak.nl/schema/rechtspraak-1.0">loos &lt;script&gt;
<section><title><nr>1</nr> Feiten</title><para>Een <emphasis role="bold">vet</emphasis> woord.</para></section>
</uitspraak></open-rechtspraak>"""

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<entry><id>ECLI:NL:RBVERZ:2031:1</id>
<title>ECLI:NL:RBVERZ:2031:1, Rechtbank Verzinland, 05-04-2031, 00/1, 00/2</title>
<summary>Kort en afgebro...</summary></entry>
<entry><id>ECLI:NL:RBVERZ:2031:2</id>
<title>ECLI:NL:RBVERZ:2031:2, Rechtbank Verzinland, 06-04-2031, 00/3</title></entry>
</feed>"""

ACT = b"""<ACT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>Directive (EU) 2099/7 of the Council</P>
<P>of <DATE ISO="20990102">2 January 2099</DATE></P></TI></TITLE><PREAMBLE><PREAMBLE.INIT>THE COUNCIL,</PREAMBLE.INIT>
<GR.CONSID><CONSID><NP><NO.P>(1)</NO.P>
<TXT>Whereas it is made up.</TXT><P>And more.</P></NP></CONSID></GR.CONSID></PREAMBLE>
<ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER II</P></TI><STI><P>Scope</P></STI></TITLE>
<ARTICLE IDENTIFIER="006"><TI.ART>Article 6</TI.ART><STI.ART>Reflection period</STI.ART>
<PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>First.</ALINEA></PARAG>
<PARAG><NO.PARAG>2.</NO.PARAG><ALINEA><P>Second:</P><LIST><ITEM><NP><NO.P>(a)</NO.P><TXT>one</TXT></NP></ITEM></LIST>
</ALINEA></PARAG></ARTICLE></DIVISION></ENACTING.TERMS></ACT>"""

RIS = """\ufeffTY  - JOUR
TI  - A made-up title
AU  - Nobody, N.
PY  - 2031
DO  - https://doi.org/10.9999/ABC
SP  -
ZZ  - x
ER  -
"""
BIBTEX = r"""@book{one, title={Caf{\'e} {NGO}s}, author={{Made Up Office} and Nora Nobody},
isbn={0-306-40615-2}, year=2031}"""
JSONL = (
    b'{"id": "made-up#1", "lang": "nl", "text": "Een tekst."}\n\n{"id": "made-up#1", "lang": "en", "text": "A text."}\n'
)
WORKS = b"scheme,identifier,kind,title,issued\nweb,made-up,website,A made-up site,2031-01-02\n"

BOMB = b"""<?xml version="1.0"?><!DOCTYPE toestand [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<toestand bwb-id="BWBR9999999"><wetgeving>&b;</wetgeving></toestand>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE toestand [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<toestand bwb-id="BWBR9999999"><wetgeving>&x;</wetgeving></toestand>"""
WRONG_BYTES = '<?xml version="1.0" encoding="UTF-8"?><feed>caf\xe9</feed>'.encode("latin-1")
DEEP = b"<feed>" * 3000 + b"</feed>" * 3000
NOT_XML = [
    (b"", "is not XML"),
    (b"plain words", "is not XML"),
    (b"<feed><entry></feed>", "well-formed"),
    (law()[:400], "cut off"),
    (WRONG_BYTES, "encoding"),
    (BOMB, "entities"),
    (OUTSIDE, "entities"),
    (DEEP, "nest|well-formed|depth"),
    (b"<html><p>Not found</p></html>", "root is <html>"),
]
