"""Sources: the frames of an article, from its attributions and from clauses that say something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.attribution.voices import is_document
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.frames import Frame, Frames, overlap
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.spans import own_tokens, runs
from briefgen.extract.rules.position.verbs import is_by_report
from briefgen.lexicons.modality import has_word_of, modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind, predicate_index
from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Evidence, Span
from briefgen.model.extraction import Attribution, Gender, Mention, MentionForm
from briefgen.model.quote import QuoteForm


def frames_of(text: str, attributions: Sequence[Attribution], mentions: MentionTable) -> list[Frame]:
    """Returns a frame for each attribution in an article's text that is one of speech and has a source."""
    out = []
    table = mentions.freeze()
    for index, attribution in enumerate(attributions):
        if not attribution.speech and not _is_saying(attribution.cue_lemma):
            continue
        if _is_topic(attribution):
            continue
        if attribution.source is None or _leaves_unsaid(text, attribution):
            continue
        is_read = (
            attribution.cue is not None
            and bool(_SHOWN.search(attribution.cue.text))
            and table[attribution.source].head.text.lower().rstrip("s") in position_cues().private_documents
        )
        speaking = attribution.source if is_read else _who_speaks(text, attribution.source, table)
        if speaking is None:
            continue
        source = (speaking,)
        mention = table[speaking]
        out.append(
            Frame(
                content=tuple(e.span for e in attribution.content),
                source=source,
                cue_lemma=attribution.cue_lemma,
                cue=attribution.cue.span if attribution.cue else None,
                attribution=index,
                relay=attribution.relay,
                time=attribution.time,
                is_medium=_is_medium(mention),
                is_commentator=is_commentator(mention),
                is_read_out=attribution.cue is not None
                and (_reads_out(attribution.cue.text) or _comes_to_think(attribution.cue_lemma, mention)),
                is_denial=attribution.cue is not None and _denies(attribution.cue.text),
                is_by_report=attribution.cue is not None and _is_by_report(text, attribution.cue),
                is_quoted=attribution.form is QuoteForm.DIRECT,
                is_inquiry=is_asked(text, attribution.content[0].start),
            )
        )
    return out


def _is_topic(attribution: Attribution) -> bool:
    """Whether a content is only what somebody answers or speaks of: `responded to Ola’s claim that …`."""
    if attribution.cue is None or attribution.cue_lemma is None:
        return False
    last = attribution.cue.text.split()[-1].lower()
    is_answer = last == "to" and attribution.cue_lemma.split()[0] in saying().answering
    return is_answer or (not attribution.speech and last in _TOPICS)


def _leaves_unsaid(text: str, attribution: Attribution) -> bool:
    """Whether somebody `said nothing about` what follows, which then is not on his word."""
    cue = attribution.cue
    return cue is not None and bool(_NOTHING.match(text, cue.end))


_SHOWN = re.compile(r"\b(?:show|suggest|indicat|reveal|hint|impl)\w*\b", re.I)
"""Verbs of what is read out of a document, so that it is no word of whose it is: `minutes from the bank suggest`."""
_TOPICS = frozenset({"to", "about", "of", "on", "at"})
_NOTHING = re.compile(
    r"\s+nothing(?: (?:more|else|yet|new))?(?: (?:about|of|on|in|to|at|since|so far|publicly)\b|[,.;])", re.I
)
_READ_OUT = re.compile(
    r"\b(?:(?:is|are) \w+ing|mak\w+ clear|signal\w*|indicat\w+|show\w*|suggest\w*|impl\w+)\b", re.I
)


_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|doubt|disput|dismiss|reject|refut|rebut|"
    r"question(?:ed|s|ing)\b|scepti|skepti|rul\w+ out|play\w* down|downplay|minimi[sz]|discount)",
    re.I,
)


_WHETHER = re.compile(r"\b(?:whether|if) [“\"‘']$")
_WHETHER_SPAN = len("whether “")
_RAISED_SPAN = 20
"""Characters before a cue in which the verb stands that leads to it."""


