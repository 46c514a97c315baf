"""The matrix of actors by topics: which way each leans, and on whose word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefgen.corpus.corpus import Corpus
from briefgen.corpus.stances import count_stances
from briefgen.model.places import PositionAt
from briefgen.site import wording
from briefgen.site.links import Links
from briefgen.site.pages.actors import POSITIONS_A_PAGE
from briefgen.site.views.names import Name, name_apart

Held = Mapping[str, Mapping[str, tuple[PositionAt, ...]]]


class MatrixMark(NamedTuple):
    """One stance in a cell."""

    shape: str
    fill: str
    number: int

    @property
    def says(self) -> str:
        """Returns what the mark says, for those who do not see it."""
        return f"{wording.SHAPE_WORDS[self.shape]}{wording.FILL_WORDS[self.fill]}"


class MatrixCell(NamedTuple):
    """What an actor holds on a topic; no marks where nothing was found."""

    topic: str
    url: str
    marks: tuple[MatrixMark, ...]
    opens_group: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An actor."""

    name: Name
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A topic; the first of a group says so."""

    name: Name
    opens_group: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table: groups of columns, columns, groups of rows."""

    groups: tuple[tuple[Name | None, int], ...]
    """Name and width of each group of topics; no name for topics that belong to none."""
    columns: tuple[MatrixColumn, ...]
    rows: tuple[tuple[str, tuple[MatrixRow, ...]], ...]

    @property
    def has_groups(self) -> bool:
        """Whether topics are grouped at all."""
        return any(name for name, _ in self.groups)


def choose_topics(corpus: Corpus, limit: int) -> tuple[str, ...]:
    """Returns the topics with most positions, those of one group side by side."""
    held = [id for id in corpus.topics if corpus.on_topic.get(id)]
    best = sorted(held, key=lambda id: (-len(corpus.on_topic[id]), id))[:limit]
    group_of = _groups(corpus, best)
    groups = list(dict.fromkeys(group_of.values()))
    # Topics that belong together stand together; a group comes where its heaviest topic would.
    return tuple(sorted(best, key=lambda id: (groups.index(group_of[id]), best.index(id))))


def _groups(corpus: Corpus, topics: Sequence[str]) -> dict[str, str]:
    """Returns topic → the group that it shares with another of these topics, else an empty string."""
    found = {id: _group(corpus, id) for id in topics}
    sizes = Counter(found.values())
    return {id: group if sizes[group] > 1 else "" for id, group in found.items()}


def _group(corpus: Corpus, topic: str) -> str:
    entries = corpus.registry.topics
    parent = next((entry.parent for entry in entries if entry.id == topic), None)
    return parent or (
        topic if any(entry.parent == topic and entry.id in corpus.topic_names for entry in entries) else ""
    )


def choose_actors(corpus: Corpus, held: Held) -> tuple[str, ...]:
    """Returns the actors that hold a position on some topic, those with most first."""
    known = [id for id in held if id in corpus.actors]
    return tuple(sorted(known, key=lambda id: (-sum(len(found) for found in held[id].values()), id)))


def build_matrix(
    corpus: Corpus,
    held: Held,
    actors: Sequence[str],
    topics: Sequence[str],
    to: Links,
    *,
    grouped: Sequence[tuple[str, Sequence[str]]] | None = None,
) -> Matrix:
    """Returns the matrix of actors by topics; `grouped` puts actors under headings."""
    group_of = _groups(corpus, topics)
    starts = [number == 0 or group_of[id] != group_of[topics[number - 1]] for number, id in enumerate(topics)]
    columns = tuple(
        MatrixColumn(Name(wording.hyphenate(corpus.topic_names[id].name), to.topic(id)), start)
        for id, start in zip(topics, starts, strict=True)
    )
    groups: list[tuple[Name | None, int]] = []
    for id, start in zip(topics, starts, strict=True):
        if start:
            groups.append((_group_name(corpus, group_of[id], to), 1))
        else:
            groups[-1] = (groups[-1][0], groups[-1][1] + 1)
    return Matrix(
        groups=tuple(groups),
        columns=columns,
        rows=tuple(
            (title, tuple(_row(corpus, held, id, topics, starts, to) for id in ids))
            for title, ids in (grouped or (("", actors),))
            if ids
        ),
    )


def _group_name(corpus: Corpus, group: str, to: Links) -> Name | None:
    if not group:
        return None
    if group in corpus.topic_names:
        return Name(corpus.topic_names[group].name, to.topic(group))
    entry = next((entry for entry in corpus.registry.topics if entry.id == group), None)
    return Name(entry.name if entry else group.replace("-", " ").capitalize())


def _row(
    corpus: Corpus, held: Held, id: str, topics: Sequence[str], starts: Sequence[bool], to: Links
) -> MatrixRow:
    return MatrixRow(
        name=name_apart(corpus, id, to),
        cells=tuple(
            _cell(corpus, held.get(id, {}).get(topic, ()), id, topic, start, to)
            for topic, start in zip(topics, starts, strict=True)
        ),
    )


def _cell(
    corpus: Corpus, found: tuple[PositionAt, ...], actor: str, topic: str, start: bool, to: Links
) -> MatrixCell:
    if not found:
        return MatrixCell("", "", (), start)
    if len(corpus.held_by[actor]) <= POSITIONS_A_PAGE:
        url = f"{to.actor(actor)}#t-{topic}"
    else:
        # The actor's page is in parts: the newest position leads to its brief.
        url = to.brief(found[-1].brief.id, found[-1].id)
    marks = tuple(
        [
            MatrixMark(wording.SHAPE[count.stance], wording.FILL[count.basis], count.number)
            for count in count_stances(found)
        ]
    )
    return MatrixCell(corpus.topic_names[topic].name, url, marks, start)
