"""Viewpoints: whose view a sentence gives by a phrase (`In her view it went too far`) or an aside (`, she thinks,`)."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan, without
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.attribution.sources import own_subject
from briefgen.extract.rules.grammar import FINITE_TAGS, NOMINAL, VERBAL, Grammar
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues

LEMMA = "in view"
VIEW_WORDS = frozenset({"in", "to", "by", "as", "for"})
"""What a phrase that tells whose view it is can begin with."""
_OWN = frozenset({"me", "us", "it", "this", "that"})
SURE = 0.9
"""The probability of such a phrase: with a possessor it has no other reading."""


def tail_behind(grammar: Grammar, at: int) -> int | None:
    """Returns the participle right behind `, according to …,`, which is the author's: `, adding to his troubles`."""
    first, comma = grammar.sentences[grammar.sentence[at]][0], grammar.right[at] + 1
    if at == first or comma + 1 >= len(grammar) or grammar.words[comma] != ",":
        return None
    tail = comma + 1
    is_participle = grammar.tags[tail] == "VBG" and grammar.deps[tail] in ("advcl", "acl")
    return tail if is_participle and grammar.heads[tail] < at else None


def viewpoints(g: Grammar) -> Iterator[Candidate]:
    """Yields a candidate for each phrase that says whose view its sentence is."""
    for at in range(len(g)):
        asked = _poll_at(g, at)
        if asked is not None:
            poll, comma, last = asked
            yield Candidate((at, poll), LEMMA, "phrase", ((comma + 1, last),), _pollster(g, poll, comma))
            continue
        forethought = _before_colon(g, at) if g.words[at] == ":" else None
        if forethought is not None:
            verb, holder = forethought
            last = g.sentences[g.sentence[at]][1]
            end = last - 1 if g.pos[last] == "PUNCT" else last
            yield Candidate((verb, verb), LEMMA, "phrase", ((at + 1, end),), holder)
            continue
        thinker = thinker_at(g, at)
        if thinker is not None:
            end = _end_of_thought(g, at)
            yield Candidate(
                (at, end), LEMMA, "phrase", _around(g, g.left[thinker], end, g.heads[at]), thinker
            )
            continue
        if g.words[at].lower() not in VIEW_WORDS:
            continue
        expert = expert_at(g, at)
        view = expert or view_at(g, at)
        if view is None:
            continue
        viewer, end = view
        cue = (at, end if expert is None else at)
        first, last = g.sentences[g.sentence[at]]
        content = _rest(g, at, end, first, last)
        if content is not None:
            yield Candidate(cue, LEMMA, "phrase", (content,), viewer)
        elif _is_set_off(g, at, end, first, last):
            yield Candidate(cue, LEMMA, "phrase", _around(g, at, end, g.heads[at]), viewer)


def _before_colon(g: Grammar, colon: int) -> tuple[int, int] | None:
    """Returns the cue and the source of what stands behind a colon: `Cole thinks so: …`, `Cole has a theory: …`."""
    first, last = g.sentences[g.sentence[colon]]
    for verb in range(first, colon):
        subject = g.child(verb, "nsubj")
        if subject is None or subject > verb or g.right[verb] < colon - 1 or colon + 1 >= last:
            continue
        lemma, noun = g.lemmas[verb], g.child(verb, "dobj")
        thinks_so = (thinks(lemma) or says(lemma)) and g.words[colon - 1].lower() in ("so", "otherwise")
        has_theory = (
            lemma in saying().having_views and noun is not None and g.lemmas[noun] in saying().versions
        )
        if thinks_so or has_theory:
            return verb, subject
    return None


def thinker_at(g: Grammar, verb: int) -> int | None:
    """Returns who is said to think what stands around a verb: `The bank, she believes, will fail`."""
    if g.pos[verb] not in VERBAL:
        return None
    helper = next((c for c in g.children[verb] if g.deps[c] == "auxpass"), verb)
    is_sure = _end_of_thought(g, verb) != verb or (helper != verb and g.words[verb].lower() in saying().sure)
    if not (is_sure or thinks(g.lemmas[verb])) or g.tags[helper] not in ("VBZ", "VBD", "VBP"):
        return None
    source = g.child(verb, "nsubjpass") if helper != verb else own_subject(g, verb)
    first, last = g.sentences[g.sentence[verb]]
    if source is None or source >= helper or g.right[source] != helper - 1 or g.pos[source] not in NOMINAL:
        return None
    if g.tags[source] in ("WP", "WDT") or g.words[source].lower() in ("i", "we", "one"):
        return None
    return source if _is_set_off(g, g.left[source], _end_of_thought(g, verb), first, last) else None


