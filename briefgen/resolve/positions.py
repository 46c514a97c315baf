"""Position candidates become positions: actors, target, topic, claim, salience."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.nominals import nominal_codes
from briefgen.lexicons.predicates import plover_codes
from briefgen.lexicons.stances import stance_words
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
from briefgen.resolve.futures import Futures
from briefgen.resolve.planned import planned_on
from briefgen.resolve.restatements import merge_restatements
from briefgen.resolve.salience import limit_core
from briefgen.resolve.standing import serves
from briefgen.resolve.topics import TopicHit, Topics
from briefgen.resolve.word import Grounds, Word, actors_of

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
_POINTING = re.compile(
    r"^[“\"]?(?:it|they|(?:this|that|these|those)(?=['’]s\b| (?:is|are|was|were|has|have|had|will|would|can|could|"
    r"may|might|must|should|does|did|\w+ly|\w+[^aeious]s|\w+ed)\b))\b",
    re.I,
)
_LOOKING_AHEAD = re.compile(r"^[“\"]?it\b.{0,50}?\b(?:that|to|for|whether|if|how)\b", re.I)
"""`It is imperative that they sign`, `It is time to go`: what it means stands behind it."""
_FEWEST_CORE_WORDS = 4
_CORE_STRENGTH = 0.6


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
        Futures(article, extraction, cast),
        extraction,
        SpanIndex((sentence, sentence) for sentence in extraction.sentences),
    )
    found = [resolver.position(candidate) for candidate in extraction.positions]
    headings = [
        zone.span
        for zone in article.zones
        if zone.kind in (ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.PULL_QUOTE)
    ]
    told = planned_on(extraction, cast, carried_on(article, extraction, cast, found))
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


_SAID_OF = {"act": Act.ASSESS, "stance": Stance.NONE, "cue_lemma": "say:say"}
"""What is said of somebody addressed takes no side that could be told."""


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
    futures: Futures
    extraction: Extraction
    sentences: SpanIndex[Span]

    def position(self, candidate: PositionCandidate) -> Position | None:
        """Returns the position of a candidate; None where it holds nothing that a reader could use."""
        word = self.word.of(candidate)
        if word.asserted_by and self._is_addressed(candidate):
            # `You have been willing to pay`, she said: what she says of whom she speaks to
            word = Grounds(word.asserted_by, Basis.STATED, (), word.relayed_by)
            candidate = candidate.model_copy(update=_SAID_OF)
        if candidate.holder_is_author:
            word = replace(word, holder=(self.cast.author,))
        elif not word.holder and self._speaks_as_author(candidate):
            word = replace(word, holder=(self.cast.author,), basis=Basis.STATED)
        elif (not word.holder and self._is_nobody(candidate)) or self._tells_where(candidate):
            return None
        speaker = word.holder
        word, act, stance = self.futures.judge(candidate, word)
        held_by = candidate.holder if word.holder == speaker else candidate.target[:1]
        holder, basis = word.holder, word.basis
        target, topic = self._about(candidate, word)
        claim = self.claims.write(candidate, holder)
        if not _is_whole(claim):
            return None
        evidence = candidate.evidence
        return Position(
            id=content_id("p", *holder, basis.value, *(e.text for e in evidence)),
            holder=holder,
            holder_text=self._words(held_by),
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

    def _speaks_as_author(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is an `I` or `we` outside any quotation."""
        mentions = [self.extraction.mentions[m] for m in candidate.holder]
        return bool(mentions) and all(m.person == 1 and not m.quoted for m in mentions)

    def _is_addressed(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is a quoted `you`."""
        mentions = [self.extraction.mentions[m] for m in candidate.holder]
        return bool(mentions) and all(m.quoted and m.text.lower() == "you" for m in mentions)

    def _is_nobody(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is an `it` or `that` that means no actor."""
        mentions = [self.extraction.mentions[m] for m in candidate.holder]
        return bool(mentions) and all(
            m.text.lower() in ("it", "this", "that", "there", "you") for m in mentions
        )

    def _tells_where(self, candidate: PositionCandidate) -> bool:
        """Whether somebody's speech only tells where he did something: `In his report, Mr Lind surprised experts`."""
        owners = [self.extraction.mentions[m] for m in candidate.holder]
        about = self._actors(candidate.target[:1])
        is_own = bool(about) and self._actors(candidate.holder) == about and not candidate.asserted_by
        return is_own and all(m.text.lower() in ("his", "her") for m in owners)

    def _about(self, candidate: PositionCandidate, word: Grounds) -> tuple[str | None, str | None]:
        """Returns the target (an actor, or else a topic of the words that name the matter) and the topic."""
        holder = word.holder
        spans = self._without_offered(candidate)
        weights = {topic.id: topic.weight for topic in self.topics.topics}
        counts = Counter(hit.topic for hit in self.topics.within(*spans))
        if not counts and candidate.stance is Stance.NONE:
            start = candidate.evidence[0].start
            around = self.sentences.at(start)
            counts = Counter(hit.topic for hit in self.topics.within(*around))
        ranked = sorted(counts, key=lambda topic: (-counts[topic], -weights.get(topic, 0), topic))
        aimed = self._actors(candidate.aimed_at)
        others = [actor for actor in aimed if actor not in holder]
        own = self._own_states(holder) if others else frozenset()
        if others and others[0] in own:
            # `Norway would press Sweden`, said by its leader: no word about Norway
            others = [actor for actor in others if actor not in {*own, *word.asserted_by}]
        target = others[0] if others else self._matter(candidate, weights)
        return target, ranked[0] if ranked else None

    def _without_offered(self, candidate: PositionCandidate) -> list[Span]:
        """Returns the places of the evidence; of a refused offer not what was offered.

        Who rebuffs an offer to shut a yard is not against shutting it.
        """
        spans = [e.span for e in candidate.evidence]
        if candidate.act is not Act.REJECT or candidate.stance is not Stance.OPPOSE or not candidate.matter:
            return spans
        start, end = candidate.matter[0]
        last = self.article.text[start:end].lower().split()[-1:]
        if not stance_words().offers & {word.removesuffix("s") for word in last}:
            return spans
        return [(first, min(behind, end)) for first, behind in spans if first < end]

    def _matter(self, candidate: PositionCandidate, weights: dict[str, float]) -> str | None:
        """Returns the topic that the words of the matter name: the nearest; the heaviest where no side is taken.

        A word before what is spoken of names no matter of its own: `government waste` is not the government.
        """
        named = [self.topics.touching(span) for span in candidate.matter]
        if candidate.stance is Stance.NONE:
            near = [hit for hits in named for hit in hits]
        else:
            whole = (
                [h for h in hits if h.end == span[1] or self._is_whole_name(h, span[1])]
                for span, hits in zip(candidate.matter, named, strict=True)
            )
            near = next(filter(None, whole), [])
        return min((hit.topic for hit in near), key=lambda t: (-weights.get(t, 0), t), default=None)

    def _is_whole_name(self, hit: TopicHit, end: int) -> bool:
        """Whether a topic of several words stands before a noun: `the toll bridge plan`, but no `toll bridge crews`."""
        text = self.article.text
        behind = text[hit.end : end].lower().split()
        people = noun_sets().group | noun_sets().person | noun_sets().organisation
        last = behind[-1] if behind else ""
        return " " in text[hit.start : hit.end] and people.isdisjoint({last, last.removesuffix("s")})

    def _own_states(self, holder: tuple[str, ...]) -> frozenset[str]:
        """Returns the states that holders are, or are officers of."""
        actors = self.cast.by_id
        states = (actor for actor in self.cast.actors if actor.kind is ActorKind.STATE)
        return frozenset(
            s.id
            for s in states
            for who in holder
            if who == s.id or (who in actors and serves(actors[who], s))
        )

    def _when(self, candidate: PositionCandidate) -> str | None:
        if candidate.time is None:
            return None
        return next((date.edtf for date in self.dates if date.span == candidate.time), None)

    def _quotes(self, candidate: PositionCandidate) -> tuple[str, ...]:
        index = candidate.attribution
        return () if index is None or index >= len(self.quotes) else (self.quotes[index].id,)

    def _salience(self, candidate: PositionCandidate, basis: Basis, claim: str) -> Salience:
        if len(claim.split()) < _FEWEST_CORE_WORDS or _points_back(claim):
            return Salience.SECONDARY
        if candidate.strength >= _CORE_STRENGTH:
            return Salience.CORE
        return Salience.SECONDARY


def _points_back(claim: str) -> bool:
    """Whether a claim begins with a pronoun that only the sentence before it explains: `That would be a mistake`."""
    return bool(_POINTING.match(claim)) and not _LOOKING_AHEAD.match(claim)


def _plover(key: str | None, act: Act) -> str | None:
    """Returns the PLOVER code of the predicate or noun that a candidate rests on, where one fits."""
    if not key or ":" not in key:
        return None
    if key.startswith("noun:"):
        return nominal_codes().get(key.split(":")[1])
    code = plover_codes().get((key.split(":")[0], act))
    return "ACCUSE" if code is None and act is Act.ACCUSE else code
