# SPDX-License-Identifier: EUPL-1.2
"""What is counted, one room for each: from sealed rows to the codes that a table is made of.

Rows are opened in memory, some hundred files at a time, and let go of; a file that is being erased is not counted.
"""
