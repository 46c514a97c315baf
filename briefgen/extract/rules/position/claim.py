"""The words a claim is made of: a subject, what is said of it, nothing that the article does not say."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import says, thinks
from briefgen.extract.rules.grammar import FIRST_PERSONS, Grammar
from briefgen.extract.rules.position.clauses import (
    RELATIVE_WORDS,
    Clause,
    ClauseKind,
    comma_before,
    is_finite,
)
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.spans import runs, subtree
from briefgen.extract.rules.position.states import is_absolute, is_depictive
from briefgen.extract.rules.position.verbs import lemma_of, verb_below
from briefgen.lexicons.inflection import third_person
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.evidence import Span

_SHORT_GAP = 24
"""Characters: a gap up to this length is a frame (`, she argues,`) rather than a clause of its own."""
_UNFINISHED = frozenset(
    {"not", "n’t", "n't", "that", "which", "who", "as", "than", "because", "if", "is", "are", "was", "were"}
)
_FRAMING = frozenset({"aux", "advmod", "punct", "cc", "neg"})
_MANY = frozenset(
    {"most", "many", "few", "some", "several", "all", "both", "others", "those", "these", "they"}
)


def claim_of(g: Grammar, clause: Clause, tokens: tuple[int, ...], subject: int | None) -> tuple[Span, ...]:
    """Returns the places of the words that a claim is made of, in the order of the sentence it becomes."""
    relative = clause.kind is ClauseKind.RELATIVE or clause.antecedent is not None
    if relative and _gap(g, clause, tokens) is not None:
        if _is_open(g, clause):
            return (g.span(*_main_words(g, clause)),)
        return _with_object(g, clause, tokens)
    words = tuple(t for t in tokens if not (relative and _is_relative_word(g, clause, t)))
    spans = runs(g, words)
    named = subject if subject is not None else clause.subject
    if clause.kind is ClauseKind.PARTICIPLE and clause.own_subject and named in words:
        first, last = noun_phrase(g, named)
        return (g.span(first, last), *runs(g, tuple(t for t in words if t > last)))
    if named is not None and named not in words and (relative or not clause.own_subject):
        first, last = noun_phrase(g, named)
        if relative and first < g.left[clause.head] <= last:
            last = g.left[clause.head] - 1  # `her aide Ola Hansen (who called him a fool)`
            while last > named and g.words[last] in ",(—–-":
                last -= 1
        return (g.span(first, last), *spans)
    return spans


def link_of(g: Grammar, clause: Clause, subject: int | None) -> str | None:
    """Returns the finite form that a participle needs to be a sentence: `Norway` `hopes` for `hoping`."""
    named = subject if subject is not None else clause.subject
    if clause.kind is not ClauseKind.PARTICIPLE or named is None:
        return None
    is_plural = g.tags[named] in ("NNS", "NNPS") or any(g.deps[c] == "conj" for c in g.children[named])
    is_plural = is_plural or g.words[named].lower() in _MANY
    is_state = is_depictive(g, clause.head) or is_absolute(g, clause.head)
    if is_state or any(g.deps[c] == "neg" for c in g.children[clause.head]):
        return "are" if is_plural else "is"  # `Norway is not spelling out its terms`
    if g.tags[clause.head] != "VBG":
        return None
    lemma = lemma_of(g, clause.head)
    return lemma if is_plural else third_person(lemma)


def evidence_of(g: Grammar, clause: Clause, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Returns the places of a position's words: several where another position stands between them."""
    out: list[Span] = []
    words = tokens
    if (
        clause.kind is ClauseKind.RELATIVE
        and _gap(g, clause, tokens) is not None
        and clause.antecedent is not None
    ):
        first, last = noun_phrase(g, clause.antecedent)
        words = tuple(sorted({*range(first, last + 1), *tokens}))
    for start, end in runs(g, words):
        if out and start - out[-1][1] <= _SHORT_GAP:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)


