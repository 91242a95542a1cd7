# SPDX-License-Identifier: EUPL-1.2
"""How an editor picks a source among thousands: by words of its title, or by its identifier."""

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from baken.open.sources.models import Work


class SourceFilterForm(BaseFilterForm):
    """Narrows the list to sources in which every word occurs."""

    q = forms.CharField(label=_("Title or identifier"), required=False)

    def filter(self, objects: QuerySet[Work]) -> QuerySet[Work]:
        """Return the sources that hold every word asked for, by title."""
        for word in self.cleaned_data.get("q", "").split():
            anywhere = (f"{name}__icontains" for name in ("title", "title_nl", "title_en", "short_title", "identifier"))
            objects = objects.filter(Q(*((name, word) for name in anywhere), _connector=Q.OR))
        return objects.order_by("title", "pk")


class SourceChooseView(ChooseView):
    """The chooser's window."""

    filter_form_class = SourceFilterForm


class SourceResultsView(ChooseResultsView):
    """The chooser's list, as one types."""

    filter_form_class = SourceFilterForm


class SourceChooserViewSet(ChooserViewSet):
    """The chooser of sources."""

    model = Work
    icon = "doc-full"
    choose_one_text = _("Choose a source")
    choose_another_text = _("Choose another source")
    choose_view_class = SourceChooseView
    choose_results_view_class = SourceResultsView
    per_page = 20


source_chooser = SourceChooserViewSet("source_chooser", url_prefix="source-chooser")
