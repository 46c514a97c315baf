"""On whose word a position stands, once it is known who the mentions are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefgen.lexicons.actor_words import names_document, noun_sets
from briefgen.lexicons.countries import demonyms, fold_name, seats
from briefgen.lexicons.modality import has_word_of, modality
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import Actor, ActorKind
from briefgen.model.extraction import (
    Extraction,
    GrammaticalRole,
    MentionForm,
    MentionIndex,
    PositionCandidate,
)
from briefgen.model.position import Act, Basis
from briefgen.resolve.actors import Cast


@dataclass(frozen=True, slots=True)
class Grounds:
    """Who holds it, on what basis, who asserts it, through whom it reached the author."""

    holder: tuple[str, ...]
    basis: Basis
    asserted_by: tuple[str, ...]
    relayed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """Decides on whose word the positions of one article stand."""

    extraction: Extraction
    cast: Cast

    def of(self, candidate: PositionCandidate) -> Grounds:
        """Returns the grounds of a candidate, with the actors that its mentions mean.

        Who speaks of himself states; a medium relays. A `he` outside the quotation that would be the very
        person whom the quotation calls by name is somebody else, and stays unresolved.
        """
        holder = actors_of(candidate.holder, self.cast)
        asserted = actors_of(candidate.asserted_by, self.cast)
        relayed = actors_of(candidate.relayed_by, self.cast)
        basis = candidate.basis
        if self._names_himself(candidate.holder, candidate.target, holder):
            holder = ()
        if self._is_class_of_speakers(candidate.holder, holder):
            holder = ()
        if not holder and self._is_thing(candidate) and (candidate.cue_lemma or "").startswith(_SPOKEN):
            holder = self._subject_before(candidate.holder[0])
        if not holder and candidate.act is Act.PREDICT and self._is_thing(candidate):
            # `It said that Norway would stay`: a state or body that speaks of its own future
            holder = self._body(candidate.target)
        if asserted and set(asserted) < set(holder):
            # `They had fallen in love`, he said of himself and another: his word for both
            holder = asserted
        if asserted and set(asserted) <= set(holder):
            if self._names_himself(candidate.asserted_by, candidate.holder, asserted):
                asserted = ()
            elif relayed and not set(relayed) <= set(holder) and not self._are_media(relayed):
                # `Her aide said the mayor had told him that she would stay`: her word, but told by the aide
                basis, asserted, relayed = Basis.RELAYED, relayed, ()
            else:
                basis, asserted = Basis.STATED, ()
        if (
            basis is Basis.IMPUTED
            and asserted
            and candidate.holder
            and not holder
            and self._is_thing(candidate)
        ):
            # `It will stay`, she said, of a levy: nobody's wish but her statement
            holder, basis, asserted = asserted, Basis.STATED, ()
        spoken = (candidate.cue_lemma or "").startswith(("say:", *_SPOKEN))
        if basis is Basis.RELAYED and spoken and self._are_media(asserted) and not self._are_media(holder):
            basis, relayed, asserted = Basis.STATED, (*relayed, *asserted), ()
        if basis is Basis.IMPUTED and (
            self._speaks_for(asserted, holder) or self._is_principal(candidate, asserted, holder)
        ):
            # `The ministry hopes to sign`, its spokesman said: no guess of his, he passes it on
            basis, asserted, passed = passed_on(self.cast, asserted, holder)
            relayed = (*relayed, *passed)
        if basis is Basis.STATED and not asserted and relayed and self._tells_on(relayed, holder):
            # `the ministry quoted the envoy as saying`: no medium, and not the envoy's own body
            basis, asserted, relayed = Basis.RELAYED, relayed, ()
        believes = (candidate.cue_lemma or "").startswith(("believe:", "doubt:"))
        found = candidate.cue_lemma == "believe:deem" and self._are_bodies(holder)
        if basis is Basis.NARRATED and (found or (believes and self._is_expert(holder))):
            basis = Basis.STATED  # what experts think, or an inquiry finds, is what they say
        is_told = bool(candidate.asserted_by or asserted) or self._is_quoted(candidate)
        if basis in (Basis.IMPUTED, Basis.RELAYED) and not is_told:
            basis = Basis.NARRATED if basis is Basis.IMPUTED else Basis.STATED
        return Grounds(holder, basis, asserted, tuple(dict.fromkeys(r for r in relayed if r not in holder)))

    def _names_himself(
        self, speaker: tuple[MentionIndex, ...], spoken_of: tuple[MentionIndex, ...], actors: tuple[str, ...]
    ) -> bool:
        """Whether a pronoun for the speaker and a name within his words are taken for one person."""
        if len(actors) != 1 or len(speaker) != 1 or not spoken_of:
            return False
        said, named = self.extraction.mentions[speaker[0]], self.extraction.mentions[spoken_of[0]]
        if said.form is not MentionForm.PRONOUN or said.person != 3 or named.form is not MentionForm.NAME:
            return False
        if said.quoted:
            return False
        return named.kind is ActorKind.PERSON and actors_of(spoken_of[:1], self.cast) == actors

    def _is_class_of_speakers(self, mentions: tuple[MentionIndex, ...], holder: tuple[str, ...]) -> bool:
        """Whether a quoted `they` is taken for analysts and the like: who speaks so speaks of others."""
        if not mentions or not holder:
            return False
        mention = self.extraction.mentions[mentions[0]]
        if mention.form is not MentionForm.PRONOUN or not mention.quoted or mention.text.lower() != "they":
            return False
        return all(speaks_by_trade(actor) for actor in self.cast.actors if actor.id in holder)

    def _subject_before(self, pronoun: MentionIndex) -> tuple[str, ...]:
        """Returns the state or body that is subject in the sentence before; `it` speaks for no one else."""
        mentions = self.extraction.mentions
        at = mentions[pronoun]
        kinds = {actor.id: actor.kind for actor in self.cast.actors}
        subjects = [
            (other.span, self.cast.of_mention[index])
            for index, other in enumerate(mentions)
            if other.grammatical_role is GrammaticalRole.SUBJECT
            and at.sentence - 1 <= other.sentence < at.sentence
            and not other.quoted
            and len(self.cast.of_mention[index]) == 1
        ]
        bodies = {ActorKind.STATE, ActorKind.ORGANISATION}
        return next((ids for _, ids in sorted(subjects, reverse=True) if kinds.get(ids[0]) in bodies), ())

    def _body(self, spoken_of: tuple[MentionIndex, ...]) -> tuple[str, ...]:
        """Returns the state or organisation that a content's subject names; none for anybody else."""
        actors = actors_of(spoken_of[:1], self.cast)
        kinds = {actor.kind for actor in self.cast.actors if actor.id in actors}
        return actors if kinds and kinds <= {ActorKind.STATE, ActorKind.ORGANISATION} else ()

    def _is_expert(self, holder: tuple[str, ...]) -> bool:
        actors = [actor for actor in self.cast.actors if actor.id in holder]
        return bool(actors) and all(speaks_by_trade(actor) for actor in actors)

    def _are_bodies(self, holder: tuple[str, ...]) -> bool:
        kinds = {actor.kind for actor in self.cast.actors if actor.id in holder}
        return bool(kinds) and kinds <= {ActorKind.ORGANISATION, ActorKind.MEDIA}

    def _is_quoted(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is named within a quotation, whose speaker the author may not name."""
        return any(self.extraction.mentions[i].quoted for i in candidate.holder[:1])

    def _is_thing(self, candidate: PositionCandidate) -> bool:
        """Whether the holder is an `it` that means nobody."""
        if not candidate.holder:
            return False
        mention = self.extraction.mentions[candidate.holder[0]]
        if (candidate.cue_lemma or "").startswith(_MENTAL):
            return False
        return mention.form is MentionForm.PRONOUN and mention.text.lower() == "it"

    def _speaks_for(self, speakers: tuple[str, ...], holder: tuple[str, ...]) -> bool:
        """Whether the speakers are the voice of the body that holds: its spokesman, or `the ministry`’s."""
        actors = self.cast.by_id
        body = actors.get(holder[0]) if len(holder) == 1 else None
        if body is None or body.kind not in (ActorKind.ORGANISATION, ActorKind.STATE) or not speakers:
            return False
        voices = [actors[who] for who in speakers if who in actors]
        if body.kind is ActorKind.ORGANISATION and all(
            is_voice(who) and who.affiliation is None and " " not in (who.role or "") for who in voices
        ):
            return True  # `a spokeswoman, Kari Lund, said the company`: whose else would she be
        if body.kind is ActorKind.STATE and all(
            is_of_state(who, body) or _is_own_medium(who, body) for who in voices
        ):
            return True
        is_unnamed = body.name[:1].islower()
        return all(
            is_voice(who)
            and (is_unnamed or who.affiliation == body.id or body.name.lower() in (who.role or "").lower())
            for who in voices
        )

    def _is_principal(
        self, candidate: PositionCandidate, speakers: tuple[str, ...], holder: tuple[str, ...]
    ) -> bool:
        """Whether the words for a spokesman name the holder as the one he speaks for: `her spokesman`."""
        actors = self.cast.by_id
        if (
            len(holder) != 1
            or not speakers
            or not all(who in actors and is_voice(actors[who]) for who in speakers)
        ):
            return False
        mentions = self.extraction.mentions
        named = [i for who in speakers for i, own in enumerate(self.cast.of_mention) if own == (who,)]
        spans = [mentions[i].span for i in (*candidate.asserted_by, *named)]
        return any(
            self.cast.of_mention[i] == holder
            for i, mention in enumerate(mentions)
            if any(start <= mention.span[0] and mention.span[1] <= end for start, end in spans)
        )

    def _tells_on(self, relays: tuple[str, ...], holder: tuple[str, ...]) -> bool:
        """Whether the words came through a third party, no medium, that does not speak for the holder."""
        actors = self.cast.by_id
        if self._are_media(relays) or any(who in holder for who in relays):
            return False
        return not any(
            is_voice(actors[who]) or actors[who].kind is ActorKind.STATE for who in relays if who in actors
        )

    def _are_media(self, actors: tuple[str, ...]) -> bool:
        """Whether all are outlets that pass on what others say; a memo or lawsuit says it by itself."""
        known = [actor for actor in self.cast.actors if actor.id in actors]
        return bool(known) and all(
            is_outlet(actor) and not names_document(actor.name.split()[-1]) for actor in known
        )


_OFFICE = re.compile(
    r"\b(?:minister|ambassador|envoy|secretary|undersecretary|premier|chancellor|official|diplomat|negotiator)s?\b"
)
_MENTAL = ("believe:", "want:", "fear:", "doubt:", "unwilling:", "glad:", "hope-lost:")
"""Groups of predicates that only a mind can have."""
_SPOKEN = (
    *("pledge:", "offer:", "agree:", "praise:", "reject:", "accuse:", "threaten:", "demand:", "order:"),
    *("recommend:", "predict:", "question:", "decide:"),
)
"""Groups of predicates that are the holder's own words."""


def actors_of(mentions: Iterable[MentionIndex], cast: Cast) -> tuple[str, ...]:
    """Returns the ids of the actors that mentions mean, each once, in order."""
    return tuple(dict.fromkeys(actor for index in mentions for actor in cast.of_mention[index]))


def is_voice(actor: Actor) -> bool:
    """Whether an actor's name or role is that of one who says what a body says: a spokesman."""
    return bool(_voices().search(f"{actor.name} {actor.role or ''}".lower()))


@cache
def _voices() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(noun_sets().voices))})\b")


