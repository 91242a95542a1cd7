# SPDX-License-Identifier: EUPL-1.2
"""Indicators of trafficking as data, each with its source and how sure we are of it. Pure: no Django, no database.

An indicator proves nothing, and none proves nothing either: whatever is made of these may ask somebody to look further,
and may never turn anybody away. What was not read in its source is here, says so, and is never counted as certain.

The 39 rows of the Dutch prosecutors' former list (OM-B3-01 to OM-B3-39) are left out: the directive has lapsed, its
Dutch is an official text and not ours, and three of them (25, 26, 28) point at a group or an origin instead of at what
happened.
"""
