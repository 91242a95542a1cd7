# SPDX-License-Identifier: EUPL-1.2
"""Figures as files that others compute with: CSV, XLSX and a description of them as JSON-LD.

A file says of every cell whether it is told; a hidden one has no value but the least and the most that it can be. It is
UTF-8 without a byte order mark, as CSV on the Web wants it; who opens figures in a spreadsheet takes the XLSX.
"""
