# SPDX-License-Identifier: EUPL-1.2
"""Every address of the open door. Dutch pages have no prefix, English ones stand under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as editor_urls
from wagtail.documents import urls as document_urls

from baken.open.articles import machine_urls

to_sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    # Wagtail brings two sign-in forms of its own; there is one way in, and it is ours.
    path("editors/login/", to_sign_in),
    path("_util/login/", to_sign_in),
    path("en/_util/login/", to_sign_in),
    path("editors/", include(editor_urls)),
    path("documents/", include(document_urls)),
    path("", include(machine_urls)),
    path("", include("baken.accounts.agency_urls")),
    path("", include("baken.open.reporting.further_urls")),
    *i18n_patterns(
        path("", include("baken.accounts.urls")),
        path("search/", include("baken.open.search.urls")),
        path("contact/", include("baken.open.reporting.urls")),
        path("sources/", include("baken.open.sources.urls")),
        path("concepts/", include("baken.open.thesaurus.urls")),
        path("signals/", include("baken.open.signalcheck.urls")),
        path("figures/", include("baken.open.publication.urls")),
        path("", include("baken.open.articles.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
