# SPDX-License-Identifier: EUPL-1.2
"""The search engine: pure Python over tantivy, without Django and without a database."""
