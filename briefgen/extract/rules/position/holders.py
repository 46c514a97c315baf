"""Who holds what a predicate tells: its subject, whom it counts, or the subject of a clause above."""

from __future__ import annotations

from briefgen.extract.rules.attribution.saying import saying
from briefgen.extract.rules.attribution.sources import author_of
from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.frames import Frame
from briefgen.extract.rules.position.predicates import Predicate
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.actor_words import names_document, noun_sets
from briefgen.lexicons.modality import modality
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateKind
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm

_ANYONE = frozenset(
    {"each", "both", "nobody", "none", "everyone", "everybody", "anyone", "anybody", "neither", "no-one"}
)
_NO_ONE = frozenset({"no", "neither", "either", "every", "each", "any"})


def holder_at(
    view: PassageView, clause: Clause, token: int | None, source: Frame | None, *, first_person: bool
) -> tuple[int, ...]:
    """Returns the mentions that hold a predicate at a token; the source where he says it of himself."""
    if first_person:
        return source.source if source is not None else ()
    actor = view.member(clause) if token == clause.subject else None
    actor = view.actor(token) if actor is None else actor
    if token is not None and _is_thing(view.g, token):
        return ()
    if actor is None and token is not None:
        actor = view.actor(_counted(view.g, token))
    return () if actor is None else (actor,)


def meant_by_which(view: PassageView, clause: Clause, holder: tuple[int, ...]) -> tuple[int, ...]:
    """Returns who holds what a clause with `which` tells: never a person, but the body named right before it.

    `said Ola Hansen, head of the Harbour Party, which wants a pier`.
    """
    g, head = view.g, clause.head
    if clause.kind is not ClauseKind.RELATIVE or clause.own_subject:
        return holder
    which = next((t for t in range(g.left[head], head) if g.words[t].lower() == "which"), None)
    if which is None or clause.passive or not any(_is_human(view, h, clause) for h in holder):
        return holder
    last = which - 1
    while last > 0 and g.words[last] == ",":
        last -= 1
    if last == clause.subject:
        return () if view.mentions[holder[0]].form is not MentionForm.NAME else holder
    found = view.actor(last)
    return () if found is None or view.mentions[found].kind is ActorKind.PERSON else (found,)


def _is_human(view: PassageView, mention: int, clause: Clause) -> bool:
    """Whether a mention means people one by one: a person, or several of whom a verb tells as of one thing."""
    g, found = view.g, view.mentions[mention]
    is_several = (
        clause.subject is not None and g.tags[clause.subject] == "NNS" and g.tags[clause.head] == "VBZ"
    )
    return found.kind is ActorKind.PERSON or (is_several and found.kind is ActorKind.GROUP)


def _is_thing(g: Grammar, token: int) -> bool:
    """Whether `it` is called what nobody is: `It is the biggest fall in years and is driven by a strike`."""
    called = g.child(g.heads[token], "attr") if g.lemmas[g.heads[token]] == "be" else None
    if g.lemmas[token] != "it" or called is None or g.pos[called] != "NOUN" or called < token:
        return False
    nouns = noun_sets()
    people = nouns.people | nouns.either | nouns.public
    return g.lemmas[called] not in people | nouns.organisation | nouns.state | nouns.region


def _counted(g: Grammar, token: int) -> int | None:
    """Returns whom `both of them`, `neither of the two` counts."""
    of = next((c for c in g.children[token] if g.lemmas[c] == "of"), None)
    counts = g.words[token].lower() in ("both", "neither", "none", "each", "all", "either")
    return g.child(of, "pobj") if of is not None and counts else None


def minded(view: PassageView, token: int | None, predicate: Predicate) -> tuple[int, ...]:
    """Returns the mention of a noun that no lexicon has, where only a mind can do what it does."""
    g = view.g
    if token is None or g.pos[token] not in ("NOUN", "PROPN"):
        return ()
    is_crowd = g.lemmas[token] in position_cues().crowds and predicate.kind is PredicateKind.ATTITUDE
    is_state = predicate.key.startswith("be ") and predicate.key[3:] in position_cues().only_minds
    if g.lemmas[predicate.head] not in modality().minds.words and not is_crowd and not is_state:
        return ()
    found = view.mentions.at_token(g.passage, token)
    is_one = g.tags[token] == "NN" and not names_document(g.lemmas[token]) and not _means_some(g, token)
    if is_one and (_is_needed(g, predicate) or any(g.words[c].lower() in _NO_ONE for c in g.children[token])):
        return ()
    if g.tags[token] == "NNS" or is_one or (g.tags[token] == "NNPS" and g.words[token].islower()):
        # `toolmakers fear`, `the market thinks`: things fear and think nothing
        return (view.mentions.group_at(g.passage, token),)
    return () if found is None else (found,)


