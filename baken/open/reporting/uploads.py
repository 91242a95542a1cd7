# SPDX-License-Identifier: EUPL-1.2
"""Files on their way in stay in memory: Django would put a large one on the disk, where it could be read afterwards."""

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

MOST_FILES = 3
MOST_BYTES = 10 * 2**20  # of one file
_MOST_TOGETHER = 20 * 2**20


class MemoryHandler(FileUploadHandler):
    """Keeps what is sent in memory and hangs up on who sends too much."""

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._together = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._held = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Hold a piece of it."""
        self._together += len(raw_data)
        if self._together > _MOST_TOGETHER:
            raise StopUpload(connection_reset=True)
        self._held.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Return the whole."""
        self._held.seek(0)
        return InMemoryUploadedFile(
            self._held, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset
        )


def in_memory(request: HttpRequest) -> None:
    """Let a request's files be kept in memory alone; before anything of it is read."""
    request.upload_handlers = [MemoryHandler(request)]