def _end_of_thought(g: Grammar, verb: int) -> int:
    """Returns the last token of `she thinks`, `she is sure`."""
    state = g.child(verb, "acomp") if g.lemmas[verb] == "be" else None
    return state if state == verb + 1 and g.words[state].lower() in saying().sure else verb


def _is_set_off(g: Grammar, start: int, end: int, first: int, last: int) -> bool:
    """Whether commas set a stretch off from a clause around it, which has its verb behind it or before it."""
    if start <= first + 1 or end >= last or g.words[start - 1] != ",":
        return False
    is_inside = g.words[end + 1] == ","
    is_end = end + 1 == last and g.pos[last] == "PUNCT"
    verbs = [t for t in range(first, last + 1) if g.tags[t] in FINITE_TAGS and not start <= t <= end]
    behind = min(end + 2, last)
    opener = g.words[behind].lower()
    is_joined = g.pos[behind] in ("ADP", "SCONJ") or opener in ("as", "but", "even", "only")
    is_joined |= _goes_on_bare(g, behind)
    goes_on = is_inside and verbs and (verbs[-1] > end or is_joined)
    return bool(verbs) and (is_end or bool(goes_on))


def _goes_on_bare(g: Grammar, at: int) -> bool:
    """Whether a base form goes on with the verb before an aside: `will wait, she thinks, and then sell`."""
    verb = g.heads[at]
    joined = next((c for c in g.children[verb] if g.deps[c] == "conj" and c > at), None)
    return g.words[at].lower() == "and" and joined is not None and g.tags[joined] == "VB"


def _around(g: Grammar, start: int, end: int, main: int) -> tuple[TokenSpan, ...]:
    """Returns the clause around an aside, without the commas: not what stands before an `and` or a colon."""
    first, last = g.sentences[g.sentence[end]]
    if g.deps[main] == "conj" and first < g.left[main] < start:
        first = g.left[main]
    if g.deps[main] == "ccomp" and g.right[main] > end:
        last = g.right[main]  # `…, in her view, is lost, Cole said`
    first = next((t + 1 for t in range(start - 1, first, -1) if g.words[t] in ";:—–"), first)
    out = []
    for part_first, part_last in without((first, last), (start, end)):
        while part_first < part_last and g.pos[part_first] == "PUNCT":
            part_first += 1
        while part_last > part_first and g.pos[part_last] == "PUNCT":
            part_last -= 1
        out.append((part_first, part_last))
    return tuple(out)


def _poll_at(g: Grammar, at: int) -> tuple[int, int, int] | None:
    """Returns the poll, the comma behind it and the end of what it found: `In a survey by Medir, most said …`."""
    first, last = g.sentences[g.sentence[at]]
    if at != first or g.words[at].lower() != "in":
        return None
    noun = next((t for t in range(at + 1, min(at + 6, last)) if g.lemmas[t] in saying().polls), None)
    if noun is None or g.deps[noun] != "pobj" or g.heads[noun] != at:
        return None
    subject = next(
        (
            t
            for t in range(noun + 1, last)
            if g.deps[t] in ("nsubj", "nsubjpass") and g.heads[t] == g.heads[at]
        ),
        None,
    )
    if finds_itself(g, g.heads[at]):
        return None
    comma = next((t for t in range((subject or noun), noun, -1) if g.words[t] == ","), None)
    while last > noun and g.words[last] in ".!?":
        last -= 1
    return (noun, comma, last) if subject is not None and comma is not None else None


def finds_itself(g: Grammar, verb: int) -> bool:
    """Whether a pollster named as the subject tells what the poll found: `In a poll of voters, Medir found that …`."""
    subject = g.child(verb, "nsubj")
    return subject is not None and g.pos[subject] == "PROPN" and g.lemmas[verb] in saying().findings


