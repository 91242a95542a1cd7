# SPDX-License-Identifier: EUPL-1.2
"""What stands around an article's text: found with few questions, and never what not everyone may read."""

import pytest
from wagtail.models import PageViewRestriction

from baken.open.articles import reads
from baken.open.search.tests.databank import article, concept, restrict

pytestmark = pytest.mark.django_db

MOST_QUERIES = 7


def linking(pages, blocks: int):
    links = "".join(f'<p><a linktype="page" id="{page.pk}">verder</a></p>' for page in pages)
    return [("text", links)] * blocks + [("callout", {"label": "Let op", "text": links})]


@pytest.mark.parametrize("blocks", [1, 6])
def test_it_asks_as_often_for_many_linking_texts_as_for_one(client, django_assert_max_num_queries, blocks):
    others = [article(f"Verzonnen vervolg {number}") for number in range(3)]
    page = article("Verzonnen begin")
    page.body = linking(others, blocks)
    page.save_revision().publish()
    client.get(page.url)
    with django_assert_max_num_queries(MOST_QUERIES):
        answer = client.get(page.url).content.decode()
    assert answer.count(f'<a href="{others[0].url}">verder</a>') == blocks + 1
    assert "linktype" not in answer


def test_it_shows_the_most_alike_first_and_nothing_closed():
    words = [concept(f"v{number}", nl=f"verzonnen woord {number}") for number in range(3)]
    page = article("Verzonnen begin", concepts=words)
    near, nearest = article("A", concepts=words[:1]), article("B", concepts=words[:2])
    hidden, draft = article("C", concepts=words), article("D", concepts=words, live=False)
    restrict(hidden, PageViewRestriction.LOGIN)
    assert [each.pk for each in reads.related(page)] == [nearest.pk, near.pk]
    assert draft.pk not in {each.pk for each in reads.related(page)}


def test_it_names_concepts_by_their_preferred_term_or_their_notation():
    carried = [concept("v1", nl="verzonnen woord", also_nl="ander woord"), concept("v2")]
    names = [each["name"] for each in reads.beside(article("Verzonnen", concepts=carried))["concepts"]]
    assert sorted(names) == ["v2", "verzonnen woord"]


def test_it_never_lets_a_heading_pass_for_a_link(client):
    page = article("Verzonnen begin")
    page.body = [("heading", '<a linktype="page" id="1">Kop</a>'), ("text", "<p>Tekst.</p>")]
    page.save_revision().publish()
    answer = client.get(page.url).content.decode()
    assert "&lt;a linktype=" in answer
    assert "<a linktype=" not in answer
