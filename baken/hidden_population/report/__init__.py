# SPDX-License-Identifier: EUPL-1.2
"""What an answer says, as a report: one content, as SVG and as PDF, in the language of its reader."""