def _pollster(g: Grammar, noun: int, comma: int) -> int:
    """Returns who asked, where the phrase names him: `a survey published on Tuesday by the firm Metris`."""
    for at in range(noun + 1, comma):
        if g.lemmas[at] != "by":
            continue
        inside = g.child(at, "pobj")
        if inside is None:
            continue
        named = next((c for c in g.children[inside] if g.deps[c] == "appos" and g.pos[c] == "PROPN"), inside)
        if g.pos[named] == "PROPN":
            return named
    return noun


def view_at(g: Grammar, at: int) -> tuple[int, int] | None:
    """Returns whose view a phrase beginning at a token gives, and its last token: `in her view`, `as she sees it`."""
    if g.words[at].lower() == "as":
        return _seen_by(g, at)
    if g.words[at].lower() not in ("in", "to", "by"):
        return None
    nouns = saying().viewpoints if g.words[at].lower() != "by" else saying().accounts
    noun = next((t for t in range(at + 2, min(at + 7, len(g))) if g.lemmas[t] in nouns), None)
    viewer = _possessor(g, noun) if noun is not None and g.heads[noun] == at else None
    if noun is None or viewer is None or _is_heard(g, at):
        return None
    return viewer, noun if g.deps[viewer] == "nsubj" else max(noun, g.right[viewer])


def _is_heard(g: Grammar, at: int) -> bool:
    """Whether a verb needs its `to`: `listen to her views`."""
    return g.words[at].lower() == "to" and g.heads[at] == at - 1 and g.pos[at - 1] == "VERB"


def _seen_by(g: Grammar, at: int) -> tuple[int, int] | None:
    """Returns who sees it so, and the last token of the phrase: `As the bank sees it, rates will fall`.

    So in `As far as the bank is concerned, the matter is closed`.
    """
    if tuple(w.lower() for w in g.words[at + 1 : at + 3]) == ("far", "as"):
        verb = next(
            (t for t in range(at + 4, min(at + 10, len(g))) if g.words[t].lower() == "concerned"), None
        )
        viewer = g.child(verb, "nsubjpass", "nsubj") if verb is not None else None
        is_who = (
            viewer is not None and g.pos[viewer] in ("PROPN", "PRON") and g.words[viewer].lower() not in _OWN
        )
        return (viewer, verb) if verb is not None and viewer is not None and is_who else None
    verb = g.heads[at]
    viewer, it = g.child(verb, "nsubj"), g.child(verb, "dobj")
    if g.lemmas[verb] not in saying().seeing_it or viewer is None or it != verb + 1 or g.left[verb] != at:
        return None
    return (viewer, it) if g.words[it].lower() in ("it", "things", "matters") else None


def _possessor(g: Grammar, noun: int) -> int | None:
    """Returns whose view it is: `in her view`, `in the view of the bank`."""
    own = next((c for c in g.children[noun] if g.deps[c] == "poss" and c < noun), None)
    is_own = any(g.lemmas[c] == "own" for c in g.children[noun]) and g.deps[g.heads[noun]] == "prep"
    if own is not None and is_own and g.tags[own] == "PRP$":
        subject = own_subject(g, g.heads[g.heads[noun]])  # `By his own account, Cole never read it`
        return subject if subject is not None and subject > noun and g.pos[subject] == "PROPN" else own
    if own is not None or g.words[g.left[noun]].lower() != "the":
        return own
    of = next((c for c in g.children[noun] if c == noun + 1 and g.lemmas[c] == "of"), None)
    return g.child(of, "pobj") if of is not None else None


def expert_at(g: Grammar, at: int) -> tuple[int, int] | None:
    """Returns for whom a sentence that begins at a token is so, and the last token that tells who he is.

    `For Jo Lind, an analyst in Oslo, the likeliest end is a draw`, `For Jo Lind, the news came too late`.
    """
    opens = g.words[at].lower() in ("for", "to") and g.deps[at] == "prep"
    name = g.child(at, "pobj") if opens else None
    verb = g.heads[g.heads[at]] if g.deps[g.heads[at]] == "advcl" else g.heads[at]
    subject = g.child(verb, "nsubj", "nsubjpass")
    if name is None or subject is None or g.words[g.left[subject] - 1] != ",":
        return None
    if _is_so_to(g, at, name, verb):
        return name, g.left[subject] - 2
    if g.pos[name] != "PROPN":
        return None
    if g.tags[g.left[subject]] == "CD":
        return None  # `For Jo Lind, 33 percent would be glad`
    is_view = _is_expert(g, name, verb) or _is_judged(g, verb) or _is_misjudged(g, verb)
    return (name, g.left[subject] - 2) if is_view else None


