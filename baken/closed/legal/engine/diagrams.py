# SPDX-License-Identifier: EUPL-1.2
"""The picture of a track, drawn from its table: whoever changes the table changes the picture. Pure."""

from collections.abc import Iterator

from baken.closed.legal.engine.law import Law, Step, Track


def mermaid(law: Law, track: Track, language: str = "en") -> str:
    """Return a track as a Mermaid state diagram, in the words of a language (nl or en)."""
    return "\n".join(["stateDiagram-v2", *_states(track, language), *_arrows(law, track, language)])


def _states(track: Track, language: str) -> Iterator[str]:
    for key, state in track.states.items():
        domain = f" [{state['domain']}]" if "domain" in state else ""
        yield f"    {_name(key)}: {state[language]}{domain}"
    yield f"    [*] --> {_name(track.start)}"


def _arrows(law: Law, track: Track, language: str) -> Iterator[str]:
    """Yield an arrow for each step; one that leads there from anywhere is a note, or it would hide all others."""
    for step in track.steps:
        if step.origins == track.states.keys() - {step.to}:
            yield f"    note right of {_name(step.to)}: {_from_anywhere(language)} {_word(law, step, language)}"
        else:
            yield from (
                f"    {_name(origin)} --> {_name(step.to)}: {_word(law, step, language)}"
                for origin in track.states
                if origin in step.origins
            )


def _word(law: Law, step: Step, language: str) -> str:
    """Return what a step is called: an event, or the clock that ran out."""
    if step.by:
        return str(getattr(law.events[step.by], language))
    clock = next(each for each in law.clocks if each.rule == step.ends)
    return f"{getattr(clock, language)} \N{EN DASH} {_ran_out(language)}"


def _name(key: str) -> str:
    return key.replace("-", "_")


def _from_anywhere(language: str) -> str:
    return {"nl": "vanuit elke staat, door:", "en": "from any state, by:"}[language]


def _ran_out(language: str) -> str:
    return {"nl": "voorbij", "en": "ran out"}[language]
