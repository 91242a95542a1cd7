# SPDX-License-Identifier: EUPL-1.2
"""SKOS at the border: a graph becomes a scheme, and a scheme a graph. Parsed by rdflib, never fetched."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from defusedxml import ElementTree
from rdflib import RDF, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from baken.open.files import xmltree
from baken.open.files.refusals import Refused
from baken.open.thesaurus import records
from baken.open.thesaurus.records import ConceptRecord, LabelRecord, LinkRecord, NoteRecord, SchemeRecord

SUFFIXES = frozenset({".ttl", ".nt", ".rdf", ".xml"})
_FORMATS = {".ttl": "turtle", ".nt": "nt", ".rdf": "xml", ".xml": "xml"}
# Known vocabularies by where their concepts live.
_KNOWN = {"http://eurovoc.europa.eu/": ("eurovoc", "EuroVoc"), "urn:x-baken:baken/": ("baken", "Baken")}
_ROLES = {
    SKOS.prefLabel: records.PREFERRED,
    SKOS.altLabel: records.ALTERNATIVE,
    SKOS.hiddenLabel: records.HIDDEN,
}
_NOTES = {SKOS.scopeNote: "scope", SKOS.definition: "definition", SKOS.note: "note", SKOS.example: "example"}
_LINKS = {
    SKOS.broader: records.BROADER,
    SKOS.related: records.RELATED,
    SKOS.exactMatch: records.EXACT,
    SKOS.closeMatch: records.CLOSE,
}
_ORDER = {records.PREFERRED: 0, records.ALTERNATIVE: 1, records.HIDDEN: 2}


def read(data: bytes, file: str, *, name: str = "") -> SchemeRecord:
    """Return the scheme in a Turtle, N-Triples or RDF/XML file; raise `Refused` where there is none.

    ``name`` is the scheme's short name here; without one it is guessed from where the concepts live.
    """
    graph = _graph(data, file)
    concepts = sorted({each for each in graph.subjects(RDF.type, SKOS.Concept) if isinstance(each, URIRef)})
    if not concepts:
        raise Refused("holds no skos:Concept with an address")
    base = _base(concepts)
    guessed, called = _KNOWN.get(base, (_slug(base), base))
    known: dict[Node, str] = {each: _notation(graph, each, base) for each in concepts}
    below = _narrower(graph)
    found = tuple(_concept(graph, each, known, below.get(each, [])) for each in concepts)
    return SchemeRecord(name or guessed, (_title(graph, base) or called)[:200], base[:300], found)


def _graph(data: bytes, file: str) -> Graph:
    suffix = re.sub(r"\.gz\Z", "", file.lower()).rpartition(".")[2]
    form = _FORMATS.get(f".{suffix}")
    if form is None:
        raise Refused(f"is .{suffix}: skos reads {', '.join(sorted(_FORMATS))}")
    if form == "xml":
        xmltree.refuse_entities(data)
    try:
        if form == "xml":
            ElementTree.fromstring(data)  # says more clearly than rdflib where the file is broken
        return Graph().parse(data=data, format=form)
    except RecursionError as fault:
        raise Refused("nests too deeply") from fault
    except Exception as fault:  # rdflib's parsers raise many kinds; all of them mean: not RDF of this form
        raise Refused(f"is not {form} that can be read: {_first_line(fault)}") from fault


def _first_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:160]


def _base(concepts: list[URIRef]) -> str:
    """Return the address that the first concept's siblings share."""
    return re.split(r"(?<=[/#])[^/#]*\Z", str(concepts[0]))[0]


def _slug(base: str) -> str:
    words = re.findall(r"[a-z0-9]+", base.lower().partition("://")[2])
    return "-".join(words)[:40].strip("-") or "scheme"


def _title(graph: Graph, base: str) -> str:
    """Return what a scheme that lives where its concepts do calls itself, or nothing."""
    here = URIRef(base)
    own = sorted(str(each) for each in graph.objects(here, SKOS.prefLabel))
    return own[0] if own and (here, RDF.type, SKOS.ConceptScheme) in graph else ""


def _notation(graph: Graph, concept: URIRef, base: str) -> str:
    """Return a concept's own notation, else the last part of its address."""
    own = sorted(str(each) for each in graph.objects(concept, SKOS.notation))
    return (own[0] if own else str(concept).removeprefix(base))[:100]


