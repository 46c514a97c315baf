"""Noun phrases that speak of somebody named before: `the senator`, `the ministry`, `his government`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import by_code
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Gender, GrammaticalRole, Mention, MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.words import folded

_RULERS = frozenset(
    ["leader", "president", "dictator", "ruler", "premier", "chancellor", "minister", "strongman"]
)
_ANY_FIRM = frozenset({"company", "firm", "business"})
"""Words that any company may be called by."""
_GOVERNMENTS = frozenset(
    ["government", "regime", "country", "nation", "state", "leadership", "kingdom", "republic"]
)
_COMING = frozenset(["incoming", "elect", "next", "new", "future"])
_EPITHET = 0.5
"""How strongly somebody has to be in mind for another word to mean him."""
_FAINT = 0.15
_RECENT = 5
"""Sentences within which a body has to have acted to be `the group`."""
_SPEAKS_ON = {0: 1.0, 1: 0.7}
_TOPIC = 0.4
_CLEAR = 1.4
"""How strongly a firm has to be in mind, and how much more than the next."""
_DETERMINER = re.compile(
    r"^(?:only|just|the|a|an|this|that|these|those|his|her|their|its|our|my|many|some|several|most|few|all|both|no|any|own)\s+",
    re.IGNORECASE,
)


def label(mention: Mention) -> str:
    """Returns the words of a nominal without its determiner: `State Department spokesperson`."""
    text = " ".join(mention.text.split()).strip("“”\"‘’'")
    if not (mention.span[0] <= mention.head.start and mention.head.end <= mention.span[1]):
        return f"{text} {mention.head.text}"  # "British and French intelligence": the noun stands apart.
    while True:
        shorter = _DETERMINER.sub("", text)
        if shorter == text or not shorter or text.split()[0] == mention.head.text:
            break
        text = shorter
    first = text.split()[0]
    is_common = first == mention.head.text or first.lower() in noun_sets().counts
    if is_common and first.istitle() and mention.form is MentionForm.NOMINAL:
        return first.lower() + text[len(first) :]  # Only the start of a sentence made it large.
    return text


def resolve_nominal(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the entity that a nominal means: named before, described before, or new."""
    mention = discourse.mention(index)
    if mention.alias_of is not None and discourse.meaning.get(mention.alias_of):
        return discourse.meaning[mention.alias_of]
    pair = resolve_pair(discourse, index)
    if pair:
        return pair
    one = (
        _named_before(discourse, index)
        or _described_before(discourse, index)
        or _by_epithet(discourse, index)
    )
    found = [one] if one is not None else []
    if found:
        return found
    if (mention.kind is None or not mention.acts) and index not in discourse.sources:
        return []
    return [_new(discourse, index)]


def join_described(discourse: Discourse, index: int) -> None:
    """Joins a named one to whom the text has described before in the words of a nominal beside the name.

    `A lawmaker objected. … The lawmaker, Jo Kane, said`: both are Jo Kane.
    """
    mention, entity = discourse.mention(index), discourse.one(index)
    if entity is None or not entity.is_person or not mention.text.lower().startswith("the "):
        return
    earlier = _described_before(discourse, index)
    if earlier is None or earlier is entity:
        return
    for i in list(earlier.mentions):
        discourse.assign(i, entity)
    entity.mentions.sort()
    discourse.entities.remove(earlier)


