# SPDX-License-Identifier: EUPL-1.2
"""Reporting: what somebody writes is sealed to the centre before it is kept, and a receipt opens the answers alone."""
