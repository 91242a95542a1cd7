# SPDX-License-Identifier: EUPL-1.2
import datetime
import time

import pytest
from django.utils import timezone

from baken.open.articles import schedule, tree
from baken.open.articles.models import ArticlePage

pytestmark = pytest.mark.django_db
WORDS = {"aspects": ["legal"], "author": "Testpersoon A", "discipline": "legal", "summary": "Verzonnen."}
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def article():
    return tree.shelf("nl").add_child(instance=ArticlePage(title="Verzonnen", slug="verzonnen", **WORDS))


def test_it_takes_away_a_page_whose_time_is_past(article, client):
    article.expire_at = timezone.now() - HOUR
    article.save()
    assert schedule.keep()
    assert client.get("/artikelen/verzonnen/").status_code == 404


def test_it_publishes_a_page_whose_time_has_come(article, client):
    article.unpublish()
    article.go_live_at = timezone.now() + datetime.timedelta(seconds=1)
    article.title = "Nu te lezen"
    article.save_revision().publish()
    assert schedule.keep()
    assert client.get("/artikelen/verzonnen/").status_code == 404
    time.sleep(1.1)
    schedule.keep()
    assert "Nu te lezen" in client.get("/artikelen/verzonnen/").content.decode()