def _is_needed(g: Grammar, predicate: Predicate) -> bool:
    """Whether something wants doing: `The river wants dredging`."""
    needed = (g.words[c] for c in g.children[predicate.head] if c > predicate.head)
    return g.lemmas[predicate.head] == "want" and any(
        word.endswith("ing") and not word.endswith("thing") for word in needed
    )


def is_anyone(g: Grammar, predicate: Predicate, token: int | None) -> bool:
    """Whether a subject means all or none, so that whoever says so speaks for others: `Nobody wants to pay`.

    Of some told by no noun likewise. `Nobody believes it` and `nobody cares` are no more than the speaker's own
    view, `nobody in the bank believes it` is.
    """
    if token is None:
        return False
    if g.lemmas[token] in position_cues().sides and any(
        g.words[c].lower() in _ANYONE for c in g.children[token]
    ):
        return True  # `Neither side wants to go first`
    is_share = any(
        g.deps[c] == "predet" and g.words[c].lower() in position_cues().shares for c in g.children[token]
    )
    if is_share or _means_some(g, token):
        return True  # `half the block`
    if g.words[token].lower() not in _ANYONE:
        return False
    if g.words[token].lower() in ("each", "both"):
        return True  # `that each believes the other is bluffing`
    is_told = any(g.deps[c] == "prep" for c in g.children[token])
    return is_told or predicate.group.id not in ("believe", "doubt", "glad")


def is_none_to_be(g: Grammar, token: int | None, verb: int) -> bool:
    """Whether it is told that nobody will do something, which nobody refuses: `no patient would wait a year`."""
    if token is None or not any(g.tags[c] == "MD" for c in g.children[verb]):
        return False
    is_none = any(g.deps[c] in ("det", "neg") and g.lemmas[c] == "no" for c in g.children[token])
    return is_none or g.words[token].lower() in ("nobody", "none", "no-one")


def _means_some(g: Grammar, token: int) -> bool:
    """Whether a subject tells some people by no noun: `three in four`, `the younger among them`, `those who left`."""
    word = g.words[token].lower()
    has_article = any(g.words[c].lower() in ("the", "another") for c in g.children[token])
    told_by = {g.deps[c] for c in g.children[token] if c > token}
    if word == "those":
        return bool(told_by & {"acl", "relcl", "prep", "amod"})
    if g.tags[token] == "CD":
        # `the six wanted to be heard`
        return has_article or any(g.deps[c] in ("prep", "quantmod") for c in g.children[token])
    is_bare = word in ("many", "most", "some", "few", "several") and not told_by
    return (
        word in position_cues().shares
        or is_bare
        or (has_article and g.tags[token] in ("JJ", "JJR", "JJS") and bool(told_by))
    )


def raised_subject(view: PassageView, clause: Clause, predicate: Predicate, token: int | None) -> int | None:
    """Returns the subject of a clause above, where a participle or a saying verb has none that can act.

    `He said the talks failed and described the plan as dead`: the talks describe nothing.
    """
    if clause.own_subject or view.actor(token) is not None or predicate.group.holder == "object":
        return None
    g, document = view.g, view.g.heads[clause.head]
    if g.deps[clause.head] == "acl" and g.lemmas[document] in saying().vehicles | noun_sets().documents:
        return author_of(g, document)  # `dismissed a letter accusing her`
    if clause.passive and predicate.head == clause.head:
        return None  # `was informed that …`: by whom stays open
    speaks = predicate.kind in (PredicateKind.SAY, PredicateKind.SPEECH)
    above = None if clause.governor is None else g.tags[clause.governor]
    if (g.tags[clause.head], above) in (("VBZ", "VBP"), ("VBP", "VBZ")):
        return None  # `They say the plan is fair and offers more`: the plan does
    if clause.kind is ClauseKind.PARTICIPLE or (clause.coordinate and speaks):
        return view.subject_above(clause)
    return None


def wants_somebody(view: PassageView, predicate: Predicate) -> bool:
    """Whether somebody by name is wanted, maybe for his harm: `wants Ola Hansen`, no `wants Hansen as its leader`."""
    g = view.g
    whom = g.child(predicate.head, "dobj")
    if predicate.key != "want" or whom is None or whom < predicate.head:
        return False
    found = view.actor(whom)
    mention = None if found is None else view.mentions[found]
    is_one = mention is not None and mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME
    to_be = any(
        g.deps[c] in ("xcomp", "prt", "oprd")
        or (g.deps[c] == "prep" and g.lemmas[c] in ("as", "in", "on", "for"))
        for at in (predicate.head, whom)
        for c in g.children[at]
        if c > whom
    )
    return is_one and not to_be


def is_person(view: PassageView, holder: tuple[int, ...]) -> bool:
    """Whether one of the holders is a single person."""
    mentions = [view.mentions[h] for h in holder]
    return any(m.kind is ActorKind.PERSON or m.text.lower() in ("he", "she") for m in mentions)
