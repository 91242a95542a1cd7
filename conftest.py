# SPDX-License-Identifier: EUPL-1.2
"""What every test run shares."""

pytest_plugins = ["tests.database", "tests.cast", "tests.language"]
