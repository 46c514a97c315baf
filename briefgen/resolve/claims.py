"""Claims: one plain sentence made of the article's words, with its references resolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from briefgen.lexicons.inflection import agreeing
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.article import Article
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import (
    Extraction,
    Gender,
    GrammaticalRole,
    Mention,
    MentionForm,
    MentionIndex,
    Number,
    PositionCandidate,
)
from briefgen.model.position import Basis
from briefgen.resolve.actors import Cast
from briefgen.resolve.claim_words import (
    FULL,
    QUOTE_MARKS,
    as_statement,
    joined,
    linked,
    owner_of,
    run_on,
    sentence,
    tidy,
)
from briefgen.resolve.first_person import FIRST_PERSON, in_third_person
from briefgen.resolve.word import actors_of

_CONTRACTED = re.compile(r"['’](ll|s|d|re|ve)\b")
_PARTICIPLE = re.compile(
    r"\s+(?:(?!(?:especially|particularly|deeply|really|highly|fully)\b)(?:also|never|already|just|always|\w+ly)\s+)?"
    r"(?:\w+ed|got|been|become|gone|come|done|made|given|taken|seen|shown|won|lost|left|spoken|begun|grown|"
    r"heard from)\b"
)
_HAD = re.compile(
    r"\s+(?:(?:also|never|already|just|always|only|once|long|\w+ly)\s+)?(?:(?!need\b|\w*[cf]eed\b|heed\b|speed\b)\w+ed|"
    r"got|been|gone|done|made|given|taken|seen|shown|won|lost|left|spoken|begun|grown|had|said|told|met|held|kept|heard|"
    r"sent|spent|thought|brought|built|known|written|fallen|risen|chosen|driven|flown|broken|forgotten)\b"
)
"""What stands behind a `’d` that is no `would`: `he’d barely campaigned`."""


_LEFT_OVER = re.compile(
    r"^that (?=(?:the|an?|its|his|her|their|our|my|there|he|she|it|they|we|this|these)\b|[“\"])", re.I
)
"""The `that` of a content whose clause the parser hung elsewhere: `told the king that the pact would hold`."""


@dataclass(slots=True)
class Claims:
    """Writes claims for one article."""

    article: Article
    extraction: Extraction
    cast: Cast
    ordered: tuple[MentionIndex, ...] = field(init=False)
    """The mentions by place: a long article has thousands, and each claim looks up its own."""

    def __post_init__(self) -> None:
        mentions = self.extraction.mentions
        by_place = sorted(range(len(mentions)), key=lambda index: (mentions[index].span, index))
        self.ordered = tuple(by_place)

    def write(self, candidate: PositionCandidate, holder: tuple[str, ...] = ()) -> str:
        """Returns the claim of a candidate: never stronger than its words, for it is made of nothing else."""
        pieces = candidate.claim or candidate.evidence
        named: set[str] = set()
        words = [self._resolved(piece, named, pieces, holder) for piece in pieces]
        words[0] = self._owned(self._with_holder(words[0], pieces[0], candidate, holder), pieces[0])
        if candidate.claim_link is not None and len(words) > 1:
            words[0] = self._named_before_link(words[0], candidate, holder)
            words[1:2] = [linked(candidate.claim_link, words[1])]
        text = _LEFT_OVER.sub("", tidy(run_on(words)))
        if not text:
            text = tidy(" ".join(piece.text for piece in candidate.evidence))
        speaker = self._speaker(candidate, holder)
        if speaker is not None:
            text = in_third_person(text, self.name_of(speaker))
        if FIRST_PERSON.search(text) and self._is_verbatim(text, pieces):
            # Whose `I` it is stays open, or the verb would not agree: the words stand as they were said.
            return f"“{sentence(QUOTE_MARKS.sub('', text))}”"
        return sentence(as_statement(text))

    def _is_verbatim(self, text: str, pieces: tuple[Evidence, ...]) -> bool:
        """Whether a claim is one stretch of quoted words, just as they stand."""
        quoted = any(m.quoted for piece in pieces for _, m in self._inside(piece))
        return quoted and len(pieces) == 1 and text == tidy(pieces[0].text)

    def _named_before_link(self, subject: str, candidate: PositionCandidate, holder: tuple[str, ...]) -> str:
        """Returns the name of who says `I` before a verb that was put into the third person."""
        speaker = self._speaker(candidate, holder) if subject.strip() == "I" else None
        return subject if speaker is None else self.name_of(speaker)

    def _speaker(self, candidate: PositionCandidate, holder: tuple[str, ...]) -> str | None:
        """Returns who says `I` in the candidate's words: its holder where these are his own."""
        holders = holder or actors_of(candidate.holder, self.cast)
        first = [self.extraction.mentions[index].person == 1 for index in candidate.holder]
        own = (
            (candidate.cue_lemma or "").startswith("say:") or any(first) or candidate.attribution is not None
        )
        stated = candidate.basis is Basis.STATED and not candidate.asserted_by
        if len(holders) != 1 or not own or not stated:
            return None
        actor = self.cast.by_id.get(holders[0])
        # `“I can win,” an email read`: somebody speaks in it, and it is not the email
        is_text = actor is not None and actor.kind is ActorKind.MEDIA and actor.name[:1].islower()
        return None if is_text else holders[0]

    def name_of(self, actor_id: str) -> str:
        """Returns an actor's name, one unnamed with its article: `the bishop`; its id where it has none."""
        actor = self.cast.by_id.get(actor_id)
        if actor is None:
            return actor_id
        is_named = actor.name.split()[0] in mention_cues().particles  # `de Vries`
        is_one = actor.name[:1].islower() and actor.kind is not ActorKind.GROUP and not is_named
        return f"the {actor.name}" if is_one and not _COUNTED.match(actor.name) else actor.name

    def _in_full(self, contracted: re.Match[str]) -> str:
        """Returns the helper that stands short behind a pronoun: ` has` in `he’s called it off`."""
        text, short = self.article.text, contracted.group(1)
        done = _PARTICIPLE.match(text, contracted.end()) if short == "s" else None
        if done and done.group().split()[-1] not in resolving().states_in_ed:  # `he’s tired of it`
            return " has"
        return " had" if short == "d" and _HAD.match(text, contracted.end()) else FULL[short]

    def _called(self, actor_id: str, pronoun: Mention) -> str:
        """Returns an actor's name in the number of a pronoun: `the Kenyans` for a `they` that means Kenya.

        Of several it is not said of all what some say: `many members` for a `they` that means these.
        """
        actor, mentions = self.cast.by_id.get(actor_id), self.extraction.mentions
        if pronoun.number is Number.PLURAL and actor is not None and actor.kind is ActorKind.GROUP:
            return self._counted(actor_id, pronoun)
        if pronoun.number is not Number.PLURAL or actor is None or actor.kind is not ActorKind.STATE:
            return self.name_of(actor_id)
        people = [
            mentions[i].text
            for i in self.ordered
            if mentions[i].span[1] <= pronoun.span[0]
            and mentions[i].number is Number.PLURAL
            and mentions[i].form is not MentionForm.PRONOUN
            and self.cast.of_mention[i] == (actor_id,)
        ]
        return people[-1][:1].lower() + people[-1][1:] if people else self.name_of(actor_id)

    def _counted(self, group: str, pronoun: Mention) -> str:
        """Returns a group's name with the words that told how many of it are meant by a pronoun."""
        mentions, name = self.extraction.mentions, self.name_of(group)
        told = [
            mentions[i].text
            for i in self.ordered
            if mentions[i].span[1] <= pronoun.span[0]
            and mentions[i].form is MentionForm.NOMINAL
            and self.cast.of_mention[i] == (group,)
        ]
        how_many = _HOW_MANY.match(told[-1]) if told else None
        if how_many is None or name.lower().startswith(how_many[0].lower()):
            return name
        return f"{how_many[0].lower()}{name}"

    def _is_one(self, actor_id: str, pronoun: Mention) -> bool:
        """Whether a `they` means one body or state that the claim calls by a name in the singular."""
        actor = self.cast.by_id.get(actor_id)
        mentions = (
            m
            for m, ids in zip(self.extraction.mentions, self.cast.of_mention, strict=True)
            if ids == (actor_id,)
        )
        if (
            actor is None
            or actor.kind in (ActorKind.GROUP, None)
            or self._called(actor_id, pronoun) != self.name_of(actor_id)
        ):
            return False
        return not any(m.form is MentionForm.NAME and m.number is Number.PLURAL for m in mentions)

    def _resolved(
        self, piece: Evidence, named: set[str], pieces: tuple[Evidence, ...], holder: tuple[str, ...]
    ) -> str:
        """Returns the words of a piece, its first pronoun turned into a name where that leaves no doubt.

        A pronoun that follows another actor's name is left to the reader: `Kim may give up his plan` must not
        become another man's plan by a wrong guess.
        """
        out, at = [], piece.start
        for index, mention in self._inside(piece):
            ids = self.cast.of_mention[index]
            if mention.form is not MentionForm.PRONOUN:
                named.update(ids or (mention.text,))
                continue
            later = self._named_later(mention, set(ids), pieces)
            if (
                not ids
                or self._could_mean(mention, named)
                or later
                or mention.person != 3
                or mention.span[0] < at
            ):
                continue
            if not _replaceable(mention) or self._may_be_other(mention, piece, ids):
                continue
            if mention.number is Number.PLURAL and set(ids) < set(holder):
                continue  # `Norway and other states said it was part of their plan`: hardly of one of them
            if mention.text.lower() == "it" and _IN_WHICH.search(self.article.text, at, mention.span[0]):
                continue  # `the land on which it is to stand`: hardly somebody
            out.append(self.article.text[at : mention.span[0]])
            out.append(_possessive(joined([self._called(i, mention) for i in ids]), mention))
            at = mention.span[1]
            is_one = mention.text.lower() == "they" and len(ids) == 1 and self._is_one(ids[0], mention)
            contracted = _CONTRACTED.match(self.article.text, at, piece.end)
            if contracted is not None:
                full = self._in_full(contracted)
                out.append((agreeing(full)[0] or full) if is_one else full)
                at = contracted.end()
            elif is_one:
                verb, reach = agreeing(self.article.text[at : piece.end])
                out.append(verb)
                at += reach
            named.update(ids)
        out.append(self.article.text[at : piece.end])
        return "".join(out)

    def _may_be_other(self, pronoun: Mention, piece: Evidence, ids: tuple[str, ...]) -> bool:
        """Whether a pronoun may be read as something that the claim tells of before it by no name.

        `The sides were closer than they sounded`, `the ministry raised its fees`, `I felt that they were guilty`;
        and `them` means no single one.
        """
        before = self.article.text[piece.start : pronoun.span[0]]
        word = pronoun.text.lower()
        if word == "its":
            return bool(_ONE_THING.search(before))
        if pronoun.number is not Number.PLURAL:
            return False
        is_own_mind = pronoun.quoted and bool(_SPEAKS.search(before))
        is_object = word in ("them", "their")
        if is_object and not any(self._are_several(actor_id) for actor_id in ids) and len(ids) == 1:
            return True
        return is_own_mind or any(tells.search(before.lower()) for tells in (_SEVERAL, _PLURALS))

    def _are_several(self, actor_id: str) -> bool:
        """Whether an actor is a group, or goes by a name in the plural."""
        actor = self.cast.by_id.get(actor_id)
        if actor is not None and actor.kind is ActorKind.GROUP:
            return True
        mentions = zip(self.extraction.mentions, self.cast.of_mention, strict=True)
        return any(
            m.number is Number.PLURAL and m.form is not MentionForm.PRONOUN
            for m, ids in mentions
            if ids == (actor_id,)
        )

    def _could_mean(self, pronoun: Mention, named: set[str]) -> bool:
        """Whether a pronoun could be read as somebody named before: `its` is no person's, `he` no state's."""
        is_thing = pronoun.gender is Gender.NEUTER
        is_person = pronoun.gender in (Gender.MALE, Gender.FEMALE)
        for name in named:
            actor = self.cast.by_id.get(name)
            kind = None if actor is None else actor.kind
            if kind is None or not (is_thing or is_person) or (kind is ActorKind.PERSON) == is_person:
                return True
            if pronoun.text.lower() == "its" and actor is not None and " " not in actor.name:
                return True  # a single name of a person may be a body’s after all
        return False

    def _with_holder(
        self, words: str, piece: Evidence, candidate: PositionCandidate, holder: tuple[str, ...]
    ) -> str:
        """Returns the first words of a claim with the holder's name for the pronoun that stands for him."""
        first, _, rest = words.partition(" ")
        means = [self.extraction.mentions[index] for index in candidate.holder]
        if not holder or first.lower() not in ("he", "she", "it", "they"):
            return words
        pronoun = next((mention for mention in means if mention.text.lower() == first.lower()), None)
        if pronoun is None:
            return words
        return f"{joined([self._called(i, pronoun) for i in holder])} {rest}".strip()

    def _owned(self, words: str, piece: Evidence) -> str:
        """Returns words that begin with `whose` with the name before it: `Cole, whose party voted against it`."""
        first, _, rest = words.partition(" ")
        if first.lower() != "whose" or not rest:
            return words
        mentions = self.extraction.mentions
        beside = (i for i in self.ordered if 0 < piece.start - mentions[i].span[1] <= len(", "))
        owner = next((self.cast.of_mention[i] for i in beside if len(self.cast.of_mention[i]) == 1), None)
        if owner is None:
            return rest
        return f"{owner_of(self.name_of(owner[0]))} {rest}"

    def _named_later(self, pronoun: Mention, ids: set[str], pieces: tuple[Evidence, ...]) -> bool:
        """Whether the claim names the pronoun's actor further on (`In its statement, Norway said`)."""
        return any(
            mention.form is not MentionForm.PRONOUN and set(self.cast.of_mention[index]) == ids
            for piece in pieces
            for index, mention in self._inside(piece)
            if mention.span[0] > pronoun.span[1]
        )

    def _inside(self, piece: Evidence) -> list[tuple[int, Mention]]:
        mentions = self.extraction.mentions
        first, last = (
            bisect_left(self.ordered, place, key=lambda index: mentions[index].span[0])
            for place in (piece.start, piece.end + 1)
        )
        return [
            (index, mentions[index])
            for index in self.ordered[first:last]
            if mentions[index].span[1] <= piece.end
        ]