def is_asked(text: str, start: int) -> bool:
    """Whether the words that begin at `start` are what somebody asks about: `whether “it can pay”`."""
    return bool(_WHETHER.search(text, max(0, start - _WHETHER_SPAN), start))


def _denies(cue: str) -> bool:
    return bool(_DENIAL.search(cue))


def _is_by_report(text: str, cue: Evidence) -> bool:
    """Whether a cue is told on the word of somebody whom nobody names: `reportedly told`, `is alleged to have said`."""
    words = cue.text.lower().split()
    if not modality().by_report.words.isdisjoint(words):
        return True
    before = text[max(0, cue.start - _RAISED_SPAN) : cue.start].split()
    return words[:2] == ["to", "have"] and before[-1:] != [] and before[-1] in modality().said_to.words


def _comes_to_think(lemma: str | None, mention: Mention) -> bool:
    """Whether what another tells of so is a belief, no words: `aides say he has concluded that it is lost`.

    What a body decides is its word; what a person has decided to be so, and tells nobody, is his view.
    """
    is_own = mention.form is MentionForm.PRONOUN and mention.gender in (Gender.MALE, Gender.FEMALE)
    return lemma in position_cues().coming_to_think or (lemma == "decide" and is_own)


def _reads_out(cue: str) -> bool:
    return bool(_READ_OUT.search(cue))


def _who_speaks(text: str, source: int, table: Sequence[Mention]) -> int | None:
    """Returns the mention that speaks, for a document whose it is (`her memoir`, `a report by the bank`).

    Returns None for what does not speak (`the move shows`).
    """
    mention = table[source]
    if not is_document(mention):
        return None if mention.kind is None and mention.form is MentionForm.NOMINAL else source
    start, head = mention.span[0], mention.head.start
    near = [
        (other.span[0] - other.span[1], index)
        for index, other in enumerate(table)
        if index != source
        and (
            (start <= other.span[0] < head and _is_owner(other) and _owns(text, other, head))
            or (other.kind is not None and _issues(text, mention, other))
            or _published(text, mention, other)
        )
    ]
    return min(near)[1] if near else source


def _issues(text: str, document: Mention, other: Mention) -> bool:
    """Whether somebody speaks by a document: `a report published by the bank`, no `emails released by a court`."""
    match = _ISSUES.fullmatch(text, document.head.end, max(document.head.end, other.span[0]))
    is_private = document.head.text.lower().rstrip("s") in position_cues().private_documents
    if (
        match is not None
        and match[0].split()[0] == "of"
        and document.head.text.lower() in position_cues().polls
    ):
        return False  # `a survey of parents` is by somebody else
    return match is not None and not (is_private and match[0].split()[0] in ("released", "published"))


def _published(text: str, document: Mention, other: Mention) -> bool:
    """Whether a clause right behind a document says whose it is: `a note she published on Tuesday`."""
    start, end = document.head.end, other.span[0]
    if start >= end or not text[start:end].isspace():
        return False
    verb = _VERB_BEHIND.match(text, other.span[1])
    return verb is not None and verb[1].lower() in position_cues().published_by


def _is_owner(mention: Mention) -> bool:
    """Whether a document that is somebody's speaks for him: `Kari’s memoir`, not `a party’s`."""
    return mention.form is not MentionForm.NOMINAL or mention.kind is ActorKind.PERSON


def _owns(text: str, owner: Mention, document: int) -> bool:
    """Whether a name before a document makes it his: `Kari’s letter`, not `a U.S. study`."""
    match = _OWNS.match(text, owner.span[1], document)
    return match is not None and (owner.kind is not ActorKind.STATE or not match[0].isspace())


_VERB_BEHIND = re.compile(r"\s+(?:(?:has|had|have|himself|herself|recently|first)\s+)?([\w-]+)")
_OWNS = re.compile(r"['’]s\b|s['’]\s|\s")
_ISSUES = re.compile(r"\s+(?:from|by|of|(?:issued|published|released|written) by)\s+")


