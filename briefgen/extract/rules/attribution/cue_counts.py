"""How likely a cue with a complement is an attribution: counted, smoothed by the complement's own rate."""

from __future__ import annotations

import math
from functools import cache, cached_property

from pydantic import Field

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan
from briefgen.extract.rules.attribution.saying import saying, sort_of
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.load import Lexicon, load
from briefgen.model.base import Model

SMOOTHING = 12.0
"""How many sightings the complement's own rate weighs against the lemma's."""
DAMPING = 0.5
"""How far the circumstances move the odds: they overlap, so that each counts for less than alone."""


class Circumstances(Model):
    """Log odds by which a circumstance moves a candidate's odds; most by family of complement."""

    role: dict[str, float] = Field(default_factory=dict)
    """The cue's dependency relation, with its form where it is no finite verb."""
    source: dict[str, float] = Field(default_factory=dict)
    mood: dict[str, float] = Field(default_factory=dict)
    width: dict[str, float] = Field(default_factory=dict)
    content: dict[str, float] = Field(default_factory=dict)
    """What the content's head is: word class, for a noun what it names."""
    place: dict[str, float] = Field(default_factory=dict)
    following: dict[str, float] = Field(default_factory=dict)
    """What comes next after the content."""
    marks: dict[str, float] = Field(default_factory=dict)
    """Whether words of the content stand in quotation marks, or a quotation in the cue's sentence."""
    depth: dict[str, float] = Field(default_factory=dict)
    """How many arcs the cue is below its sentence's root."""


class CueCounts(Lexicon):
    """Hits and sightings of complements, and of lemmas with them."""

    kinds: dict[str, dict[str, tuple[int, int]]]
    """Sort of cue (say, think, other), then complement: what an unknown cue of that sort can be taken for."""
    cues: dict[str, dict[str, tuple[int, int]]]
    """Lemma, then complement: in how many of how many sightings it was an attribution."""
    circumstances: Circumstances = Circumstances()

    @cached_property
    def whole(self) -> dict[str, tuple[int, int]]:
        """Hits and sightings of each complement, whatever the sort of its cue."""
        found: dict[str, tuple[int, int]] = {}
        for tallies in self.kinds.values():
            for kind, (hits, seen) in tallies.items():
                before = found.get(kind, (0, 0))
                found[kind] = (before[0] + hits, before[1] + seen)
        return found


@cache
def cue_counts() -> CueCounts:
    """Returns the counted cues of English news."""
    return load("cue_counts", CueCounts)


def probability(counts: CueCounts, grammar: Grammar, candidate: Candidate) -> float:
    """Returns how likely the candidate is an attribution, from 0 to 1."""
    base = rate(counts, candidate.lemma, candidate.kind)
    if base < 0.02:
        return base
    odds = math.log(base / (1 - base))
    known = counts.circumstances
    for name, value in circumstances(grammar, candidate).items():
        odds += DAMPING * getattr(known, name).get(value, 0.0)
    return 1 / (1 + math.exp(-odds))


def rate(counts: CueCounts, lemma: str, kind: str) -> float:
    """Returns the smoothed share of attributions among sightings of a lemma with a complement."""
    hits, seen = counts.whole.get(kind, (0, 0))
    prior = (hits + 0.1) / (seen + 2)
    hits, seen = counts.kinds.get(sort_of(lemma, kind), {}).get(kind, (0, 0))
    prior = (hits + SMOOTHING * prior) / (seen + SMOOTHING)
    hits, seen = counts.cues.get(lemma, {}).get(kind, (0, 0))
    return min(0.98, max(0.001, (hits + SMOOTHING * prior) / (seen + SMOOTHING)))


def circumstances(grammar: Grammar, candidate: Candidate) -> dict[str, str]:
    """Returns the circumstances of a candidate, named as in the lexicon."""
    verb = cue_verb(grammar, candidate.cue)
    family = _family(candidate.kind)
    sort = f"{sort_of(candidate.lemma, candidate.kind)} {family}"
    return {
        "role": grammar.deps[verb] + _FORMS.get(grammar.tags[verb], ""),
        "source": f"{sort}: {_source(grammar, candidate.source)}",
        "mood": _mood(grammar, verb),
        "width": f"{family}: {min(candidate.width, 12) // 3 * 3}",
        "content": f"{family}: {_head_class(grammar, candidate)}",
        "place": "first paragraph" if grammar.passage.paragraph == 0 else "later",
        "following": f"{family}: {_following(grammar, candidate)}",
        "marks": f"{family}: {_marks(grammar, verb, candidate)}",
        "depth": str(min(3, sum(1 for _ in grammar.ancestors(verb)))),
    }


