# SPDX-License-Identifier: EUPL-1.2
"""What editors see of the search: the lexicon, and what readers look for in vain; and passages as vectors."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.open.search.engine.lexicon import other
from baken.open.search.feedback import rules
from baken.open.search.meaning.fields import VectorField
from baken.open.thesaurus.models import Label


class Entry(models.Model):
    """A word, or two that stand together, and one of the things it is called in the other language.

    See `lexicon.learned.Row` for what the columns mean. A struck entry is kept, so that it stays struck when the
    lexicon is learned again.
    """

    class Kind(models.TextChoices):
        """What an entry tells: a word's name, the name of a pair, what goes with titles' words across and within."""

        WORD = "word", _("word")
        PAIR = "pair", _("pair of words")
        SUBJECT = "subject", _("goes with")
        OWN = "own", _("goes with, in its own language")

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    language = models.CharField(max_length=2)
    words = models.CharField(max_length=130)
    name = models.CharField(max_length=64)
    words_shown = models.CharField(max_length=130)
    name_shown = models.CharField(max_length=64)
    likely = models.FloatField()
    second = models.FloatField()
    back = models.FloatField()
    times = models.FloatField()
    factor = models.FloatField()
    salience = models.FloatField()
    example = models.CharField(max_length=200, blank=True)
    example_other = models.CharField(max_length=200, blank=True)
    struck_at = models.DateTimeField(null=True, blank=True)
    struck_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("lexicon entry")
        verbose_name_plural = _("lexicon entries")
        # An editor may look and strike; nobody writes an entry by hand.
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(fields=["language", "words", "name", "kind"], name="search_entry_once"),
            models.CheckConstraint(condition=models.Q(language__in=["nl", "en"]), name="search_entry_language"),
        ]
        indexes = [models.Index(fields=["language", "name"], name="search_entry_by_name")]

    def __str__(self) -> str:
        return f"{self.words_shown} → {self.name_shown}"

    @property
    def other_language(self) -> str:
        """Return the language of the name."""
        return self.language if self.kind == self.Kind.OWN else other(self.language)


class Learned(models.Model):
    """One row: when the lexicon was learned, from how many pairs of texts, and what was learned of Dutch compounds.

    ``titles`` are the titles that there were, with what texts under them say, packed as `engine.titles` does.
    ``version`` is another whenever the lexicon is, so that each process knows when to read it again; so is ``examples``
    with the vectors of all examples, and none while some are still to be made.
    """

    ONLY = 1

    id = models.SmallIntegerField(primary_key=True, default=ONLY)
    version = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField()
    pairs = models.IntegerField()
    compounds = models.BinaryField()
    titles = models.BinaryField(default=b"")
    examples = models.UUIDField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="search_learned_once")]

    def __str__(self) -> str:
        return f"lexicon {self.version}"


class Passage(models.Model):
    """A passage of a document that everybody may read, with its vector once it has one; its text stands in the index.

    The table is there only where PostgreSQL has pgvector. ``document`` and ``work`` are the index's names (see
    `engine.shapes.Document`), ``start`` and ``stop`` places in the document's body, and ``digest`` tells whether its
    text is still what was embedded. Vectors of two models cannot be compared, so ``model`` names whose this one is.
    """

    id = models.BigAutoField(primary_key=True)
    document = models.TextField()
    number = models.SmallIntegerField()
    work = models.CharField(max_length=64)
    language = models.CharField(max_length=12)
    start = models.IntegerField()
    stop = models.IntegerField()
    digest = models.CharField(max_length=32)
    model = models.CharField(max_length=100, blank=True)
    vector = VectorField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="search_passage_once")]
        indexes = [
            models.Index(fields=["work"], name="search_passage_by_work"),
            models.Index(fields=["number", "id"], name="search_passage_waiting", condition=models.Q(vector=None)),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.number}"


class Example(models.Model):
    """A title and the beginning of the text under it, in both languages, as a file of aligned texts had them.

    ``vectors`` are four rows of numbers of two bytes, once it has them: the titles as questions, in Dutch and in
    English, then the texts. ``model`` names whose they are, ``digest`` tells the words from any others.
    """

    id = models.BigAutoField(primary_key=True)
    digest = models.CharField(max_length=32, unique=True)
    title_nl = models.TextField()
    title_en = models.TextField()
    nl = models.TextField()
    en = models.TextField()
    model = models.CharField(max_length=100, blank=True)
    vectors = models.BinaryField(default=b"")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest[:8]


class Round(models.Model):
    """Four weeks in which questions are counted, and the salt of the key that hides them; both go together."""

    start = models.DateField(primary_key=True)
    salt = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.start)


class Asked(models.Model):
    """How often a question was asked that nobody may read yet: on how many days, and never by whom.

    ``digest`` hides the question. ``nothing`` and ``something`` count days by what it found, ``followed`` those on
    which somebody followed a result; the two days are the last ones, so that each counts once.
    """

    digest = models.CharField(primary_key=True, max_length=64)
    round = models.ForeignKey(Round, models.CASCADE, related_name="asked")
    nothing = models.SmallIntegerField(default=0)
    something = models.SmallIntegerField(default=0)
    followed = models.SmallIntegerField(default=0)
    asked_on = models.DateField(null=True)
    followed_on = models.DateField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.digest[:8]


class Candidate(models.Model):
    """Words that enough days asked for without a result, or without following one, for editors to judge.

    Its key tells no order, and its name holds no words: Wagtail's log keeps names for good.
    """

    class Why(models.TextChoices):
        """What was wrong with what they found."""

        NOTHING = rules.NOTHING, _("found nothing")
        UNFOLLOWED = rules.UNFOLLOWED, _("no result followed")

    class Stand(models.TextChoices):
        """What an editor did with it."""

        OPEN = "open", _("open")
        DISMISSED = "dismissed", _("dismissed")
        TAKEN = "taken", _("in the thesaurus")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    text = models.CharField(max_length=rules.LONGEST, unique=True)
    why = models.CharField(max_length=10, choices=Why.choices)
    days = models.SmallIntegerField()
    seen_in = models.DateField()
    stand = models.CharField(max_length=9, choices=Stand.choices, default=Stand.OPEN)
    label = models.ForeignKey(Label, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("word that readers look for")
        verbose_name_plural = _("words that readers look for")
        # An editor may look and settle; nobody writes such words by hand.
        default_permissions = ("view", "change")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stand="taken") | models.Q(label=None), name="search_candidate_taken"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)[:8]
