"""A position as a page shows it: claim first, then basis, then one line of facts and the exact words."""

from __future__ import annotations

from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.model.places import PositionAt
from briefgen.model.position import Basis, Position
from briefgen.model.quote import QuoteForm
from briefgen.site import wording
from briefgen.site.day_words import say
from briefgen.site.links import Links, text_fragment
from briefgen.site.views.names import Name, name_actors, name_apart, name_target, source_line

NOT_IDENTIFIED = "Holder not named"


class Words(NamedTuple):
    """Exact words and their place."""

    text: str
    start: int
    end: int


class PositionView(NamedTuple):
    """Everything a page prints of a position."""

    id: str
    claim: str
    shape: str
    fill: str
    basis: str
    basis_detail: tuple[str | Name, ...]
    act: str
    stance: str
    toward: str | None
    target: Name | None
    certainty: str
    condition: str | None
    when: str
    words: tuple[Words, ...]
    original: str | None
    """The way to the first words in the original."""
    url: str
    """Its permalink on its brief's page, as seen from the page that shows it."""
    source: Name
    """The brief it stands in."""
    holders: tuple[Name, ...]
    core: bool
    reviewed: bool
    """Whether a person checked it."""

    @property
    def mark(self) -> str:
        """Returns the name of its mark: `against-own`."""
        return f"{self.shape}-{self.fill}"

    @property
    def says(self) -> str:
        """Returns what the mark says, for those who do not see it."""
        return f"{wording.SHAPE_WORDS[self.shape]}{wording.FILL_WORDS[self.fill]}"


def view_position(corpus: Corpus, at: PositionAt, to: Links) -> PositionView:
    """Returns a position as the page at `to` shows it."""
    brief, position = at.brief, at.position
    basis, detail = _basis(corpus, brief, position, to)
    return PositionView(
        id=position.id,
        claim=position.claim,
        shape=wording.SHAPE[position.stance],
        fill=wording.fill_of(at),
        basis=basis,
        basis_detail=detail,
        act=wording.ACT[position.act],
        stance=wording.STANCE[position.stance],
        toward=wording.STANCE_TOWARD.get(position.stance),
        target=name_target(corpus, position.target, to) if position.target else None,
        certainty=wording.CERTAINTY[position.certainty],
        condition=position.condition.text if position.condition else None,
        when=say(position.when),
        words=tuple([Words(evidence.text, *evidence.span) for evidence in position.evidence]),
        original=text_fragment(brief.article.url, position.evidence[0].text),
        url=to.brief(brief.id, position.id),
        source=Name(source_line(brief), to.brief(brief.id)),
        holders=name_holders(corpus, at, to),
        core=position.salience == "core",
        reviewed=position.id in corpus.reviewed.get(brief.id, ()),
    )


def name_holders(corpus: Corpus, at: PositionAt, to: Links, *, apart: bool = False) -> tuple[Name, ...]:
    """Returns who holds a position: actors, else the words that name them, else nobody.

    `apart` tells actors of one name apart, as pages of many briefs must.
    """
    if at.holder:
        if apart:
            ids = dict.fromkeys(corpus.actor_id(id) for id in at.holder)
            return tuple(name_apart(corpus, id, to) for id in ids)
        return name_actors(corpus, at.holder, to)
    if at.holder_words:
        return (Name(wording.name_unknown(at.holder_words)),)
    return (Name(NOT_IDENTIFIED),)


def _basis(corpus: Corpus, brief: Brief, position: Position, to: Links) -> tuple[str, tuple[str | Name, ...]]:
    asserted = name_actors(corpus, position.asserted_by, to)
    via = name_actors(corpus, position.relayed_by, to)
    behind: tuple[str | Name, ...] = ("via", *via) if via else ()
    match position.basis:
        case Basis.STATED:
            return "Stated", (_own_words(brief, position) + ("," if behind else ""), *behind)
        case Basis.RELAYED:
            return "As told by", (asserted or via or ("others",))
        case Basis.IMPUTED:
            return "Imputed by", (*(asserted or ("the author",)), *behind)
        case Basis.NARRATED:
            return "The author’s reading", behind
        case Basis.ENACTED:
            return "Shown by action", behind


def _own_words(brief: Brief, position: Position) -> str:
    if not position.quotes:
        return "own words, paraphrased"
    forms = {quote.form for quote in brief.quotes if quote.id in position.quotes}
    if QuoteForm.DIRECT in forms:
        return "own words, quoted"
    if QuoteForm.MIXED in forms:
        return "own words, quoted in part"
    return "own words, paraphrased"
