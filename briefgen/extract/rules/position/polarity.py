"""Polarity, modality and condition of a clause, kept apart from one another."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.timex.vocabulary import vocabulary
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.evidence import Span
from briefgen.model.position import Certainty

_NEGATING = frozenset(
    {"neg", "advmod", "preconj", "cc", "dobj", "attr", "acomp", "prep", "nsubj", "nsubjpass"}
)
"""Relations of the words under a verb that can deny it."""
_OPENS_PHRASE = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "NN"})


def is_not_every(g: Grammar, token: int) -> bool:
    """Whether something is said of some only by saying it is not of all: `Not every importer is hostile`."""
    opens = g.left[token]
    return any(
        g.words[at].lower() == "not" and g.words[at + 1].lower() in ("every", "all", "everybody", "everyone")
        for at in (opens - 1, opens)
        if 0 <= at < len(g) - 1
    )


def is_negated(g: Grammar, token: int) -> bool:
    """Whether the verb `token` stands under a negation of its clause (`no longer`, `see no hope`)."""
    negators = modality().negators.words
    above = g.heads[token]
    is_below = g.deps[token] == "xcomp" and g.lemmas[above] == "have"
    if is_below and any(g.words[c].lower() == "yet" for c in g.children[above]):
        return True  # `has yet to answer`
    if g.lemmas[token] == "dare" and g.words[token + 1 : token + 2] == ("not",):
        return True  # `dares not sign`
    for child in g.children[token]:
        dep = g.deps[child]
        if dep not in _NEGATING:
            continue
        lemma = g.words[child].lower()
        if dep == "neg" and lemma in negators:
            # `no matter how strict the rules are` denies nothing.
            return not is_not_only(g, child) and (lemma, g.lemmas[token]) != ("no", "matter")
        if dep in ("advmod", "preconj", "cc") and lemma in (
            "never",
            "neither",
            "nor",
            "hardly",
            "scarcely",
            "barely",
            "rarely",
            "seldom",
        ):
            return True
        if (
            dep == "advmod"
            and lemma in ("longer", "more")
            and any(g.words[x].lower() == "no" for x in g.children[child])
        ):
            return True
        if (
            dep in ("dobj", "attr", "acomp")
            and any(
                (g.deps[x] in ("det", "neg", "amod", "advmod") or g.words[x].lower() == "neither")
                and x < child  # `wants time, not a victory` wants time
                and g.words[x].lower() in ("no", "little", "few", "neither", "not")
                and not (g.words[x].lower() == "little" and g.words[x + 1 : x + 2] == ("more",))
                and not (x > 0 and g.words[x - 1].lower() == "a")  # `sees a little hope`
                for x in g.children[child]
            )
        ):
            return True
        if (
            dep == "dobj"
            and lemma == "anything"
            and any(g.words[x].lower() == "but" for x in g.children[child])
        ):
            return True  # `wants anything but a war`
        if dep == "prep" and _says_no_way(g, child):
            return True
        if dep == "acomp" and _is_no_more(g, child):
            return True
        if dep in ("nsubj", "nsubjpass") and (
            lemma in ("nobody", "none", "nothing", "neither")
            or (lemma == "few" and g.left[child] == child)
            or _are_not_all(g, child)
            or (lemma == "one" and child > 0 and g.words[child - 1].lower() == "no")
            or any(
                g.deps[x] in ("det", "preconj", "cc", "amod")
                and g.words[x].lower() in ("no", "neither", "few", "hardly")
                for x in g.children[child]
                if x < child
            )
        ):
            return True
    return False


def _are_not_all(g: Grammar, subject: int) -> bool:
    """Whether some of those spoken of are left out: `Not all farmers want it`, no `Not only farmers want it`."""
    first = g.left[subject]
    words = [w.lower() for w in g.words[max(0, first - 1) : subject + 1]]
    return any(at == "not" and of in ("all", "every", "everyone", "everybody") for at, of in pairwise(words))


def _is_no_more(g: Grammar, state: int) -> bool:
    """Whether somebody is so in no degree that counts: `is no more interested in war than Sweden`."""
    return any(
        g.words[x].lower() in ("more", "less") and any(g.words[y].lower() == "no" for y in g.children[x])
        for x in g.children[state]
    )


def _says_no_way(g: Grammar, token: int) -> bool:
    """Whether a phrase denies the whole clause (`by no means`, `under no circumstances`)."""
    return any(
        g.deps[x] == "pobj"
        and g.lemmas[x] in position_cues().no_way
        and any(g.deps[y] == "det" and g.words[y].lower() == "no" for y in g.children[x])
        for x in g.children[token]
    )


def is_not_only(g: Grammar, token: int) -> bool:
    """Whether a `not` denies nothing: `is not only harmful`."""
    return token + 1 < len(g) and g.words[token + 1].lower() in ("only", "just", "merely", "least")


def certainty_of(g: Grammar, tokens: tuple[int, ...], head: int) -> Certainty:
    """Returns how sure the clause's own words are of the claim as worded, its own `not` included."""
    words = modality()
    text = " ".join(g.words[at].lower() for at in tokens)
    if any(phrase in text for phrase in words.phrases_unknown.words):
        return Certainty.UNKNOWN
    near = _scope(g, head)
    found = {g.lemmas[at] for at in near} | {g.words[at].lower() for at in near}
    possible = found & (words.possible.words - {"can"})
    if "could" in possible and is_negated(g, head):
        # `could not sign`: what was out of reach is no mere possibility
        possible -= {"could"}
    if possible and not (possible <= {"possible", "potential"} and is_negated(g, head)):
        return Certainty.POSSIBLE
    if found & (words.probable.words - position_cues().supposing):
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _scope(g: Grammar, head: int) -> tuple[int, ...]:
    """Returns the head with its auxiliaries, adverbs and predicate adjectives, without its clauses."""
    out = [head]
    for child in g.children[head]:
        likely = g.deps[child] == "amod" and g.words[child].lower() in ("likely", "unlikely")
        if (
            likely
            or g.deps[child] in ("aux", "advmod", "acomp", "attr", "oprd")
            or (g.deps[child] == "prep" and g.lemmas[child] in ("in", "to"))
        ):
            out.append(child)
            out.extend(x for x in g.children[child] if g.deps[x] in ("advmod", "amod"))
    return tuple(out)


