"""The words a claim is made of: a subject, what is said of it, nothing that the article does not say."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.grammar import FIRST_PERSONS, VERBAL, Grammar
from briefgen.extract.rules.position.clauses import (
    RELATIVE_WORDS,
    Clause,
    ClauseKind,
    comma_before,
    is_finite,
)
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.spans import runs, subtree
from briefgen.extract.rules.position.states import is_depictive
from briefgen.extract.rules.position.verbs import lemma_of
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.inflection import third_person
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.evidence import Span

_SHORT_GAP = 24
"""Characters: a gap up to this length is a frame (`, she argues,`) rather than a clause of its own."""
_LONGEST_FRONT = 3
"""Tokens that may stand before the subject and still belong to the claim (`In retaliation, …`)."""
_UNFINISHED = frozenset(
    {"not", "n’t", "n't", "that", "which", "who", "as", "than", "because", "if", "is", "are", "was", "were"}
)
_FRAMING = frozenset({"aux", "advmod", "punct", "cc", "neg"})
_CONDITIONS = frozenset(
    {"if", "unless", "provided", "for", "as", "once", "by", "without", "given", "despite", "until", "under"}
)
_WHOLES = frozenset({"of", "among", "amongst", "out"})
_SOME = frozenset({"most", "many", "few", "half", "some", "none", "several", "all", "nobody", "one"})
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
        return (g.span(*noun_phrase(g, named)), *spans)
    return spans


def link_of(g: Grammar, clause: Clause, subject: int | None) -> str | None:
    """Returns the finite form that a participle needs to be a sentence: `Norway` `hopes` for `hoping`."""
    named = subject if subject is not None else clause.subject
    if clause.kind is not ClauseKind.PARTICIPLE or named is None:
        return None
    is_plural = g.tags[named] in ("NNS", "NNPS") or any(g.deps[c] == "conj" for c in g.children[named])
    is_plural = is_plural or g.words[named].lower() in _MANY
    if is_depictive(g, clause.head) or any(g.deps[c] == "neg" for c in g.children[clause.head]):
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
    if g.lemmas[head] != "agree" and not goes_on:
        return False
    if subject is None or g.words[subject].lower() in FIRST_PERSONS or clause.passive:
        return False
    around = {c for c in g.children[head] if g.deps[c] in _FRAMING}
    return all(t == head or t in around or g.within(t, subject) for t in tokens)


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
        return () if g.lemmas[g.heads[last]] in noun_sets().documents | saying().vehicles else tokens
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

    So is what he points to: `the raids have failed, pointing to a botched one in May`.
    """
    for noun in reversed(tokens):
        start = g.left[noun]
        if g.lemmas[noun] in position_cues().pointing and g.tags[noun] == "VBG" and g.deps[noun] == "advcl":
            to = g.words[noun + 1 : noun + 2] == ("to",)
            if to and g.words[noun - 1] == "," and g.right[noun] >= tokens[-1] and noun - 1 > tokens[0]:
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
            return g.heads[token]
    return clause.head if g.deps[clause.antecedent] == "appos" else None


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
