"""Where the mentions of an article stand to one another: what no resolving changes, looked up once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Attribution, Extraction, GrammaticalRole, MentionForm
from briefgen.model.span_index import SpanIndex


@dataclass(slots=True)
class Places:
    """The mentions of an article by place and by sentence."""

    extraction: Extraction
    order: list[int] = field(default_factory=list)
    """Mention indexes by place of their head."""
    heads: list[int] = field(default_factory=list)
    """Place of each mention's head, by mention index."""
    headed: SpanIndex[int] = field(default_factory=SpanIndex)
    """Mention indexes by the words of their head."""
    rank: dict[int, int] = field(default_factory=dict)
    """Where in `order` each mention stands."""
    by_sentence: dict[int, list[int]] = field(default_factory=dict)
    """Mentions of each sentence, in order."""
    _possessives: list[int] = field(default_factory=list)
    _over: dict[int, list[Attribution]] = field(default_factory=dict)
    _contents: SpanIndex[int] = field(default_factory=SpanIndex)
    """Attributions by index, by the stretches of their content."""

    def __post_init__(self) -> None:
        mentions = self.extraction.mentions
        self.heads = [mention.head.start for mention in mentions]
        self.headed = SpanIndex((mention.head.span, index) for index, mention in enumerate(mentions))
        self.order = sorted(range(len(mentions)), key=lambda i: (self.heads[i], mentions[i].span[1]))
        self.rank = {index: at for at, index in enumerate(self.order)}
        for i in self.order:
            self.by_sentence.setdefault(mentions[i].sentence, []).append(i)
        self._possessives = [
            i for i in self.order if mentions[i].grammatical_role is GrammaticalRole.POSSESSIVE
        ]
        for at, attribution in enumerate(self.extraction.attributions):
            for part in attribution.content:
                self._contents.add(part.span, at)

    def possessives_in(self, index: int) -> list[int]:
        """Returns the possessives before the head of a mention, the outermost first."""
        mention = self.extraction.mentions[index]
        if self.heads[index] == mention.span[0] or mention.parts:
            return []
        first = bisect_left(self._possessives, mention.span[0], key=lambda i: self.heads[i])
        found = []
        for i in self._possessives[first:]:
            other = self.extraction.mentions[i]
            if self.heads[i] >= self.heads[index]:
                break
            if i != index and mention.span[0] <= other.span[0] and other.span[1] <= self.heads[index]:
                found.append(i)
        return found

    def subject_before(self, index: int) -> int | None:
        """Returns the nearest subject before a mention in its own sentence."""
        best = None
        for i in self.by_sentence[self.extraction.mentions[index].sentence]:
            if self.heads[i] >= self.heads[index]:
                break
            if self.extraction.mentions[i].grammatical_role is GrammaticalRole.SUBJECT:
                best = i
        return best

    def after_in_sentence(self, index: int) -> list[int]:
        """Returns the mentions behind a mention in its own sentence, in order."""
        same = self.by_sentence[self.extraction.mentions[index].sentence]
        return [i for i in same if self.heads[i] > self.heads[index]]

    def subject_after(self, index: int) -> int | None:
        """Returns the name that is the next subject after a mention in its own sentence, if a name it is."""
        for i in self.after_in_sentence(index):
            other = self.extraction.mentions[i]
            if other.parts or other.quoted or other.grammatical_role is not GrammaticalRole.SUBJECT:
                continue
            return i if other.form is MentionForm.NAME else None
        return None

    def between(self, start: int, end: int) -> list[int]:
        """Returns the mentions whose head stands at or after `start` and before `end`, in order."""
        first = bisect_left(self.order, start, key=lambda i: self.heads[i])
        last = bisect_left(self.order, end, key=lambda i: self.heads[i])
        return self.order[first:last]

    def anyone_between(self, one: int, other: int) -> bool:
        """Whether another actor stands between two mentions."""
        start, end = self.extraction.mentions[one].head.end, self.extraction.mentions[other].span[0]
        return any(
            self.extraction.mentions[i].head.end < end
            and self.extraction.mentions[i].kind not in (None, ActorKind.STATE)
            for i in self.between(start + 1, end)
        )

    def attributions_over(self, index: int) -> list[Attribution]:
        """Returns the attributions whose content a mention stands in, the widest first."""
        if index not in self._over:
            start, end = self.extraction.mentions[index].span
            around = (self.extraction.attributions[at] for at in sorted(set(self._contents.at(start))))
            over = [
                a for a in around if any(part.span[0] <= start and end <= part.span[1] for part in a.content)
            ]
            over.sort(key=lambda a: -sum(part.span[1] - part.span[0] for part in a.content))
            self._over[index] = over
        return self._over[index]