def was_before(g: Grammar, head: int) -> bool:
    """Whether a verb tells what was so before: `had opposed it in 2019`, `had previously warned`."""
    if "had" not in g.helpers(head) or g.tags[head] != "VBN":
        return False
    beside = [c for c in g.children[head] if g.deps[c] in ("prep", "advmod", "npadvmod")]
    nouns = {at: g.child(at, "pobj") for at in beside}
    return any(
        g.lemmas[at] in position_cues().formerly
        or g.words[at].lower() in ("earlier", "before")
        or (noun is not None and g.lemmas[at] == "in" and _is_date(g, noun))
        for at, noun in nouns.items()
    )


def _is_date(g: Grammar, noun: int) -> bool:
    return g.tags[noun] == "CD" or vocabulary().value("MONTH", g.words[noun]) is not None


def is_future(g: Grammar, head: int) -> bool:
    """Whether the clause speaks of what will or would be."""
    words = modality()
    lemmas = {g.words[c].lower() for c in g.children[head] if g.deps[c] in ("aux", "advmod", "acomp")}
    return bool(lemmas & words.future.words or lemmas & position_cues().looking_ahead)


def is_necessary(g: Grammar, head: int) -> bool:
    """Whether the clause says what must or should be."""
    words = modality().necessity.words
    auxiliaries = {
        g.words[c].lower() for c in g.children[head] if g.deps[c] == "aux" and not is_inverted_condition(g, c)
    }
    if auxiliaries & (words - {"shall", "cannot", "let", "need", "have to"}):
        return True
    if is_negated(g, head) or any(g.words[c].lower() == "yet" for c in g.children[head]):
        return False
    below = {g.deps[c] for c in g.children[head]}
    if g.words[head].lower() == "ought":
        return "xcomp" in below
    if g.lemmas[head] == "get":
        # `we have got to stand up`
        return "xcomp" in below and any(
            g.deps[c] == "aux" and (g.lemmas[c] == "have" or g.words[c] in ("'ve", "’ve"))
            for c in g.children[head]
        )
    if g.lemmas[head] == "need" and "dobj" in below:
        return any(g.deps[c] == "nsubj" and g.words[c].lower() == "we" for c in g.children[head])
    if g.lemmas[head] == "have" and "dobj" in below:
        return False  # `has had three years to call`
    takes_verb = "xcomp" in below or any(
        g.deps[c] == "advcl" and g.left[c] == head + 1 and g.lemmas[head + 1] == "to"
        for c in g.children[head]
    )
    return g.lemmas[head] in ("need", "have") and takes_verb


@cache
def _condition_start() -> re.Pattern[str]:
    phrases = sorted(modality().condition_phrases.words, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(re.escape(phrase) for phrase in phrases) + r")\b", re.I)


