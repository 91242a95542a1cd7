# SPDX-License-Identifier: EUPL-1.2
"""Sealed backups: what is written, how it is opened again, and what proves that nothing is missing.

A backup is a file for each database, sealed with age to somebody whose private key is never on the server, and a
manifest beside them. Within a sealed file stands a line of facts (how many rows, which rights), then what
`pg_dump` says. No door is known here; what a backup means for people's files is the verbs' business.

The order. A dossier's key is committed before the dossier, and destroyed before its rows go. So the files are
dumped first and the keys after them: every file in the first dump has its key in the second, unless it was
erased in between, and then it must not have one. The other way round, a file that was opened in between would be
restored without its key, and lost.
"""
