# SPDX-License-Identifier: EUPL-1.2
"""Sources after FRBR and ELI: a work, its dated expressions, their provisions and wordings.

A *work* is the Criminal Code. An *expression* is its text as it stood from a date, in a language.
A *provision* is article 273f through all time; its *wordings* are the different texts it has had.
An *entry* says: in this expression, at this place, this provision had this wording.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What sort of source a work is."""

    LEGISLATION = "legislation", _("Legislation")
    TREATY = "treaty", _("Treaty")
    POLICY = "policy", _("Policy rule")
    EU_ACT = "eu-act", _("EU act")
    RULING = "ruling", _("Ruling")
    PUBLICATION = "publication", _("Publication")
    WEBSITE = "website", _("Website")


class Work(models.Model):
    """A source, known by its identifier within a scheme (bwb, celex, ecli, doi, isbn, pub, op, doc, web)."""

    scheme = models.CharField(max_length=16)
    identifier = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind)
    title = models.TextField()
    title_nl = models.TextField(blank=True)
    title_en = models.TextField(blank=True)
    short_title = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, blank=True)
    issued = models.DateField(null=True, blank=True)
    publisher = models.CharField(max_length=300, blank=True)
    jurisdiction = models.CharField(max_length=8, blank=True)
    url = models.URLField(max_length=500, blank=True)
    note_nl = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    record_digests = ArrayField(models.CharField(max_length=16), default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "identifier"], name="one_work_per_identifier")]
        indexes = [models.Index(fields=["kind", "issued"], name="work_by_kind")]

    def __str__(self) -> str:
        return self.short_title or self.local_title

    @property
    def key(self) -> str:
        """The permanent name within Baken, such as `bwb/BWBR0001854`."""
        return f"{self.scheme}/{self.identifier}"

    @property
    def local_title(self) -> str:
        """The title in the reader's language where there is one, else as published."""
        return self.title_in(get_language() or "nl")

    def title_in(self, language: str) -> str:
        """Return the title in a language where there is one, else as published."""
        return {"nl": self.title_nl, "en": self.title_en}.get(language) or self.title

    @property
    def local_note(self) -> str:
        """What a reader must know about this record, in the reader's language."""
        return self.note_en if get_language() == "en" else self.note_nl


class Expression(models.Model):
    """A work's text in one language as it stood from ``in_force_from``; NULL where the file tells no date."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="expressions")
    language = models.CharField(max_length=8)
    in_force_from = models.DateField(null=True)
    in_force_to = models.DateField(null=True)
    authentic = models.BooleanField(default=True)
    title = models.TextField()
    digest = models.CharField(max_length=64)
    read_from = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["work", "language", "in_force_from"], nulls_distinct=False, name="one_expression_per_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.work} ({self.language}, {self.in_force_from or '?'})"


class Provision(models.Model):
    """A part of a work through all time, such as `artikel/273f`; ``path`` is its address in the work."""

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="provisions")
    path = models.CharField(max_length=300)
    kind = models.CharField(max_length=32)
    number = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["work", "path"], name="one_provision_per_path")]

    def __str__(self) -> str:
        return f"{self.work.key}/{self.path}"


class Wording(models.Model):
    """A text that a provision has had in a language. ``html`` is built by our importers from an allow-list."""

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    heading = models.TextField(blank=True)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provision", "language", "digest"], name="one_wording_per_digest")
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.digest[:8]}"


class Entry(models.Model):
    """One line of an expression's table of contents; ``depth`` 0 is the top, ``position`` counts from 0."""

    expression = models.ForeignKey(Expression, on_delete=models.CASCADE, related_name="entries")
    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="entries")
    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    depth = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["expression", "position"], name="one_entry_per_position"),
            models.UniqueConstraint(fields=["expression", "provision"], name="one_place_per_provision"),
        ]

    def __str__(self) -> str:
        return f"{self.expression_id}:{self.position} {self.provision_id}"


class Renumbering(models.Model):
    """A provision went on under another number; inferred from the texts, so the likeness is kept (0 to 1)."""

    earlier = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="went_on_as")
    later = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="came_from")
    on = models.DateField()
    likeness = models.FloatField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["earlier", "later", "on"], name="one_renumbering_a_day")]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later}"


class Ruling(models.Model):
    """What a court decided; the work is known by its ECLI."""

    work = models.OneToOneField(Work, on_delete=models.CASCADE, related_name="ruling", primary_key=True)
    court = models.CharField(max_length=200, blank=True)
    decided = models.DateField(null=True)
    document_type = models.CharField(max_length=50, blank=True)
    case_numbers = ArrayField(models.CharField(max_length=300), default=list)
    procedures = ArrayField(models.CharField(max_length=200), default=list)
    subjects = ArrayField(models.CharField(max_length=200), default=list)
    place = models.CharField(max_length=100, blank=True)
    summary = models.TextField(blank=True)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.work.identifier


class Reference(models.Model):
    """A work names another source: a formal relation between rulings, or a provision that is cited.

    ``target`` is a key such as `ecli/ECLI:NL:HR:2010:BM9101`; the source itself need not be here.
    """

    work = models.ForeignKey(Work, on_delete=models.CASCADE, related_name="references")
    target = models.CharField(max_length=220)
    target_path = models.CharField(max_length=300, blank=True)
    relation = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["work", "target", "target_path", "relation"], name="one_reference_each")
        ]
        indexes = [models.Index(fields=["target", "target_path"], name="reference_by_target")]

    def __str__(self) -> str:
        return f"{self.work} → {self.target}"


class Publication(models.Model):
    """The bibliographic side of a publication; ``type`` is a CSL type such as `article-journal`."""

    work = models.OneToOneField(Work, on_delete=models.CASCADE, related_name="publication", primary_key=True)
    type = models.CharField(max_length=40)
    authors = ArrayField(models.CharField(max_length=300), default=list)
    editors = ArrayField(models.CharField(max_length=300), default=list)
    container = models.TextField(blank=True)
    volume = models.CharField(max_length=50, blank=True)
    issue = models.CharField(max_length=50, blank=True)
    pages = models.CharField(max_length=100, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    abstract = models.TextField(blank=True)
    keywords = ArrayField(models.CharField(max_length=300), default=list)

    def __str__(self) -> str:
        return self.work.title
