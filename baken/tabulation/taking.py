# SPDX-License-Identifier: EUPL-1.2
"""What a figure can be taken with one as, by the ending of the file's name."""

from collections.abc import Callable, Mapping

from baken.tabulation.drawing.pictures import png_file, svg_file
from baken.tabulation.files import media
from baken.tabulation.files.about import Edition
from baken.tabulation.files.describing import json_ld_file
from baken.tabulation.files.writing import csv_file, xlsx_file

# Ending → the type of its content over HTTP, and what makes it in a language.
FILES: Mapping[str, tuple[str, Callable[[Edition, str], bytes]]] = {
    "csv": (f"{media.CSV}; charset=utf-8", csv_file),
    "xlsx": (media.XLSX, xlsx_file),
    "jsonld": (media.JSON_LD, json_ld_file),
    "svg": (media.SVG, svg_file),
    "png": (media.PNG, png_file),
}
