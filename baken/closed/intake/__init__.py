# SPDX-License-Identifier: EUPL-1.2
"""Reports, from when they wait at the door until somebody has decided: each has an owner, an age and a next step."""