_SEVERAL = re.compile(r"\b(?:the|these|those|most|many|some|all|two|three)\s(?:[a-z-]+\s)?[a-z]{2,}s\b")
_PLURALS = re.compile(r"\b[a-z]{3,}[a-rt-z]s\b")
_ONE_THING = re.compile(r"\b(?:the|this|that|an?|each|every|our)\s", re.I)
_SPEAKS = re.compile(r"\b(?:I|[Ww]e)\b")
_HOW_MANY = re.compile(
    r"(?:many|some|several|most|few|a few|a number of|a handful of|dozens of|scores of|hundreds of|thousands of"
    r"|almost all|nearly all|half|two|three|four|five|six|seven|eight|nine|ten)\s(?:of\s(?:the|its|his|her|their)\s)?",
    re.I,
)
_IN_WHICH = re.compile(r"\b(?:on|in|at|from|to|by|for|over|under|upon) which\s+\Z")
_COUNTED = re.compile(r"(?:one|another|somebody|someone|whose|those)\b")


def _replaceable(mention: Mention) -> bool:
    return mention.text.lower() in ("he", "she", "they", "it", "him", "them", "his", "her", "their", "its")


def _possessive(name: str, mention: Mention) -> str:
    possessive = mention.text.lower() in ("his", "their", "its") or (
        mention.text.lower() == "her" and mention.grammatical_role is GrammaticalRole.POSSESSIVE
    )
    if not possessive:
        return name
    return owner_of(name)
