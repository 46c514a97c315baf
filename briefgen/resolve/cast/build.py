"""From mentions to entities: names first, then nominals and pronouns in the order of the text."""

from __future__ import annotations

from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import Extraction, GrammaticalRole, Mention, MentionForm
from briefgen.model.span_index import SpanIndex
from briefgen.resolve.cast.bodies import (
    gather_bodies,
    gather_states,
    is_capital_as_place,
    people_of,
    state_of,
)
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity
from briefgen.resolve.cast.labels import label
from briefgen.resolve.cast.nominals import join_described, resolve_nominal
from briefgen.resolve.cast.people import gather_people
from briefgen.resolve.cast.pronouns import resolve_pronoun
from briefgen.resolve.cast.rulers import learn_states
from briefgen.resolve.cast.words import folded


def build_discourse(extraction: Extraction) -> Discourse:
    """Returns the discourse of an article with every mention resolved that can be."""
    discourse = Discourse(extraction)
    names = [
        (i, m)
        for i, m in enumerate(extraction.mentions)
        if m.form is MentionForm.NAME and not m.parts and not is_capital_as_place(m)
    ]
    names.sort(key=lambda item: item[1].head.start)
    firms = _bodies_of_one_word(names)
    people = [(i, m) for i, m in names if m.kind is ActorKind.PERSON and folded(m.head.text) not in firms]
    states = [(i, m) for i, m in names if state_of(m) is not None]
    codes = {state_of(m) for _, m in states}
    # `The Kenyans want a pact, a diplomat said`: Kenya, where the article speaks of the state
    spoken = [
        (i, m)
        for i, m in enumerate(extraction.mentions)
        if people_of(m) in codes and discourse.places.attributions_over(i)
    ]
    states = sorted((*states, *spoken), key=lambda item: item[1].head.start)
    counted = {i for i, _ in people} | {i for i, _ in states}
    bodies = [(i, m) for i, m in names if i not in counted]
    discourse.entities = [
        *gather_people(people, _embedded(extraction, people)),
        *gather_states(states),
        *gather_bodies(bodies),
    ]
    for entity in discourse.entities:
        for index in entity.mentions:
            discourse.meaning[index] = [entity]
    _join_aliases(discourse, names)
    _join_appositions(discourse)
    learn_states(discourse)
    first_person = [i for i in discourse.places.order if extraction.mentions[i].person == 1]
    for index in discourse.places.order:
        if extraction.mentions[index].person != 1:
            _resolve(discourse, index)
    for index in first_person:
        _resolve(discourse, index)
    for index, mention in enumerate(extraction.mentions):
        if mention.parts:
            _resolve_parts(discourse, index)
    return discourse


def _bodies_of_one_word(names: list[tuple[int, Mention]]) -> frozenset[tuple[str, ...]]:
    """Returns names of one word that are a body's somewhere, and nobody's surname: `Nestle` and `Nestlé`."""
    people = [folded(m.head.text) for _, m in names if m.kind is ActorKind.PERSON]
    surnames = {words[-1:] for words in people if len(words) > 1}
    bodies = {folded(m.head.text) for _, m in names if m.kind is ActorKind.ORGANISATION}
    return frozenset(words for words in bodies if len(words) == 1 and words not in surnames)


def _embedded(extraction: Extraction, people: list[tuple[int, Mention]]) -> frozenset[int]:
    """Returns the personal names that stand inside another mention's role."""
    roles = SpanIndex(
        (m.role.span, m.role.end)
        for m in extraction.mentions
        if m.role is not None and m.form is MentionForm.NAME
    )
    return frozenset(i for i, m in people if any(m.head.end <= end for end in roles.at(m.head.start)))


def _join_aliases(discourse: Discourse, names: list[tuple[int, Mention]]) -> None:
    """Joins a name in brackets to the name it abbreviates."""
    for index, mention in names:
        if mention.alias_of is None:
            continue
        one, other = discourse.one(mention.alias_of), discourse.one(index)
        if one is None or other is None or one is other or one.is_person != other.is_person:
            continue
        for i in list(other.mentions):
            discourse.assign(i, one)
        one.mentions.sort()
        discourse.entities.remove(other)


