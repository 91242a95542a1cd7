# SPDX-License-Identifier: EUPL-1.2
"""Media types of the files that a figure can be taken as, as IANA registers them."""

CSV, JSON_LD, PNG, SVG = "text/csv", "application/ld+json", "image/png", "image/svg+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
