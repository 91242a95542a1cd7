# SPDX-License-Identifier: EUPL-1.2
"""How templates name sources and follow links between them."""

from django import template
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from baken.open.sources.models import Work

register = template.Library()


@register.filter
def source_links(html: str) -> SafeString:
    """Turn an importer's `source:` links into addresses in the reader's language.

    The html comes from our importers, which build it from an allow-list and escape all text.
    """
    return mark_safe(html.replace('href="source:', f'href="{reverse("sources")}'))  # noqa: S308 - see above


@register.filter
def provision_name(path: str) -> str:
    """Return how a provision is cited: `artikel/273f` is "artikel 273f", `paragraaf/B8/3.1` "paragraaf B8/3.1"."""
    kind, _, number = path.partition("/")
    return str(conditional_escape(f"{kind} {number}".strip()))


@register.simple_tag
def source_address(work: Work, path: str = "") -> str:
    """Return the address of a source, or of one provision of it, in the reader's language."""
    return reverse("source", args=(work.scheme, f"{work.identifier}/{path}".rstrip("/")))


@register.simple_tag
def key_address(key: str, path: str = "") -> str:
    """Return the address that a key such as `ecli/ECLI:NL:HR:2010:BM9101` would have here."""
    scheme, _, identifier = key.partition("/")
    return reverse("source", args=(scheme, f"{identifier}/{path}".rstrip("/")))
