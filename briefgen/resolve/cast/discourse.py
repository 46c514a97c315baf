"""The article as it unfolds: who has been spoken of before a place, how strongly, and who speaks there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from briefgen.lexicons.actor_words import noun_sets
from briefgen.model.extraction import Attribution, Extraction, Gender, GrammaticalRole, Mention, MentionForm
from briefgen.model.position import Basis
from briefgen.resolve.cast.answers import answers, charged
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.places import Places
from briefgen.resolve.cast.setting import Setting

_STRENGTH = {
    GrammaticalRole.SUBJECT: 1.0,
    GrammaticalRole.OBJECT: 0.6,
    GrammaticalRole.POSSESSIVE: 0.6,
    GrammaticalRole.OBLIQUE: 0.5,
    GrammaticalRole.APPOSITION: 0.5,
    GrammaticalRole.OTHER: 0.5,
    GrammaticalRole.MODIFIER: 0.25,
}
"""How strongly a mention brings its entity to mind, by what it does in its sentence."""
_FADING = 0.55
_FADING_OF_PEOPLE = 0.45
"""What is left of that strength one sentence on; the second for `he` and `she`."""
_REPEATED = 0.35
"""How much each further mention counts beside the strongest."""
_ASIDE = 0.4
"""How much the naming of a speaker behind his words counts for a pronoun that does not speak."""
_ASKED = frozenset(["Asked", "Pressed", "Questioned", "Quizzed"])
_REACH = 6
"""Sentences after which a mention no longer counts."""


def only_asks(attribution: Attribution) -> bool:
    """Whether somebody only asked whom the sentence is about: `Asked by Cole whether it was true, she`."""
    return attribution.cue is not None and attribution.cue.text.split()[0] in _ASKED


@dataclass(slots=True)
class Discourse:
    """The mentions of an article by place, and the entities they have been found to mean so far."""

    extraction: Extraction
    entities: list[Entity] = field(default_factory=list)
    meaning: dict[int, list[Entity]] = field(default_factory=dict)
    """Entities by mention index; several where the words mean several."""
    resolving: set[int] = field(default_factory=set)
    """Mentions that have been begun to be resolved."""
    setting: Setting = field(default_factory=Setting)
    """Where the article is set."""
    places: Places = field(init=False)
    sources: dict[int, list[Attribution]] = field(default_factory=dict)
    """Attributions by the mention that is their source."""

    speakers: frozenset[int] = frozenset()
    """Mentions that say something, by an attribution or as the one on whose word a position stands."""
    _speaking: list[int] = field(default_factory=list)
    """The speakers that are no mere owners, by place."""
    holders: frozenset[int] = frozenset()
    """Mentions that hold a position."""
    answers: dict[int, int] = field(default_factory=dict)
    """Whoever was accused, by the mention that denies it or with which the accuser goes on."""
    asides: frozenset[int] = frozenset()
    """Speakers named behind their words: `the road is closed, Cole said`."""

    def __post_init__(self) -> None:
        self.places = Places(self.extraction)
        for attribution in self.extraction.attributions:
            if attribution.source is not None:
                self.sources.setdefault(attribution.source, []).append(attribution)
        said = {i for i, found in self.sources.items() if any(a.speech and not only_asks(a) for a in found)}
        ends = {self.mention(i).head.end for i in self.sources}
        for position in self.extraction.positions:
            said.update(position.asserted_by)
            # who published what speaks: `according to a note she sent`
            said.update(i for i in position.holder if self.mention(i).span[0] - 1 in ends)
        self.speakers = frozenset(said)
        self.answers = answers(self.extraction) | charged(self.extraction)
        self.holders = frozenset(i for position in self.extraction.positions for i in position.holder)
        # `Cole rejected the charge. “We pay,” he said`
        spoke = {i for p in self.extraction.positions if p.basis is Basis.STATED for i in p.holder}
        self._speaking = sorted(
            (i for i in said | spoke if self.mention(i).grammatical_role is not GrammaticalRole.POSSESSIVE),
            key=lambda i: (self.places.heads[i], i),
        )
        self.asides = frozenset(
            i
            for i, found in self.sources.items()
            if any(a.content[0].start < self.mention(i).head.start for a in found)
        )

    def share(self, entity: Entity) -> float:
        """Returns how much of what the article says of people by name is about an entity, from 0 to 1."""
        most = max((sum(e.names.values()) for e in self.entities if e.is_person), default=0)
        return sum(entity.names.values()) / most if most else 0.0

    def mention(self, index: int) -> Mention:
        """Returns a mention by index."""
        return self.extraction.mentions[index]

    def assign(self, index: int, *entities: Entity) -> None:
        """Notes that a mention means these entities."""
        self.meaning[index] = list(entities)
        if len(entities) == 1:
            entities[0].take(index, self.mention(index))

    def one(self, index: int) -> Entity | None:
        """Returns the one entity that a mention means, if it means one."""
        found = self.meaning.get(index, [])
        return found[0] if len(found) == 1 else None

    def salience(self, entity: Entity, index: int) -> float:
        """Returns how strongly an entity is in mind where a mention stands."""
        here = self.mention(index)
        heads = self.places.heads
        is_personal = here.gender in (Gender.MALE, Gender.FEMALE) and here.form is MentionForm.PRONOUN
        fading = _FADING_OF_PEOPLE if is_personal else _FADING
        weights: list[float] = []
        for i in entity.mentions:
            if heads[i] >= heads[index]:
                continue
            other = self.mention(i)
            distance = max(0, here.sentence - other.sentence)
            if distance > _REACH:
                continue
            strength = _STRENGTH[other.grammatical_role] * fading**distance
            if other.quoted and not here.quoted:
                strength *= 0.5
            if i in self.asides and index not in self.sources and not here.quoted:
                strength *= _ASIDE
            weights.append(strength)
        if not weights:
            return 0.0
        weights.sort(reverse=True)
        return weights[0] + _REPEATED * sum(weights[1:])

    def owner(self, index: int) -> Entity | None:
        """Returns who possesses what a mention names: `his` in `his government`."""
        return next((self.one(i) for i in self.places.possessives_in(index)), None)

    def latest(self, entity: Entity, index: int) -> int | None:
        """Returns the last mention of an entity before another mention."""
        heads = self.places.heads
        before = [i for i in entity.mentions if heads[i] < heads[index]]
        return max(before, key=lambda i: heads[i]) if before else None

    def last_person(self, index: int, *, but: Entity) -> Entity | None:
        """Returns the person spoken of last before a mention, `but` one."""
        for i in reversed(self.places.order[: self.places.rank[index]]):
            entity = self.one(i)
            if entity is not None and entity.is_person and entity is not but:
                return entity
        return None

    def named_in_content_of(self, index: int) -> list[Entity]:
        """Returns whom the words that a mention says speak of: a speaker seldom calls himself by name."""
        found: list[Entity] = []
        for attribution in self.sources.get(index, []):
            for part in attribution.content:
                for i in self.places.between(part.start, part.end):
                    other = self.mention(i)
                    if other.form is not MentionForm.PRONOUN and i != index and not other.parts:
                        found.extend(self.meaning.get(i, []))
        return found

    def is_owned_by_states(self, index: int) -> bool:
        """Whether a possessive owns what states own: `its leader`, `its neighbours`."""
        here = self.mention(index)
        if here.grammatical_role is not GrammaticalRole.POSSESSIVE:
            return False
        words = noun_sets().of_states
        for i in self.places.after_in_sentence(index):
            other = self.mention(i)
            if other.span[0] > here.span[0]:
                continue
            if other.head.text.lower() in words or (other.role and other.role.text.lower() in words):
                return True
        return False

    def speaker_over(self, index: int) -> Entity | None:
        """Returns who speaks the quoted words that a mention stands in."""
        for attribution in self.places.attributions_over(index):
            if attribution.source is not None and attribution.source != index:
                speaker = self.one(attribution.source)
                if speaker is not None:
                    return speaker
        return None

    def has_spoken(self, entity: Entity, index: int) -> bool:
        """Whether an entity has spoken before a mention."""
        heads = self.places.heads
        return any(
            i in self.speakers
            and heads[i] < heads[index]
            and self.mention(i).grammatical_role is not GrammaticalRole.POSSESSIVE
            for i in entity.mentions
        )

    def is_in_sentence(self, entity: Entity, index: int) -> bool:
        """Whether the sentence of a mention names an entity before it."""
        here, heads = self.mention(index), self.places.heads
        return any(
            heads[i] < heads[index] and self.mention(i).sentence == here.sentence for i in entity.mentions
        )

    def is_only_heard(self, entity: Entity) -> bool:
        """Whether the text names somebody only for what he says: an expert, a witness."""
        named = [i for i in entity.mentions if self.mention(i).form is MentionForm.NAME]
        return bool(named) and all(i in self.speakers for i in named)

    def acts_in_sentence(self, entity: Entity, index: int) -> bool:
        """Whether the sentence of a mention has an entity before it otherwise than as an owner."""
        here, heads = self.mention(index), self.places.heads
        return any(
            heads[i] < heads[index]
            and self.mention(i).sentence == here.sentence
            and self.mention(i).grammatical_role not in (GrammaticalRole.POSSESSIVE, GrammaticalRole.MODIFIER)
            for i in entity.mentions
        )

    def last_speaker(self, index: int) -> tuple[Entity, int] | None:
        """Returns who spoke last before a mention, with the mention that named him."""
        heads = self.places.heads
        first_behind = bisect_left(self._speaking, heads[index], key=lambda i: heads[i])
        for at in range(first_behind - 1, -1, -1):
            last = self._speaking[at]
            entity = self.one(last)
            if entity is not None:
                return entity, last
        return None
