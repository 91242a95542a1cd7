# SPDX-License-Identifier: EUPL-1.2
"""The words of the law's tables, for templates."""

from django import template

from baken.closed.legal import labels

register = template.Library()
register.filter("said", labels.said)
register.filter("event", labels.event)
register.filter("problem", labels.problem)
