"""States of mind told without a verb of thinking: `is determined to`, `feels let down`, `would rather wait`."""

from __future__ import annotations

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.minds import RATHER
from briefgen.extract.rules.position.polarity import is_negated
from briefgen.extract.rules.position.verbs import has_preposition, has_to, is_foreseen, lemma_of, verb_below
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.position_cues import position_cues
from briefgen.lexicons.predicates import PredicateGroup, disposition, group_of, predicate_index
from briefgen.model.position import Act

_DARE = frozenset({"dare", "dares", "dared"})
_WOULD = frozenset({"would", "'d", "’d"})


def felt(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the feeling of who `feels let down`, `felt pushed out`."""
    if g.lemmas[token] != "feel":
        return None
    let = next(
        (
            c
            for c in g.children[token]
            if g.deps[c] in ("xcomp", "oprd", "acomp") and g.tags[c] == "VBN" and not has_to(g, c)
        ),
        None,
    )
    if any(g.deps[c] == "advcl" and g.has_mark(c, "like") for c in g.children[token]):
        return group_of("believe"), "feel like"  # `They feel like it was settled long ago`
    if let is None:
        return None
    entries = predicate_index()["feel"]
    if any(rest == (g.words[let].lower(),) for rest, _ in entries):
        return None  # `feels emboldened` has an entry of its own
    entry = next((e for e in entries if e[0] == ("let",)), None)
    return None if entry is None else (entry[1], f"feel {g.lemmas[let]}")


def disposed(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns what `is determined to stay`, `was frightened by it` tells, where it is parsed as a passive."""
    is_passive = any(g.deps[c] == "auxpass" and lemma_of(g, c) == "be" for c in g.children[token])
    if not is_passive or g.tags[token] != "VBN":
        return None
    for child in g.children[token]:
        toward = disposition(g.words[token], g.lemmas[child]) if child > token else None
        if toward is not None:
            return toward, f"be {g.words[token].lower()} {g.lemmas[child]}"
    group = disposition(g.words[token])
    if group is None or is_foreseen(g, token, g.words[token].lower()):
        return None
    below = verb_below(g, token)
    is_plan = (
        group.act in (Act.INTEND, Act.REJECT) and g.words[token].lower() not in position_cues().never_deeds
    )
    if is_plan and (below is None or not has_to(g, below)) and not has_preposition(g, token, "of"):
        return None  # `the meal was prepared`, `he is set free`
    return group, f"be {g.words[token].lower()}"


def preferred(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the wish of who `would rather wait`, `would resign sooner than sign`, whatever the verb is."""
    before = [w.lower() for w in g.words[max(0, token - 3) : token] if w.lower() != "not"][-2:]
    rather = len(before) == 2 and before[0] in _WOULD and before[1] in RATHER
    as_soon = [w.lower() for w in g.words[max(0, token - 4) : token] if w.lower() not in ("not", "just")][-3:]
    rather = rather or (len(as_soon) == 3 and as_soon[0] in _WOULD and as_soon[1:] == ["as", "soon"])
    if not rather:
        would = any(g.deps[c] == "aux" and g.words[c].lower() in _WOULD for c in g.children[token])
        sooner = next((c for c in g.children[token] if c > token and g.words[c].lower() in RATHER), None)
        rather = would and sooner is not None and _is_choice(g, sooner)
    return (group_of("want"), "would rather") if rather else None


def afraid_to(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the mind of who `dares not overrule her`, whatever the verb is."""
    dares = any(g.deps[c] == "aux" and g.words[c].lower() in _DARE for c in g.children[token])
    return (group_of("dare"), "dare") if dares else None


def turned_so(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the mind that a verb tells in one turn of phrase: `not about to sign`, `will not be hurried`.

    So `given up hoping`, `look at it and see a bill`, `would have voted for it`.
    """
    lemma, cues = g.lemmas[token], position_cues()
    if lemma == "be":
        return _not_about_to(g, token)
    if lemma == "see":
        return _seen_in(g, token)
    if lemma == "give":
        return _given_up(g, token)
    found = _unbowed(g, token) if lemma in cues.bends else None
    return found or (_would_have(g, token) if lemma == "go" or lemma in cues.voted else None)


def _not_about_to(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the refusal of who `is not about to sign`, who does not only wait with it."""
    state = next((c for c in g.children[token] if g.words[c].lower() == "about" and c > token), None)
    if state is None or not is_negated(g, token):
        return None
    below = next((c for t in (state, token) for c in g.children[t] if g.deps[c] in ("xcomp", "pcomp")), None)
    is_so = below is not None and has_to(g, below)
    return (group_of("hesitate"), "be about no") if is_so else None


def _unbowed(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the refusal of those who `will not be hurried`, `would not be bullied`."""
    will = any(g.lemmas[c] in ("will", "would", "wo") for c in g.children[token] if g.deps[c] == "aux")
    is_passive = any(g.deps[c] == "auxpass" for c in g.children[token])
    if not (will and is_passive and is_negated(g, token)):
        return None
    return group_of("hesitate"), "be pressed no"


def _given_up(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the despair of who has `given up hoping`, `given up expecting help`."""
    up = any(g.deps[c] == "prt" and g.words[c].lower() == "up" for c in g.children[token])
    below = next((c for c in g.children[token] if g.tags[c] == "VBG" and c > token), None)
    is_hope = below is not None and g.lemmas[below] in position_cues().hoped
    return (group_of("despair"), "give up hoping") if up and is_hope else None


def _seen_in(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the belief of those who `look at the port and see a bill`: what they take it for."""
    above = g.heads[token]
    is_joined = g.deps[token] in ("conj", "ccomp") and g.lemmas[above] == "look" and above < token
    at = is_joined and any(g.lemmas[c] == "at" for c in g.children[above])
    return (group_of("believe"), "look and see") if at and g.child(token, "dobj") is not None else None


def _would_have(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the wish of who `would have voted for a cut`, `would have gone further`: what he chose not to get."""
    helpers = {g.lemmas[c] for c in g.children[token] if g.deps[c] == "aux"}
    would = bool(helpers & {"would", "'d", "’d"}) and "have" in helpers
    further = any(g.words[c].lower() in ("further", "farther") for c in g.children[token])
    is_chosen = g.lemmas[token] in position_cues().voted or (g.lemmas[token] == "go" and further)
    return (group_of("want"), "would have") if would and is_chosen else None


def _is_choice(g: Grammar, sooner: int) -> bool:
    """Whether a verb stands behind `sooner than`: `than sign`, not `than expected`."""
    behind = [*g.words[sooner + 1 : sooner + 2], *g.tags[sooner + 2 : sooner + 3]]
    return behind in (["than", "VB"], ["than", "VBP"])


def depictive(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the attitude that stands beside a verb: `Convinced that it was over, she left`."""
    is_told = is_depictive(g, token) or is_absolute(g, token)
    group = disposition(g.words[token]) if is_told else None
    return None if group is None else (group, f"be {g.words[token].lower()}")


def is_absolute(g: Grammar, token: int) -> bool:
    """Whether a word tells the state of mind of those behind a `with`: `met, with many members afraid that`."""
    over = g.heads[token]
    is_under = g.deps[token] == "pcomp" and g.tags[token] == "VBN" and g.lemmas[over] == "with"
    return is_under and g.child(token, "nsubj") is not None and disposition(g.words[token]) is not None


def is_depictive(g: Grammar, token: int) -> bool:
    """Whether a word tells a state of mind of the subject beside it, set off: `Cole, angry at the delay, left`."""
    if g.deps[token] not in ("advcl", "acl", "amod") or g.tags[token] not in ("VBN", "VBD", "JJ"):
        return False
    if (
        disposition(g.words[token]) is None
        or not _has_object(g, token)
        or g.words[token].lower() in position_cues().of_things
    ):
        return False
    if any(g.deps[c] in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for c in g.children[token]):
        return False
    first = g.left[token]
    is_set_off = first == g.sentences[g.sentence[token]][0] or g.words[first - 1] in (",", "—", "–")
    return is_set_off or (g.deps[token] == "advcl" and lemma_of(g, g.heads[token]) in position_cues().leaving)


def _has_object(g: Grammar, token: int) -> bool:
    """Whether it is told what a state of mind is about."""
    return any(c > token and g.deps[c] in ("ccomp", "xcomp", "prep") for c in g.children[token])


def taken_for(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the belief of who `takes them for fools`, `takes her patience for weakness`."""
    seen = g.child(token, "dobj")
    if g.lemmas[token] != "take" or seen is None:
        return None
    for preposition in (*g.children[token], *g.children[seen]):
        if g.lemmas[preposition] != "for" or preposition < seen:
            continue
        named = g.child(preposition, "pobj")
        if named is not None and (_are_people(g, seen, named) or g.words[named] in position_cues().taken_for):
            return group_of("believe"), "take for"
    return None


def outweighed_by(g: Grammar, verb: int) -> int | None:
    """Returns the verb that weighs more than a denied one: `don’t need the power so much as they fear a drought`."""
    if not is_negated(g, verb):
        return None
    much = next((c for c in g.children[verb] if g.lemmas[c] == "much" and c > verb), None)
    if much is None or g.words[much - 1].lower() not in ("so", "as"):
        return None
    for other in (*g.children[much], *g.children[verb]):
        subject = g.child(other, "nsubj")
        is_compared = g.deps[other] == "advcl" and other > much and g.has_mark(other, "as")
        if is_compared and subject is not None and g.pos[subject] == "PRON":
            return other
    return None


def drawn(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the silence of who `would not be drawn on the price`, `will not be interviewed`."""
    is_asked = g.lemmas[token] in ("draw", "interview") and g.child(token, "auxpass") is not None
    is_own = any(g.deps[c] == "aux" and g.words[c].lower() in ("would", "will") for c in g.children[token])
    if not is_asked or not is_own:
        return None
    places = [g.lemmas[c] for c in g.children[token] if g.deps[c] == "prep"]
    nothing_drawn = all(place in ("on", "about", "for", "by") for place in places)
    return (group_of("delve"), "be drawn") if nothing_drawn else None


def _are_people(g: Grammar, seen: int, named: int) -> bool:
    """Whether a noun tells what sort of people some are held to be: `the Swedes for fools`, `her for a coward`."""
    if g.tags[seen] not in ("NNP", "NNPS", "NNS", "PRP"):
        return False
    is_bare = g.tags[named] == "NNS" and not any(g.deps[c] in ("det", "poss") for c in g.children[named])
    return is_bare or g.lemmas[named] in noun_sets().person


def motive(g: Grammar, token: int) -> tuple[PredicateGroup, str] | None:
    """Returns the hope or fear that moves somebody: `is selling the port in the hope of keeping his job`."""
    motives = position_cues().motives
    for preposition in g.children[token]:
        if g.deps[preposition] != "prep" or preposition < token:
            continue
        inner = g.child(preposition, "prep") if g.lemmas[preposition] == "out" else preposition
        noun = g.child(inner, "pobj") if inner is not None else None
        verb = None if noun is None else motives.get(f"{g.lemmas[preposition]} {g.lemmas[noun]}")
        if (
            noun is not None
            and inner != preposition
            and not _is_nobody(g, token)
            and _is_bare_motive(g, noun)
        ):
            return group_of("waver"), "out motive"
        if verb is None or noun is None or not g.children[noun]:
            continue
        owner = g.child(noun, "poss")
        is_anothers = owner is not None and g.tags[owner] != "PRP$"  # `a blow in the mayor's effort to win`
        if not is_anothers and any(c > noun for c in g.children[noun]):
            return group_of(verb), f"{verb} motive"
    if _is_cover(g, token):
        return group_of("machinate"), "use motive"
    is_scheme = _has_one_purpose(g, token) or _is_means(g, token)
    return (group_of("scheme"), "scheme motive") if is_scheme else None


def _is_nobody(g: Grammar, verb: int) -> bool:
    """Whether it is told what nobody or everybody does: `Nobody spares an enemy out of kindness`."""
    subject = g.child(verb, "nsubj")
    return subject is not None and g.words[subject].lower() in (
        "nobody",
        "none",
        "everybody",
        "everyone",
        "anybody",
        "anyone",
        "one",
    )


def _is_bare_motive(g: Grammar, noun: int) -> bool:
    """Whether a noun behind `out of` tells alone what moves somebody: `acted out of spite`, `out of good will`."""
    is_alone = all(g.deps[c] == "amod" and c < noun for c in g.children[noun])
    return g.lemmas[noun] in position_cues().bare_motives and is_alone


def _is_means(g: Grammar, token: int) -> bool:
    """Whether somebody uses a thing for more than it is: `is using the duty as a bargaining chip`."""
    if g.lemmas[token] not in ("use", "wield", "exploit"):
        return False
    used = g.child(token, "dobj")
    prepositions = [c for t in (token, used) if t is not None for c in g.children[t] if g.lemmas[c] == "as"]
    ends = [g.child(c, "pobj") for c in prepositions if c > token]
    return any(end is not None and g.lemmas[end] in position_cues().levers for end in ends)


def _is_cover(g: Grammar, token: int) -> bool:
    """Whether somebody turns what happens to account: `is using the delay to shift the blame`, no `used it to`."""
    used = g.child(token, "dobj")
    is_turned = g.lemmas[token] == "exploit" or (g.lemmas[token] == "use" and g.tags[token] == "VBG")
    if not is_turned or used is None or g.lemmas[used] not in position_cues().openings:
        return False
    return any(g.tags[c] == "VB" and has_to(g, c) and c > used for t in (token, used) for c in g.children[t])


def _has_one_purpose(g: Grammar, token: int) -> bool:
    """Whether a deed is said to serve this end above others: `sent envoys mainly to split the mediators`."""
    cues = position_cues()
    for purpose in g.children[token]:
        first = g.left[purpose]
        if g.deps[purpose] not in ("advcl", "xcomp") or purpose < token or g.tags[purpose] != "VB":
            continue
        if g.words[first].lower() in cues.above_all or g.words[first - 1].lower() in cues.above_all:
            if g.lemmas[purpose] in cues.happening:
                return False
            return not any(g.deps[c] == "mark" for c in g.children[purpose])
    return False