def is_cut_off(g: Grammar, clause: Clause, tokens: tuple[int, ...]) -> bool:
    """Whether the words have no subject, or end where no sentence can (`have made clear`)."""
    head = clause.head
    if clause.subject is None and is_finite(g, head) and head in tokens and g.tags[head] != "VB":
        expletive = any(
            g.deps[c] in ("expl", "csubj") for t in (head, *g.children[head]) for c in g.children[t]
        )
        if not expletive and g.pos[head] in ("VERB", "AUX"):
            return True
    last = tokens[-1]
    # `how strict the rules are`, `stay where they are` end well: what the verb needs stands before it.
    has_fronted = any(
        (g.deps[c] in ("acomp", "attr", "expl") or g.tags[c] in ("WP", "WRB")) and c < last
        for c in g.children[last]
    )
    is_own = clause.subject is not None and g.words[clause.subject].lower() in FIRST_PERSONS
    is_own = is_own or g.lemmas[head] in position_cues().taking_that
    # `I never believed that`, `It never agreed to that`
    is_object = g.tags[last] == "DT" and g.deps[last] in (("dobj", "pobj") if is_own else ("pobj",))
    is_idiom = " ".join(g.words[last - 2 : last + 1]).lower() == "it at that"  # `and leave it at that`
    is_open = g.words[last].lower() in _UNFINISHED and last != head
    # `said that its editors had “read all of it. We stand by it.”`
    is_open |= (
        last == head and g.lemmas[last] in ("be", "have") and last + 1 < len(g) and g.is_stand_in(last + 1)
    )
    is_open |= g.words[last + 1 : last + 2] == ("than",)  # `believes anything other | than that it is late`
    if is_open and not (has_fronted or is_object or is_idiom):
        return True
    if last == head and clause.kind is ClauseKind.CONTENT and is_negated(g, head):
        content = [c for c in g.children[head] if g.deps[c] == "ccomp" and c > head]
        if content and says(g.lemmas[head]) and not any(c in tokens for c in content):
            return True  # `that the governor never said | he had asked`
    if g.deps[last] == "xcomp" and says(g.lemmas[last]) and last != head:
        content = [c for c in g.children[last] if g.deps[c] == "ccomp" and c > last]
        if content and not any(c in tokens for c in content):
            return True  # `is likely to stress | that it will wait`
    # `if both asked it to`
    is_elliptic = g.lemmas[last] == "to" and g.lemmas[g.heads[last]] in position_cues().elliptic
    # `a ban that they cannot keep up with`, not `Cole, who is pushing for`
    is_gap = any(g.deps[at] == "relcl" and not _is_led(g, at) for at in g.ancestors(last))
    stranded = g.deps[last] == "prep" and not g.children[last] and not is_elliptic and not is_gap
    return stranded and g.lemmas[last] in ("of", "as", "with", "to", "for", "from", "than", "into")


def _is_led(g: Grammar, verb: int) -> bool:
    """Whether a relative pronoun is the subject of its clause, so that nothing else is left out."""
    return any(g.deps[c] in ("nsubj", "nsubjpass") and g.tags[c] in ("WP", "WDT") for c in g.children[verb])


def is_bare_frame(g: Grammar, clause: Clause, tokens: tuple[int, ...]) -> bool:
    """Whether the words only tell that somebody agrees or goes on, not on what: `Cole agreed`, `…, adding | that`."""
    head, subject = clause.head, clause.subject
    if head not in tokens or any(t > head and g.words[t][0].isalnum() for t in tokens):
        return False
    goes_on = clause.kind is ClauseKind.PARTICIPLE and (says(g.lemmas[head]) or thinks(g.lemmas[head]))
    # `Cole said | the pier was shut`: what he said stands elsewhere
    leads = says(g.lemmas[head]) and any(g.deps[c] == "ccomp" for c in g.children[head])
    if g.lemmas[head] != "agree" and not (goes_on or leads):
        return False
    if subject is None or g.words[subject].lower() in FIRST_PERSONS or clause.passive:
        return False
    around = {c for c in g.children[head] if g.deps[c] in _FRAMING}
    return all(t == head or t in around or g.within(t, subject) for t in tokens)


