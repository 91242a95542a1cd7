# SPDX-License-Identifier: EUPL-1.2
"""Addresses of intake."""

from django.urls import path, register_converter

from baken.closed.intake import views
from baken.closed.intake.sameness import views as sameness
from baken.closed.intake.scoring import views as scoring


class Version:
    """Which of the two copies of a file."""

    regex = "clean|original"

    def to_python(self, value: str) -> str:
        """Return it as it is."""
        return value

    to_url = to_python


register_converter(Version, "version")

urlpatterns = [
    path("intake/", views.intake, name="intake"),
    path("intake/take/", views.take, name="take"),
    path("intake/telephone/", views.telephone, name="telephone"),
    path("intake/<uuid:dossier>/", views.report, name="report"),
    path("intake/<uuid:dossier>/more/", views.more, name="more"),
    path("intake/<uuid:dossier>/answer/", views.answer, name="answer"),
    path("intake/<uuid:dossier>/step/", views.step, name="step"),
    path("intake/<uuid:dossier>/same/", sameness.likenesses, name="likenesses"),
    path("intake/<uuid:dossier>/indicators/", scoring.indicators, name="indicators"),
    path("intake/<uuid:dossier>/decide/", views.decide, name="decide_report"),
    path("intake/<uuid:dossier>/files/<uuid:attachment>/<version:version>/", views.attachment, name="attachment"),
    path("files/<uuid:dossier>/reports/", views.case_reports, name="case_reports"),
]
