"""Whether an attribution is something said: not an act, a silence, a topic, or what things show."""

from __future__ import annotations

from briefgen.extract.rules.attribution.candidate import Candidate
from briefgen.extract.rules.attribution.saying import is_speech, saying
from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.lexicons.actor_words import noun_sets

_CIRCUMSTANCES = frozenset(
    {"before", "after", "during", "since", "until", "within", "throughout", "amid", "at", "in", "with", "by"}
)
_TOPICS = frozenset({"about", "of", "on", "to", "over", "upon", "regarding", "concerning"})
_POINTING = frozenset(
    {"that", "this", "it", "so", "same", "thing", "much", "those", "these", "which", "what"}
)
_NONE = frozenset({"no", "none", "nobody", "nothing", "neither"})
_OBJECTS = ("object", "by subject", "passive subject", "relative")
_TELLING = (" as", " to", " being", " doing", " oprd", " ccomp", " acl")
"""Ends of kinds in which more than a bare noun stands: `described X as a crime`, `called X a crime`."""
_GROUNDS = frozenset({"for", "over"})


def is_said(grammar: Grammar, candidate: Candidate, verb: int) -> bool:
    """Whether readers would take a candidate for words that somebody said or wrote.

    `verb` is the verb or noun of its cue. A belief, wish or plan is not said; nor is `rejected the memo`,
    `has not commented on the memo`, `declined to answer`, `the reaction shows that`, `asked whether` of
    those who are asked.
    """
    lemma, kind = candidate.lemma, candidate.kind
    if not is_speech(lemma, kind) or _is_purpose(grammar, verb) or asks_for_no_name(grammar, verb):
        return False
    if kind.startswith("phrase") or lemma in saying().other:
        return True
    if _is_silent(grammar, verb, lemma) or _is_declined(grammar, verb, lemma, kind):
        return False
    if lemma in saying().asking and candidate.source is None and kind.split()[-1] in ("whether", "subject"):
        return False
    if _is_only_topic(grammar, candidate, verb):
        return False
    if _is_bare_object(grammar, candidate):
        return lemma in saying().with_object and not _points(grammar, candidate)
    return not _is_shown_by_thing(grammar, candidate)


def _is_purpose(grammar: Grammar, verb: int) -> bool:
    """Whether a cue only tells what something was done for: `met her to discuss the levy` quotes nobody."""
    return grammar.deps[verb] == "advcl" and any(
        grammar.tags[at] == "TO" for at in grammar.children[verb] if at < verb
    )


def asks_for_no_name(grammar: Grammar, verb: int) -> bool:
    """Whether somebody only asks to stay unnamed: `who asked not to be identified`."""
    if grammar.lemmas[verb] not in saying().asking_no_name:
        return False
    return any(
        grammar.lemmas[at] in saying().naming
        and grammar.deps[at] in ("xcomp", "advcl", "ccomp")
        and any(grammar.deps[c] == "auxpass" for c in grammar.children[at])
        for at in grammar.children[verb]
    )


def _is_silent(grammar: Grammar, verb: int, lemma: str) -> bool:
    """Whether it is said not to be said: `has not said`, `made no mention of`, `without saying`.

    Not to deny is to say: `does not dispute that`.
    """
    if lemma in saying().denials or lemma == "rule out":
        is_first = any(grammar.lemmas[at] == "neither" for at in grammar.children[verb])
        return is_first or grammar.is_behind_nor(verb)
    if _is_negated(grammar, verb) or grammar.is_behind_nor(verb):
        return True
    said = grammar.child(verb, "dobj")
    if said is not None and grammar.lemmas[said] == "nothing" and grammar.lemmas[verb] == "say":
        return True  # `said nothing on Tuesday about a raid that …`
    head = grammar.heads[verb]
    if grammar.deps[verb] in ("pcomp", "pobj") and grammar.lemmas[head] == "without":
        return True
    if grammar.deps[verb] in ("xcomp", "dobj", "attr") and grammar.pos[head] in VERBAL:
        # `did not want to say`, `made no mention`, `never made mention`
        return _is_negated(grammar, head)
    return False


