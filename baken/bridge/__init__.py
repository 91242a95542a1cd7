# SPDX-License-Identifier: EUPL-1.2
"""The only way between the doors: a schema of its own in the open door's database, with hatches and nothing else.

Each hatch is one file: `reports` lets what is sealed to the centre in, `replies` lets what is sealed to a reporter out,
`knowledge` lets cards of what is published for everybody in, `figures` lets figures that were released out.
The open process writes and reads its side as its own role; the closed one comes as a role that sees this schema alone.
"""
