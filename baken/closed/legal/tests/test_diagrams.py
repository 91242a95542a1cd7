# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the tracks are those of their tables, in both languages, and in the documentation."""

from pathlib import Path

import pytest

from baken.closed.legal.engine.diagrams import mermaid
from baken.closed.legal.engine.law import law

LAW = law()
PAGE = Path(__file__).parents[4] / "docs" / "reference" / "legal-tracks.md"


@pytest.mark.parametrize("track", LAW.tracks, ids=lambda track: track.key)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_draws_every_state_and_every_step(track, language):
    drawn = mermaid(LAW, track, language)
    assert all(state[language] in drawn for state in track.states.values())
    words = [getattr(LAW.events[step.by], language) for step in track.steps if step.by]
    assert all(word in drawn for word in words)


@pytest.mark.parametrize("track", LAW.tracks, ids=lambda track: track.key)
def test_the_documentation_shows_the_table_as_it_is(track):
    assert f"```mermaid\n{mermaid(LAW, track)}\n```" in PAGE.read_text(encoding="utf-8")