def _join_appositions(discourse: Discourse) -> None:
    """Joins the noun of an apposition to the name it stands behind: `Ann Cole, a farmer`."""
    nominals = [
        i
        for i in discourse.places.order
        if discourse.mention(i).form is MentionForm.NOMINAL and discourse.mention(i).kind is ActorKind.PERSON
    ]
    for entity in list(discourse.entities):
        if not entity.is_person:
            continue
        for role in list(entity.roles):
            inside = [
                i
                for i in nominals
                if role.start <= discourse.mention(i).head.start < role.end and i not in discourse.meaning
            ]
            for at, i in enumerate(inside):
                apposed = discourse.mention(i).grammatical_role is GrammaticalRole.APPOSITION
                if at == 0 or apposed:
                    discourse.assign(i, entity)


def _learn_owner(discourse: Discourse, index: int) -> None:
    """Notes the state or body whose officer a possessive says a person is: `its leader Ann Cole`."""
    entity = discourse.one(index)
    if entity is None or not entity.is_person or entity.role_of is not None:
        return
    owner = discourse.owner(index)
    if owner is None or owner is entity:
        return
    if owner.is_person:
        entity.chief = owner
        return
    if entity.country is None:
        entity.country = owner.country
    entity.role_of = owner
    mention = discourse.mention(index)
    entity.office = label(mention) if mention.form is MentionForm.NOMINAL else None


def _learn_state(discourse: Discourse, index: int) -> None:
    """Notes the state that the words behind an office say a person rules: `the president of Kenya`."""
    mention, entity = discourse.mention(index), discourse.one(index)
    if entity is None or not entity.is_person or entity.country is not None or not mention.definite:
        return
    if mention.head.text.lower() not in resolving().rulers:
        return
    start = mention.span[1] + len(" of ")
    behind = next((i for i in discourse.places.between(start, start + len("the _"))), None)
    state = discourse.one(behind) if behind is not None else None
    if state is not None and state.kind is ActorKind.STATE:
        entity.country = state.country


def _resolve(discourse: Discourse, index: int) -> None:
    """Resolves a mention behind what it hangs on; where two hang on each other, the one asked for first goes on."""
    mention = discourse.mention(index)
    if index in discourse.meaning:
        for inside in discourse.places.possessives_in(index):
            if inside not in discourse.meaning:
                _resolve(discourse, inside)
        _learn_owner(discourse, index)
        if mention.form is MentionForm.NOMINAL and mention.alias_of is not None:
            join_described(discourse, index)
        return
    if index in discourse.resolving:
        return
    discourse.resolving.add(index)
    for inside in discourse.places.possessives_in(index):
        _resolve(discourse, inside)
    if mention.alias_of is not None:
        _resolve(discourse, mention.alias_of)
    if mention.quoted or mention.kind is ActorKind.ORGANISATION:
        # Who speaks decides who is meant inside, so the source is resolved first, wherever it stands.
        for attribution in discourse.places.attributions_over(index):
            if attribution.source not in (None, index) and not discourse.mention(attribution.source).quoted:
                _resolve(discourse, attribution.source)
            if attribution.spoken_of is not None and not discourse.mention(attribution.spoken_of).quoted:
                _resolve(discourse, attribution.spoken_of)
    if mention.parts:
        for part in mention.parts:
            _resolve(discourse, part)
        _resolve_parts(discourse, index)
        return
    if mention.form is MentionForm.PRONOUN:
        discourse.assign(index, *resolve_pronoun(discourse, index))
    elif mention.form is MentionForm.NOMINAL:
        discourse.assign(index, *resolve_nominal(discourse, index))
        _learn_state(discourse, index)
        if mention.alias_of is not None:
            _learn_owner(discourse, index)


def _resolve_parts(discourse: Discourse, index: int) -> None:
    found: list[Entity] = []
    for part in discourse.mention(index).parts:
        for entity in discourse.meaning.get(part, []):
            if entity not in found:
                found.append(entity)
    discourse.meaning[index] = found
