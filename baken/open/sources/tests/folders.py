# SPDX-License-Identifier: EUPL-1.2
"""Imports files and folders as the command does, without its door and its words."""

from baken.open.files import opening
from baken.open.sources import importing


def import_files(reader, paths, on_file=lambda result: None):
    """Return how the import of files and folders with one reader fared."""
    files = opening.files(paths, reader.SUFFIXES)
    return importing.import_each(files=files, storer=importing.works_of(reader), on_file=on_file)
