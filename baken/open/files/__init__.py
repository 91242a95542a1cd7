# SPDX-License-Identifier: EUPL-1.2
"""Opens files that strangers wrote, whatever they are about: bytes in, or one clear line that says what is wrong."""
