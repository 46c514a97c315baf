"""Persons spoken of by their office: `the senator`, `Kenya’s president`, named before or right after."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.resolving import resolving
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.home import bearer_named_next, brings_in_state, home_of_speaker
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.others import told_unnamed

_SAME = 1.5
"""How well a role has to fit to be the same office."""
_AT_HOME = 0.3
"""What it adds that somebody rules the state whose politics the speaker belongs to."""

_BEHIND = re.compile(r"\b(?:for|to|of|with|under)\b")


def by_role(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the person named before whose role a definite noun repeats: `the senator`."""
    mention = discourse.mention(index)
    if not mention.definite:
        return None
    if _has_just_spoken(discourse, index, head):
        return None
    words = set(re.findall(r"[a-z]+", label(mention).lower()))
    best: tuple[float, float, Entity] | None = None
    of_state = [
        e for e in discourse.entities if e.is_person and mention.country and e.country == mention.country
    ]
    is_bare = label(mention).lower() == head
    home = home_of_speaker(discourse, index) if is_bare else None
    own = _own_chief(discourse, index) if is_bare else None
    is_new = brings_in_state(discourse, index)
    is_told = any(_fit(words, head, r.text.lower(), mention, e) >= _SAME for e in of_state for r in e.roles)
    for entity in discourse.entities:
        if not entity.is_person or not entity.named or discourse.latest(entity, index) is None:
            continue
        if is_told and entity not in of_state:
            continue  # `Iran’s president` in a text that names one
        if entity.country is None and is_new:
            continue  # `President Cole flew to Bonn. Germany’s president thanked him`
        if Gender.UNKNOWN not in (mention.gender, entity.gender) and mention.gender != entity.gender:
            continue
        roles = [role.text.lower() for role in entity.roles]
        roles = roles or _called(discourse, entity) or _implied(discourse, entity)
        fit = max((_fit(words, head, role, mention, entity) for role in roles), default=0.0)
        if fit <= 0:
            continue
        if entity is own or (home is not None and entity.country == home):
            fit += _AT_HOME
        rank = (fit, discourse.salience(entity, index) + 0.01 * len(entity.mentions))
        if best is None or rank > best[:2]:
            best = (*rank, entity)
    unnamed = told_unnamed(discourse, index, head) if is_bare else None
    if best is not None:
        heads, latest = discourse.places.heads, discourse.latest(best[2], index)
        is_nearer = unnamed is not None and latest is not None and heads[latest] < heads[unnamed]
        return None if is_nearer else best[2]
    if unnamed is not None:
        return None
    return (
        _named_later(discourse, mention, words, head)
        or _called_before(discourse, mention)
        or bearer_named_next(discourse, index)
        or _named_next(discourse, index)
        or _named_above(discourse, index)
    )


def _has_just_spoken(discourse: Discourse, index: int, head: str) -> bool:
    """Whether who spoke or acted last is one without a name told by the same word: `A minister … the minister said`."""
    mention = discourse.mention(index)
    if index not in discourse.speakers or label(mention).lower() != head:
        return False
    last = discourse.last_speaker(index)
    for entity in (last[0] if last is not None else None, _last_acting(discourse, index)):
        if entity is None or entity.named or not entity.is_person:
            continue
        first = discourse.mention(entity.mentions[0])
        if first.form is MentionForm.NOMINAL and not first.definite and first.head.text.lower() == head:
            return True
    return False


def _last_acting(discourse: Discourse, index: int) -> Entity | None:
    """Returns who was the last subject in the author's words of the same paragraph."""
    places, here = discourse.places, discourse.mention(index)
    for i in reversed(places.order[: places.rank[index]]):
        mention = discourse.mention(i)
        if mention.paragraph != here.paragraph:
            return None
        if mention.grammatical_role is GrammaticalRole.SUBJECT and not mention.quoted:
            return discourse.one(i)
    return None


def _own_chief(discourse: Discourse, index: int) -> Entity | None:
    """Returns whose officer says what a mention stands in: `The president knows, said Jo Lind, Cole's adviser`."""
    speaker = discourse.speaker_over(index)
    if speaker is None or not speaker.is_person:
        return None
    inside = (i for role in speaker.roles for i in discourse.places.between(role.start, role.end))
    told = {one.key: one for i in inside if (one := discourse.one(i)) is not None and one.is_person}
    told.pop(speaker.key, None)
    return speaker.chief or (next(iter(told.values())) if len(told) == 1 else None)


