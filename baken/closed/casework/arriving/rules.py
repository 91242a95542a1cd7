# SPDX-License-Identifier: EUPL-1.2
"""What of a record that came in is told apart (pure)."""

# Who sent her on, by the standard's names: whoever reported somebody may have been promised silence.
WHO_SENT = ("cas_ReferringOrganisation", "cas_ReferringPrimaryCaseWorker")
