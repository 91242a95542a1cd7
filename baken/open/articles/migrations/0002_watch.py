# SPDX-License-Identifier: EUPL-1.2
"""Notes every change to a page and to who may see it."""

from django.db import migrations

from baken.open.changes.triggers import watch


class Migration(migrations.Migration):
    """Attaches the change log. Wagtail's own tables are watched from here, their nearest reader."""

    dependencies = [("articles", "0001_initial"), ("changes", "0002_note_change")]
    operations = [
        watch("wagtailcore_page", kind="page"),
        watch("wagtailcore_pageviewrestriction", kind="restriction", column="page_id"),
        watch(
            "wagtailcore_pageviewrestriction_groups",
            kind="restriction",
            column="pageviewrestriction_id",
            through=("wagtailcore_pageviewrestriction", "page_id"),
        ),
        watch("articles_articlepage", kind="page", column="page_ptr_id"),
        watch("articles_citation", kind="page", column="article_id"),
        watch("articles_articlepage_concepts", kind="page", column="articlepage_id"),
    ]
