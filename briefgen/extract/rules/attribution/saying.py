"""Which cues are of saying or writing, and so introduce quotations, and which are of thinking."""

from __future__ import annotations

from functools import cache, lru_cache

from briefgen.lexicons.load import Lexicon, load


class Saying(Lexicon):
    """Cues of saying and writing by word class; lemmas, a verb's particle behind it."""

    verbs: frozenset[str]
    phrasal: frozenset[str]
    nouns: frozenset[str]
    other: frozenset[str]
    findings: frozenset[str]
    voicing: frozenset[str]
    denials: frozenset[str]
    dampers: frozenset[str]
    recoils: frozenset[str]
    viewpoints: frozenset[str]
    as_wished: frozenset[str]
    seeing_it: frozenset[str]
    versions: frozenset[str]
    striking: frozenset[str]
    misjudgements: frozenset[str]
    having_views: frozenset[str]
    with_object: frozenset[str]
    judging: frozenset[str]
    topical: frozenset[str]
    refusing: frozenset[str]
    asking: frozenset[str]
    showing: frozenset[str]
    only_showing: frozenset[str]
    shares: frozenset[str]
    tagging: frozenset[str]
    mulling: frozenset[str]
    telling: frozenset[str]
    """Verbs whose object is who was told."""
    addressing: frozenset[str]
    needing_addressee: frozenset[str]
    """Verbs that need an addressee."""
    speaking_of: frozenset[str]
    asking_no_name: frozenset[str]
    naming: frozenset[str]
    giving: frozenset[str]
    given: frozenset[str]
    stirring: frozenset[str]
    stirred: frozenset[str]
    announcing: frozenset[str]
    """Words that end a paragraph with a colon where the next one is what was said, without marks."""
    clauseless: frozenset[str]
    """Verbs behind which no clause tells what is said: `spoke so fast it was hard to follow`."""
    pictures: frozenset[str]
    """What shows somebody at something, and says nothing by itself: `In the video, she waves`."""
    vehicles: frozenset[str]
    catching: frozenset[str]
    outcries: frozenset[str]
    drawing: frozenset[str]
    speaking: frozenset[str]
    issuing: frozenset[str]
    answering: frozenset[str]
    untrue: frozenset[str]
    told_of: frozenset[str]
    lines: frozenset[str]
    summing_up: frozenset[str]
    polls: frozenset[str]
    talks: frozenset[str]
    accounts: frozenset[str]
    measures: frozenset[str]
    sure: frozenset[str]
    boding: frozenset[str]
    idle_sayings: frozenset[str]


@cache
def saying() -> Saying:
    """Returns the lexicon of saying."""
    return load("saying", Saying)


def says(lemma: str) -> bool:
    """Whether a verb is one of saying or writing."""
    known = saying()
    return lemma in known.verbs or lemma in known.phrasal


class Thinking(Lexicon):
    """Cues of belief, wish, plan and attitude by word class; lemmas."""

    verbs: frozenset[str]
    phrasal: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]


@cache
def thinking() -> Thinking:
    """Returns the lexicon of thinking."""
    return load("thinking", Thinking)


def thinks(lemma: str) -> bool:
    """Whether a verb is one of belief, wish, plan or attitude."""
    known = thinking()
    return lemma in known.verbs or lemma in known.phrasal


@lru_cache(maxsize=1 << 14)
def sort_of(lemma: str, kind: str) -> str:
    """Returns what sort of cue a lemma is with a complement: `say`, `think` or `other`."""
    if is_speech(lemma, kind) and lemma not in saying().other:
        return "say"
    known = thinking()
    if kind.startswith("noun"):
        return "think" if lemma in known.nouns else "other"
    if kind.startswith("adjective"):
        return "think" if lemma in known.adjectives else "other"
    return "think" if thinks(lemma) else "other"


def is_speech(lemma: str, kind: str) -> bool:
    """Whether a cue with its complement is speech, not belief, plan, wish or act.

    `warned of` is, `hoped for` is not; a noun counts by itself: `the claim that`.
    """
    known = saying()
    if kind.startswith("noun"):
        return lemma in known.nouns
    if kind.startswith("seem"):
        return False
    return says(lemma) or lemma in known.other or lemma in known.findings or kind.startswith("phrase")
