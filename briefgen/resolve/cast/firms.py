"""Bodies named before, spoken of by a common noun: `the ministry`, `the company`, `the Cole campaign`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import demonyms, fold_name, state_names
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import GrammaticalRole, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.words import folded

_OFFICER = re.compile(
    r"(?:\w+ )?(?:chair\w*|leader|president|head|chief|director|secretary|spokes\w+|founder|owner|boss|treasurer)\b",
    re.I,
)
"""Offices whose holders speak for the body they are named with."""
_CLAUSE = re.compile(r"\s(?:that|which|who)\s")
"""Where a clause goes on with what a body does."""
_FAINT = 0.15
"""How strongly a body has to be in mind."""
_RECENT = 5
"""Sentences within which a body has to have acted to be `the group`."""
_LEAD = 2
"""Paragraphs of the lines in which news tells the whole name of what a headline is about."""
_TOPIC = 0.4
"""What it adds that the article is about a firm."""
_CLEAR = 1.4
"""How much more than the next a firm has to be in mind."""


def body_of(discourse: Discourse, head: str, owner: Entity) -> Entity | None:
    """Returns the body called by a person's name: `Cole campaign` for `Ruth Cole's campaign`."""
    for entity in discourse.entities:
        if entity.named and entity.words[-1:] == (head,) and len(entity.words) > 1:
            front = entity.words[:-1]
            if front in (owner.words, owner.words[-1:], owner.words[:1]):
                return entity
    return None


def administration(discourse: Discourse, index: int) -> Entity | None:
    """Returns the administration named before, else the state whose administration it is said to be."""
    mention = discourse.mention(index)
    named = [
        e
        for e in discourse.entities
        if e.words[-1:] == ("administration",) and discourse.latest(e, index) is not None
    ]
    if len(named) == 1 and mention.definite and mention.country in (None, named[0].country):
        return named[0]
    if mention.country is None or named:
        return None
    return next((e for e in discourse.entities if e.key == f"state:{mention.country}"), None)


def by_word(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body named before whose name holds a definite noun: `the ministry`.

    Whose name turns on it comes first: `the college` is no `College Staff Union` beside a `Moss College`.
    """
    best: tuple[bool, float, Entity] | None = None
    mention = discourse.mention(index)
    if label(mention).lower() != head:
        return None
    for entity in discourse.entities:
        if not entity.named or entity.kind not in (ActorKind.ORGANISATION, ActorKind.MEDIA):
            continue
        # "Velmora, a company that runs the mine": no mine
        told = {word for role in entity.roles for word in _CLAUSE.split(role.text.lower())[0].split()}
        if not {head, _respelled(head)} & {*entity.words, *told} or _is_of_it(head, entity):
            continue
        if discourse.latest(entity, index) is None:
            continue
        score = discourse.salience(entity, index) + 0.01
        turns_on_it = bool({head, _respelled(head)} & {*told, _head_of(" ".join(entity.words))})
        if best is None or (turns_on_it, score) > best[:2]:
            best = (turns_on_it, score, entity)
    return best[2] if best is not None else None


def by_members(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body that is called by the plural of those who form it: `the employers` of `Port Employers Denmark`.

    The teachers are not their `Teachers’ Union`.
    """
    mention = discourse.mention(index)
    if mention.text.lower() != f"the {head}":
        return None
    found = [
        entity
        for entity in discourse.entities
        if entity.named
        and entity.kind is ActorKind.ORGANISATION
        and head in entity.words[1:]
        and discourse.latest(entity, index) is not None
        and _is_land(entity.words[entity.words.index(head) + 1 :])
    ]
    return found[0] if len(found) == 1 else None


def _is_land(words: tuple[str, ...]) -> bool:
    """Whether the rest of a name is nothing but a land's: `Denmark`."""
    return not words or " ".join(words) in {" ".join(folded(name)) for name in state_names()}


def of_headline(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the one body named in full below whose last word a headline gives: `Council backs crisis teams`."""
    mention = discourse.mention(index)
    if mention.paragraph > 0 or mention.sentence > 0 or mention.text.lower() != head:
        return None
    if mention.grammatical_role is not GrammaticalRole.SUBJECT:
        return None
    below = [
        entity
        for entity in discourse.entities
        if entity.named and entity.kind is ActorKind.ORGANISATION and entity.words[1:][-1:] == (head,)
    ]
    is_near = below and min(discourse.mention(i).paragraph for i in below[0].mentions) <= _LEAD
    return below[0] if len(below) == 1 and is_near else None


def _is_of_it(head: str, entity: Entity) -> bool:
    """Whether a noun only tells what a body is for: no school is the `School Committee`."""
    if len(entity.words) != 2:
        return False
    first, last = entity.words
    return head == first != last and last in noun_sets().organisation


def in_mind(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the one firm or outlet clearly in mind: `the company`, `the newspaper`."""
    mention = discourse.mention(index)
    if label(mention).lower() != head:
        return None
    nouns = noun_sets()
    if head in nouns.media:
        fitting = [e for e in discourse.entities if e.named and e.kind is ActorKind.MEDIA]
    elif head in nouns.any_body or head in nouns.company:
        fitting = [
            e
            for e in discourse.entities
            if e.named and e.kind is ActorKind.ORGANISATION and not nouns.public & set(e.words)
        ]
        if head not in nouns.company:
            fitting = [e for e in fitting if _has_acted(discourse, e, index)]
        if head in resolving().any_firm:
            fitting = [e for e in fitting if not _is_no_firm(e)]
        elif any(e.words[-1:] == (head,) for e in fitting):
            # `the bank` is no care home where the text tells of a `Calder Bank`, though only later
            fitting = [e for e in fitting if e.words[-1:] == (head,)]
    else:
        return None
    fitting = [e for e in fitting if discourse.latest(e, index) is not None]
    # `the company` is the one that the article is about, sooner than a bank named in passing
    weight = _TOPIC if head in resolving().any_firm else 0.0
    scores = sorted(
        ((discourse.salience(e, index) + weight * _share(e, fitting), e.key, e) for e in fitting),
        key=lambda s: (-s[0], s[1]),
    )
    if not scores or scores[0][0] < _FAINT or (len(scores) > 1 and scores[0][0] < _CLEAR * scores[1][0]):
        return None
    return scores[0][2]


def by_land(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the one firm that an article has told of, called by its land: `the French carmaker`.

    A body whose land the text tells otherwise is another; so is every firm where there are two.
    """
    mention = discourse.mention(index)
    words = label(mention).split()
    is_told = len(words) == 2 and fold_name(words[0]) in demonyms() and head in noun_sets().company
    if not is_told or not mention.definite:
        return None
    firms = [
        body
        for body in discourse.entities
        if body.named
        and body.kind is ActorKind.ORGANISATION
        and not (noun_sets().public & set(body.words) or _is_no_firm(body))
        and _was_subject(discourse, body, index)
    ]
    return firms[0] if len(firms) == 1 and firms[0].country in (None, mention.country) else None


def _was_subject(discourse: Discourse, body: Entity, index: int) -> bool:
    before = discourse.places.heads[index]
    return any(
        discourse.places.heads[i] < before
        and discourse.mention(i).grammatical_role is GrammaticalRole.SUBJECT
        and discourse.mention(i).form is MentionForm.NAME
        for i in body.mentions
    )


def of_speaker(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body that whoever speaks is an officer of: `The party, its chairman said, would not wait`."""
    speaker, words = discourse.speaker_over(index), discourse.mention(index).text.lower()
    if speaker is None or not speaker.is_person or words not in (f"the {head}", f"our {head}"):
        return None
    bodies = [body for body in _led_by(discourse, speaker) if body.kind is ActorKind.ORGANISATION]
    if len(bodies) != 1:
        return None
    body = bodies[0]
    told = {_head_of(role.text) for role in body.roles} | set(body.words[-1:])
    is_another = bool(told & noun_sets().organisation) and not {head, _respelled(head)} & told
    return None if is_another and head not in noun_sets().any_body | resolving().any_firm else body


def of_last_speaker(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body whose officer spoke last in the paragraph: `…, said Jo Field, its chair. The group agreed`."""
    mention = discourse.mention(index)
    last = discourse.last_speaker(index)
    if last is None or head not in noun_sets().any_body or label(mention).lower() != head:
        return None
    speaker, at = last
    if not speaker.is_person or discourse.mention(at).paragraph != mention.paragraph:
        return None
    bodies = _led_by(discourse, speaker)
    return bodies[0] if len(bodies) == 1 else None


def _led_by(discourse: Discourse, officer: Entity) -> list[Entity]:
    """Returns the bodies that the words for an officer name: the union in `head of the union`."""
    bodies = {
        body.key: body
        for role in officer.roles
        if _OFFICER.match(role.text)
        for i in discourse.places.between(role.start, role.end)
        if (body := discourse.one(i)) is not None
        and body.named
        and body.kind in (ActorKind.ORGANISATION, ActorKind.GROUP)
    }
    return list(bodies.values())


def own_body(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body by which a speaker was told, in the same word: `Its lawyer, Jo Field, says the group …`."""
    speaker = discourse.speaker_over(index)
    body = speaker.role_of if speaker is not None else None
    if body is None or label(discourse.mention(index)).lower() != head:
        return None
    return body if any(discourse.mention(i).head.text.lower() == head for i in body.mentions) else None


def _is_no_firm(body: Entity) -> bool:
    """Whether a body's name or what the text calls it tells that it is no company: `a trade union`."""
    nouns = noun_sets()
    told = {_head_of(role.text) for role in body.roles} | set(body.words)
    return bool(told & (nouns.organisation - nouns.company - {"group"}))


def _head_of(role: str) -> str:
    """Returns the noun that a role turns on: `maker` of `largest maker of engines`."""
    words = re.split(r"\s(?:of|for|in|at|that|which|on|with)\s", role.lower())[0].split()
    return words[-1] if words else ""


def _share(body: Entity, bodies: list[Entity]) -> float:
    """Returns how much an article tells of a body beside others of its kind, from 0 to 1."""
    return len(body.mentions) / max(len(other.mentions) for other in bodies)


def _has_acted(discourse: Discourse, body: Entity, index: int) -> bool:
    """Whether a body has been the subject of a sentence not long before: a parade, a place has not."""
    here = discourse.mention(index)
    return any(
        0 <= here.sentence - other.sentence <= _RECENT and other.grammatical_role is GrammaticalRole.SUBJECT
        for other in map(discourse.mention, body.mentions)
    )


def _respelled(word: str) -> str:
    """Returns a word in its other spelling: `organisation`, `organization`."""
    return word.replace("isation", "ization") if "isation" in word else word.replace("ization", "isation")
