"""Candidates around nouns (`the claim that`, `his promise to`), adverbs, phrases and colons."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan, without
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.attribution.sources import possessor_of, subject_of, subject_over
from briefgen.extract.rules.attribution.viewpoints import finds_itself, tail_behind
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.lexicons.actor_words import ends_like_person, names_document, noun_sets, nouns_of_bodies
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.position_cues import position_cues

_OUTSIDE = frozenset({"mark", "cc", "punct"})
_RECOILING = frozenset({"at", "from", "off", "on"})
_OPENS_CLAUSE = frozenset({"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "EX", "CD"})
_SET_AGAINST = frozenset({"but", "yet", "while", "although", "though", "whereas"})
_SOURCE_PREPOSITIONS = frozenset({"in", "by", "per", "on", "at", "to"})


def noun_candidates(grammar: Grammar, noun: int) -> Iterator[Candidate]:
    """Yields the candidates whose cue is this noun."""
    if grammar.deps[noun] == "compound" or _is_turned_down(grammar, noun):
        return
    lemma = grammar.lemmas[noun]
    source = possessor_of(grammar, noun)
    if source is None:
        source = subject_over(grammar, noun)
    first = noun
    while first - 1 >= grammar.left[noun] and grammar.deps[first - 1] in ("amod", "compound"):
        first -= 1
    cue = (first, noun)
    for at in grammar.children[noun]:
        dep = grammar.deps[at]
        if at < noun:
            continue
        if dep in ("acl", "relcl", "ccomp"):
            kind = _kind_of_clause(grammar, at)
            if kind is not None:
                yield Candidate(cue, lemma, kind, ((grammar.left[at], grammar.right[at]),), source)
        elif dep == "prep" and not _is_whose(grammar, noun, at):
            inside = grammar.child(at, "pobj", "pcomp")
            if inside is not None and inside != source and not grammar.is_stand_in(inside):
                span = (grammar.left[inside], grammar.right[inside])
                yield Candidate((first, at), lemma, f"noun {grammar.lemmas[at]}", (span,), source)
    # `the question is whether …`
    verb = grammar.heads[noun]
    if grammar.deps[noun] == "nsubj" and grammar.lemmas[verb] == "be":
        for at in grammar.children[verb]:
            if at > verb and grammar.deps[at] in ("ccomp", "xcomp"):
                span = (grammar.left[at], grammar.right[at])
                yield Candidate((first, verb), lemma, "noun is", (span,), possessor_of(grammar, noun))


def _is_whose(grammar: Grammar, noun: int, of: int) -> bool:
    """Whether a preposition tells whose view a phrase gives: `in the view of the bank`."""
    is_phrase = grammar.deps[noun] == "pobj" and grammar.words[grammar.heads[noun]].lower() in ("in", "to")
    return is_phrase and grammar.lemmas[of] == "of" and grammar.lemmas[noun] in saying().viewpoints


def _is_turned_down(grammar: Grammar, noun: int) -> bool:
    """Whether a claim is the object of its denial: `denied reports that` is no report."""
    head = grammar.heads[noun]
    if grammar.deps[noun] == "pobj" and grammar.lemmas[head] in _RECOILING:
        verb = grammar.heads[head]
        thing = grammar.child(verb, "dobj")
        is_poured = thing is not None and grammar.lemmas[thing] in saying().dampers  # `poured cold water on`
        return is_poured or grammar.lemmas[verb] in saying().recoils
    if grammar.deps[noun] not in ("dobj", "nsubjpass"):
        return False
    behind = grammar.words[head + 1].lower() if head + 1 < len(grammar) else ""
    return not {grammar.lemmas[head], f"{grammar.lemmas[head]} {behind}"}.isdisjoint(saying().denials)


def _kind_of_clause(grammar: Grammar, at: int) -> str | None:
    kids = grammar.children[at]
    if any(grammar.lemmas[c] == "to" and grammar.deps[c] == "aux" for c in kids):
        return "noun to"
    if grammar.lemmas[grammar.left[at]] == "that":
        # a relative `that` is the clause's own subject or object
        if grammar.deps[at] == "relcl" and grammar.tags[grammar.left[at]] == "WDT":
            return None
        return "noun that"
    if grammar.deps[at] == "ccomp":
        return "noun that"
    if grammar.lemmas[grammar.left[at]] in ("whether", "how", "why", "what"):
        return "noun whether"
    return None


def adverb_candidates(grammar: Grammar, adverb: int) -> Iterator[Candidate]:
    """Yields the clause that an adverb such as `reportedly` hangs on somebody unnamed."""
    head = grammar.heads[adverb]
    if grammar.deps[adverb] != "advmod" or grammar.pos[head] not in VERBAL | {"ADJ"}:
        return
    parts = without(clause_span(grammar, head), (adverb, adverb))
    if parts:
        yield Candidate((adverb, adverb), grammar.lemmas[adverb], "adverb", parts, None)


def clause_span(grammar: Grammar, verb: int) -> TokenSpan:
    """Returns a verb's clause without the conjunction that joins it and without clauses it is joined to."""
    first, last = grammar.left[verb], grammar.right[verb]
    for at in grammar.children[verb]:
        if (
            at > verb
            and grammar.deps[at] in ("conj", "parataxis")
            and grammar.child(at, "nsubj", "nsubjpass") is not None
        ):
            last = min(last, grammar.left[at] - 1)
    while last > first and (grammar.deps[last] == "cc" or grammar.pos[last] in ("PUNCT", "SPACE")):
        last -= 1
    while first < last and (grammar.deps[first] in _OUTSIDE or grammar.pos[first] == "SPACE"):
        first += 1
    return first, last


