"""How often another's mind is told on the word of who tells it, over sentences put together from their parts.

`python -m tests.bench.minds [SENTENCES [SEED]]`; 1,000 and 1 unless told. `--misses` prints each sentence that is
missed, with the positions found. A sentence counts where a position rests on its mind that is imputed, or relayed
where the mind is one of words (`agrees that`), and names who tells it. Gold articles hold each form of sentence once
or never; this holds every form against every kind of teller.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from briefgen.ingest.article import article_from_text
from briefgen.model.brief import Brief
from briefgen.model.position import Basis
from briefgen.model.registry import Registry
from briefgen.pipeline import load_rules, make_brief

_LEAD = (
    "Peter Kos, the president of Norland, was in Oslo on Friday. Maria Holt, Erik Lund and Jana Bek were away. "
    "The Norland Workers’ Union held a rally.\n\n"
)
_FAR = 25
"""Characters from the mind's first word within which evidence of it begins."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and its parts."""

    text: str
    mind: str
    frame: str


def sentences(number: int, seed: int) -> Iterator[Told]:
    """Yields sentences: each mind in turn, in a frame and with a teller drawn by lot."""
    parts = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    lot = random.Random(seed)  # noqa: S311 - the same sentences every time, no secret
    for place in range(number):
        mind = parts["minds"][place % len(parts["minds"])]
        frame, subject = lot.choice(parts["frames"]), lot.choice(parts["subjects"])
        source, several = lot.choice(parts["sources"])
        yield Told(_put_together(frame, mind, source, subject, several=several), mind, frame)


def _put_together(frame: str, mind: str, source: str, subject: str, *, several: bool) -> str:
    agreed = frame.replace("#", "" if several else "s")
    agreed = agreed.replace("BE", "are" if several else "is").replace("HAVE", "have" if several else "has")
    behind = agreed[agreed.index("{source}") + len("{source}") :][:1]
    comma = "," if "," in source and behind not in ".,;:" else ""
    text = agreed.format(source=source + comma, subject=subject, mind=mind)
    at = 1 if text.startswith("“") else 0
    return text[:at] + text[at].upper() + text[at + 1 :]


def is_told(told: Told, brief: Brief) -> bool:
    """Whether a brief gives the mind of a sentence as its teller's word."""
    start = len(_LEAD) + told.text.find(told.mind)
    of_words = any(verb in told.mind for verb in ("agree", "insist", "accept"))
    kinds = {Basis.IMPUTED, Basis.RELAYED} if of_words else {Basis.IMPUTED}
    return any(
        position.basis in kinds
        and bool(position.asserted_by)
        and any(e.end > start + 3 and len(_LEAD) <= e.start <= start + _FAR for e in position.evidence)
        for position in brief.positions
    )


def missed(number: int, seed: int) -> Iterator[tuple[Told, Brief]]:
    """Yields the sentences that are missed, each with its brief."""
    extractor = load_rules()
    for told in sentences(number, seed):
        article = article_from_text("told", _LEAD + told.text, published="2024-05-14")
        brief = make_brief(article, extractor, Registry())
        if not is_told(told, brief):
            yield told, brief


def run(number: int = 1000, seed: int = 1, *, misses: bool = False) -> list[str]:
    """Returns the lines of the report."""
    lines, frames = [], Counter[str]()
    for told, brief in missed(number, seed):
        frames[told.frame] += 1
        if misses:
            lines.append(told.text)
            lines += [
                f"    {p.basis.value} {p.holder} by {p.asserted_by}: {p.claim}" for p in brief.positions
            ]
    share = 1 - frames.total() / number
    lines.append(f"{number:,} sentences that tell another's mind: {share:.1%} on the word of who tells it")
    return lines + [f"  {times:4} missed  {frame}" for frame, times in frames.most_common(8)]


if __name__ == "__main__":
    numbers = [int(text) for text in sys.argv[1:] if text.isdecimal()]
    for line in run(*numbers, misses="--misses" in sys.argv):
        print(line)
