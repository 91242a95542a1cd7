# SPDX-License-Identifier: EUPL-1.2
"""What is chosen to copy a file."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class CopyForm(forms.Form):
    """In which language the person reads."""

    language = forms.ChoiceField(label=_("Language of the copy"), choices=settings.LANGUAGES)