def _named_later(discourse: Discourse, mention: Mention, words: set[str], head: str) -> Entity | None:
    """Returns the one person whose title a bare `the mayor` is, named only afterwards."""
    told = label(mention).lower()
    is_large = mention.text.istitle() and " " in mention.text and mention.text == label(mention)
    is_the = mention.text.lower().startswith("the ") or is_large  # `Foreign Secretary has answered`
    is_bare = told == head and is_the
    is_owned = mention.text.lower().startswith(("its ", "their "))
    if not is_the and not is_owned and mention.country is None:
        return None
    fitting = [
        e
        for e in discourse.entities
        if e.is_person
        and e.named
        and any(
            _ends_so(mention, told, r.text.lower())
            or (
                (
                    is_bare
                    or e.country == mention.country is not None
                    or r.text.lower() == told
                    or _adds_land(mention, told, r.text.lower(), e)
                )
                and _fit(words, head, r.text.lower(), mention, e) >= 2
            )
            for r in e.roles
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _adds_land(mention: Mention, told: str, role: str, entity: Entity) -> bool:
    """Whether an office is told with one word of where before it: `the Scottish health secretary`."""
    front = told.removesuffix(f" {role}")
    is_one = front != told and " " in role and " " not in front
    return is_one and front.title() in mention.text and mention.country in (None, entity.country)


def _ends_so(mention: Mention, told: str, role: str) -> bool:
    """Whether the whole of an office told as somebody's ends a role: `its chief envoy`, `Harbour Guild chief envoy`."""
    is_owned = mention.text.lower().startswith(("its ", "their "))
    return is_owned and " " in told and role.endswith(f" {told}")


def _named_next(discourse: Discourse, index: int) -> Entity | None:
    """Returns who opens the next paragraph by full name without an office, behind `The health minister wants …`.

    So the first lines of news tell the office and the second the name.
    """
    mention = discourse.mention(index)
    is_subject = mention.grammatical_role is GrammaticalRole.SUBJECT
    # `Kenya’s oil minister said … ¶ Jo Field said`
    is_the = mention.text.lower().startswith("the ") or (mention.definite and mention.country is not None)
    opens = is_subject and (is_the or _is_of_town(mention)) and not mention.quoted
    if not opens or mention.head.text.lower() not in noun_sets().titles or mention.paragraph > 3:
        return None
    following = [
        i
        for i in discourse.places.order
        if discourse.mention(i).paragraph == mention.paragraph + 1 and not discourse.mention(i).quoted
    ]
    entity = discourse.one(following[0]) if following else None
    if entity is None or not entity.is_person or not entity.named:
        return None
    if any(not role.text.lower().startswith("former ") for role in entity.roles):
        return None
    if None not in (mention.country, entity.country) and mention.country != entity.country:
        return None
    first = discourse.mention(following[0])
    is_new = min(entity.mentions, key=lambda i: discourse.places.heads[i]) == following[0]
    names_him = is_new and len(first.head.text.split()) > 1
    speaks = following[0] in discourse.speakers and first.grammatical_role is GrammaticalRole.SUBJECT
    return entity if names_him and speaks else None


def _is_of_town(mention: Mention) -> bool:
    """Whether an office is told with its town: `Oslo’s Lord Mayor`."""
    return mention.definite and re.match(r"[A-Z]\w+['’]s ", mention.text) is not None


def _named_above(discourse: Discourse, index: int) -> Entity | None:
    """Returns who opens the paragraph above by full name, of whom nothing else tells what he is.

    `Jo Lind is fighting for her online law … ¶ The communications minister insists that …`. Nobody else may
    hold such an office in the article.
    """
    mention = discourse.mention(index)
    opens = mention.grammatical_role is GrammaticalRole.SUBJECT and mention.text.lower().startswith("the ")
    head = mention.head.text.lower()
    if not opens or mention.quoted or head not in noun_sets().titles or " " not in label(mention):
        return None
    if any(
        discourse.mention(i).paragraph == mention.paragraph
        for i in discourse.places.order[: discourse.places.rank[index]]
    ):
        return None
    above = [i for i in discourse.places.order if discourse.mention(i).paragraph == mention.paragraph - 1]
    entity = discourse.one(above[0]) if above else None
    if entity is None or not entity.is_person or not entity.named or entity.roles or len(entity.words) < 2:
        return None
    is_subject = discourse.mention(above[0]).grammatical_role is GrammaticalRole.SUBJECT
    others = {e.key for e in map(discourse.one, above) if e is not None and e.is_person and e.named}
    is_held = any(head in role.text.lower().split() for e in discourse.entities for role in e.roles)
    fits = Gender.UNKNOWN in (mention.gender, entity.gender) or mention.gender == entity.gender
    return entity if is_subject and fits and others == {entity.key} and not is_held else None


def _called_before(discourse: Discourse, mention: Mention) -> Entity | None:
    """Returns whom the same words meant before, where no role of a name told it: `the prime minister`."""
    words = label(mention).lower()
    return next(
        (
            entity
            for entity in discourse.entities
            if entity.is_person and entity.named
            for i in (*entity.guessed, *entity.mentions)
            if discourse.mention(i).form is MentionForm.NOMINAL
            and label(discourse.mention(i)).lower() == words
        ),
        None,
    )


def _called(discourse: Discourse, entity: Entity) -> list[str]:
    """Returns the offices by which the text tells somebody without a role beside his name: `Kenya’s oil minister`."""
    told = [discourse.mention(i) for i in entity.mentions if i not in entity.guessed]
    titles = noun_sets().titles
    return [
        label(m).lower()
        for m in told
        if m.form is MentionForm.NOMINAL and m.country is not None and m.head.text.lower() in titles
    ]


def _implied(discourse: Discourse, entity: Entity) -> list[str]:
    """Returns the office that a body called by a person's name implies: `the Cole administration`."""
    named = (entity.words[-1], "administration")
    return ["president"] if any(e.words == named for e in discourse.entities) else []


def _fit(words: set[str], head: str, role: str, mention: Mention, entity: Entity) -> float:
    """Returns how well a nominal repeats a role; 0 where it does not."""
    in_role = set(re.findall(r"[a-z]+", role))
    is_apart = head in noun_sets().titles and (words ^ in_role) & mention_cues().ranks_apart
    if is_apart and not (_only_rules(words, mention) and {"prime", "minister"} <= in_role):
        return 0.0  # no prime minister is the health minister
    if mention.country and entity.country and mention.country != entity.country:
        return 0.0
    held = _held(role)
    same_head = head in held
    same_office = bool(noun_sets().same_offices.get(head, frozenset()) & held)
    is_ruler = entity.role_of is None and bool(resolving().heads_of_state & held)
    same_office |= {"head", "state"} <= words and is_ruler
    # `Russia’s top diplomat`
    is_envoy = head == "diplomat" and bool(words & resolving().ranks_of_chief_diplomats)
    same_office |= is_envoy and mention.country == entity.country is not None and _leads_envoys(role)
    both_rule = head in resolving().rulers and bool(resolving().rulers & held) and mention.country is not None
    # `Kenya’s interior minister` is not its president
    is_lesser = any(
        resolving().rulers & one == {"minister"} and "prime" not in one for one in (words, in_role)
    )
    if both_rule and (mention.country != entity.country or is_lesser):
        both_rule = False
    if not same_head and not same_office and not both_rule:
        return 0.0
    fit = 2.0 if same_head else 1.5 if same_office else 1.0
    if "former" in words and "former" not in in_role:
        fit -= 1.0
    fit += 0.2 * len(words & in_role)
    coming = bool(words & resolving().coming)
    if coming == bool(in_role & resolving().coming):
        fit += 0.5
    if "former" in in_role and "former" not in words:
        fit -= 0.5
    return fit


def _only_rules(words: set[str], mention: Mention) -> bool:
    """Whether somebody is told as the ruler of a state, whatever his office: `the Kenyan leader`."""
    return len(words) == 2 and "leader" in words and mention.country is not None


def _held(role: str) -> frozenset[str]:
    """Returns the words of a role that tell its own office: no `spokesman for the governor` is the governor."""
    front = frozenset(re.findall(r"[a-z]+", _BEHIND.split(role, maxsplit=1)[0]))
    if front & (noun_sets().person | noun_sets().titles):
        return front
    return frozenset(re.findall(r"[a-z]+", role))


def _leads_envoys(role: str) -> bool:
    """Whether an office is that of a state's chief diplomat."""
    return any(office in role for office in resolving().chief_diplomats)