def _is_so_to(g: Grammar, at: int, name: int, verb: int) -> bool:
    """Whether a clause tells how something looks to somebody: `To the Swedes, the pact is an insult`."""
    nouns = noun_sets()
    is_somebody = (
        g.pos[name] in ("PROPN", "PRON") or g.lemmas[name] in nouns.person | nouns.titles | nouns.people
    )
    is_judged = g.lemmas[verb] == "be" and g.child(verb, "attr", "acomp") is not None
    is_judged &= at < verb and g.words[g.right[at] + 1] == ","
    return g.words[at].lower() == "to" and is_somebody and is_judged and g.words[name].lower() not in _OWN


def _is_expert(g: Grammar, name: int, verb: int) -> bool:
    """Whether a name is told as that of somebody who says by trade what is so."""
    is_helped = any(g.lemmas[c] == "be" for c in g.children[verb] if c < verb)
    if g.lemmas[verb] not in saying().striking and not is_helped:
        return False
    persons = noun_sets().person | noun_sets().titles
    callings = mention_cues().callings
    return any(
        g.lemmas[c] in (persons if g.deps[c] == "appos" else callings)
        for c in g.children[name]
        if g.deps[c] in ("appos", "relcl")
    )


def _is_judged(g: Grammar, verb: int) -> bool:
    """Whether a clause tells what is too much or too little, which is so for somebody: `came too late`."""
    behind = range(verb, g.right[verb])
    return any(g.words[t].lower() == "too" and g.tags[t + 1] in ("RB", "JJ") for t in behind)


def _is_misjudged(g: Grammar, verb: int) -> bool:
    """Whether a clause tells what is wrong about something, which is so in somebody's view: `that is a mistake`."""
    noun = g.child(verb, "attr") if g.lemmas[verb] == "be" else None
    return noun is not None and g.lemmas[noun] in saying().misjudgements


def _rest(g: Grammar, at: int, noun: int, first: int, last: int) -> tuple[int, int] | None:
    """Returns the words of the sentence that the phrase stands before; None where it stands elsewhere."""
    if (
        at > first + 2
        and g.words[at - 1] == ","
        and noun >= last - 1
        and g.words[noun + 1 : last + 1] in ((), (".",))
    ):
        # `The leader has long planned to go, in her view.`
        is_clause = any(g.pos[t] in ("VERB", "AUX") for t in range(first, at - 1))
        return (first, at - 2) if is_clause else None
    opens = at == first or (at == first + 1 and g.pos[first] in ("CCONJ", "ADV", "PUNCT"))
    start = noun + 1
    if start <= last and g.words[start] == ",":
        start += 1
    verb = g.heads[at]
    beside = [c for c in g.children[verb] if g.deps[c] == "conj" and _is_the_authors(g, c)]
    if beside:
        last = g.left[beside[0]] - 1
    while last > start and (g.words[last] in '.!?,;”"' or g.deps[last] == "cc"):
        last -= 1
    is_clause = any(g.pos[t] in ("VERB", "AUX") for t in range(start, last + 1))
    return (start, last) if opens and is_clause and start < last else None


def _is_the_authors(g: Grammar, verb: int) -> bool:
    """Whether a verb beside the view is told by the author: `In his view it was wrong, and he feared …`.

    The view goes on in the present of somebody else, and with his mind: `In her view the army will wait, and the king
    has not chosen.`, `In her view it came too late, and the king knew it.`
    """
    subject = g.child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return False
    forms = [verb, *(c for c in g.children[verb] if g.deps[c] in ("aux", "auxpass"))]
    is_present = any(g.tags[t] in ("VBZ", "VBP", "MD") for t in forms)
    return not (is_present or thinks(g.lemmas[verb])) or g.pos[subject] == "PRON"
