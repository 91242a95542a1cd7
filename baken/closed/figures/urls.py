# SPDX-License-Identifier: EUPL-1.2
"""Addresses of figures."""

from django.urls import path

from baken.closed.figures import releasing_views, standard_views, views
from baken.closed.figures.hidden import views as hidden_views
from baken.closed.figures.hidden.own import views as own_views
from baken.closed.figures.yearly import views as yearly_views

urlpatterns = [
    path("figures/", views.figures, name="figures"),
    path("figures/report/", yearly_views.report, name="figures_report"),
    path("figures/estimate/", hidden_views.estimate, name="figures_estimate"),
    path("figures/estimate/own/", own_views.own, name="figures_own_lists"),
    path("figures/count/<slug:unit>/", views.count, name="figures_count"),
    path("figures/standards/", standard_views.standards, name="figures_standards"),
    path("figures/<uuid:question>/", views.question, name="figures_question"),
    path("figures/<uuid:question>/table.<slug:ending>", views.file, name="figures_file"),
    path("figures/<uuid:question>/share/", views.share, name="figures_share"),
    path("figures/<uuid:question>/put-away/", views.put_away, name="figures_put_away"),
    path("figures/<uuid:question>/ask/", releasing_views.ask, name="figures_ask"),
    path("figures/releases/<uuid:release>/", releasing_views.release, name="figures_release"),
    path("figures/releases/<uuid:release>/decide/", releasing_views.decide, name="figures_decide"),
    path("figures/releases/<uuid:release>/withdraw/", releasing_views.withdraw, name="figures_withdraw"),
]
