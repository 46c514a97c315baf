"""An entity: mentions of one article that mean the same, on the way to becoming an actor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from briefgen.model.actor import ActorKind
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Gender, Mention, MentionForm


@dataclass(slots=True, eq=False)
class Entity:
    """Mentions found to mean the same one, on the way through an article; equal to itself only."""

    key: str
    """What it was made from: `state:KE`, `person:ruth cole`; unique in the article."""
    kind: ActorKind | None = None
    country: str | None = None
    named: bool = True
    """Whether any mention names it; False for `the spokesman`."""
    mentions: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    genders: Counter[Gender] = field(default_factory=Counter)
    """How often its words show which gender, male or female."""
    roles: list[Evidence] = field(default_factory=list)
    affiliations: list[Evidence] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)
    """Mentions by an office that nothing in the text gives it: they tell no role."""
    role_of: Entity | None = None
    """The state or body whose officer a possessive says it is: `its leader`."""
    chief: Entity | None = None
    """The person whose officer a possessive says it is: `Cole's adviser`."""
    office: str | None = None
    """What it is of them, in the words beside the possessive: `leader`."""
    words: tuple[str, ...] = ()
    """The folded words of its fullest name."""

    @property
    def gender(self) -> Gender:
        """The gender that names, titles and roles show, else what pronouns have shown."""
        return max(self.genders, key=self.genders.__getitem__, default=Gender.UNKNOWN)

    @property
    def is_sure_of_gender(self) -> bool:
        """Whether a name, title or noun shows the gender, or several pronouns have agreed on it."""
        return self.genders[self.gender] >= 3

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return self.kind is ActorKind.PERSON

    def take(self, index: int, mention: Mention) -> None:
        """Adds a mention and what its words show."""
        if index in self.mentions:
            return
        self.mentions.append(index)
        if mention.form is MentionForm.NAME:
            self.names[mention.head.text] += 1
        if mention.gender in (Gender.MALE, Gender.FEMALE):
            self.genders[mention.gender] += 1 if mention.form is MentionForm.PRONOUN else 3
        if mention.role is not None and not mention.text.endswith("-year-old"):
            self.roles.append(mention.role)
        if mention.affiliation is not None:
            self.affiliations.append(mention.affiliation)
        if self.country is None and mention.form is not MentionForm.PRONOUN:
            self.country = mention.country
        if self.kind is None:
            self.kind = mention.kind
