"""The article as it unfolds: who has been spoken of before a place, how strongly, and who speaks there."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.lexicons.actor_words import noun_sets
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Attribution, Extraction, GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.entity import Entity

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
"""What is left of that strength one sentence on."""
_REPEATED = 0.35
"""How much each further mention counts beside the strongest."""
_REACH = 6
"""Sentences after which a mention no longer counts."""


@dataclass(slots=True)
class Discourse:
    """The mentions of an article by place, and the entities they have been found to mean so far."""

    extraction: Extraction
    entities: list[Entity] = field(default_factory=list)
    meaning: dict[int, list[Entity]] = field(default_factory=dict)
    """Entities by mention index; several where the words mean several."""
    order: list[int] = field(default_factory=list)
    """Mention indexes by place."""
    sources: dict[int, list[Attribution]] = field(default_factory=dict)
    """Attributions by the mention that is their source."""

    speakers: frozenset[int] = frozenset()
    """Mentions that say something, by an attribution or as the one on whose word a position stands."""

    def __post_init__(self) -> None:
        mentions = self.extraction.mentions
        self.order = sorted(range(len(mentions)), key=lambda i: (mentions[i].head.start, mentions[i].span[1]))
        for attribution in self.extraction.attributions:
            if attribution.source is not None:
                self.sources.setdefault(attribution.source, []).append(attribution)
        said = {i for i, found in self.sources.items() if any(a.speech for a in found)}
        for position in self.extraction.positions:
            said.update(position.asserted_by)
        self.speakers = frozenset(said)

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
        weights: list[float] = []
        for i in entity.mentions:
            other = self.mention(i)
            if other.head.start >= here.head.start:
                continue
            distance = max(0, here.sentence - other.sentence)
            if distance > _REACH:
                continue
            strength = _STRENGTH[other.grammatical_role] * _FADING**distance
            if other.quoted and not here.quoted:
                strength *= 0.5
            weights.append(strength)
        if not weights:
            return 0.0
        weights.sort(reverse=True)
        return weights[0] + _REPEATED * sum(weights[1:])

    def owner(self, index: int) -> Entity | None:
        """Returns who possesses what a mention names: `his` in `his government`."""
        return next((self.one(i) for i in self.possessives_in(index)), None)

    def possessives_in(self, index: int) -> list[int]:
        """Returns the possessives before the head of a mention, the outermost first."""
        mention = self.mention(index)
        if mention.head.start == mention.span[0] or mention.parts:
            return []
        return [
            i
            for i, other in enumerate(self.extraction.mentions)
            if i != index
            and other.grammatical_role is GrammaticalRole.POSSESSIVE
            and mention.span[0] <= other.span[0]
            and other.span[1] <= mention.head.start
        ]

    def latest(self, entity: Entity, index: int) -> int | None:
        """Returns the last mention of an entity before another mention."""
        here = self.mention(index).head.start
        before = [i for i in entity.mentions if self.mention(i).head.start < here]
        return max(before, key=lambda i: self.mention(i).head.start) if before else None

    def subject_before(self, index: int) -> int | None:
        """Returns the nearest subject before a mention in its own sentence."""
        here = self.mention(index)
        best = None
        for i in self.order:
            other = self.mention(i)
            if other.head.start >= here.head.start:
                break
            if other.sentence == here.sentence and other.grammatical_role is GrammaticalRole.SUBJECT:
                best = i
        return best

    def subject_after(self, index: int) -> int | None:
        """Returns the name that is the next subject after a mention in its own sentence, if a name it is."""
        here = self.mention(index)
        for i in self.order:
            other = self.mention(i)
            if other.sentence != here.sentence or other.head.start <= here.head.start or other.parts:
                continue
            if other.grammatical_role is GrammaticalRole.SUBJECT and not other.quoted:
                return i if other.form is MentionForm.NAME else None
        return None

    def named_in_content_of(self, index: int) -> list[Entity]:
        """Returns whom the words that a mention says speak of: a speaker seldom calls himself by name."""
        found: list[Entity] = []
        for attribution in self.sources.get(index, []):
            for i in self.order:
                other = self.mention(i)
                if other.form is MentionForm.PRONOUN or i == index or other.parts:
                    continue
                if any(p.start <= other.head.start and other.head.end <= p.end for p in attribution.content):
                    found.extend(self.meaning.get(i, []))
        return found

    def anyone_between(self, one: int, other: int) -> bool:
        """Whether another mention stands between two."""
        start, end = self.mention(one).head.end, self.mention(other).span[0]
        return any(
            start < m.head.start and m.head.end < end and m.kind not in (None, ActorKind.STATE)
            for m in self.extraction.mentions
        )

    def is_owned_by_states(self, index: int) -> bool:
        """Whether a possessive owns what states own: `its leader`, `its neighbours`."""
        here = self.mention(index)
        if here.grammatical_role is not GrammaticalRole.POSSESSIVE:
            return False
        words = noun_sets().of_states
        for i, other in enumerate(self.extraction.mentions):
            if i == index or not other.span[0] <= here.span[0] < other.head.start:
                continue
            if other.head.text.lower() in words or (other.role and other.role.text.lower() in words):
                return True
        return False

    def attributions_over(self, index: int) -> list[Attribution]:
        """Returns the attributions whose content a mention stands in, the widest first."""
        start, end = self.mention(index).span
        over = [
            a
            for a in self.extraction.attributions
            if any(part.start <= start and end <= part.end for part in a.content)
        ]
        return sorted(over, key=lambda a: -sum(part.end - part.start for part in a.content))

    def speaker_over(self, index: int) -> Entity | None:
        """Returns who speaks the quoted words that a mention stands in."""
        for attribution in self.attributions_over(index):
            if attribution.source is not None and attribution.source != index:
                speaker = self.one(attribution.source)
                if speaker is not None:
                    return speaker
        return None

    def has_spoken(self, entity: Entity, index: int) -> bool:
        """Whether an entity has spoken before a mention."""
        here = self.mention(index).head.start
        return any(i in self.speakers and self.mention(i).head.start < here for i in entity.mentions)

    def last_speaker(self, index: int) -> tuple[Entity, int] | None:
        """Returns who spoke last before a mention, with the mention that named him."""
        here = self.mention(index)
        spoken = [
            i
            for i in sorted(self.speakers)
            if self.mention(i).head.start < here.head.start and self.one(i) is not None
        ]
        if not spoken:
            return None
        last = max(spoken, key=lambda i: self.mention(i).head.start)
        entity = self.one(last)
        return (entity, last) if entity is not None else None