def is_officer_of(actor: Actor, state: Actor) -> bool:
    """Whether somebody holds an office of a state now: its foreign minister, one of its diplomats."""
    words = f"{actor.name if actor.name[:1].islower() else ''} {actor.role or ''}".lower()
    if not _OFFICE.search(words) or "former" in words:
        return False
    return actor.affiliation == state.id or (state.country is not None and actor.country == state.country)


def is_of_state(actor: Actor, state: Actor) -> bool:
    """Whether somebody speaks for a state: its officer, its organ, or the voice of an organ of no other state told."""
    if is_officer_of(actor, state) or is_organ_of(actor, state):
        return True
    is_open = actor.country is None and actor.affiliation is None
    # `Beijing is displeased. A foreign ministry spokeswoman said China opposes it`
    return is_open and is_voice(actor) and _names_organ(f"{actor.name} {actor.role or ''}")


def passed_on(
    cast: Cast, speakers: tuple[str, ...], holder: tuple[str, ...]
) -> tuple[Basis, tuple[str, ...], tuple[str, ...]]:
    """Returns basis, on whose word and through whom, for what those say who speak for the holder.

    A body or state says by its spokesman what it says; a person has a word of his own, which is told on.
    """
    known = cast.by_id
    is_its_own = all(who in known and is_voice(known[who]) for who in speakers) and all(
        known[who].kind is not ActorKind.PERSON for who in holder if who in known
    )
    return (Basis.STATED, (), speakers) if is_its_own else (Basis.RELAYED, speakers, ())