def phrase_candidates(grammar: Grammar, at: int) -> Iterator[Candidate]:
    """Yields the clause that `according to …`, `in a poll …` or `in her view` gives a source."""
    head = grammar.heads[at]
    if grammar.lemmas[at] == "accord" or grammar.words[at].lower() == "according":
        to = next((c for c in grammar.children[at] if c > at and grammar.deps[c] == "prep"), None)
        source = grammar.child(to, "pobj") if to is not None else grammar.child(at, "pobj")
        cue = (at, to if to is not None else at)
        lemma, kind = "according to", "phrase"
        if source is None or _is_measure(grammar, source):
            return
        source = _talked_with(grammar, source)
    elif grammar.deps[at] == "prep" and grammar.lemmas[at] in _SOURCE_PREPOSITIONS:
        source = grammar.child(at, "pobj")
        if source is None or grammar.is_stand_in(source):
            return
        if grammar.lemmas[source] in saying().pictures:
            return  # `In the video, she waves at the crowd`
        is_first = at == grammar.sentences[grammar.sentence[at]][0]
        if grammar.lemmas[source] in saying().polls and (not is_first or finds_itself(grammar, head)):
            return  # `leads in the polls`
        if _is_own_report(grammar, source, head):
            return
        cue = (at, at)
        kind = f"phrase {grammar.lemmas[at]}"
        lemma = grammar.lemmas[source] if grammar.pos[source] == "NOUN" else "somebody"
    else:
        return
    if head == at or grammar.pos[head] not in VERBAL:
        if lemma != "according to" or head == at:
            return
        while grammar.pos[head] not in VERBAL and grammar.heads[head] != head:
            head = grammar.heads[head]
    hole = (grammar.left[at], grammar.right[at])
    whole = _reported(grammar, hole) if lemma == "according to" else clause_span(grammar, head)
    parts = without(whole, hole)
    if parts:
        yield Candidate(cue, lemma, kind, parts, source)


def _is_own_report(grammar: Grammar, document: int, verb: int) -> bool:
    """Whether a body says in a text what the text says: `In a report last year the board complained that`."""
    subject = grammar.child(verb, "nsubj")
    if subject is None or not says(grammar.lemmas[verb]) or not names_document(grammar.lemmas[document]):
        return False
    is_plain = not any(grammar.deps[c] in ("compound", "poss") for c in grammar.children[document])
    is_body = grammar.lemmas[subject] in nouns_of_bodies() or grammar.words[subject].lower() == "it"
    return is_plain and is_body and grammar.tags[subject] in ("NN", "PRP")


def _talked_with(grammar: Grammar, talks: int) -> int:
    """Returns who speaks in talks that somebody goes by: `according to interviews with five officers`."""
    if grammar.lemmas[talks] not in saying().talks or possessor_of(grammar, talks) is not None:
        return talks
    with_ = next(
        (c for c in grammar.children[talks] if c > talks and grammar.lemmas[c] in ("with", "of")), None
    )
    found = None if with_ is None else grammar.child(with_, "pobj")
    return talks if found is None else found


