# SPDX-License-Identifier: EUPL-1.2
"""`python -m bench`: measures everything in one run, prints it and writes `build/figures.json`.

`python -m bench scale` fills a closed door with 100,000 cases and measures that alone; see `bench.scale`.
`python -m bench place` places households in made-up houses; see `bench.placing`.
`python -m bench search` measures how well the search finds, within a language and across; see `bench.search_quality`.
`python -m bench compounds` takes Dutch compounds apart, and leaves simple words whole; see `bench.compounds`.
`python -m bench lexicon` learns words of the other language and finds across by them; see `bench.lexicon`.
`python -m bench order` chooses what titles and beginnings count, by other titles than those; see `bench.order`.
`python -m bench meaning` measures what vectors of passages add to words; see `bench.meaning`.
`python -m bench speed` asks up to 100,000 documents, beside Wagtail's search and tantivy; see `bench.speed`.
`python -m bench hidden` estimates hidden populations beside what others found; see `bench.hidden`.
`python -m bench htcds` writes, reads and judges 10,000 made-up cases in each format; see `bench.htcds`.
`python -m bench disclosure` makes tables safe and attacks them, beside simpler ways; see `bench.disclosure`.
"""

import json
import sys

from baken.settings import environment
from bench import (
    article,
    compounds,
    disclosure,
    fill,
    guard,
    hidden,
    htcds,
    importing,
    lexicon,
    machine,
    meaning,
    order,
    placing,
    scale,
    search_quality,
    searching,
    server,
    speed,
    table,
    wrk,
)
from bench.stage import OURS, PEER, Stage, stage


def main() -> None:
    """Measure on throw-away databases; takes some minutes."""
    wrk.require()
    fill.documents()
    with stage() as here:
        told: dict[str, object] = {"machine": machine.describe(str(here.ask("SHOW server_version")[0][0]))}
        told |= _sites(here)
    with stage() as here:
        told["import"] = importing.measure(here)
    with stage() as here:
        _say("guarding")
        told["guard"] = guard.measure(here)
    _keep(told)
    print(table.whole(told))


def _sites(here: Stage) -> dict[str, object]:
    _say("filling both sites")
    fill.ours(here)
    path = fill.peer(here, fill.ARTICLE)
    here.settle(OURS, PEER)
    here.pin(server.CORE)
    _say("searching")
    found = searching.compare(here)
    _say("reading")
    return {"search": found, "article": article.compare(here, fill.ARTICLE, path)}


def _say(doing: str) -> None:
    print(f"… {doing}", flush=True)


def _keep(told: dict[str, object]) -> None:
    file = environment.ROOT / "build" / "figures.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["scale"]:
        scale.main(*map(int, sys.argv[2:]))
    elif sys.argv[1:2] == ["place"]:
        placing.main(*map(int, sys.argv[2:]))
    elif sys.argv[1:2] == ["search"]:
        search_quality.main()
    elif sys.argv[1:2] == ["compounds"]:
        compounds.main()
    elif sys.argv[1:2] == ["lexicon"]:
        lexicon.main()
    elif sys.argv[1:2] == ["order"]:
        order.main()
    elif sys.argv[1:2] == ["meaning"]:
        meaning.main()
    elif sys.argv[1:2] == ["speed"]:
        speed.main(*map(int, sys.argv[2:]))
    elif sys.argv[1:2] == ["hidden"]:
        hidden.main(*sys.argv[2:])
    elif sys.argv[1:2] == ["htcds"]:
        htcds.main(*map(int, sys.argv[2:]))
    elif sys.argv[1:2] == ["disclosure"]:
        disclosure.main(*sys.argv[2:])
    else:
        main()