def is_organ_of(actor: Actor, state: Actor) -> bool:
    """Whether an actor is a part of a state that speaks for it, or the voice of one: `a Kremlin spokesman`."""
    if state.country is None or actor.country != state.country:
        return False
    if actor.kind is ActorKind.ORGANISATION:
        return _names_organ(actor.name)
    return is_voice(actor) and _names_organ(actor.role or "")


def is_outlet(actor: Actor) -> bool:
    """Whether an actor passes on what others say: a medium or a body called one, `Channel 4`, `the news agency`."""
    if actor.kind is not ActorKind.ORGANISATION:
        return actor.kind is ActorKind.MEDIA
    words = f"{actor.role or ''} {actor.name}".lower()
    last = re.sub(r"[\s\d]+$", "", words).split()[-1]
    return last in noun_sets().media or any(kind in words for kind in resolving().agencies_of_news)


def is_medium_of(actor: Actor, other: Actor) -> bool:
    """Whether an outlet is told to be of the state that another is, or holds an office of: `the state news agency`."""
    words = (actor.role or "").lower().split()
    is_outlet = actor.kind is ActorKind.MEDIA or "news" in words or not noun_sets().media.isdisjoint(words)
    if not is_outlet or resolving().state_run.isdisjoint(words):
        return False
    named = map(fold_name, (actor.role or "").split())
    told = {code for word in named if (code := demonyms().get(word)) is not None}
    return other.country is not None and other.country in {actor.country, *told}