def _is_saying(lemma: str | None) -> bool:
    """Whether the cue is one of saying even where the attribution counts it as thought (`insist`)."""
    if lemma is None:
        return True
    entries = predicate_index().get(lemma.split()[0], ())
    return any(not rest and group.kind is PredicateKind.SAY for rest, group in entries)


def _is_medium(mention: Mention) -> bool:
    """Whether a source passes on what others say; a memo or lawsuit says it by itself."""
    return mention.kind is ActorKind.MEDIA and not is_document(mention)


def is_commentator(mention: Mention) -> bool:
    """Whether a mention's own words or its role make it somebody who speaks of others by trade."""
    text = mention.text + (" " + mention.role.text if mention.role else "")
    return has_word_of(text, modality().commentators.words)


def is_insider(mention: Mention) -> bool:
    """Whether a mention's own words make it somebody who tells of those he works for or deals with."""
    return has_word_of(mention.text, modality().insiders.words)


def frame_of_clause(
    g: Grammar,
    clause: Clause,
    predicate: Predicate,
    content: Sequence[Clause],
    source: int,
    mentions: MentionTable,
    known: Frames,
    others: frozenset[int],
) -> Frame | None:
    """Returns the frame that a saying clause puts round its content, unless an attribution does."""
    spans: list[Span] = []
    for part in content:
        inside = own_tokens(g, part, others - {part.head})
        spans.extend(runs(g, inside))
    if not spans:
        return None
    size = sum(b - a for a, b in spans)
    at = g.passage.starts[clause.head]
    for frame in known.overlapping(spans):
        same_cue = frame.cue is not None and frame.cue[0] <= at < frame.cue[1]
        if (same_cue or frame.source == (source,)) and overlap(frame.content, spans) >= 0.5 * size:
            return None
    mention = mentions[source]
    return Frame(
        content=tuple(spans),
        source=(source,),
        cue_lemma=predicate.key,
        cue=g.passage.span(clause.head, clause.head),
        is_medium=_is_medium(mention),
        is_commentator=is_commentator(mention),
        is_denial=_denies(predicate.key),
        is_by_report=predicate.rumoured or is_by_report(g, clause.head),
        is_thought=predicate.kind is PredicateKind.ATTITUDE,
        is_read_out=predicate.key in position_cues().showing_that
        or _comes_to_think(predicate.key, mention)
        or (g.tags[clause.head] == "VBG" and clause.kind is not ClauseKind.PARTICIPLE),
    )


_CONNECTIVES = re.compile(
    r"\s*(?:on the other hand|at the same time|alternatively|instead|conversely|equally|moreover|furthermore|"
    r"additionally|besides|yet|still|also|or|in addition|in that case|otherwise|nor)\b",
    re.I,
)
_SET_OFF = re.compile(
    r"^[^,.;:“\"]{2,60}(?:"
    r", (?:on the other hand|by contrast|in contrast|in turn|instead|meanwhile|for (?:its|their|his|her) part),"
    r"|\s(?:may|might|could), (?:however|though|in turn|instead),)",
    re.I,
)
"""A connective behind the subject, not the author's `however`: `Norway, on the other hand, may wait`."""
_HEDGES = re.compile(r"\b(?:may|might|could|would|likely|perhaps|probably|possibly)\b", re.I)


def continues_speech(sentence: str) -> bool:
    """Whether a sentence reads on in the words of whoever spoke last: a connective and a hedge."""
    connects = _CONNECTIVES.match(sentence) or _SET_OFF.match(sentence)
    return bool(connects and _HEDGES.search(sentence))


def carried_on(frame: Frame, span: tuple[int, int]) -> Frame:
    """Returns the frame of the sentence before, laid over this one."""
    return replace(
        frame, content=(span,), attribution=None, cue=None, continued=True, is_quoted=False, time=None
    )