@cache
def _condition_letters() -> frozenset[str]:
    """Returns the first two letters of what opens a condition."""
    return frozenset(phrase[:2] for phrase in modality().condition_phrases.words)


def condition_of(g: Grammar, tokens: tuple[int, ...], head: int | None = None) -> tuple[Span, str] | None:
    """Returns the words of the clause's condition and its marker, if it has one.

    What hangs on a condition within a relative clause under `head` is another matter: `a rule that lets them pay if`.
    """
    for at in tokens:
        if is_inverted_condition(g, at):
            # the verb, or the noun that the parser takes it for (`should the price fall`)
            verb = next((t for t in tokens if t > at + 1 and g.tags[t] == "VB"), g.heads[at])
            return g.span(at, max(at, min(g.right[verb], tokens[-1]))), "if"
        if g.words[at][:2].lower() not in _condition_letters():
            continue
        rest = " ".join(g.words[x].lower() for x in range(at, min(at + 5, len(g))))
        match = _condition_start().match(rest)
        if match is None:
            continue
        marker = match.group()
        if marker == "if" and rest.startswith(tuple(modality().mere_ifs.words)):
            continue  # `If you ask me, he wants out`
        if head is not None and _is_of_another(g, at, head):
            continue
        if marker == "once" and g.deps[at] != "mark" and not _has_clause(g, at):
            continue
        if (
            marker in ("if",)
            and at > 0
            and g.words[at - 1].lower() in ("as", "even")
            and g.words[at - 1].lower() == "as"
        ):
            continue
        if marker in ("only when", "only after") and _is_over(g, at):
            continue
        if marker == "if" and _is_whether(g, at):
            continue
        if g.deps[at] == "acomp" and g.lemmas[g.heads[at]] == "be":
            continue  # `will not be subject to the levy`
        if marker in ("provided", "assuming") and g.deps[at] != "mark":
            continue
        last = _condition_end(g, at, marker)
        words = [x for x in tokens if at <= x <= last]
        while words and g.words[words[-1]] in ",.;—–":
            words.pop()
        if words:
            return g.span(at, words[-1]), marker
    return None


def _is_of_another(g: Grammar, at: int, head: int) -> bool:
    for above in g.ancestors(at):
        if above == head:
            return False
        tells_which = any(g.deps[c] == "nsubj" and g.tags[c] in ("WDT", "WP") for c in g.children[above])
        if g.deps[above] == "relcl" and tells_which and head < above < at and g.words[at - 1] != ",":
            return True
    return False


def _is_over(g: Grammar, at: int) -> bool:
    """Whether what an `only after` hangs on has happened: `had sided with him only after a long silence`."""
    verb = next((up for up in g.ancestors(at) if g.pos[up] in ("VERB", "AUX") and up < at), None)
    if verb is None:
        return False
    helpers = {g.lemmas[c] for c in g.children[verb] if g.deps[c] == "aux"}
    return (g.tags[verb] == "VBD" and not helpers) or (g.tags[verb] == "VBN" and "have" in helpers)


def is_inverted_condition(g: Grammar, at: int) -> bool:
    """Whether a `should` before its subject opens a condition: `will close should the price fall`."""
    if g.words[at].lower() != "should" or at + 1 >= len(g) or g.tags[at + 1] not in _OPENS_PHRASE:
        return False
    return "?" not in g.words[at : g.sentences[g.sentence[at]][1] + 1]


def _has_clause(g: Grammar, at: int) -> bool:
    head = g.heads[at]
    return g.deps[head] == "advcl" and at == g.left[head]


def _is_whether(g: Grammar, at: int) -> bool:
    """Whether this `if` opens a question (`asked if`, `not clear if`) rather than a condition."""
    before = g.words[at - 1].lower() if at else ""
    if before in position_cues().before_whether:
        return True
    return g.deps[g.heads[at]] == "ccomp" and g.deps[at] == "mark"


def _condition_end(g: Grammar, at: int, marker: str) -> int:
    """Returns the last token of the condition that a marker at `at` opens."""
    after = at + len(marker.split())
    for verb in range(after, min(len(g), after + 25)):
        if g.pos[verb] in VERBAL and g.heads[verb] != verb and at - 1 <= g.left[verb] <= after:
            return g.right[verb]
    head = g.heads[at]
    if g.deps[at] == "mark" and g.left[head] <= at:
        return g.right[head]
    return g.right[at]


def makes_conditional(marker: str) -> bool:
    """Whether a condition that opens so makes a stance one on terms: `only if`, not `if`."""
    return any(marker.startswith(word) for word in modality().conditional_stance.words)
