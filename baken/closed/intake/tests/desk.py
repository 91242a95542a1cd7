# SPDX-License-Identifier: EUPL-1.2
"""Who is who at intake, in the cast."""

WORKER, COLLEAGUE, OFFICER = ("intake", "same"), ("case_manager", "same"), ("privacy_officer", "same")