def noun_phrase(g: Grammar, token: int) -> tuple[int, int]:
    """Returns the first and last token of a noun phrase without its clauses and appositions."""
    inside = set(subtree(g, token))
    for at in sorted(inside):
        if at == token:
            continue
        is_behind = g.deps[at] == "amod" and at > g.heads[at] and g.pos[g.heads[at]] != "PRON"
        if g.deps[at] in ("relcl", "acl", "appos", "advcl") or is_behind or is_depictive(g, at):
            inside -= subtree(g, at)
    while inside and g.words[max(inside)] in ",;:—–-":
        inside.discard(max(inside))
    return (min(inside), max(inside)) if inside else (token, token)


def _is_relative_word(g: Grammar, clause: Clause, token: int) -> bool:
    """Whether a token is the clause's relative pronoun, or the preposition it takes along (`in which`)."""
    if token > clause.head:
        return False
    if g.lemmas[token] in RELATIVE_WORDS and g.tags[token] in ("WDT", "WP", "IN"):
        return True
    following = token + 1
    leads = g.deps[token] == "prep" or g.tags[token] in ("IN", "TO")
    return leads and following < len(g) and g.tags[following] in ("WDT", "WP")


def _gap(g: Grammar, clause: Clause, tokens: tuple[int, ...]) -> int | None:
    """Returns the verb behind which the relative pronoun would stand (`the plan that Norway intends to pursue`)."""
    if clause.antecedent is None or not clause.own_subject:
        return None
    for token in tokens:
        above = g.heads[token]
        is_that = g.tags[token] == "WDT" or (g.words[token].lower() == "that" and g.tags[token] == "IN")
        is_subject = is_that and g.deps[token] in ("nsubj", "nsubjpass")
        if is_subject and clause.head == g.heads[above] < above:
            return clause.head  # `the bank, which he fears will fail`
        if token < clause.head and g.lemmas[token] in RELATIVE_WORDS and g.deps[token] in ("dobj", "dative"):
            return _place(g, g.heads[token])
    return clause.head if g.deps[clause.antecedent] == "appos" else None


def _place(g: Grammar, verb: int) -> int:
    """Returns the word behind which a verb wants its object: the last of `asked the ministry to work on`."""
    below = verb_below(g, verb) if any(g.deps[c] == "dobj" and c > verb for c in g.children[verb]) else None
    if below is None:
        return verb
    loose = (c for c in g.children[below] if c > below and g.deps[c] in ("prep", "prt") and not g.children[c])
    return next(loose, below)


def _is_open(g: Grammar, clause: Clause) -> bool:
    """Whether `, which` may as well mean the whole clause before it: then only the whole sentence is true.

    `Chances to gain influence on the situation grew, which his allies do not welcome.`
    """
    noun = clause.antecedent
    is_subject = g.deps[g.left[clause.head]] == "nsubj"
    if noun is None or is_subject or not comma_before(g, clause.head) or g.deps[noun] != "pobj":
        return False
    return g.lemmas[g.heads[noun]] not in ("include", "as")


def _main_words(g: Grammar, clause: Clause) -> tuple[int, int]:
    """Returns the first and last token of the clause that a relative clause stands in."""
    top = clause.governor if clause.governor is not None else clause.head
    first, last = g.left[top], g.right[top]
    while first < last and g.words[first].lower() in ("that", "and", "but", ",", "“"):
        first += 1
    while last > first and g.words[last] in '.,”"':
        last -= 1
    return first, last


def _with_object(g: Grammar, clause: Clause, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Returns subject and verb, then the antecedent as the object it stands for, then the rest."""
    verb = _gap(g, clause, tokens)
    assert verb is not None and clause.antecedent is not None  # noqa: S101  the caller has asked
    words = [t for t in tokens if not _is_relative_word(g, clause, t)]
    before = tuple(t for t in words if t <= verb)
    after = tuple(t for t in words if t > verb)
    first, last = noun_phrase(g, clause.antecedent)
    return (*runs(g, before), g.span(first, last), *runs(g, after))
