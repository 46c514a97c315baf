"""Scores of predicted briefs against gold: quotes, dates, actors, positions.

Definitions. A quote matches where the intersection over union of its characters is at least 0.5, or
where a mixed quote covers the quoted words; joint: and its speaker is the gold actor. A date matches
where spans overlap; value: and the TIMEX3 value is equal. An actor is found by any full name. A position
matches where its evidence overlaps by 0.6 of the shorter and 0.3 of the union; joint: and the holder is
right. Basis, stance and assertor are accuracies over matched positions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.evaluate.align import align, characters, intersection_over_union
from briefgen.evaluate.gold import GoldBrief, GoldPosition
from briefgen.evaluate.names import Names, fold, gold_names, names_of, predicted_names
from briefgen.model.actor import NAMELESS_AUTHOR
from briefgen.model.brief import Brief
from briefgen.model.position import Position
from briefgen.model.quote import Quote, QuoteForm

_SMALL_WORDS = frozenset({"of", "the", "and", "a", "on", "for", "in"})


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that gold has and the prediction has not, or has otherwise."""

    doc: str
    kind: str
    detail: str


@dataclass(slots=True)
class Tally:
    """Counts and misses of a scoring run."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)


def score(*, gold: Sequence[GoldBrief], predicted: Sequence[Brief]) -> Tally:
    """Returns the counts of a run; `gold` and `predicted` stand in the same order, one brief an article."""
    tally = Tally()
    for g, p in zip(gold, predicted, strict=True):
        sides = (gold_names(g), predicted_names(p))
        _score_quotes(g, p, sides, tally)
        _score_dates(g, p, tally)
        _score_actors(g, p, sides, tally)
        _score_positions(g, p, sides, tally)
    return tally


def _score_quotes(gold: GoldBrief, brief: Brief, sides: tuple[Names, Names], tally: Tally) -> None:
    wanted = [q for q in gold.quotes if q.type in ("direct", "mixed")]
    got = [q for q in brief.quotes if q.form in (QuoteForm.DIRECT, QuoteForm.MIXED)]
    wanted_chars = [characters([q.span]) for q in wanted]
    got_chars = [characters(e.span for e in q.content) for q in got]

    def affinity(g: frozenset[int], p: frozenset[int]) -> float | None:
        overlap = intersection_over_union(g, p)
        if overlap >= 0.5:
            return overlap
        covers = bool(g) and len(g & p) / len(g) >= 0.9 and len(p) <= 12 * len(g)
        return 0.4 if covers else None

    pairs = align(gold=wanted_chars, predicted=got_chars, affinity=affinity)
    shared = 0
    found = {i for i, _ in pairs}
    for i, chars in enumerate(wanted_chars):
        if i in found:
            continue
        cover = next((j for j, p in enumerate(got_chars) if _covers(got[j], chars, p)), None)
        if cover is None:
            tally.misses.append(Miss(gold.doc, "quote missed", wanted[i].text[:90]))
        else:
            pairs.append((i, cover))
            shared += 1
    tally.counts.update(
        {"quotes.gold": len(wanted), "quotes.found": len(pairs), "quotes.predicted": len(got) + shared}
    )
    for i, j in pairs:
        speaker = wanted[i].speaker
        if speaker is None:
            continue
        source = got[j].speaker
        predicted = source.actors if source else ()
        right = bool(names_of((speaker, *wanted[i].accept_speaker), sides[0]) & names_of(predicted, sides[1]))
        tally.counts.update({"quotes.with_speaker": 1, "quotes.joint": int(right)})
        if not right:
            detail = f"{wanted[i].text[:60]!r}: {speaker}, predicted {list(predicted)}"
            tally.misses.append(Miss(gold.doc, "speaker wrong", detail))


def _covers(quote: Quote, gold: frozenset[int], predicted: frozenset[int]) -> bool:
    return quote.form == QuoteForm.MIXED and len(gold & predicted) / max(1, len(gold)) >= 0.9


def _score_dates(gold: GoldBrief, brief: Brief, tally: Tally) -> None:
    wanted = [d for d in gold.dates if not d.optional]
    wanted_chars = [characters([d.span]) for d in wanted]
    got_chars = [characters([d.span]) for d in brief.dates]
    pairs = align(
        gold=wanted_chars,
        predicted=got_chars,
        affinity=lambda g, p: intersection_over_union(g, p) if g & p else None,
    )
    optional = characters(d.span for d in gold.dates if d.optional)
    used = {j for _, j in pairs}
    predicted = sum(1 for j, p in enumerate(got_chars) if j in used or not p & optional)
    tally.counts.update({"dates.gold": len(wanted), "dates.found": len(pairs), "dates.predicted": predicted})
    found = {i for i, _ in pairs}
    for i, date in enumerate(wanted):
        if i not in found:
            tally.misses.append(Miss(gold.doc, "date missed", date.text))
    for i, j in pairs:
        accepted = {v.lstrip("~") for v in (wanted[i].value, *wanted[i].accept) if v}
        value = brief.dates[j].timex3.value
        right = value in accepted
        tally.counts["dates.value"] += int(right)
        if not right:
            detail = f"{wanted[i].text!r}: {sorted(accepted)}, predicted {value}"
            tally.misses.append(Miss(gold.doc, "date value", detail))


def _score_actors(gold: GoldBrief, brief: Brief, sides: tuple[Names, Names], tally: Tally) -> None:
    speaking = {q.speaker for q in gold.quotes if q.type in ("direct", "mixed") and q.speaker}
    acting = speaking | {h for p in gold.positions for h in p.holder}
    taken: set[str] = set()
    by_id = {a.id: a for a in brief.actors}
    for actor in gold.actors:
        if actor.id not in acting or actor.type == "group" or actor.id == NAMELESS_AUTHOR.id:
            continue
        tally.counts["actors.gold"] += 1
        shared = {i: len(names & sides[0][actor.id]) for i, names in sides[1].items() if i not in taken}
        hit = max(shared, key=lambda i: shared[i], default=None)
        if hit is None or not shared[hit]:
            tally.misses.append(Miss(gold.doc, "actor missed", actor.name))
            continue
        taken.add(hit)
        tally.counts["actors.found"] += 1
        if actor.role:
            words = set(fold(actor.role).split()) - _SMALL_WORDS
            role = set(fold(by_id[hit].role or "").split())
            right = len(words & role) >= min(2, len(words))
            tally.counts.update({"actors.with_role": 1, "actors.role": int(right)})
            if actor.type == "person":
                tally.counts.update({"persons.with_role": 1, "persons.role": int(right)})
            if not right:
                detail = f"{actor.name}: {actor.role}, predicted {by_id[hit].role}"
                tally.misses.append(Miss(gold.doc, "role", detail))


def _score_positions(gold: GoldBrief, brief: Brief, sides: tuple[Names, Names], tally: Tally) -> None:
    wanted_chars = [characters(e.span for e in p.evidence) for p in gold.positions]
    got_chars = [characters(e.span for e in p.evidence) for p in brief.positions]

    def holder_right(g: GoldPosition, p: Position) -> bool:
        ids = g.holder + g.accept_holder
        if not ids:
            return not p.holder
        return bool(names_of(ids, sides[0]) & names_of(p.holder, sides[1]))

    def affinity(i: int, j: int) -> float | None:
        g, p = wanted_chars[i], got_chars[j]
        inter = len(g & p)
        if not inter or inter / min(len(g), len(p)) < 0.6:
            return None
        overlap = intersection_over_union(g, p)
        if overlap < 0.3:
            return None
        return overlap + (1 if holder_right(gold.positions[i], brief.positions[j]) else 0)

    pairs = align(gold=range(len(wanted_chars)), predicted=range(len(got_chars)), affinity=affinity)
    found = {i for i, _ in pairs}
    core = [i for i, p in enumerate(gold.positions) if p.salience == "core"]
    tally.counts.update(
        {
            "positions.gold": len(wanted_chars),
            "positions.predicted": len(got_chars),
            "positions.found": len(pairs),
            "positions.core": len(core),
            "positions.core_found": len(found & set(core)),
        }
    )
    for i in core:
        if i not in found:
            p = gold.positions[i]
            tally.misses.append(
                Miss(gold.doc, "core position missed", f"{list(p.holder)}: {p.proposition[:90]}")
            )
    for i, j in pairs:
        _score_pair(gold, brief, (i, j), holder_right(gold.positions[i], brief.positions[j]), sides, tally)


def _score_pair(
    gold: GoldBrief,
    brief: Brief,
    pair: tuple[int, int],
    right: bool,
    sides: tuple[Names, Names],
    tally: Tally,
) -> None:
    g, p = gold.positions[pair[0]], brief.positions[pair[1]]
    basis = p.basis in (g.basis, *g.accept_basis)
    stance = p.stance in (g.stance, *g.accept_stance)
    tally.counts.update(
        {
            "positions.joint": int(right),
            "positions.core_joint": int(right and g.salience == "core"),
            "positions.basis": int(basis),
            "positions.stance": int(stance),
            "positions.imputed": int(g.basis == "imputed"),
        }
    )
    if not right:
        detail = f"{g.proposition[:60]!r}: {list(g.holder)}, predicted {list(p.holder)}"
        tally.misses.append(Miss(gold.doc, "holder wrong", detail))
    if not basis:
        tally.misses.append(
            Miss(gold.doc, "basis", f"{g.proposition[:60]!r}: {g.basis}, predicted {p.basis}")
        )
        if g.basis == "imputed" and p.basis == "stated":
            tally.counts.update({"positions.imputed_as_stated": 1, "positions.imputed_as_own": int(right)})
    if not stance:
        tally.misses.append(
            Miss(gold.doc, "stance", f"{g.proposition[:60]!r}: {g.stance}, predicted {p.stance}")
        )
    if g.attribution.asserted_by or p.asserted_by:
        same = names_of(g.attribution.asserted_by, sides[0]) & names_of(p.asserted_by, sides[1])
        tally.counts.update({"positions.with_assertor": 1, "positions.assertor": int(bool(same))})
