# SPDX-License-Identifier: EUPL-1.2
"""schema.org descriptions of sources, for machines that read pages (JSON-LD, W3C)."""

from typing import Any

from django import template
from django.utils.safestring import SafeString

from baken.design.jsonld import script
from baken.open.sources.models import Kind, Work

register = template.Library()

_TYPES = {
    Kind.LEGISLATION: "Legislation", Kind.TREATY: "Legislation", Kind.POLICY: "Legislation", Kind.EU_ACT: "Legislation",
    Kind.PUBLICATION: "ScholarlyArticle", Kind.RULING: "CreativeWork", Kind.WEBSITE: "WebPage",
}  # fmt: skip


@register.simple_tag
def structured(work: Work) -> SafeString:
    """Describe a source as schema.org sees it."""
    facts: dict[str, Any] = {
        "@context": "https://schema.org", "@type": _TYPES[Kind(work.kind)], "name": work.local_title,
        "identifier": work.identifier, "inLanguage": work.language, "url": work.url,
        "datePublished": work.issued.isoformat() if work.issued else "", "publisher": work.publisher,
    }  # fmt: skip
    return script({name: value for name, value in facts.items() if value})
