"""Position candidates become positions: actors, target, topic, claim, salience."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefgen.lexicons.modality import modality
from briefgen.lexicons.nominals import nominal_codes
from briefgen.lexicons.predicates import plover_codes
from briefgen.model.actor import ActorKind
from briefgen.model.article import Article, ZoneKind
from briefgen.model.evidence import Evidence, Span
from briefgen.model.extraction import Extraction, MentionIndex, PositionCandidate
from briefgen.model.ids import content_id, distinct
from briefgen.model.position import Act, Basis, Position, Salience, Stance
from briefgen.model.quote import Quote
from briefgen.model.span_index import SpanIndex
from briefgen.model.timex import BriefDate
from briefgen.resolve.actors import Cast
from briefgen.resolve.carried import carried_on
from briefgen.resolve.claims import Claims
from briefgen.resolve.restatements import merge_restatements
from briefgen.resolve.salience import limit_core
from briefgen.resolve.topics import Topics
from briefgen.resolve.word import Word, actors_of, is_insider, is_voice, speaks_by_trade

_NEGATION = re.compile(r"\b(?:not|never|no longer|no|neither|nor|cannot|refus\w+)\b|n['’]t\b", re.I)
_WOULD_DO = re.compile(
    r"^(?:\s(?:of|for)\s[^,.;]{3,50}?)?\W*(?:will|would|could|might|ll)\s+(?:not\s+)?(?!(?:be|have|face|find|get|become|remain|"
    r"need|fall|rise|lose|win|fail|suffer)\b)\w+",
    re.I,
)
_CHOOSES = re.compile(
    r"^\W*(?:will|would|could|might|ll)\s+(?:not\s+)?(?:only\s+)?(?:accept|agree|allow|appeal|approve|back|buy|call|cancel|"
    r"close|come|consider|cooperate|cut|drop|end|free|give|go|grant|hand|help|join|leave|lift|listen|look|meet|negotiate|"
    r"open|pay|pull|quit|ratify|recommend|release|reopen|resign|restart|resume|return|sell|send|settle|sign|sit|step|stop|"
    r"strike|sue|support|suspend|take|talk|vote|walk|withdraw)\b",
    re.I,
)
"""What somebody does by choice, so that whoever tells on what condition tells of his will."""
_WILL_DO = re.compile(
    r"^\W*(?:will|would|ll|won['’]t|wouldn['’]t)\s+(?:not\s+|never\s+)?(?:again\s+)?[“\"]?"
    r"(?!(?:be|have|face|find|get|become|remain|need|fall|rise|lose|win|fail)\b)\w+",
    re.I,
)
_WILL_VERB = re.compile(r"^\W*(?:will|would|ll|won['’]t)\s+(?:(?:not|never|also|now|soon)\s+)?(\w+)", re.I)
_NEAR_START = 12
"""Characters before the subject of a claim: `the president`, `and`."""
_NO_SUBJECT = re.compile(
    r"^(?:would|will|was|were|is|are|has|have|had|can|could|does|did|whether|where|whose|which|whom|who|what|whatever|whoever)\b",
    re.I,
)
"""How a claim begins that lost its subject, or a question taken for a statement."""
_TURNS_ON = re.compile(r"^What .+ (?:is|was) (?:not )?\w")
"""`What Norway wants is a pardon`: a whole sentence."""
_NO_END = re.compile(
    r"(?:,|\b(?:and|but|or|titled|because|whether|of|than)|\b(?:who|which)\s+(?:\w+|\w+\s+(?:say|think|believe|claim)))\W*$",
    re.I,
)
_FEWEST_CORE_WORDS = 4
_CORE_STRENGTH = 0.6
_REPORTED = frozenset({Basis.STATED, Basis.RELAYED, Basis.IMPUTED})


def resolve_positions(
    article: Article,
    extraction: Extraction,
    cast: Cast,
    quotes: tuple[Quote, ...],
    dates: tuple[BriefDate, ...],
    topics: Topics,
) -> tuple[Position, ...]:
    """Returns the positions of an article, one an assertion, by place of their first evidence."""
    resolver = _Resolver(
        article,
        cast,
        quotes,
        dates,
        topics,
        Claims(article, extraction, cast),
        Word(extraction, cast),
        extraction,
        SpanIndex((sentence, sentence) for sentence in extraction.sentences),
    )
    found = [resolver.position(candidate) for candidate in extraction.positions]
    headings = [
        zone.span
        for zone in article.zones
        if zone.kind in (ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.PULL_QUOTE)
    ]
    told = carried_on(article, extraction, found)
    merged = merge_restatements([p for p in told if p is not None], headings)
    merged = limit_core(merged, article.head.words)
    ids = distinct(p.id for p in merged)
    return tuple(p.model_copy(update={"id": own}) for p, own in zip(merged, ids, strict=True))


def _is_whole(claim: str) -> bool:
    """Whether a claim reads as a sentence: the last filter, for a brief rather says less than nonsense."""
    if claim.endswith("?"):
        return True
    words = claim.strip("“”.!").split()
    has_subject = not _NO_SUBJECT.match(claim) or bool(_TURNS_ON.match(claim))
    return len(words) > 2 and has_subject and not _NO_END.search(claim.rstrip(".!”"))


@dataclass(frozen=True, slots=True)
class _Resolver:
    """What resolving one article's candidates needs."""

    article: Article
    cast: Cast
    quotes: tuple[Quote, ...]
    dates: tuple[BriefDate, ...]
    topics: Topics
    claims: Claims
    word: Word
    extraction: Extraction
    sentences: SpanIndex[Span]

    def position(self, candidate: PositionCandidate) -> Position | None:
        """Returns the position of a candidate; None where it holds nothing that a reader could use."""
        word = self.word.of(candidate)
        if candidate.holder_is_author:
            word = replace(word, holder=(self.cast.author,))
        elif not word.holder and self._speaks_as_author(candidate):
            word = replace(word, holder=(self.cast.author,), basis=Basis.STATED)
        elif not word.holder and self._is_nobody(candidate):
            return None
        act, stance = self._own_future(candidate, word.holder)
        if self._tells_another_ones_condition(candidate, word.holder):
            about = self._actors(candidate.target[:1])
            word = replace(word, holder=about, basis=Basis.IMPUTED, asserted_by=word.holder)
            act, stance = Act.INTEND, Stance.CONDITIONAL
        elif self._tells_another_ones_plan(candidate, word.holder):
            about = self._actors(candidate.target[:1])
            told = Basis.RELAYED if self._are_voices(word.holder) else Basis.IMPUTED
            word = replace(word, holder=about, basis=told, asserted_by=word.holder)
            negative = _is_negative(candidate)
            act = Act.REJECT if negative else Act.INTEND
            stance = Stance.SUPPORT if negative == self._will_stop(candidate) else Stance.OPPOSE
            stance = Stance.CONDITIONAL if candidate.condition is not None else stance
        holder, basis = word.holder, word.basis
        target, topic = self._about(candidate, holder)
        claim = self.claims.write(candidate, holder)
        if not _is_whole(claim):
            return None
        evidence = candidate.evidence
        return Position(
            id=content_id("p", *holder, basis.value, *(e.text for e in evidence)),
            holder=holder,
            holder_text=self._words(candidate.holder),
            act=act,
            plover=_plover(candidate.cue_lemma, act),
            basis=basis,
            stance=stance,
            target=target,
            topic=topic,
            claim=claim,
            asserted_by=word.asserted_by,
            relayed_by=word.relayed_by,
            certainty=candidate.certainty,
            condition=candidate.condition,
            when=self._when(candidate),
            salience=self._salience(candidate, basis, claim),
            evidence=evidence,
            quotes=self._quotes(candidate),
        )

    def _actors(self, mentions: tuple[MentionIndex, ...]) -> tuple[str, ...]:
        return actors_of(mentions, self.cast)

    def _words(self, mentions: tuple[MentionIndex, ...]) -> Evidence | None:
        if not mentions:
            return None
        mention = self.extraction.mentions[mentions[0]]
        return Evidence(text=mention.text, span=mention.span)

    def _own_future(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> tuple[Act, Stance]:
        """Returns act and stance; what one says of one's own future, or one's own state's, is a plan.

        Whoever speaks of others by trade takes no side by describing them.
        """
        if (candidate.cue_lemma or "").startswith("say:") and self._speaks_by_trade(holder):
            act = Act.ASSESS if candidate.act is Act.ACCUSE else candidate.act
            return act, Stance.NONE
        if candidate.act is not Act.PREDICT or candidate.basis not in _REPORTED or not candidate.target:
            return candidate.act, candidate.stance
        about = self._actors(candidate.target[:1])
        actors = self.cast.by_id
        own = set(holder)
        for who in holder:
            actor = actors.get(who)
            if (
                actor is not None
                and actor.kind is ActorKind.PERSON
                and actor.role
                and not actor.role.lower().startswith("former")
            ):
                own.update(a.id for a in self.cast.actors if a.id == actor.affiliation)
        if not about or not set(about) <= own:
            return candidate.act, candidate.stance
        if candidate.stance not in (Stance.NONE, Stance.SUPPORT):
            return Act.INTEND, candidate.stance
        if candidate.condition is not None and self._may_choose(candidate):
            return Act.INTEND, Stance.CONDITIONAL
        negative = candidate.stance is Stance.NONE and _is_negative(candidate)
        if negative == self._will_stop(candidate):
            return Act.INTEND, Stance.SUPPORT
        return (Act.REJECT if negative else Act.INTEND), Stance.OPPOSE

    def _tells_another_ones_condition(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> bool:
        """Whether an outsider says what somebody will do on a condition (`if asked, she will go`)."""
        about = self._actors(candidate.target[:1])
        if candidate.act is not Act.PREDICT or candidate.condition is None or not holder or len(about) != 1:
            return False
        if about[0] in holder or not self._may_choose(candidate):
            return False
        is_outsider = self._speaks_by_trade(holder) or self._are_insiders(holder)
        kind = self.cast.by_id[about[0]].kind
        if is_outsider and kind in (ActorKind.PERSON, ActorKind.STATE):
            return True
        body = self.cast.by_id[about[0]]
        belongs = any(
            who.affiliation == body.id or body.name.lower() in (who.role or "").lower()
            for who in map(self.cast.by_id.get, holder)
            if who is not None
        )
        words = self._words_behind_target(candidate)
        return kind is not ActorKind.MEDIA and not belongs and bool(_CHOOSES.search(words))

    def _will_stop(self, candidate: PositionCandidate) -> bool:
        """Whether what somebody will do is to stop or harm something: `he will veto the order`."""
        verb = _WILL_VERB.search(self._words_behind_target(candidate))
        return verb is not None and verb[1].lower() in modality().contrary.words

    def _may_choose(self, candidate: PositionCandidate) -> bool:
        """Whether the words tell what the one they are about will do, rather than what will become of him."""
        mention, first = self.extraction.mentions[candidate.target[0]], candidate.evidence[0]
        starts = [e.start <= mention.span[0] < e.end for e in candidate.evidence]
        is_before = mention.span[1] <= first.start  # `feared a split and would sign`
        return (any(starts) or is_before) and bool(_WOULD_DO.search(self._words_behind_target(candidate)))

    def _words_behind_target(self, candidate: PositionCandidate) -> str:
        mention, first = self.extraction.mentions[candidate.target[0]], candidate.evidence[0]
        return self.article.text[max(mention.span[1], first.start) : candidate.evidence[-1].end]

    def _tells_another_ones_plan(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> bool:
        """Whether those who deal with somebody say what he will do (`aides said she will stay`)."""
        about = self._actors(candidate.target[:1])
        if candidate.act is not Act.PREDICT or len(about) != 1 or not holder or about[0] in holder:
            return False
        if not self._are_insiders(holder):
            return False
        actors = self.cast.by_id
        mention = self.extraction.mentions[candidate.target[0]]
        first = candidate.evidence[0]
        # `is ready to talk but will not leave`: the subject stands before the words
        start = first.start if mention.span[1] <= first.start else mention.span[1]
        return (
            actors[about[0]].kind in (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION)
            and mention.span[0] - first.start < _NEAR_START
            and bool(_WILL_DO.search(self.article.text[start : candidate.evidence[-1].end]))
        )

    def _are_insiders(self, holder: tuple[str, ...]) -> bool:
        actors = self.cast.by_id
        return all(who in actors and is_insider(actors[who]) for who in holder)

    def _are_voices(self, holder: tuple[str, ...]) -> bool:
        return all(is_voice(actor) for actor in self.cast.actors if actor.id in holder)

    def _speaks_as_author(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is an `I` or `we` outside any quotation."""
        mentions = [self.extraction.mentions[m] for m in candidate.holder]
        return bool(mentions) and all(m.person == 1 and not m.quoted for m in mentions)

    def _is_nobody(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is an `it` or `that` that means no actor."""
        mentions = [self.extraction.mentions[m] for m in candidate.holder]
        return bool(mentions) and all(
            m.text.lower() in ("it", "this", "that", "there", "you") for m in mentions
        )

    def _speaks_by_trade(self, holder: tuple[str, ...]) -> bool:
        return any(speaks_by_trade(actor) for actor in self.cast.actors if actor.id in holder)

    def _about(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> tuple[str | None, str | None]:
        """Returns the target (an actor, or else a topic) and the topic."""
        spans = [e.span for e in candidate.evidence]
        weights = {topic.id: topic.weight for topic in self.topics.topics}
        counts = Counter(hit.topic for hit in self.topics.within(*spans))
        if not counts:
            start = candidate.evidence[0].start
            around = self.sentences.at(start)
            counts = Counter(hit.topic for hit in self.topics.within(*around))
        ranked = sorted(counts, key=lambda topic: (-counts[topic], -weights.get(topic, 0), topic))
        topic = ranked[0] if ranked else None
        others = [actor for actor in self._actors(candidate.target) if actor not in holder]
        return (others[0] if others else topic), topic

    def _when(self, candidate: PositionCandidate) -> str | None:
        if candidate.time is None:
            return None
        return next((date.edtf for date in self.dates if date.span == candidate.time), None)

    def _quotes(self, candidate: PositionCandidate) -> tuple[str, ...]:
        index = candidate.attribution
        return () if index is None or index >= len(self.quotes) else (self.quotes[index].id,)

    def _salience(self, candidate: PositionCandidate, basis: Basis, claim: str) -> Salience:
        if len(claim.split()) < _FEWEST_CORE_WORDS:
            return Salience.SECONDARY
        if candidate.strength >= _CORE_STRENGTH:
            return Salience.CORE
        return Salience.SECONDARY


def _plover(key: str | None, act: Act) -> str | None:
    """Returns the PLOVER code of the predicate or noun that a candidate rests on, where one fits."""
    if not key or ":" not in key:
        return None
    if key.startswith("noun:"):
        return nominal_codes().get(key.split(":")[1])
    code = plover_codes().get((key.split(":")[0], act))
    return "ACCUSE" if code is None and act is Act.ACCUSE else code


def _is_negative(candidate: PositionCandidate) -> bool:
    """Whether the words of a position say no; a `not` of its condition counts for nothing."""
    words = candidate.evidence[0].text
    if candidate.condition is not None:
        words = words.replace(candidate.condition.text, " ")
    return bool(_NEGATION.search(words))
