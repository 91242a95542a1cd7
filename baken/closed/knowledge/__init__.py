# SPDX-License-Identifier: EUPL-1.2
"""What is published for the step at hand, chosen in this process: the databank never learns which file was open."""