def _is_measure(grammar: Grammar, noun: int) -> bool:
    """Whether something goes by a noun, and nobody says it: `moored according to their width`, `according to plan`."""
    lemma = grammar.lemmas[noun]
    if grammar.pos[noun] != "NOUN" or names_document(lemma):
        return False
    if lemma in saying().measures:
        return True
    own = grammar.child(noun, "poss")
    is_its = own is not None and grammar.tags[own] == "PRP$"
    nouns = noun_sets()
    speaks = lemma in nouns.people | nouns_of_bodies() or ends_like_person(lemma)
    return is_its and not speaks and lemma not in saying().viewpoints | saying().accounts | saying().nouns


def _brackets_round(grammar: Grammar, at: int, sentence: TokenSpan) -> TokenSpan:
    """Returns the stretch within brackets that a token stands in, else the sentence."""
    first = next((t for t in range(at, sentence[0], -1) if grammar.words[t] in "()"), None)
    last = next((t for t in range(at, sentence[1] + 1) if grammar.words[t] in "()"), None)
    if first is None or last is None or (grammar.words[first], grammar.words[last]) != ("(", ")"):
        return sentence
    return first + 1, last - 1


def _reported(grammar: Grammar, hole: TokenSpan) -> TokenSpan:
    """Returns how far `according to …` reaches: its sentence, from a conjunction right before it on.

    What a `but` or a participle right behind it opens is the author's again: `… are open, according to a count,
    but stocks shrink`, `…, according to aides, adding to his troubles`.
    """
    first, last = _brackets_round(grammar, hole[0], grammar.sentences[grammar.sentence[hole[0]]])
    before = hole[0] - 1
    while before > first and grammar.pos[before] in ("PUNCT", "SPACE"):
        before -= 1
    is_joint = grammar.deps[before] in ("cc", "mark") or (
        grammar.deps[before] == "prep" and not grammar.children[before]
    )
    if before > first and is_joint and hole[1] < last - 1:
        return hole[0], last
    behind = hole[1] + 1
    while behind < last and grammar.words[behind] == ",":
        behind += 1
    if first < hole[0] and behind < last and grammar.words[behind - 1] == ",":
        is_set_against = grammar.words[behind].lower() in _SET_AGAINST
        is_apart = is_set_against and grammar.tags[behind + 1] in _OPENS_CLAUSE
        if is_apart or tail_behind(grammar, hole[0]) is not None:
            last = behind - 1
    return first, last


def colon_candidates(grammar: Grammar, colon: int) -> Iterator[Candidate]:
    """Yields what stands after `Name:` at the start of a sentence, as headlines and transcripts have it."""
    first, last = grammar.sentences[grammar.sentence[colon]]
    start = first
    previous = grammar.sentence[colon]
    if colon == first and previous > 0:
        start = grammar.sentences[previous - 1][0]
    before = [at for at in range(start, colon) if grammar.pos[at] not in ("PUNCT", "SPACE")]
    end = last
    if colon == last and previous + 1 < len(grammar.sentences):
        end = grammar.sentences[previous + 1][1]
    if not before or colon >= end or grammar.is_stand_in(colon + 1):
        return
    if len(before) == 1 and grammar.words[before[0]].lower() in mention_cues().labels_of_articles:
        return  # `Analysis: The quarrel is over`
    verbs = [at for at in before if grammar.pos[at] in VERBAL and grammar.deps[at] not in ("aux", "auxpass")]
    if verbs:
        verb = verbs[-1]
        if grammar.tags[verb] == "VB" and grammar.lemmas[grammar.heads[verb]] in position_cues().seeming:
            return  # `Buyers seem to agree: shares rose`
        if verb == before[-1] or grammar.sentence[verb] == grammar.sentence[colon]:
            yield Candidate(
                (verb, colon), grammar.lemmas[verb], "colon", ((colon + 1, end),), subject_of(grammar, verb)
            )
    elif len(before) <= 8:
        names = [at for at in before if grammar.pos[at] in ("PROPN", "NOUN", "PRON")]
        if names and grammar.words[end] != "?":  # `The strike: what now?`
            top = max(names, key=lambda at: (grammar.right[at] - grammar.left[at], at))
            kind = "colon after name" if grammar.pos[top] == "PROPN" else "colon after noun"
            yield Candidate((colon, colon), ":", kind, ((colon + 1, end),), names[-1])
