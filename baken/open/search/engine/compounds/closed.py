# SPDX-License-Identifier: EUPL-1.2
"""The closed classes of Dutch: what looks like a word inside another and is no part of a compound.

After the Algemene Nederlandse Spraakkunst (e-ans.ivdnt.org), chapter 12 on word formation. Written
for this module; open classes are learned, never listed.
"""

_PARTICLES = """
aan achter af be bij binnen boven buiten door er ge her in inter mede mee mis na neven om on onder ont op over overeen
rond samen tegen terug toe trans tussen uit ver vol voor voort weg
"""
_FUNCTION_WORDS = """
aan af als bij dan dat de den der des die dit door een en er ge had hem hen her het hij hoe hun iet ik in is je kan me
mee men mij mijn na naar niet nog nu of om on ons ont onze ook op over per sinds te ten ter toe toen tot uit van ver
vol voor waar was wat weg wel wie wij zal ze zich zij zijn zo zou
"""
_SUFFIXES = """
aar aars achtig achtige age ages air ant anten baar bare eel eerd el end ende enden ent enten eren erend erij eur eurs
heden heid iel ier iers ing ingen ioen isch ische ist isten it iteit lijk lijke lijks loos loze matig matige nis
nissen schap schappen sel sels ste ster tie ties zaam zame
"""

# They begin many words (uitbuiting, ontvoering), but within one they belong to what follows: voor-man.
PARTICLES = frozenset(_PARTICLES.split())
# What no compound ends in.
NEVER_HEADS = PARTICLES | frozenset((_FUNCTION_WORDS + _SUFFIXES).split())