def resolve_pair(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the two of a kind spoken of last: `the two countries`, `both leaders`, `neither nation`."""
    mention = discourse.mention(index)
    words = mention.text.lower().split()
    if words in (["neither"], ["both"]):
        return _pair_before(discourse, index)
    if not set(words[:2]) & {"two", "both", "either", "neither"} or len(words) > 3:
        return []
    noun = words[-1].rstrip("s")
    is_state = noun in _GOVERNMENTS | {"countrie", "neighbour", "neighbor", "capital", "government"}
    is_person = noun in _RULERS | {
        "man",
        "woman",
        "men",
        "women",
        "president",
        "candidate",
        "rival",
        "politician",
        "senator",
    }
    if not is_state and not is_person:
        return []
    kind = ActorKind.STATE if is_state else ActorKind.PERSON
    of_kind = [e for e in discourse.entities if e.kind is kind and e.named]
    scored = sorted(((discourse.salience(e, index), e.key, e) for e in of_kind), key=lambda s: (-s[0], s[1]))
    if len(scored) < 2 or scored[1][0] <= 0 or (len(scored) > 2 and scored[1][0] < 1.2 * scored[2][0]):
        return []
    return [scored[0][2], scored[1][2]]


def _pair_before(discourse: Discourse, index: int) -> list[Entity]:
    """Returns the two that a lone `neither` or `both` means: those spoken of together last in its sentence."""
    here = discourse.mention(index)
    before = [
        i
        for i in discourse.places.by_sentence.get(here.sentence, [])
        if discourse.places.heads[i] < here.head.start and len(discourse.meaning.get(i, [])) == 2
    ]
    return discourse.meaning[before[-1]] if before else []


def _new(discourse: Discourse, index: int) -> Entity:
    mention = discourse.mention(index)
    entity = Entity(
        key=f"nominal:{label(mention).lower()}:{index}",
        kind=mention.kind,
        country=mention.country,
        named=False,
    )
    discourse.entities.append(entity)
    return entity


def _named_before(discourse: Discourse, index: int) -> Entity | None:
    mention = discourse.mention(index)
    head = mention.head.text.lower()
    owner = discourse.owner(index)
    if head in _GOVERNMENTS and mention.kind in (ActorKind.STATE, ActorKind.ORGANISATION):
        return _government(discourse, index, owner)
    if head == "administration":
        return _administration(discourse, index)
    if owner is not None and owner.is_person:
        return _body_of(discourse, head, owner)
    if mention.kind is ActorKind.PERSON:
        return _by_role(discourse, index, head)
    if mention.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA) and mention.definite and owner is None:
        if head in _ANY_FIRM:
            return _by_word(discourse, index, head) or _in_mind(discourse, index, head)
        return (
            _by_word(discourse, index, head)
            or _described_before(discourse, index)
            or _in_mind(discourse, index, head)
        )
    return None


def _government(discourse: Discourse, index: int, owner: Entity | None) -> Entity | None:
    """Returns the state whose government, regime or country is meant."""
    mention = discourse.mention(index)
    states = [e for e in discourse.entities if e.key.startswith("state:")]
    code = owner.country if owner is not None else mention.country
    if code is not None:
        return next((e for e in states if e.country == code), None) or _new_state(discourse, code)
    if owner is not None or not mention.definite or mention.text.lower().split()[0] not in ("the", "this"):
        return None
    if " " in label(mention) and label(mention).lower() != mention.head.text.lower():
        return None
    before = [e for e in states if discourse.latest(e, index) is not None]
    if len(before) == 1 and len(before[0].mentions) > 1:
        return before[0]
    scores = sorted(((discourse.salience(e, index), e.key) for e in states), reverse=True)
    if not scores or scores[0][0] <= 0 or (len(scores) > 1 and scores[0][0] < 1.3 * scores[1][0]):
        return None
    return next(e for e in states if e.key == scores[0][1])


def _new_state(discourse: Discourse, code: str) -> Entity:
    """Returns a state that the text names only by its people or its leader: `the Kenyan government`."""
    entity = Entity(
        key=f"state:{code}", kind=ActorKind.STATE, country=code, words=folded(by_code()[code].name)
    )
    discourse.entities.append(entity)
    return entity


def _body_of(discourse: Discourse, head: str, owner: Entity) -> Entity | None:
    """Returns the body called by a person's name: `Cole campaign` for `Ruth Cole's campaign`."""
    for entity in discourse.entities:
        if entity.named and entity.words[-1:] == (head,) and len(entity.words) > 1:
            front = entity.words[:-1]
            if front in (owner.words, owner.words[-1:], owner.words[:1]):
                return entity
    return None


def _administration(discourse: Discourse, index: int) -> Entity | None:
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


def _by_role(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the person named before whose role a definite noun repeats: `the senator`."""
    mention = discourse.mention(index)
    if not mention.definite:
        return None
    words = set(re.findall(r"[a-z]+", label(mention).lower()))
    best: tuple[float, float, Entity] | None = None
    for entity in discourse.entities:
        if not entity.is_person or not entity.named or discourse.latest(entity, index) is None:
            continue
        if Gender.UNKNOWN not in (mention.gender, entity.gender) and mention.gender != entity.gender:
            continue
        roles = [role.text.lower() for role in entity.roles] or _implied(discourse, entity)
        fit = max((_fit(words, head, role, mention, entity) for role in roles), default=0.0)
        if fit <= 0:
            continue
        rank = (fit, discourse.salience(entity, index) + 0.01 * len(entity.mentions))
        if best is None or rank > best[:2]:
            best = (*rank, entity)
    return best[2] if best is not None else _named_later(discourse, mention, words, head)


def _named_later(discourse: Discourse, mention: Mention, words: set[str], head: str) -> Entity | None:
    """Returns the one person whose title a bare `the mayor` is, named only afterwards."""
    if label(mention).lower() != head or not mention.text.lower().startswith("the "):
        return None
    fitting = [
        e
        for e in discourse.entities
        if e.is_person
        and e.named
        and any(_fit(words, head, r.text.lower(), mention, e) >= 2 for r in e.roles)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _implied(discourse: Discourse, entity: Entity) -> list[str]:
    """Returns the office that a body called by a person's name implies: `the Cole administration`."""
    named = (entity.words[-1], "administration")
    return ["president"] if any(e.words == named for e in discourse.entities) else []


def _fit(words: set[str], head: str, role: str, mention: Mention, entity: Entity) -> float:
    """Returns how well a nominal repeats a role; 0 where it does not."""
    in_role = set(re.findall(r"[a-z]+", role))
    if mention.country and entity.country and mention.country != entity.country:
        return 0.0
    same_head = head in in_role
    same_office = bool(noun_sets().same_offices.get(head, frozenset()) & in_role)
    both_rule = head in _RULERS and bool(_RULERS & in_role) and mention.country is not None
    if both_rule and mention.country != entity.country:
        both_rule = False
    if not same_head and not same_office and not both_rule:
        return 0.0
    fit = 2.0 if same_head else 1.5 if same_office else 1.0
    if "former" in words and "former" not in in_role:
        fit -= 1.0
    fit += 0.2 * len(words & in_role)
    coming = bool(words & _COMING)
    if coming == bool(in_role & _COMING):
        fit += 0.5
    if "former" in in_role and "former" not in words:
        fit -= 0.5
    return fit


def _by_word(discourse: Discourse, index: int, head: str) -> Entity | None:
    """Returns the body named before whose name holds a definite noun: `the ministry`."""
    best: tuple[float, Entity] | None = None
    mention = discourse.mention(index)
    if label(mention).lower() != head:
        return None
    for entity in discourse.entities:
        if not entity.named or entity.kind not in (ActorKind.ORGANISATION, ActorKind.MEDIA):
            continue
        told = {word for role in entity.roles for word in role.text.lower().split()}  # "Velmora, a company"
        if not {head, _respelled(head)} & {*entity.words, *told}:
            continue
        if discourse.latest(entity, index) is None:
            continue
        score = discourse.salience(entity, index) + 0.01
        if best is None or score > best[0]:
            best = (score, entity)
    return best[1] if best is not None else None


def _in_mind(discourse: Discourse, index: int, head: str) -> Entity | None:
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
        if head in _ANY_FIRM:
            fitting = [e for e in fitting if not _is_no_firm(e)]
    else:
        return None
    fitting = [e for e in fitting if discourse.latest(e, index) is not None]
    # `the company` is the one that the article is about, sooner than a bank named in passing
    weight = _TOPIC if head in _ANY_FIRM else 0.0
    scores = sorted(
        ((discourse.salience(e, index) + weight * _share(e, fitting), e.key, e) for e in fitting),
        key=lambda s: (-s[0], s[1]),
    )
    if not scores or scores[0][0] < _FAINT or (len(scores) > 1 and scores[0][0] < _CLEAR * scores[1][0]):
        return None
    return scores[0][2]


def _is_no_firm(body: Entity) -> bool:
    """Whether a body's name or what the text calls it tells that it is no company: `a trade union`."""
    nouns = noun_sets()
    told = {_head_of(role.text) for role in body.roles} | set(body.words)
    return bool(told & (nouns.organisation - nouns.company))


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


def _by_epithet(discourse: Discourse, index: int) -> Entity | None:
    """Returns the person clearly in mind whom another word means: `the mogul`, `the veteran lawmaker`."""
    mention = discourse.mention(index)
    is_subject = mention.grammatical_role in (GrammaticalRole.SUBJECT, GrammaticalRole.POSSESSIVE)
    if mention.kind is not ActorKind.PERSON or not mention.text.lower().startswith("the ") or not is_subject:
        return None
    head = mention.head.text.lower()
    nouns = noun_sets()
    # "the Attorney General" is an office of its own, not another word for somebody.
    is_office = head in nouns.titles and " " in label(mention) and mention.head.text.islower()
    if (head not in nouns.epithets and not is_office) or discourse.places.possessives_in(index):
        return None
    spoken_of = discourse.named_in_content_of(index)
    last = discourse.last_speaker(index) if index in discourse.sources else None
    scores = []
    for entity in discourse.entities:
        if not entity.is_person or not entity.named or entity in spoken_of:
            continue
        if Gender.UNKNOWN not in (mention.gender, entity.gender) and mention.gender != entity.gender:
            continue
        if mention.country and entity.country and mention.country != entity.country:
            continue
        if is_office and (_holds_another(entity, head) or mention.country not in (None, entity.country)):
            continue
        if discourse.acts_in_sentence(entity, index):
            continue  # "Cole said the senator was wrong": somebody else
        score = discourse.salience(entity, index)
        if score and last is not None and last[0] is entity:
            score += _SPEAKS_ON.get(mention.paragraph - discourse.mention(last[1]).paragraph, 0.0)
        scores.append((score + _TOPIC * discourse.share(entity) if score else 0.0, entity.key, entity))
    scores.sort(key=lambda item: (-item[0], item[1]))
    if not scores or scores[0][0] < _EPITHET or (len(scores) > 1 and scores[0][0] < _CLEAR * scores[1][0]):
        return None
    if is_office and head not in nouns.epithets:
        scores[0][2].guessed.add(index)
    return scores[0][2]


def _holds_another(entity: Entity, office: str) -> bool:
    """Whether the text gives a person an office, and another one than this."""
    titles = (noun_sets().titles - noun_sets().honorifics) | {"counterpart"}
    held = {word for role in entity.roles for word in re.findall(r"[a-z]+", role.text.lower())} & titles
    return bool(held) and not held & ({office} | noun_sets().same_offices.get(office, frozenset()))


def _respelled(word: str) -> str:
    """Returns a word in its other spelling: `organisation`, `organization`."""
    return word.replace("isation", "ization") if "isation" in word else word.replace("ization", "isation")


def _described_before(discourse: Discourse, index: int) -> Entity | None:
    """Returns the unnamed one spoken of before: `the spokesman` after `a spokesman for …`."""
    mention = discourse.mention(index)
    words = label(mention).lower()
    head = mention.head.text.lower()
    best: tuple[int, Entity] | None = None
    for entity in discourse.entities:
        if entity.named or entity.kind != mention.kind:
            continue
        latest = discourse.latest(entity, index)
        if latest is None:
            continue
        first = discourse.mention(entity.mentions[0])
        if first.form is not MentionForm.NOMINAL:
            continue
        if mention.definite and words == head and _is_one_of_those(discourse, entity.mentions[0], head):
            best = max(best, (latest, entity), key=lambda b: b[0]) if best is not None else (latest, entity)
            continue
        if first.head.text.lower() != head:
            continue
        if discourse.owner(index) is not None and discourse.owner(index) is not discourse.owner(
            entity.mentions[0]
        ):
            continue  # `her spokesman` is not the senator's
        same = label(first).lower() == words
        is_group = mention.kind is ActorKind.GROUP
        if is_group:
            again = words == head and mention.text.lower().startswith("the ")
            fits = same or again or _is_told_in_full(discourse, entity, index)
        else:
            fits = mention.definite and (same or words == head)
        if fits and (best is None or latest > best[0]):
            best = (latest, entity)
    return best[1] if best is not None else None


def _is_one_of_those(discourse: Discourse, index: int, noun: str) -> bool:
    """Whether somebody is one of several of a kind: `one of them` among diplomats is `the diplomat`."""
    first = discourse.mention(index)
    words = first.text.lower().split()
    if words[:2] != ["one", "of"]:
        return False
    if words[-1].rstrip("s") == noun:
        return True
    inside = (discourse.one(i) for i in discourse.places.between(*first.span) if i != index)
    return any(
        discourse.mention(group.mentions[0]).head.text.lower().rstrip("s") == noun
        for group in inside
        if group is not None and group.kind is ActorKind.GROUP
    )


def _is_told_in_full(discourse: Discourse, group: Entity, index: int) -> bool:
    """Whether a text tells who the bare plural of its first line are: `Aides say …`, `three of her aides`."""
    if discourse.mention(index).paragraph == 0:
        return False
    return all(
        discourse.mention(i).paragraph == discourse.mention(i).sentence == 0
        and discourse.mention(i).text.lower() == discourse.mention(i).head.text.lower()
        for i in group.mentions
    )
