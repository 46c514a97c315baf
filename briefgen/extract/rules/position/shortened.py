"""What is left off a claim: a long front, a loose end, what its teller adds."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.spans import subtree
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.position_cues import position_cues

_LONGEST_FRONT = 3
"""Tokens that may stand before the subject and still belong to the claim (`In retaliation, …`)."""
_CONDITIONS = frozenset(
    {"if", "unless", "provided", "for", "as", "once", "by", "without", "given", "despite", "until", "under"}
)
_WHOLES = frozenset({"of", "among", "amongst", "out"})
_SOME = frozenset({"most", "many", "few", "half", "some", "none", "several", "all", "nobody", "one"})


def without_front(g: Grammar, clause: Clause, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the tokens without a long adverbial before the subject; conditions stay."""
    subject = clause.subject
    if subject is None or not clause.own_subject or subject not in tokens:
        return tokens
    left = g.left[subject]
    front = [t for t in tokens if t < left]
    if len(front) <= _LONGEST_FRONT or g.words[front[0]].lower() in _CONDITIONS:
        return tokens
    if _is_share_of(g, front[0], subject):
        return tokens
    if any(g.deps[t] in ("advcl", "ccomp") for t in front) or clause.kind is ClauseKind.RELATIVE:
        return tokens
    if any(g.deps[t] in ("aux", "auxpass") and g.heads[t] == clause.head for t in front):
        return tokens  # `At no time did we promise it`: what turns the clause round is no setting
    if sum(g.words[t].lower() == "the" and g.tags[t + 1] in ("JJR", "RBR") for t in front) > 1:
        return tokens  # `The longer it waits, the more it pays`
    return tuple(t for t in tokens if t >= left)


def _is_share_of(g: Grammar, first: int, subject: int) -> bool:
    """Whether a front tells of whom a number is: `Of nearly 900 rifles seized in Oslo, 70 percent came by sea`."""
    is_number = g.tags[subject] == "CD" or any(g.tags[t] == "CD" for t in g.children[subject] if t < subject)
    is_some = g.words[subject].lower() in _SOME
    return g.words[first].lower() in _WHOLES and (is_number or is_some)


def without_loose_end(g: Grammar, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the tokens without a relative clause at their end whose verb or content stands elsewhere."""
    tokens = _without_told(g, _without_cut_condition(g, tokens))
    last = tokens[-1] if tokens else None
    if last is not None and g.tags[last] == "VBG" and g.deps[last] == "advcl" and says(g.lemmas[last]):
        # `rejected the plan, adding | “…”`
        rest = [t for t in tokens if t < g.left[last]]
        while rest and g.words[rest[-1]] in ",;—–":
            rest.pop()
        return tuple(rest)
    if last is not None and g.tags[last] == "VBG" and g.deps[last] == "acl" and says(g.lemmas[last]):
        # `issued a letter saying | that it was late`: what it says is a claim of its own
        is_text = g.lemmas[g.heads[last]] in noun_sets().documents | saying().vehicles
        return () if is_text else tokens[:-1]  # `sent a letter to the guilds saying`
    if last is not None and g.deps[last] == "relcl" and g.pos[last] == "VERB":
        # `will end it, a step that unions said | would fail`: what they said is a claim of its own
        content = [c for c in g.children[last] if g.deps[c] == "ccomp"]
        noun = g.heads[last]
        start = g.left[noun] if g.deps[noun] == "appos" else g.left[last]
        if content and not any(c in tokens for c in content) and start > tokens[0]:
            kept = [t for t in tokens if t < start]
            while kept and g.words[kept[-1]] in ",;—–":
                kept.pop()
            return tuple(kept)
    pronoun = next((t for t in reversed(tokens) if g.tags[t] in ("WP$", "WDT", "WP", "WRB")), None)
    if pronoun is None or g.words[pronoun - 1 if pronoun else 0] != ",":
        return tokens
    verb = next((at for at in g.ancestors(pronoun) if g.pos[at] in VERBAL), None)
    if verb is None:
        return tokens
    if verb in tokens:
        # `Korea, which announced`: what it announced is a claim of its own
        content = [c for c in g.children[verb] if g.deps[c] == "ccomp"]
        if not content or any(c in tokens for c in content):
            return tokens
    elif any(t > pronoun and g.pos[t] in VERBAL for t in tokens):
        return tokens
    kept = [t for t in tokens if t < pronoun]
    while kept and g.words[kept[-1]] in ",;—–":
        kept.pop()
    return tuple(kept)


def without_comment(g: Grammar, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the tokens of what was said without what its teller adds: `will close the pier, a move that hurts`.

    So is what he points to: `the raids have failed, pointing to a botched one in May`; and how he sounds: `it was
    over, sounding tired`.
    """
    for noun in reversed(tokens):
        start = g.left[noun]
        if g.tags[noun] == "VBG" and g.deps[noun] == "advcl" and g.right[noun] >= tokens[-1]:
            points = g.lemmas[noun] in position_cues().pointing and g.words[noun + 1 : noun + 2] == ("to",)
            sounds = g.lemmas[noun] in position_cues().sounding and g.child(noun, "acomp", "oprd") is not None
            if (points or sounds) and g.words[noun - 1] == "," and noun - 1 > tokens[0]:
                return tuple(t for t in tokens if t < noun - 1)
        if (
            g.deps[noun] != "appos"
            or g.lemmas[noun] not in position_cues().comments
            or start - 1 <= tokens[0]
        ):
            continue
        is_added = g.words[start - 1] == "," and g.words[start].lower() in ("a", "an")
        if is_added and g.right[noun] >= tokens[-1] and g.child(noun, "relcl") is not None:
            return tuple(t for t in tokens if t < start - 1)
    return tokens


def _without_told(g: Grammar, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the tokens without a frame whose content stands elsewhere: `A speech, in which she said |, is late`."""
    kept = frozenset(tokens)
    for verb in tokens:
        if g.deps[verb] != "relcl" or not says(g.lemmas[verb]) or verb == tokens[-1]:
            continue
        content = [c for c in g.children[verb] if g.deps[c] == "ccomp" and c > verb]
        inside = kept & subtree(g, verb)
        first, last = min(inside), max(inside)
        if content and kept.isdisjoint(content) and last == verb and g.words[first - 1] == ",":
            kept -= inside | {
                first - 1,
                *(t for t in range(last + 1, g.right[verb] + 2) if g.words[t : t + 1] == (",",)),
            }
    return tokens if len(kept) == len(tokens) else tuple(t for t in tokens if t in kept)


def _without_cut_condition(g: Grammar, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Returns the tokens without a condition of what stands elsewhere: `must be answered and, if need be | redone`."""
    opening = next((t for t in reversed(tokens[-3:]) if g.words[t].lower() == "if"), None)
    if opening is None or opening < 2 or g.words[opening - 1] != "," or g.deps[opening - 2] != "cc":
        return tokens
    return tuple(t for t in tokens if t < opening - 2)