def _narrower(graph: Graph) -> dict[Node, list[Node]]:
    """Return what stands above each concept, as told from above: narrower is broader read backwards."""
    found: dict[Node, list[Node]] = {}
    for above, below in graph.subject_objects(SKOS.narrower):
        found.setdefault(below, []).append(above)
    return found


def _concept(graph: Graph, concept: URIRef, known: dict[Node, str], above: list[Node]) -> ConceptRecord:
    labels = {(label.language, label.text): label for label in _labels(graph, concept)}
    links = dict.fromkeys(_links(graph, concept, known))
    told = {
        LinkRecord(records.BROADER, known[each]): None for each in above if isinstance(each, URIRef) and each in known
    }
    return ConceptRecord(
        notation=known[concept],
        uri=str(concept)[:300],
        labels=tuple(sorted(labels.values(), key=lambda each: (each.language, _ORDER[each.role], each.text))),
        notes=tuple({(note.language, note.kind): note for note in _notes(graph, concept)}.values()),
        links=tuple(sorted({**links, **told}, key=lambda each: (each.kind, each.notation, each.uri))),
    )


def _labels(graph: Graph, concept: URIRef) -> Iterator[LabelRecord]:
    """Yield the labels, preferred ones last: a text that has two roles keeps the better one."""
    for predicate, role in reversed(_ROLES.items()):
        for text in graph.objects(concept, predicate):
            if isinstance(text, Literal) and str(text).strip():
                yield LabelRecord(_language(text), role, _fits(str(text).strip(), concept))


def _language(text: Literal) -> str:
    return (text.language or "nl")[:8].rstrip("-").lower()


def _fits(text: str, concept: URIRef) -> str:
    if len(text) > records.LONGEST_LABEL:
        raise Refused(f"the concept {concept} has a label longer than {records.LONGEST_LABEL} characters")
    return text


def _notes(graph: Graph, concept: URIRef) -> Iterator[NoteRecord]:
    for predicate, kind in _NOTES.items():
        for text in sorted(graph.objects(concept, predicate), key=str):
            if isinstance(text, Literal) and str(text).strip():
                yield NoteRecord(_language(text), kind, str(text).strip())


def _links(graph: Graph, concept: URIRef, known: dict[Node, str]) -> Iterator[LinkRecord]:
    """Yield the relations; a broader or related concept that is not in the file is left out."""
    for predicate, kind in _LINKS.items():
        for other in graph.objects(concept, predicate):
            if not isinstance(other, URIRef) or other == concept:
                continue
            if other in known:
                yield LinkRecord(kind, known[other])
            elif kind in {records.EXACT, records.CLOSE}:
                yield LinkRecord(kind, uri=str(other)[:300])


def write(scheme: SchemeRecord) -> str:
    """Return a scheme as Turtle; concepts without an address get one under the scheme's. `read` gives it back."""
    base = home(scheme.name, scheme.uri)
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("concept", Namespace(base))
    here = URIRef(base)
    graph.add((here, RDF.type, SKOS.ConceptScheme))
    graph.add((here, SKOS.prefLabel, Literal(scheme.title)))
    names = {each.notation: URIRef(each.uri or address(base, each.notation)) for each in scheme.concepts}
    for concept in scheme.concepts:
        for triple in _triples(concept, names, here):
            graph.add(triple)
    return graph.serialize(format="turtle")


def home(name: str, uri: str) -> str:
    """Return where a scheme's concepts live: as it says itself, else a name of ours."""
    return uri or f"urn:x-baken:{name}/"


def address(base: str, notation: str) -> str:
    """Return the address of a concept that has none of its own."""
    return f"{base}{quote(notation, safe='')}"


def _triples(concept: ConceptRecord, names: dict[str, URIRef], scheme: URIRef) -> Iterator[tuple[Node, Node, Node]]:
    me = names[concept.notation]
    yield me, RDF.type, SKOS.Concept
    yield me, SKOS.inScheme, scheme
    yield me, SKOS.notation, Literal(concept.notation)
    for label in concept.labels:
        yield me, next(term for term, role in _ROLES.items() if role == label.role), Literal(label.text, label.language)
    for note in concept.notes:
        yield me, next(term for term, kind in _NOTES.items() if kind == note.kind), Literal(note.text, note.language)
    for link in concept.links:
        other = names.get(link.notation) or URIRef(link.uri)
        yield me, next(term for term, kind in _LINKS.items() if kind == link.kind), other
