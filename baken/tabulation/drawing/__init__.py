# SPDX-License-Identifier: EUPL-1.2
"""Figures as pictures and in sentences. A picture needs no script and no font but the page's own.

What is hidden is drawn as what it is: somewhere between nothing and the most that it can be, hatched. What nobody saw
is drawn below the water, between what and what, and never as one bare number. Every number in a picture stands in its
words. What draws charts takes a second and a hundred megabytes to load: that is done when the first is asked for.
"""