def _is_negated(grammar: Grammar, at: int) -> bool:
    for kid in grammar.children[at]:
        if grammar.deps[kid] in ("neg", "preconj", "det", "nsubj", "nsubjpass", "cc") and (
            grammar.deps[kid] == "neg" or grammar.lemmas[kid] in _NONE
        ):
            return True
        if grammar.deps[kid] in ("nsubj", "nsubjpass") and any(
            grammar.lemmas[det] == "no"
            for det in grammar.children[kid]
            if grammar.deps[det] in ("det", "neg")
        ):
            return True
    return False


def _is_declined(grammar: Grammar, verb: int, lemma: str, kind: str) -> bool:
    """Whether somebody would not say: `declined to set a date`, `stopped short of calling for`."""
    refusing = saying().refusing
    if lemma in refusing:
        return kind in ("to", "doing")
    at = verb
    for _ in range(4):
        joined = grammar.deps[at] == "conj" and grammar.tags[at] == "VB"
        if grammar.deps[at] not in ("xcomp", "pcomp", "prep", "advmod", "acomp") and not joined:
            return False
        at = grammar.heads[at]
        if grammar.lemmas[at] in refusing:
            return True
    return False


def _is_only_topic(grammar: Grammar, candidate: Candidate, verb: int) -> bool:
    """Whether a complement tells what it was about, when or where: `commented on X`, `said before X`."""
    known, lemma = saying(), candidate.lemma
    form, _, preposition = candidate.kind.rpartition(" ")
    if form == "somebody":
        # `asked the ministry about X`
        return preposition in _CIRCUMSTANCES or (
            preposition in _TOPICS - {"to", "of"} and lemma in known.topical | known.asking
        )
    if form not in ("", "noun") or candidate.cue[1] == verb:
        return False
    if grammar.lemmas[candidate.cue[1]] != preposition:
        return False
    return preposition in _CIRCUMSTANCES or (preposition in _TOPICS and lemma in known.topical)


def _is_bare_object(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a noun is all that stands there: `rejected the memo`, not `rejected the memo as “a joke”`."""
    kind = candidate.kind
    if not kind.startswith(_OBJECTS) or kind.endswith(_TELLING):
        return False
    tokens = [at for first, last in candidate.content for at in range(first, last + 1)]
    if any(at in grammar.passage.quoted for at in tokens):
        return False
    if candidate.lemma in saying().judging and any(grammar.lemmas[at] in _GROUNDS for at in tokens):
        # `condemned the bank for its fees`
        return False
    top = next((at for at in tokens if grammar.heads[at] not in tokens), tokens[0])
    return grammar.tags[top] != "VBG"


def _points(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether the content is only a word for words that stand elsewhere: `suggest exactly that`."""
    words = []
    for at in range(candidate.content[0][0], candidate.content[0][1] + 1):
        if grammar.pos[at] == "ADP":
            break
        if grammar.pos[at] not in ("PUNCT", "SPACE", "DET", "ADV"):
            words.append(at)
    return all(grammar.lemmas[at] in _POINTING for at in words)


def _is_shown_by_thing(grammar: Grammar, candidate: Candidate) -> bool:
    """Whether a thing lets the author conclude it: `the reaction shows that`, not `the survey shows that`."""
    source = candidate.source
    if candidate.lemma not in saying().showing or source is None:
        return False
    if grammar.tags[source] in ("WDT", "WP", "DT") or grammar.lemmas[source] == "it":
        return True
    if grammar.pos[source] != "NOUN":
        return False
    nouns, lemma = noun_sets(), grammar.lemmas[source]
    known = nouns.person | nouns.group | nouns.organisation
    return lemma not in known and lemma not in noun_sets().documents
