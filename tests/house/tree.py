# SPDX-License-Identifier: EUPL-1.2
"""The house as the tests of its rules see it: its files, and a door asked in a bare process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked(*patterns: str) -> list[Path]:
    """Return the project's files, committed or about to be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def code() -> list[Path]:
    """Return every file of Python but migrations, which are history."""
    return [path for path in tracked("*.py", "bin/*") if "migrations" not in path.parts]


def asked_of_a_door(door: str, program: str) -> list[str]:
    """Return the lines that a program prints in a process of its own with a door's settings, and no database."""
    addresses = {f"BAKEN_{door.upper()}_DATABASE_URL": "postgresql:///none", f"BAKEN_{door.upper()}_SECRET_KEY": "x"}
    environment = {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": f"baken.settings.{door}"}
    command = [sys.executable, "-c", f"import django\ndjango.setup()\n{program}"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()
