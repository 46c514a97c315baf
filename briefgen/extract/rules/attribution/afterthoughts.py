"""Afterthoughts: a sentence that only tells whose word or view the sentence before it was.

`Cole wants the deal to fail. Or so Brussels believes.`, `…, or so Brussels believes.`,
`That is the case prosecutors put to a jury.`
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.attribution.viewpoints import LEMMA
from briefgen.extract.rules.grammar import SUBJECTS, Grammar

_POINTING = frozenset({"that", "this", "such"})
_OPENERS = frozenset({"or", "and", "but", "at", "least", "anyway", "certainly", "perhaps", "maybe"})


def afterthoughts(g: Grammar) -> Iterator[Candidate]:
    """Yields a candidate for each sentence that gives the sentence before it a source, or itself by its end."""
    for first, last in g.sentences:
        at = _own_end(g, first, last)
        found = _told(g, (at, last)) if at is not None else None
        if at is not None and found is not None:
            cue, source = found
            yield Candidate((cue, cue), LEMMA, "phrase", ((first, at - 2),), source)
    for (first, last), after in zip(g.sentences, g.sentences[1:], strict=False):
        found = _told(g, after)
        if found is not None and not _has_source(g, first, last):
            cue, source = found
            end = last - 1 if g.pos[last] == "PUNCT" else last
            yield Candidate((cue, cue), LEMMA, "phrase", ((first, end),), source)


def _own_end(g: Grammar, first: int, last: int) -> int | None:
    """Returns where a sentence begins to tell whose view it is: `Cole wants it to fail, or so Oslo believes`."""
    return next(
        (
            t
            for t in range(first + 2, last)
            if g.words[t - 1] == "," and g.words[t].lower() == "or" and g.words[t + 1].lower() == "so"
        ),
        None,
    )


def _has_source(g: Grammar, first: int, last: int) -> bool:
    """Whether a sentence tells already who says it, or has quoted words."""
    return any(
        g.is_stand_in(t) or t in g.passage.quoted or (g.pos[t] == "VERB" and says(g.lemmas[t]))
        for t in range(first, last + 1)
    )


def _told(g: Grammar, sentence: TokenSpan) -> tuple[int, int] | None:
    """Returns the cue and the source of a sentence that is an afterthought."""
    first, last = sentence
    start = first
    while start < last and (g.words[start].lower() in _OPENERS or g.pos[start] == "PUNCT"):
        start += 1
    if g.words[start].lower() == "so":
        verb = g.heads[start]
        source = _subject(g, verb)
        is_cue = says(g.lemmas[verb]) or thinks(g.lemmas[verb])
        is_last = source is not None and max(g.right[source], verb) >= last - 1
        return (verb, source) if source is not None and is_cue and is_last else None
    be = g.heads[start]
    if g.words[start].lower() not in _POINTING or g.deps[start] not in SUBJECTS or g.lemmas[be] != "be":
        return None
    if any(g.deps[c] == "neg" for c in g.children[be]):
        return None
    return _told_by_clause(g, be) or _told_by_noun(g, be)


def _told_by_clause(g: Grammar, be: int) -> tuple[int, int] | None:
    """`That is what aides say`, `That, at least, is how his rivals see it`."""
    clause = g.child(be, "ccomp", "advcl")
    if clause is None or g.words[g.left[clause]].lower() not in ("what", "how"):
        return None
    source = _subject(g, clause)
    lemma = g.lemmas[clause]
    # `That is what they fear`: they do not say that it is so
    is_cue = (says(lemma) or thinks(lemma) or lemma == "see") and lemma not in saying().as_wished
    return (clause, source) if is_cue and source is not None else None


def _told_by_noun(g: Grammar, be: int) -> tuple[int, int] | None:
    """`That is the view of most analysts`, `That was Cole's reading`, `That is the case prosecutors put`."""
    noun = g.child(be, "attr")
    if noun is None or g.lemmas[noun] not in saying().versions:
        return None
    owner = g.child(noun, "poss")
    of = next((c for c in g.children[noun] if g.lemmas[c] == "of" and c > noun), None)
    clause = g.child(noun, "relcl")
    if owner is None and of is not None:
        owner = g.child(of, "pobj")
    if owner is None and clause is not None:
        owner = _subject(g, clause)
    return (noun, owner) if owner is not None else None


def _subject(g: Grammar, verb: int) -> int | None:
    """Returns the subject of a verb, if it is more than a relative pronoun."""
    subject = g.child(verb, "nsubj")
    return subject if subject is not None and g.tags[subject] not in ("WDT", "WP") else None
