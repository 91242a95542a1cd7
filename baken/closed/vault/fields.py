# SPDX-License-Identifier: EUPL-1.2
"""Fields whose value the database never sees: encrypted when a row is saved, decrypted when it is first read.

A value is bound to names given in code, to its row and to the row's dossier: moved to another place it
does not open, and renaming a table changes nothing. The model has a UUID as its key and an attribute
`dossier_id`. A value is read and set on an instance and nowhere else; a query that names the field
raises at once, since it would compare, sort or copy ciphertext.
"""

import datetime
import json
from collections.abc import Iterator
from typing import Any, NoReturn, TypeVar
from uuid import UUID

from django.core import checks
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from baken.closed.vault.reads import dossier_key
from baken.closed.vault.sealing import bound_to, seal, subkey, unseal

_Kind = TypeVar("_Kind")
_FORBIDDEN = ("unique", "primary_key", "db_index", "choices", "unique_for_date", "unique_for_month", "unique_for_year")


class EncryptedFieldError(Exception):
    """An encrypted field was used where only its instance may use it. No FieldError: Django would reword that."""


class Sealed:
    """A value as the database has it: ciphertext, or nothing for NULL. Meaningless away from its row."""

    def __init__(self, sealed: bytes | None) -> None:
        self.sealed = sealed

    def __repr__(self) -> str:
        return "<sealed>"


class EncryptedAttribute(DeferredAttribute):
    """Opens a value when it is first read from its instance: only there is known which row it belongs to."""

    field: "EncryptedField"

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed):
            value = instance.__dict__[self.field.attname] = self.field.opened(instance, value)
        return value

    def __set__(self, instance: Any, value: Any) -> None:
        # Here so that reading passes through `__get__` also when the instance holds a value.
        instance.__dict__[self.field.attname] = value


class EncryptedField(models.Field):
    """What encrypted fields of every kind share.

    ``domain`` and ``logical`` name the place, whatever table and column are called. ``logical`` is the field's own
    name unless given; give the old name when a field is renamed.
    """

    descriptor_class = EncryptedAttribute

    def __init__(self, *args: Any, domain: str, logical: str = "", **kwargs: Any) -> None:
        self.domain, self.logical = domain, logical
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Describe the field to migrations, its place included."""
        name, path, args, kwargs = super().deconstruct()
        own = {"domain": self.domain, "logical": self.logical}
        return name, path, args, {**kwargs, **{key: value for key, value in own.items() if value}}

    def get_internal_type(self) -> str:
        """Say how the database keeps it: as bytes."""
        return "BinaryField"

    def encoded(self, value: Any) -> bytes:
        """Return a value as bytes; raise TypeError for one of another kind."""
        raise NotImplementedError

    def decoded(self, clear: bytes) -> Any:
        """Return the value that was encoded."""
        raise NotImplementedError

    def opened(self, instance: models.Model, value: Sealed) -> Any:
        """Return a value of an instance's row; raise Tampered where it is not of that row, or KeyGone."""
        return self.decoded(unseal(self._key(instance), value.sealed or b"", self._place(instance)))

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed:
        """Return the value encrypted for the row it is saved to."""
        value = getattr(model_instance, self.attname)
        if value is None:
            return Sealed(None)
        return Sealed(seal(self._key(model_instance), self.encoded(value), self._place(model_instance)))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Sealed | None:
        """Return what the database has, to be opened on its instance."""
        return None if value is None else Sealed(bytes(value))

    def get_db_prep_save(self, value: Any, connection: Any) -> bytes | None:
        """Return the bytes to store; raise for whatever did not come from an instance, as `update()` would have it."""
        if not isinstance(value, Sealed):
            raise self._misused()
        return value.sealed

    def get_prep_value(self, value: Any) -> NoReturn:
        """Raise: no value of this field stands in a query."""
        raise self._misused()

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> NoReturn:
        """Raise: no value of this field stands in a query."""
        raise self._misused()

    def get_placeholder(self, value: Any, compiler: Any, connection: Any) -> str:
        """Return the place of the bytes; raise where an insert would put them over another row, to open nowhere."""
        if self in (getattr(compiler.query, "update_fields", None) or ()):
            raise self._misused()
        return "%s"

    @property
    def path_infos(self) -> NoReturn:
        """Raise: Django asks for this whenever a query names the field, be it to filter, sort, select or annotate."""
        raise self._misused()

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        """Tell at start what this field or its model lacks."""
        return [*super().check(**kwargs), *(checks.Error(fault, obj=self) for fault in self._faults())]

    def _faults(self) -> Iterator[str]:
        yield from (f"An encrypted field cannot have {name}." for name in _FORBIDDEN if getattr(self, name))
        if not isinstance(_end(self.model._meta.pk), models.UUIDField):
            yield "An encrypted field needs a UUID as its row's key."
        if not hasattr(self.model, "dossier_id"):
            yield "An encrypted field needs an attribute dossier_id on its model."

    def _key(self, instance: models.Model) -> bytes:
        return subkey(dossier_key(self._known(instance, "dossier_id")), "field")

    def _place(self, instance: models.Model) -> bytes:
        row, dossier = self._known(instance, "pk"), self._known(instance, "dossier_id")
        return bound_to(self.domain, self.logical or self.name, row, dossier)

    def _known(self, instance: models.Model, name: str) -> UUID:
        value = getattr(instance, name)
        if value is None:
            raise EncryptedFieldError(f"{self} needs {name} to be set before it is read or saved")
        return value if isinstance(value, UUID) else UUID(str(value))

    def _misused(self) -> EncryptedFieldError:
        how = "read and set it on an instance; it cannot be filtered, sorted, selected, annotated or updated in a query"
        return EncryptedFieldError(f"{self} is encrypted: {how}")


class EncryptedTextField(EncryptedField, models.TextField):
    """Text. The empty text stays empty and NULL stays NULL."""

    def encoded(self, value: Any) -> bytes:
        """Return text as UTF-8."""
        return _of_kind(value, str).encode()

    def decoded(self, clear: bytes) -> str:
        """Return text."""
        return clear.decode()


class EncryptedDateField(EncryptedField, models.DateField):
    """A day."""

    def encoded(self, value: Any) -> bytes:
        """Return a day as ISO 8601 has it."""
        return _of_kind(self.to_python(value), datetime.date).isoformat().encode()

    def decoded(self, clear: bytes) -> datetime.date:
        """Return a day."""
        return datetime.date.fromisoformat(clear.decode())


class EncryptedBytesField(EncryptedField, models.BinaryField):
    """Bytes, such as a file. They are held in memory whole, sealed and open."""

    def encoded(self, value: Any) -> bytes:
        """Return them as they are."""
        return _of_kind(value, bytes)

    def decoded(self, clear: bytes) -> bytes:
        """Return them as they are."""
        return clear


class EncryptedJSONField(EncryptedField, models.JSONField):
    """What JSON can say."""

    def encoded(self, value: Any) -> bytes:
        """Return JSON in UTF-8; raise TypeError or ValueError for what it cannot say."""
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()

    def decoded(self, clear: bytes) -> Any:
        """Return what JSON said."""
        return json.loads(clear)


def _of_kind(value: Any, kind: type[_Kind]) -> _Kind:
    if not isinstance(value, kind):
        raise TypeError(f"an encrypted field of {kind.__name__} was given {type(value).__name__}")
    return value


def _end(field: Any) -> Any:
    """Return the field at the end of a chain of relations."""
    return _end(field.target_field) if field.remote_field else field
