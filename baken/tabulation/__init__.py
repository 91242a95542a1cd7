# SPDX-License-Identifier: EUPL-1.2
"""Tables of counts and estimates: what they are made of, what may leave, how they are carried, drawn and read. Pure.

Everybody stands in a table once: along each dimension in one category, so that the parts of a whole add up to it.
"""
