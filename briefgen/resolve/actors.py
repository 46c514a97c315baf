"""Mentions become actors: who is who within an article, and by the registry across articles."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefgen.lexicons.actor_words import ends_like_person, noun_sets
from briefgen.lexicons.countries import by_code, demonyms, fold_name, state_names
from briefgen.model.actor import NAMELESS_AUTHOR, Actor, ActorKind
from briefgen.model.article import Article, ZoneKind
from briefgen.model.evidence import Evidence
from briefgen.model.extraction import Extraction, GrammaticalRole, MentionForm
from briefgen.model.ids import content_id, distinct, slug
from briefgen.model.registry import Registry
from briefgen.resolve.cast.among import group_of
from briefgen.resolve.cast.build import build_discourse
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.known import find_by_surname, find_known, known_names
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.naming import aliases_of, canonical_name
from briefgen.resolve.cast.publisher import find_publisher
from briefgen.resolve.cast.roles import role_of
from briefgen.resolve.cast.setting import setting_of


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of an article, and whom each mention means."""

    actors: tuple[Actor, ...]
    of_mention: tuple[tuple[str, ...], ...]
    """For each mention, by index, the ids of the actors it means; empty where not resolved."""
    publisher: str | None = None
    """Id of the outlet that published the article, where it is known."""
    by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)
    """The actors by their ids."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {actor.id: actor for actor in self.actors})

    @property
    def author(self) -> str:
        """Id of the actor that holds what an article's author asserts: the outlet, if known."""
        return self.publisher or NAMELESS_AUTHOR.id


def resolve_actors(article: Article, extraction: Extraction, registry: Registry) -> Cast:
    """Returns the cast of an article, by place of first mention."""
    discourse = build_discourse(extraction)
    discourse.setting = setting_of(article)
    needed = _needed(extraction)
    chosen = [entity for entity in discourse.entities if _is_actor(discourse, entity, needed)]
    chosen = [entity for entity in chosen if not _is_heading(article, discourse, entity)]
    chosen.sort(key=lambda e: min(discourse.mention(i).head.start for i in e.mentions))
    names = known_names(registry)
    drafts: list[Actor] = []
    for entity in chosen:
        name = canonical_name(discourse, entity)
        known = find_known(discourse, entity, name, names) or find_by_surname(
            entity, discourse.entities, registry
        )
        drafts.append(
            Actor(
                id=known.id if known else _id_of(article, entity, name),
                name=known.name if known else name,
                kind=(known.kind if known else None) or _kind(discourse, entity),
                role=role_of(discourse, entity),
                affiliation=known.affiliation if known else None,
                country=(known.country if known else None) or entity.country,
                aliases=aliases_of(entity, known.name if known else name),
                mentions=_evidence(discourse, entity),
            )
        )
    ids = distinct(draft.id for draft in drafts)
    id_of = {entity.key: id for entity, id in zip(chosen, ids, strict=True)}
    actors = [
        draft.model_copy(
            update={"id": id, "affiliation": draft.affiliation or _affiliation(discourse, entity, id_of)}
        )
        for draft, id, entity in zip(drafts, ids, chosen, strict=True)
    ]
    publisher = find_publisher(article.head.publisher, actors, names)
    of_mention = tuple(
        tuple(dict.fromkeys(id_of[e.key] for e in discourse.meaning.get(i, []) if e.key in id_of))
        for i in range(len(extraction.mentions))
    )
    if publisher is not None and publisher not in actors:
        actors.append(publisher)
    return Cast(
        actors=tuple(actors), of_mention=of_mention, publisher=publisher.id if publisher is not None else None
    )


def _is_heading(article: Article, discourse: Discourse, entity: Entity) -> bool:
    """Whether several words set in capitals only head a section: `VENUE DISPUTE`."""
    told = [discourse.mention(i) for i in entity.mentions]
    if not entity.named or not all(m.text.isupper() and " " in m.text for m in told):
        return False
    heads = [zone.span for zone in article.zones if zone.kind is ZoneKind.HEADING]
    return all(any(start <= m.span[0] and m.span[1] <= end for start, end in heads) for m in told)


def _id_of(article: Article, entity: Entity, name: str) -> str:
    """Returns an id from the name; that of an unnamed one (`analysts`) is another in every article."""
    if entity.named or entity.kind not in (ActorKind.GROUP, ActorKind.PERSON):
        return slug(name)
    return content_id(slug(name, limit=60), article.id)


def _needed(extraction: Extraction) -> frozenset[int]:
    """Returns the mentions that speak or hold a position, with the members of coordinations."""
    found: set[int] = set()
    for attribution in extraction.attributions:
        found.update(i for i in (attribution.source, attribution.relay) if i is not None)
    for position in extraction.positions:
        for indexes in (position.holder, position.asserted_by, position.relayed_by):
            found.update(indexes)
    for i in list(found):
        found.update(extraction.mentions[i].parts)
    return frozenset(found)


