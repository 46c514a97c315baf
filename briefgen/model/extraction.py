"""What extraction finds in one article, before anything is resolved: the border between extract and resolve.

Mentions point into the article's text and refer to one another by their index in `Extraction.mentions`.
Nothing here depends on a language library; what resolving needs of the grammar comes with the mentions.
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from briefgen.model.actor import ActorKind
from briefgen.model.base import Model
from briefgen.model.evidence import Evidence, Span
from briefgen.model.position import Act, Basis, Certainty, Stance
from briefgen.model.quote import QuoteForm
from briefgen.model.timex import DateEvent, TimexMention

MentionIndex = int


class MentionForm(StrEnum):
    """How a mention refers: by name, by a noun phrase, by a pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Gender(StrEnum):
    """The gender that a mention's own words show."""

    MALE = "male"
    FEMALE = "female"
    NEUTER = "neuter"
    UNKNOWN = "unknown"


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    PLURAL = "plural"
    UNKNOWN = "unknown"


class GrammaticalRole(StrEnum):
    """What the mention does in its sentence."""

    SUBJECT = "subject"
    OBJECT = "object"
    POSSESSIVE = "possessive"
    MODIFIER = "modifier"
    APPOSITION = "apposition"
    OBLIQUE = "oblique"
    OTHER = "other"


class Mention(Model):
    """A stretch of text that refers to somebody or something that can act."""

    text: str
    span: Span
    form: MentionForm
    head: Evidence
    """The head word; for a name the whole bare name without titles and roles."""
    kind: ActorKind | None = None
    """What the words show it to be; None where open."""
    gender: Gender = Gender.UNKNOWN
    number: Number = Number.UNKNOWN
    person: int = Field(default=3, ge=1, le=3)
    grammatical_role: GrammaticalRole = GrammaticalRole.OTHER
    sentence: int = Field(ge=0)
    """Index into Extraction.sentences."""
    paragraph: int = Field(ge=0)
    quoted: bool = False
    """Whether it stands inside quotation marks."""
    acts: bool = True
    """False where the words are a place, a modifier or otherwise no actor in this sentence."""
    role: Evidence | None = None
    """The role its words or an apposition give: `a professor of politics at Yonsei University`."""
    clause: Evidence | None = None
    """What a clause tells of a person: `who heads the panel` right behind a role, else `whose son is a pupil`."""
    affiliation: Evidence | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 that the words show (`South Korean President`)."""
    parts: tuple[MentionIndex, ...] = ()
    """Members of a coordination (`Russia and China`)."""
    alias_of: MentionIndex | None = None
    """The mention whose other name this is: `Korean Central News Agency (KCNA)`, an apposition."""
    definite: bool = False
    """Whether a nominal is definite (`the ministry`), and so may refer back."""
    subjects: tuple[MentionIndex, ...] = ()
    """Of a pronoun: subjects of the clauses that it stands in, the nearest first."""
    own_subject: MentionIndex | None = None
    """Of a pronoun object: the subject of its verb, whom it does not mean unless it is reflexive; of an `it` that
    tells when: who speaks, where it may mean what is spoken of."""
    blamed: bool = False
    """Of `they`: whether it does a wrong, with which one charges others (`they are flouting the law`)."""
    things: int | None = None
    """Of a plural pronoun: where several stand that it may mean and that are nobody (`raise fees, not cut them`)."""


class Attribution(Model):
    """A source, a cue and a content (PolNeAR): one speech of one speaker."""

    form: QuoteForm
    content: tuple[Evidence, ...] = Field(min_length=1)
    source: MentionIndex | None = None
    cue: Evidence | None = None
    cue_lemma: str | None = None
    continues: int | None = None
    """Index of the attribution that this one goes on with: one speech broken by its frame or a paragraph."""
    speech: bool = True
    """Whether the cue is one of saying or writing; False for belief, plan and wish."""
    venue: Evidence | None = None
    time: Span | None = None
    """Span of the time expression that dates the saying."""
    relay: MentionIndex | None = None
    """Through whom the words reached the author."""
    spoken_of: MentionIndex | None = None
    """Of whom the words are said, as the cue tells (`she said of the councillors`)."""


class PositionCandidate(Model):
    """A position as the words give it; resolve adds actors, target, topic, claim and salience."""

    evidence: tuple[Evidence, ...] = Field(min_length=1)
    holder: tuple[MentionIndex, ...] = ()
    holder_is_author: bool = False
    """The author asserts it in his own voice and nobody else holds it."""
    asserted_by: tuple[MentionIndex, ...] = ()
    relayed_by: tuple[MentionIndex, ...] = ()
    by_report: bool = False
    """It is told on the word of somebody whom nobody names (`reportedly said`)."""
    act: Act
    basis: Basis
    stance: Stance
    certainty: Certainty
    target: tuple[MentionIndex, ...] = ()
    """Of whom the words speak: the subject of what is said, else the first actor that they name."""
    aimed_at: tuple[MentionIndex, ...] = ()
    """Toward whom the stance is, as far as the words settle it; the nearest first."""
    matter: tuple[Span, ...] = ()
    """The words that name what the stance is toward, the nearest first."""
    condition: Evidence | None = None
    claim: tuple[Evidence, ...] = ()
    """The words the claim is made of, in order; the evidence where empty."""
    claim_link: str | None = None
    """Verb set between the claim's first words and the rest where the text has a participle (`is`)."""
    attribution: int | None = None
    """Index into Extraction.attributions that it rests on."""
    time: Span | None = None
    cue_lemma: str | None = None
    strength: float = Field(default=0.5, ge=0, le=1)
    """How sure the rule is, for salience and for a person's review."""


class DatedEvent(Model):
    """The clause that a time expression dates."""

    timex: Span
    event: DateEvent


class Extraction(Model):
    """Everything found in one article."""

    sentences: tuple[Span, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    positions: tuple[PositionCandidate, ...] = ()
    timexes: tuple[TimexMention, ...] = ()
    events: tuple[DatedEvent, ...] = ()
    noun_phrases: tuple[Span, ...] = ()
    """Each common noun with the adjectives and nouns right before it, by place."""
    warnings: tuple[str, ...] = ()
