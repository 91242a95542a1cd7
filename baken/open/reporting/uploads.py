# SPDX-License-Identifier: EUPL-1.2
"""Files on their way in stay in memory: Django would put a large one on the disk, where it could be read afterwards."""

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

MOST_FILES = 3
MOST_BYTES = 10 * 2**20  # of one file


class MemoryHandler(FileUploadHandler):
    """Keeps what is sent in memory; of a file that is too large, and of too many files, it keeps the size alone.

    It never breaks off: a form whose end was cut away could not say what was wrong, and would lose what was written.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._files = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._files += 1
        self._held, self._left = io.BytesIO(), MOST_BYTES if self._files <= MOST_FILES else 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold a piece of it, as far as there is room."""
        self._held.write(raw_data[: self._left])
        self._left -= min(self._left, len(raw_data))

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the whole, with the size that was sent."""
        self._held.seek(0)
        return InMemoryUploadedFile(
            self._held, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset
        )


def in_memory(request: HttpRequest) -> None:
    """Let a request's files be kept in memory alone; before anything of it is read."""
    request.upload_handlers = [MemoryHandler(request)]