def _is_own_medium(actor: Actor, state: Actor) -> bool:
    """Whether an outlet passes on what its own state means: one known to be of it or told so."""
    return is_medium_of(actor, state) or (actor.kind is ActorKind.MEDIA and actor.affiliation == state.id)


def _names_organ(words: str) -> bool:
    has_organ = not noun_sets().organs.isdisjoint(words.lower().split())
    return has_organ or any(seat in fold_name(words) for seat in seats())


def speaks_by_trade(actor: Actor) -> bool:
    """Whether an actor's name or role is that of somebody who speaks of others: analysts, former envoys."""
    if actor.kind is ActorKind.STATE:
        return False
    return has_word_of(f"{actor.name} {actor.role or ''}", modality().commentators.words)


def is_insider(actor: Actor) -> bool:
    """Whether an actor is told by no name but as one who works for or deals with others: aides, diplomats."""
    is_unnamed = actor.name[:1].islower() or re.search(r" [a-z]+$", actor.name)  # `Danish diplomat`
    if not is_unnamed and not is_voice(actor):
        return False
    return has_word_of(f"{actor.name} {actor.role or ''}", modality().insiders.words)


def serves(actor: Actor, body: Actor) -> bool:
    """Whether somebody speaks for what he is told to belong to: a state for its officers, a body for all."""
    if actor.affiliation != body.id or not actor.role:
        return False
    if body.kind is not ActorKind.STATE:
        return True
    return bool(
        set(re.findall(r"[a-z]+", actor.role.lower())) & (noun_sets().titles - noun_sets().honorifics)
    )
