"""On whose word a position stands, once it is known who the mentions are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefgen.lexicons.actor_words import names_document
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import (
    Extraction,
    GrammaticalRole,
    MentionForm,
    MentionIndex,
    PositionCandidate,
)
from briefgen.model.position import Act, Basis
from briefgen.resolve.actors import Cast
from briefgen.resolve.standing import (
    is_against_governments,
    is_government,
    is_of_state,
    is_outlet,
    is_own_medium,
    is_voice,
    passed_on,
    speaks_by_trade,
    speaks_from_within,
)


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
            named = self._names_himself(candidate.asserted_by, candidate.holder, asserted)
            if named and self._is_quoted(candidate):
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
        is_told = candidate.by_report or bool(candidate.asserted_by or asserted) or self._is_quoted(candidate)
        if basis in (Basis.IMPUTED, Basis.RELAYED) and not is_told:
            basis = Basis.NARRATED if basis is Basis.IMPUTED else Basis.STATED
        if candidate.by_report and basis is Basis.STATED and not relayed:
            basis = Basis.RELAYED  # `reportedly told aides`: by whom, nobody tells
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
        if said.quoted or said.grammatical_role is GrammaticalRole.POSSESSIVE:
            return False  # `In his report, Cole accused Norway`
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
        if any(is_against_governments(who) for who in voices) and is_government(body):
            return False
        if body.kind is ActorKind.ORGANISATION and all(
            is_voice(who) and who.affiliation is None and " " not in who.office for who in voices
        ):
            return True  # `a spokeswoman, Kari Lund, said the company`: whose else would she be
        if body.kind is ActorKind.STATE and all(
            is_of_state(who, body) or is_own_medium(who, body) for who in voices
        ):
            return True
        is_unnamed = body.name[:1].islower()
        if all(speaks_from_within(self.cast, (who,), holder) for who in speakers):
            return True
        return all(
            is_voice(who)
            and (is_unnamed or who.affiliation == body.id or body.name.lower() in who.office.lower())
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
            is_voice(actors[who])
            or actors[who].kind is ActorKind.STATE
            or speaks_from_within(self.cast, (who,), holder)
            for who in relays
            if who in actors
        )

    def _are_media(self, actors: tuple[str, ...]) -> bool:
        """Whether all are outlets that pass on what others say; a memo or lawsuit says it by itself."""
        known = [actor for actor in self.cast.actors if actor.id in actors]
        return bool(known) and all(
            is_outlet(actor) and not names_document(actor.name.split()[-1]) for actor in known
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