def _is_actor(discourse: Discourse, entity: Entity, needed: frozenset[int]) -> bool:
    """Whether an entity belongs into the brief: a named one that acts, or any that speaks."""
    if any(i in needed for i in entity.mentions) and group_of(discourse, entity) is not None:
        return True
    if (
        not entity.named
        and entity.kind in (None, ActorKind.STATE)
        and not _sounds_personal(discourse, entity)
        and not _is_local_body(discourse, entity)
        and not _is_government(discourse, entity)
    ):
        return False
    if not entity.named and _says_nothing(discourse, entity):
        return False
    if any(i in needed for i in entity.mentions) or any(
        entity in discourse.meaning.get(i, []) for i in needed
    ):
        return True
    if not entity.named or entity.kind is None:
        return _is_told(discourse, entity)
    if entity.kind is ActorKind.PERSON:
        # One bare capitalised word, once, may be anything: a place, a ship, a song.
        return len(entity.words) > 1 or len(entity.mentions) > 1 or bool(entity.roles)
    if entity.kind in (ActorKind.ORGANISATION, ActorKind.MEDIA) and len(entity.words) > 1:
        return True
    acting = [discourse.mention(i) for i in entity.mentions if discourse.mention(i).acts]
    if entity.kind is ActorKind.STATE and not entity.key.startswith("state:"):
        return any(m.grammatical_role is GrammaticalRole.SUBJECT for m in acting)
    return bool(acting)


def _says_nothing(discourse: Discourse, entity: Entity) -> bool:
    """Whether the words for an unnamed one would tell no reader who it is: `the man`, `others`."""
    told = [m for m in map(discourse.mention, entity.mentions) if m.form is MentionForm.NOMINAL]
    return all(label(m).lower() in noun_sets().says_nothing for m in told)


def _is_local_body(discourse: Discourse, entity: Entity) -> bool:
    """Whether the unnamed authority of a place is meant where it acts: `the county made up its mind`."""
    if entity.kind is not ActorKind.STATE:
        return False
    first = discourse.mention(entity.mentions[0])
    return first.head.text.lower() in noun_sets().region and first.definite and first.acts


def _is_government(discourse: Discourse, entity: Entity) -> bool:
    """Whether a government is meant that is no known state's: `government had refused`, `the Victorian government`."""
    if entity.named or entity.kind is not ActorKind.STATE:
        return False
    first = discourse.mention(entity.mentions[0])
    words = label(first)
    is_told = words.lower() == "government" or (words[:1].isupper() and len(words.split()) == 2)
    return first.head.text.lower() == "government" and first.acts and is_told


def _kind(discourse: Discourse, entity: Entity) -> ActorKind:
    """Returns the kind of an actor; the authority of a place, or a government of nowhere, is an organisation."""
    if not entity.named and (_is_local_body(discourse, entity) or _is_government(discourse, entity)):
        return ActorKind.ORGANISATION
    if entity.kind is ActorKind.STATE and entity.named and not entity.key.startswith("state:"):
        return ActorKind.ORGANISATION  # `Leeds wants a tram`: its authorities
    return entity.kind or _guess(discourse, entity)


def _is_told(discourse: Discourse, entity: Entity) -> bool:
    """Whether an unnamed person or body is the target of a position; a group is no actor for that.

    Nor is a body that is only asked for: `wants a retraining fund`.
    """
    if entity.kind not in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.MEDIA):
        return False
    targets = {i for position in discourse.extraction.positions for i in position.target}
    is_body = entity.kind is ActorKind.ORGANISATION and not entity.named
    return any(i in targets and (discourse.mention(i).acts or not is_body) for i in entity.mentions)


def _sounds_personal(discourse: Discourse, entity: Entity) -> bool:
    """Whether a noun that no lexicon has ends like one for a person, and speaks: `the bassist`."""
    first = discourse.mention(entity.mentions[0])
    speaks = any(a.speech for i in entity.mentions for a in discourse.sources.get(i, []))
    return speaks and first.form is MentionForm.NOMINAL and ends_like_person(first.head.text.lower())


def _guess(discourse: Discourse, entity: Entity) -> ActorKind:
    """Returns the kind of one that speaks whose words show none: a name is a person's."""
    first = discourse.mention(entity.mentions[0])
    if first.form is MentionForm.NAME and not first.head.text.isupper():
        return ActorKind.PERSON
    if first.form is MentionForm.NOMINAL and group_of(discourse, entity) is not None:
        return ActorKind.PERSON
    if ends_like_person(first.head.text.lower()):
        return ActorKind.GROUP if first.number.value == "plural" else ActorKind.PERSON
    return ActorKind.GROUP if first.number.value == "plural" else ActorKind.ORGANISATION


def _evidence(discourse: Discourse, entity: Entity) -> tuple[Evidence, ...]:
    found = {discourse.mention(i).span: discourse.mention(i).text for i in entity.mentions}
    return tuple(Evidence(text=text, span=span) for span, text in sorted(found.items()))


def _affiliation(discourse: Discourse, entity: Entity, id_of: dict[str, str]) -> str | None:
    """Returns the id of the body or state that a role names, or its name where it is no actor."""
    for affiliation in entity.affiliations:
        for i in discourse.places.headed.overlapping(*affiliation.span):
            body = discourse.one(i)
            if body is not None and body is not entity and not body.is_person and body.named:
                return id_of.get(body.key, canonical_name(discourse, body))
        if affiliation.text.islower():
            continue  # `the union’s Jo Lind`, of a union that the text does not name
        words = fold_name(affiliation.text)
        code = demonyms().get(words) or state_names().get(words)
        if code is not None:
            return id_of.get(f"state:{code}", by_code()[code].name)
        return words
    if entity.role_of is not None:
        return id_of.get(entity.role_of.key, canonical_name(discourse, entity.role_of))
    return None
