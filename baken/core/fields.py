# SPDX-License-Identifier: EUPL-1.2
"""Columns that several apps need and Django does not bring."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models


class ChoiceSetField(ArrayField):
    """A set of codes from a closed list, kept as a PostgreSQL array and shown as check boxes.

    ``choices`` are those of one element; the empty list means "not limited", never NULL.
    """

    def __init__(self, *, choices: Any, max_length: int = 32, **kwargs: Any) -> None:
        self.element_choices = choices
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        kwargs["base_field"] = models.CharField(max_length=max_length, choices=choices)
        super().__init__(**kwargs)

    def deconstruct(self) -> tuple[str, str, Any, dict[str, Any]]:
        """Describe the column to migrations without repeating the element's field."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("base_field")
        return name, path, args, {**kwargs, "choices": self.element_choices, "max_length": self.base_field.max_length}

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Offer the whole list at once: a reader of the form sees what exists."""
        return forms.TypedMultipleChoiceField(
            choices=self.element_choices,
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