_CLAUSES = frozenset(
    {"that", "bare", "before", "floating", "aside", "as aside", "phrase", "whether"}
    | {"colon", "colon after name", "colon after noun"}
)
_INFINITIVES = frozenset({"somebody to", "being", "doing", "small clause"})
_FAMILIES = ("object", "noun", "adjective", "phrase", "somebody")


@cache
def _family(kind: str) -> str:
    """Returns the family of a complement: those whose circumstances tell the same."""
    if kind in _CLAUSES:
        return "clause"
    if kind in _INFINITIVES:
        return "infinitive"
    if kind in ("to", "adverb"):
        return kind
    if " subject" in kind or kind.startswith(("seem", "relative")):
        return "subject"
    return next((family for family in _FAMILIES if kind.startswith(family)), "preposition")


def _mood(grammar: Grammar, verb: int) -> str:
    kids = grammar.children[verb]
    if any(grammar.deps[at] in ("aux", "auxpass") and grammar.tags[at] == "MD" for at in kids):
        return "modal"
    return "negated" if any(grammar.deps[at] == "neg" for at in kids) else "plain"


def _following(grammar: Grammar, candidate: Candidate) -> str:
    after = candidate.content[-1][1] + 1
    if after >= len(grammar):
        return "end"
    return grammar.words[after] if grammar.words[after] in _STOPS else grammar.deps[after]


def _marks(grammar: Grammar, verb: int, candidate: Candidate) -> str:
    quoted = grammar.passage.quoted
    if quoted and any(at in quoted for first, last in candidate.content for at in range(first, last + 1)):
        return "quoted"
    stand_ins = grammar.passage.stand_ins
    beside = [at for at in stand_ins if grammar.sentence[at] == grammar.sentence[verb]]
    if not beside:
        return "none"
    return "quotation of the cue" if any(grammar.heads[at] == verb for at in beside) else "quotation"


def cue_verb(grammar: Grammar, cue: TokenSpan) -> int:
    """Returns the verb of a cue, its first word where it has none."""
    return next((at for at in range(cue[1], cue[0] - 1, -1) if grammar.pos[at] in VERBAL), cue[0])


_STOPS = frozenset({",", ".", "—", "-", ":", "?", "!"})
_FORMS = {"VB": " infinitive", "VBN": " participle", "VBG": " gerund"}
_FIRST = frozenset({"i", "we", "my", "our", "me", "us"})
_SECOND = frozenset({"you", "your"})
_NEUTER = frozenset({"it", "that", "this", "which", "what", "its", "there", "these", "those"})
_PERSONAL = frozenset({"he", "she", "they", "his", "her", "their", "who", "him", "them"})


def _source(grammar: Grammar, source: int | None) -> str:
    if source is None:
        return "none"
    word = grammar.words[source].lower()
    for name, words in (("first", _FIRST), ("second", _SECOND), ("it", _NEUTER), ("personal", _PERSONAL)):
        if word in words:
            return name
    if grammar.pos[source] == "NOUN":
        return _noun(grammar.lemmas[source])
    return {"PROPN": "name", "PRON": "pronoun"}.get(grammar.pos[source], "other")


def _noun(lemma: str) -> str:
    """Returns whether a noun names somebody, something that speaks for somebody, or a thing."""
    nouns = noun_sets()
    if lemma in nouns.person or lemma in nouns.group:
        return "people"
    if lemma in nouns.organisation or lemma in nouns.media or lemma in nouns.state:
        return "body"
    return "document" if lemma in noun_sets().documents else "thing"


def _head_class(grammar: Grammar, candidate: Candidate) -> str:
    head = _head(grammar, candidate.content[0])
    if grammar.pos[head] == "NOUN":
        named = _noun(grammar.lemmas[head])
        return "saying" if named == "thing" and grammar.lemmas[head] in saying().nouns else named
    if grammar.pos[head] == "PRON":
        return f"pronoun {_source(grammar, head)}"
    return grammar.pos[head]


def _head(grammar: Grammar, part: TokenSpan) -> int:
    first, last = part
    for at in range(first, last + 1):
        if not first <= grammar.heads[at] <= last or grammar.heads[at] == at:
            return at
    return first
