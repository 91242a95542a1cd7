# SPDX-License-Identifier: EUPL-1.2
"""Search over the same documents: ten readers with the same questions, and how good the answers are."""

from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote_plus

from baken.open.search.engine import trec
from baken.open.search.measuring import judging
from baken.settings import environment
from bench import server, wrk
from bench.stage import BAKEN, Stage, python, run

SECONDS, QUESTIONS = 10, 200


def topics() -> Path:
    """Return the 600 questions, a number and words a line."""
    return environment.data() / "search" / "topics.nl.tsv"


def compare(stage: Stage) -> dict[str, object]:
    """Measure speed and quality of both."""
    loads = {
        "plain Wagtail": _load(stage, "bench.plain.wsgi:application", stage.peer, "/search/?query="),
        "ours": _load(stage, "baken.wsgi_open:application", stage.ours, "/search/?q="),
    }
    return {"loads": {name: asdict(load) for name, load in loads.items()}, "quality": _qualities(stage)}


def _load(stage: Stage, target: str, around: dict[str, str], path: str) -> wrk.Load:
    with server.serving(target, environment=around) as address:
        return wrk.measure(address + path, seconds=SECONDS, paths=_questions(stage.folder, path))


def _questions(folder: Path, path: str) -> Path:
    """Write the first questions as paths, one a line, for wrk to ask in turn."""
    words = [line.split("\t")[1] for line in topics().read_text(encoding="utf-8").splitlines()[:QUESTIONS]]
    file = folder / "questions"
    file.write_text("\n".join(path + quote_plus(each) for each in words) + "\n", encoding="utf-8")
    return file


def _qualities(stage: Stage) -> dict[str, dict[str, float]]:
    ours = stage.folder / "run"
    run([BAKEN, "search", "--topics", str(topics()), "--run", str(ours)], stage.bare)
    plain = run(python("bench.plain.ask", str(topics())), stage.peer)
    return {"plain Wagtail": quality(plain), "ours": quality(ours.read_text(encoding="utf-8"))}


def quality(told: str) -> dict[str, float]:
    """Score a run in TREC's form: the one right document of a topic carries the topic's number."""
    asked = trec.topics(topics().read_text(encoding="utf-8").splitlines())
    scores = judging.scores(trec.run(told.splitlines()), ((topic, topic, 1) for topic, _ in asked))
    return dict(zip(judging.MEASURES, map(float, scores.mean(axis=0)), strict=True))
