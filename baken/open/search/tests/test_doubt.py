# SPDX-License-Identifier: EUPL-1.2
"""What the index says of a page counts only as long as the page has not changed since."""

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.models import PageViewRestriction

from baken.open.articles import tree
from baken.open.articles.models import ArticlePage
from baken.open.changes.tests.test_changes import second_connection
from baken.open.search import actions, reads
from baken.open.search.engine.shapes import Question

pytestmark = pytest.mark.usefixtures("committed")
WORDS = {"aspects": ["legal"], "author": "Testpersoon A", "discipline": "legal", "summary": "Zeldzaamheid."}


@pytest.fixture
def article():
    return tree.shelf("nl").add_child(instance=ArticlePage(title="Verzonnen", slug="verzonnen", **WORDS))


@pytest.fixture
def other_transaction():
    """Keep a transaction of somebody else open, as a long import does."""
    db = second_connection()
    db.execute("SELECT pg_current_xact_id()")
    yield
    db.close()


def found():
    answer = reads.search(Question("zeldzaamheid"), AnonymousUser())
    assert answer.total == len(answer.hits)
    return answer.total


def hide(article):
    article.unpublish()


def restrict(article):
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)


def restrict_above(article):
    PageViewRestriction.objects.create(page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN)


def remove(article):
    article.delete()


@pytest.mark.parametrize("change", [hide, restrict, restrict_above, remove])
def test_it_leaves_out_a_page_before_the_index_follows(article, change):
    actions.rebuild()
    assert found() == 1
    change(article)
    assert found() == 0
    actions.follow()
    assert found() == 0


@pytest.mark.parametrize("change", [hide, restrict])
def test_it_leaves_it_out_while_another_transaction_holds_the_index_back(article, other_transaction, change):
    actions.rebuild()
    change(article)
    assert found() == 0
    actions.follow()
    assert found() == 0


def test_it_finds_a_changed_page_again_once_the_index_follows(article):
    actions.rebuild()
    article.title = "Ander opschrift"
    article.save_revision().publish()
    assert found() == 0
    actions.follow()
    assert found() == 1
