"""How clauses are joined without a word, or by words that make one of two: splices, comparisons, shared helpers."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.attribution.spans import leads_up
from briefgen.extract.rules.grammar import FINITE_TAGS, Grammar
from briefgen.extract.rules.position.subjects import own_subject
from briefgen.lexicons.position_cues import position_cues

_SPLICING = frozenset({",", "—", "–", "-", ";"})
_OPENING = frozenset(
    {
        "as",
        "so",
        "such",
        "however",
        "no",
        "like",
        "than",
        "after",
        "before",
        "since",
        "once",
        "until",
        "given",
    }
    | {"with", "without", "even", "if", "unless", "while"}
)
_DASHES = frozenset({"—", "–", "-"})
_OPENING_RELATIONS = frozenset({"advmod", "prep", "npadvmod", "intj", "cc"})
_OBJECTIVE = frozenset({"me", "him", "her", "them", "us"})
_POINTING = frozenset({"it", "this", "that"})
_DEGREES = frozenset({"as", "so", "such"})
_NOT = frozenset({"not", "n’t", "n't"})
_NO_MORE = frozenset({"only", "just", "merely", "simply"})
_FURTHEST_DEGREE = 6
"""Tokens between the two halves of `as big a problem as`."""


def is_spliced(g: Grammar, token: int) -> bool:
    """Whether only a mark joins a clause to another: `We pay for the bridge, we refuse to pay for the road`."""
    main = g.heads[token]
    first, last = (token, main) if token < main else (main, token)
    if (token > main and g.deps[token] == "ccomp") or _hangs(g, token) or not _starts_well(g, last, first):
        return False
    if token < main:
        start = max(0, g.left[token] - 1)
        is_aside = any(word in _DASHES for word in g.words[start:token])
        return not is_aside and not _is_tag_behind(g, main)
    if not _DASHES.isdisjoint((*g.words[token + 1 : token + 2], *g.words[g.right[token] + 1 :][:1])):
        return False
    own = own_subject(g, token)  # `a project first drawn up in May`
    return own is not None and (g.tags[token] != "VBD" or g.pos[own] == "PRON" or g.pos[token] == "AUX")


def is_antithesis(g: Grammar, token: int) -> bool:
    """Whether a clause and the next say together what a thing is: `It's a gain for some, it's a loss for others`.

    Each half alone would say something else.
    """
    main = g.heads[token]
    if g.deps[token] != "ccomp" or token > main or not g.lemmas[token] == g.lemmas[main] == "be":
        return False
    one, other = own_subject(g, token), own_subject(g, main)
    if one is None or other is None or one > token or not token < other < main:
        return False
    is_same = g.words[one].lower() == g.words[other].lower() and g.words[one].lower() in _POINTING
    return is_same and all(g.child(verb, "attr") is not None for verb in (token, main))


def is_more_than_that(g: Grammar, token: int) -> bool:
    """Whether a verb goes on with what is not all that is said: `will not just cut costs but will also create jobs`.

    So `is not only harmful but is illegal`.
    """
    first = g.heads[token]
    if g.deps[token] != "conj" or first > token or own_subject(g, token) is not None:
        return False
    turns = any(g.lemmas[c] == "but" and g.deps[c] == "cc" for c in g.children[first] if first < c < token)
    return turns and any(
        g.words[t].lower() in _NO_MORE and g.words[t - 1].lower() in _NOT
        for t in range(max(1, first - 2), min(first + 3, token))
    )


def _starts_well(g: Grammar, verb: int, before: int) -> bool:
    """Whether a clause opens with its subject, or with what sets its scene, behind a mark."""
    own = own_subject(g, verb)
    if own is None or not before < own < verb or g.words[own].lower() in _OBJECTIVE:
        return False
    start = g.left[own]
    if g.words[start].lower() in ("a", "an") and g.tags[own] == "NNS":
        return False  # `…, a move pilots read as a threat`
    for child in reversed([c for c in g.children[verb] if before < c < own]):
        if g.deps[child] in _OPENING_RELATIONS and g.right[child] == start - 1:
            start = g.left[child]
    return start - 1 > before and g.words[start - 1] in _SPLICING


def _hangs(g: Grammar, token: int) -> bool:
    """Whether a word or an inversion makes a clause hang on another: `Had he known`, `The longer it takes`."""
    start = g.left[token]
    before = [c for c in g.children[token] if c < token and g.deps[c] == "advcl"]
    while start < token and (g.words[start] in _SPLICING or any(g.within(start, c) for c in before)):
        start += 1
    opening = g.words[start].lower()
    own = own_subject(g, token)
    helpers = [c for c in g.children[token] if g.deps[c] in ("aux", "auxpass")]
    return (
        own is None
        or g.tags[own] in ("WDT", "WP")
        or any(g.deps[c] in ("mark", "cc", "expl") for c in g.children[token])
        or g.tags[start] in ("WP", "WRB", "WDT", "WP$", "VB")
        or opening in _OPENING
        or (opening == "the" and g.tags[start + 1 : start + 2] in (("JJR",), ("RBR",)))
        or any(c < own for c in helpers)
    )


def _is_tag_behind(g: Grammar, main: int) -> bool:
    """Whether the clause behind only says who says or thinks it: `It is late, she said`, `It will rain, I fear`."""
    verb = g.with_particle(main)
    if verb in saying().telling | saying().addressing:
        return True
    behind = {g.deps[c] for c in g.children[main] if c > main}
    if says(verb):
        return not behind & {"dobj", "xcomp"}
    return thinks(verb) and not behind & {"dobj", "xcomp", "ccomp", "acomp", "attr"}


def is_compared(g: Grammar, token: int) -> bool:
    """Whether a clause is the second half of a comparison: `as rough as the pilots say`."""
    mark = next((c for c in g.children[token] if g.deps[c] == "mark" and g.lemmas[c] == "as"), None)
    if mark is None or mark == 0:
        return False
    if g.words[mark - 1].lower() in position_cues().measured:
        return True
    before = range(max(0, mark - _FURTHEST_DEGREE), mark - 1)
    return any(
        g.words[at].lower() in _DEGREES and g.deps[at] in ("advmod", "predet", "amod") and g.heads[at] < mark
        for at in before
    )


def is_limit(g: Grammar, token: int) -> bool:
    """Whether an `as` clause only says in what respect or by whose knowledge: `both as it relates to cargo`."""
    mark = next((c for c in g.children[token] if g.deps[c] == "mark" and g.lemmas[c] == "as"), None)
    own = own_subject(g, token)
    if mark is None or own is None:
        return False
    if mark > 0 and g.words[mark - 1].lower() in ("both", "just", "much"):
        return True
    return g.words[own].lower() == "it" and g.lemmas[token] in position_cues().respects


def shares_helper(g: Grammar, token: int) -> bool:
    """Whether a denied verb lives on the helper of the one before: `have sat there and not raised their bid`."""
    if (
        g.deps[token] != "conj"
        or own_subject(g, token) is not None
        or g.tags[token] not in ("VBN", "VBD", "VBG")
    ):
        return False
    words = g.children[token]
    return any(g.deps[c] == "neg" and c < token for c in words) and not any(
        g.deps[c] in ("aux", "auxpass") or g.tags[c] in FINITE_TAGS for c in words if c < token
    )


def is_set_off(g: Grammar, token: int) -> bool:
    """Whether a clause before its verb is a sentence of its own: `The young agree: most of them back the plan`."""
    end, above = g.right[token] + 1, g.heads[token]
    if above <= token:
        return False
    if end < above and (g.words[end] == ";" or leads_up(g, g.right[token], above)):
        return True
    has_its_own = any(g.deps[c] in ("ccomp", "oprd", "xcomp") and c > above for c in g.children[above])
    return ":" in g.words[end - 1 : end + 1] and (has_its_own or not says(g.with_particle(above)))
