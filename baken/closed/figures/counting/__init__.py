# SPDX-License-Identifier: EUPL-1.2
"""What can be counted, and which code facts come to along each dimension. Pure, but for the words of neighbours."""
