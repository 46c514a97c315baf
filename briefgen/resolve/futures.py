"""What will be done: one's own plan, another's plan on the word of those about him, or no more than a guess."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefgen.lexicons.modality import modality
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.article import Article
from briefgen.model.extraction import Extraction, MentionForm, Number, PositionCandidate
from briefgen.model.position import Act, Basis, Stance
from briefgen.resolve.actors import Cast
from briefgen.resolve.standing import (
    is_insider,
    is_medium_of,
    is_of_state,
    is_officer,
    is_voice,
    passed_on,
    serves,
    speaks_by_trade,
    speaks_from_within,
)
from briefgen.resolve.word import Grounds, actors_of

_COURSE = r"(?:assume|come to|take)\s(?:office|power|place|effect|shape|over(?=[\s,.]*$|\s(?:in|on|at|from|after)\b))"
"""What comes about by itself, whoever it is told of: `the new government would take office in May`."""
_WOULD_DO = re.compile(
    r"^(?:\s(?:of|for)\s[^,.;]{3,50}?)?\W*(?:will|would|could|might|may|ll|d)\s+(?:not\s+)?"
    r"(?!(?:be(?!\s(?:on (?:a|the) (?:plane|next|first|train|phone|line)|back|there|at the table)\b)|"
    rf"have|face|find|get|become|remain|need|fall|rise|lose|win|fail|suffer|{_COURSE})\b)\w+",
    re.I,
)
_CHOICE = re.compile(
    r"^\W*(?:will|would|could|might|may|ll|d)\s+(?:(?:not|only|still|never|even|also|just|\w+ly)\s+)*(\w+)",
    re.I,
)
_NAME_BESIDE = re.compile(
    r"^,?\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*,?(?=\s(?:will|would|could|might)\b)"
)
"""`her neighbours the Coles would sell`: the name of those just mentioned."""
_NEVER = re.compile(r"^\W*(?:would|ll|will|d)\s+never\b", re.I)
_WILLING = re.compile(
    r"^\W*(?:would|ll|d)\s+(?:(?:gladly|happily|willingly|rather|sooner|still)\s+\w|"
    r"(?!be\b)\w+(?:\s\w+){0,2}\stomorrow\b|"
    r"(?!be\b)\w+[^.;]{0,60}\sif\s(?:he|she|they|it)\scould(?:\s(?:do|get)\b|\W*$))",
    re.I,
)
"""What somebody would do whatever comes, which is what he wants: `would still build it`, `would go tomorrow`."""
_WILL_DO = re.compile(
    r"^\W*(?:will|would|ll|d|won['’]t|wouldn['’]t)\s+(?:not\s+|never\s+)?(?:again\s+)?[“\"]?"
    rf"(?!(?:be|have|face|find|get|become|remain|need|fall|rise|lose|win|fail|{_COURSE})\b)\w+",
    re.I,
)
_UNDERGOES = re.compile(
    r"^\W*(?:will|would|ll|d)\s+(?:also\s+|probably\s+|likely\s+)?(?:lose|suffer|struggle|collapse|need|face)\b",
    re.I,
)
"""What nobody plans: `said her party would lose seats`."""
_WILL_VERB = re.compile(r"^\W*(?:will|would|ll|d|won['’]t)\s+(?:(?:not|never|also|now|soon)\s+)?(\w+)", re.I)
_NEAR_START = 12
"""Characters before the subject of a claim: `the president`, `and`."""
_NEGATION = re.compile(r"\b(?:not|never|no longer|no|neither|nor|unlikely|cannot|refus\w+)\b|n['’]t\b", re.I)
_AHEAD = re.compile(r"\b(?:will|would|won['’]t|wouldn['’]t)(?!\w)|['’]ll\b", re.I)
_WHO_PLANS = (ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION)
_REPORTED = frozenset({Basis.STATED, Basis.RELAYED, Basis.IMPUTED})


@dataclass(frozen=True, slots=True)
class Futures:
    """What judging the predictions of one article needs."""

    article: Article
    extraction: Extraction
    cast: Cast

    def judge(self, candidate: PositionCandidate, word: Grounds) -> tuple[Grounds, Act, Stance]:
        """Returns whose position a candidate is, with act and stance, where it tells what somebody will do."""
        act, stance = self._own_future(candidate, word.holder)
        about = actors_of(candidate.target[:1], self.cast)
        if self._tells_another_ones_condition(candidate, word.holder):
            word = self._told_on(word, about, is_own=self._speak_for(word.holder, about))
            if candidate.condition is None and _is_negative(candidate):
                return word, Act.REJECT, Stance.OPPOSE
            willing = Stance.OPPOSE if self._will_stop(candidate) else Stance.SUPPORT
            return word, Act.INTEND, Stance.CONDITIONAL if candidate.condition else willing
        if self._tells_another_ones_plan(candidate, word.holder):
            if self._leads(candidate, word.holder):
                word = Grounds(about, Basis.STATED, (), (*word.relayed_by, *word.holder))
            else:
                is_own = self._are_voices(word.holder) or self._speak_for(word.holder, about)
                word = self._told_on(word, about, is_own=is_own)
            holds_on = candidate.stance is Stance.SUPPORT  # `would not budge on its quota`
            negative = _is_negative(candidate) and not holds_on
            act = Act.REJECT if negative else Act.INTEND
            stance = Stance.SUPPORT if holds_on or negative == self._will_stop(candidate) else Stance.OPPOSE
            stance = Stance.CONDITIONAL if candidate.condition is not None else stance
        return word, act, stance

    def _told_on(self, word: Grounds, about: tuple[str, ...], *, is_own: bool) -> Grounds:
        """Returns the grounds of what others tell of somebody, who may speak for him."""
        if not is_own:
            return replace(word, holder=about, basis=Basis.IMPUTED, asserted_by=word.holder)
        basis, asserted, relayed = passed_on(self.cast, word.holder, about)
        return Grounds(about, basis, asserted, (*word.relayed_by, *relayed))

    def _own_future(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> tuple[Act, Stance]:
        """Returns act and stance; what one says of one's own future, or one's own state's, is a plan.

        Whoever speaks of others by trade takes no side by describing them.
        """
        if (candidate.cue_lemma or "").startswith("say:") and self._speaks_by_trade(holder):
            act = Act.ASSESS if candidate.act is Act.ACCUSE else candidate.act
            return act, Stance.NONE
        if candidate.act is not Act.PREDICT or candidate.basis not in _REPORTED or not candidate.target:
            return candidate.act, candidate.stance
        if self._is_named_behind(candidate):
            # `prices will rise, more than the bank thought`, said by the bank
            return candidate.act, candidate.stance
        about = actors_of(candidate.target[:1], self.cast) or self._led(candidate, holder)
        actors = self.cast.by_id
        own = set(holder)
        for who in holder:
            actor = actors.get(who)
            if (
                actor is not None
                and actor.kind is ActorKind.PERSON
                and actor.role
                and not actor.office.lower().startswith("former")
            ):
                own.update(a.id for a in self.cast.actors if serves(actor, a))
        if about and not set(about) <= own and candidate.stance is Stance.SUPPORT and _is_negative(candidate):
            return candidate.act, Stance.NONE  # `Norway would not budge`, said by nobody of Norway
        if not about or not set(about) <= own or _UNDERGOES.search(self._words_behind_target(candidate)):
            return candidate.act, candidate.stance
        if candidate.stance not in (Stance.NONE, Stance.SUPPORT):
            return Act.INTEND, candidate.stance
        if candidate.condition is not None and self._may_choose(candidate):
            return Act.INTEND, Stance.CONDITIONAL
        negative = candidate.stance is Stance.NONE and _is_negative(candidate)
        if negative == self._will_stop(candidate):
            return Act.INTEND, Stance.SUPPORT
        return (Act.REJECT if negative else Act.INTEND), Stance.OPPOSE

    def _led(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> tuple[str, ...]:
        """Returns who leads a party or state that the text does not name: `her party would cap rents`.

        `The country would leave`, said by a minister of its own, is his state's plan.
        """
        mentions = self.extraction.mentions
        words = mentions[candidate.target[0]]
        if words.text.lower() in ("the country", "the government"):
            speakers = [self.cast.by_id[who] for who in holder if who in self.cast.by_id]
            return holder if speakers and all(is_officer(who) and who.country for who in speakers) else ()
        if words.head.text.lower() not in resolving().led:
            return ()
        owners = (
            i for i, m in enumerate(mentions) if m.span[0] == words.span[0] and m.form is MentionForm.PRONOUN
        )
        return actors_of(owners, self.cast)

    def _is_named_behind(self, candidate: PositionCandidate) -> bool:
        """Whether whoever is told of stands behind the words of what will be, so that it is not he who will."""
        start = self.extraction.mentions[candidate.target[0]].span[0]
        before = self.article.text[candidate.evidence[0].start : start]
        return bool(_AHEAD.search(before))

    def _tells_another_ones_condition(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> bool:
        """Whether somebody says what another will do on a condition, or would do whatever comes.

        An outsider may say so of any deed (`if asked, she will go`), everybody else of what is done by choice.
        """
        if not candidate.target or not holder:
            return False
        about, words = actors_of(candidate.target[:1], self.cast), self._words_behind_target(candidate)
        never = bool(_NEVER.search(words) and _chooses(words))
        is_passed_on = bool(candidate.asserted_by)  # `According to an aide, she is convinced that he will go`
        predicts = candidate.act is Act.PREDICT or (self._thinks(candidate) and not is_passed_on)
        if not predicts and not (never and candidate.act is Act.REJECT):
            return False
        if candidate.condition is None and not never and not _WILLING.search(words):
            return False
        if not about:
            is_pronoun = self.extraction.mentions[candidate.target[0]].form is MentionForm.PRONOUN
            by_trade = is_pronoun and self._speaks_by_trade(holder) and self._may_choose(candidate)
            return self._is_somebody(candidate) and (by_trade or _chooses(words))
        if len(about) != 1 or about[0] in holder or not self._may_choose(candidate):
            return False
        body = self.cast.by_id[about[0]]
        is_outsider = self._speaks_by_trade(holder) or self._are_insiders(holder)
        if is_outsider and body.kind in (ActorKind.PERSON, ActorKind.STATE):
            return True
        belongs = any(
            who.affiliation == body.id or body.name.lower() in who.office.lower()
            for who in map(self.cast.by_id.get, holder)
            if who is not None
        )
        is_will = _chooses(words) or bool(_WILLING.search(words))
        return body.kind is not ActorKind.MEDIA and not belongs and is_will

    def _thinks(self, candidate: PositionCandidate) -> bool:
        """Whether it tells what somebody thinks another would do: `suspects that Norway would pay if asked`."""
        is_thought = (candidate.cue_lemma or "").startswith(("believe:", "doubt:suspect"))
        return is_thought and candidate.act is Act.BELIEVE and not _is_negative(candidate)

    def _is_somebody(self, candidate: PositionCandidate) -> bool:
        """Whether the words are about people who are no actor of the article: a `they` left open, `her neighbours`."""
        mention = self.extraction.mentions[candidate.target[0]]
        if mention.form is not MentionForm.NOMINAL:
            return mention.text.lower() in ("he", "she", "they")
        # `its members will walk out` is a union's own plan, `his men would leave` their leader's
        owner = mention.text.lower().split()[0]
        is_own = owner in ("its", "our", "their", "my") or (
            owner in ("his", "her") and mention.head.text.lower() in resolving().commanded
        )
        is_several = mention.number is Number.PLURAL  # `the party would not wait`, its chairman said
        return mention.kind is ActorKind.GROUP and is_several and not is_own

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
        """Returns what the evidence says behind its subject, without a tag between or a name beside it."""
        end = self.extraction.mentions[candidate.target[0]].span[1]
        parts = [self.article.text[max(end, e.start) : e.end] for e in candidate.evidence if e.end > end]
        return _NAME_BESIDE.sub("", " ".join(part for part in parts if part), count=1)

    def _tells_another_ones_plan(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> bool:
        """Whether those who deal with somebody say what he will do (`aides said she will stay`)."""
        about = actors_of(candidate.target[:1], self.cast)
        if candidate.act is not Act.PREDICT or len(about) != 1 or not holder or about[0] in holder:
            return False
        leads = self._leads(candidate, holder)
        if not self._are_insiders(holder) and not leads:
            return False
        actors = self.cast.by_id
        states = set() if leads else {actors[who].country for who in holder} - {None}
        if states and actors[about[0]].country not in states:
            return False  # `Kenyan officials insist that the Eritrean will answer`: not those about him
        mention = self.extraction.mentions[candidate.target[0]]
        first = candidate.evidence[0]
        return (
            (leads or actors[about[0]].kind in _WHO_PLANS)
            and mention.span[0] - first.start < _NEAR_START
            and bool(_WILL_DO.search(self._words_behind_target(candidate)))
        )

    def _leads(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> bool:
        """Whether one of a body's own people tells what it will do: `The Conservatives would vote, he said`."""
        about = actors_of(candidate.target[:1], self.cast)
        if not about or self.extraction.mentions[candidate.target[0]].form is MentionForm.PRONOUN:
            return False
        return speaks_from_within(self.cast, holder, about)

    def _are_insiders(self, holder: tuple[str, ...]) -> bool:
        actors = self.cast.by_id
        return all(who in actors and is_insider(actors[who]) for who in holder)

    def _speak_for(self, speakers: tuple[str, ...], about: tuple[str, ...]) -> bool:
        """Whether it is a state's own officers, or its medium, who tell what it or its ruler will do."""
        actors = self.cast.by_id
        one = actors.get(about[0]) if about else None
        return one is not None and all(
            who in actors and (is_of_state(actors[who], one) or is_medium_of(actors[who], one))
            for who in speakers
        )

    def _are_voices(self, holder: tuple[str, ...]) -> bool:
        return all(is_voice(actor) for actor in self.cast.actors if actor.id in holder)

    def _speaks_by_trade(self, holder: tuple[str, ...]) -> bool:
        return any(speaks_by_trade(actor) for actor in self.cast.actors if actor.id in holder)


def own_plan(words: str) -> tuple[Act | None, Stance]:
    """Returns act and stance of what one will do by the words behind the subject; none for what one undergoes."""
    if not _WILL_DO.search(words):
        return None, Stance.NONE
    verb, is_negative = _WILL_VERB.search(words), bool(_NEGATION.search(words))
    will_stop = verb is not None and verb[1].lower() in modality().contrary.words
    if is_negative == will_stop:
        return Act.INTEND, Stance.SUPPORT
    return (Act.REJECT if is_negative else Act.INTEND), Stance.OPPOSE


def _chooses(words: str) -> bool:
    """Whether the words begin with what is done by choice, so that to tell on what condition is to tell of a will."""
    match = _CHOICE.match(words)
    return match is not None and match[1].lower() in resolving().chosen


def _is_negative(candidate: PositionCandidate) -> bool:
    """Whether the words of a position say no; a `not` of its condition counts for nothing."""
    words = candidate.evidence[0].text
    if candidate.condition is not None:
        words = words.replace(candidate.condition.text, " ")
    return bool(_NEGATION.search(words))
