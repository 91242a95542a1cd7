# SPDX-License-Identifier: EUPL-1.2
"""Concepts after SKOS (W3C, 2009): schemes, labels, relations. Public words only, never a person."""

from collections.abc import Mapping

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

OWN = "baken"  # the name of our own scheme


def local_term(terms: Mapping[str, str]) -> str:
    """Return of a concept's preferred terms by language the reader's, else the Dutch or English or any one."""
    languages = (get_language() or "nl", "nl", "en", *terms)
    return next((terms[code] for code in languages if code in terms), "")


class Scheme(models.Model):
    """A concept scheme, such as our own thesaurus (`baken`) or EuroVoc (`eurovoc`)."""

    name = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=200)
    uri = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.title


class Concept(models.Model):
    """One idea, whatever it is called; ``notation`` is its permanent code within the scheme."""

    scheme = models.ForeignKey(Scheme, on_delete=models.CASCADE, related_name="concepts")
    notation = models.CharField(max_length=100)
    uri = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "notation"], name="one_concept_per_notation")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The preferred label in the reader's language, else Dutch, else English, else the notation."""
        terms = {label.language: label.text for label in self.labels.all() if label.role == Label.Role.PREFERRED}
        return local_term(terms) or self.notation


class Label(models.Model):
    """What a concept is called in a language. At most one preferred label a language (SKOS S14)."""

    class Role(models.TextChoices):
        """SKOS lexical labels."""

        PREFERRED = "preferred", _("preferred term")
        ALTERNATIVE = "alternative", _("also called")
        HIDDEN = "hidden", _("found by")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="labels")
    language = models.CharField(max_length=8)
    role = models.CharField(max_length=12, choices=Role)
    text = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language"], condition=models.Q(role="preferred"), name="one_preferred_label"
            ),
            models.UniqueConstraint(fields=["concept", "language", "role", "text"], name="one_label_each"),
        ]
        indexes = [models.Index(fields=["language", "text"], name="label_by_text")]

    def __str__(self) -> str:
        return self.text


class Note(models.Model):
    """A definition or scope note of a concept in a language."""

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="notes")
    language = models.CharField(max_length=8)
    kind = models.CharField(max_length=20, default="scope")
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concept", "language", "kind"], name="one_note_each")]

    def __str__(self) -> str:
        return self.text[:60]


class Relation(models.Model):
    """How a concept hangs together with another; the inverse (narrower) is read, never stored."""

    class Kind(models.TextChoices):
        """SKOS semantic and mapping relations."""

        BROADER = "broader", _("broader")
        RELATED = "related", _("related")
        EXACT = "exactMatch", _("the same as")
        CLOSE = "closeMatch", _("close to")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="related_from")
    kind = models.CharField(max_length=12, choices=Kind)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["concept", "other", "kind"], name="one_relation_each"),
            models.CheckConstraint(condition=~models.Q(concept=models.F("other")), name="not_related_to_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.concept_id} {self.kind} {self.other_id}"
