# SPDX-License-Identifier: EUPL-1.2
"""The same addresses in further languages. They have no names: the language that a page speaks leads to them."""

from django.urls import path, register_converter

from baken.open.reporting import views
from baken.open.reporting.languages import FurtherConverter, in_language

register_converter(FurtherConverter, "further")

urlpatterns = [
    path("<further:language>/contact/", in_language(views.report)),
    path("<further:language>/contact/answers/", in_language(views.answers)),
]
