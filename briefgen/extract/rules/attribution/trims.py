"""What hangs on the end of a content and is its author's: a second cue, an aside about what was named."""

from __future__ import annotations

from briefgen.extract.rules.attribution.candidate import TokenSpan
from briefgen.extract.rules.attribution.coordination import cue_beside
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import NOMINAL, Grammar

_BEFORE_ASIDES = frozenset({",", "-", "—", "–", "--"})
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where"})


def trimmed(grammar: Grammar, part: TokenSpan) -> TokenSpan:
    """Returns the part of a content up to what its author hung on its end."""
    first, last = part
    for at in range(first + 2, last + 1):
        if _is_contradicted(grammar, first, at):
            return first, grammar.left[at] - 1
        if grammar.pos[at] not in ("VERB", "AUX"):
            continue
        apposed = _apposed_saying(grammar, first, last, at)
        if apposed is not None:
            return first, apposed - 1
        unsaid = _left_unsaid(grammar, first, last, at)
        if unsaid is not None:
            return first, unsaid - 1
        if _is_outcome(grammar, first, last, at):
            return first, grammar.left[at] - 1
        if _is_second_cue(grammar, first, last, at) or _is_aside(grammar, first, last, at):
            return first, grammar.left[at] - 1
    return part


def _is_contradicted(grammar: Grammar, first: int, verb: int) -> bool:
    """Whether the author says what is so against what is told: `claimed falsely that he won, though he lost`."""
    is_against = (
        grammar.has_mark(verb, "though", "although", "when", "while") and grammar.left[verb] > first + 1
    )
    before = (grammar.words[at].lower() for at in range(max(0, first - 3), first))
    return is_against and any(word in saying().untrue for word in before)


def _apposed_saying(grammar: Grammar, first: int, last: int, verb: int) -> int | None:
    """Returns where an author's aside about another's words begins: `…, a step that unions said would fail`."""
    noun = grammar.heads[verb]
    start = grammar.left[noun]
    if grammar.deps[verb] != "relcl" or not says(grammar.lemmas[verb]) or grammar.pos[noun] != "NOUN":
        return None
    speaks = any(grammar.deps[at] == "nsubj" and grammar.pos[at] in NOMINAL for at in grammar.children[verb])
    is_last = grammar.right[verb] >= last - 1 and start > first + 1 and grammar.words[start - 1] == ","
    return start if speaks and is_last else None


def _left_unsaid(grammar: Grammar, first: int, last: int, verb: int) -> int | None:
    """Returns where it begins to be told what the speaker left out: `…, without saying when`."""
    if grammar.tags[verb] != "VBG" or grammar.right[verb] < last - 1:
        return None
    without = grammar.heads[verb]
    if grammar.words[without].lower() == "without" and grammar.deps[verb] == "pcomp":
        start = without
    elif grammar.has_mark(verb, "although", "though", "while") and grammar.child(verb, "neg") is not None:
        start = grammar.left[verb]
    else:
        return None
    if start <= first + 1 or not _leaves_open(grammar, verb, is_set_off=grammar.words[start - 1] == ","):
        return None
    return start


def _leaves_open(grammar: Grammar, verb: int, *, is_set_off: bool) -> bool:
    """Whether a verb tells of no answer: `elaborating`, and set off also `saying when`, `giving a reason`."""
    lemma, known = grammar.with_particle(verb), saying()
    inside = range(verb + 1, grammar.right[verb] + 1)
    if lemma in known.topical and all(grammar.pos[at] in ("PUNCT", "ADV", "ADP") for at in inside):
        return True
    asks = any(grammar.tags[at] in ("WRB", "WDT", "WP") for at in inside[:3])
    given = grammar.child(verb, "dobj")
    gives = lemma in known.giving and given is not None and grammar.lemmas[given] in known.given
    return is_set_off and ((says(lemma) and asks) or gives)


def _is_outcome(grammar: Grammar, first: int, last: int, verb: int) -> bool:
    """Whether it tells what came of somebody's promise or plan: `to talk again, raising hopes of a pact`."""
    stirred = grammar.child(verb, "dobj")
    return (
        stirred is not None
        and grammar.lemmas[stirred] in saying().stirred
        and grammar.tags[first] == "TO"
        and grammar.tags[verb] == "VBG"
        and grammar.lemmas[verb] in saying().stirring
        and grammar.right[verb] >= last - 1
        and grammar.left[verb] > first + 1
        and grammar.words[grammar.left[verb] - 1] == ","
    )


def _is_second_cue(grammar: Grammar, first: int, last: int, verb: int) -> bool:
    """`…, adding that …`, `… and noted that …`."""
    if not says(grammar.lemmas[verb]):
        return False
    beside = cue_beside(grammar, verb)
    if beside is not None:
        return beside < first
    if grammar.tags[verb] != "VBG" or grammar.right[verb] < last - 1:
        return False
    return grammar.left[verb] > first and grammar.words[_before(grammar, verb)] == ","


def _before(grammar: Grammar, verb: int) -> int:
    joint = verb - 1
    while joint > 0 and grammar.deps[joint] in ("advmod", "aux", "neg"):
        joint -= 1
    return joint


def _is_aside(grammar: Grammar, first: int, last: int, verb: int) -> bool:
    """`…, which opened in May`, `…, in which he spoke`; what follows quoted words may go on with them."""
    left = grammar.left[verb]
    if grammar.deps[verb] == "advcl" and says(grammar.lemmas[verb]):
        # `…, as counsel for the minister had argued`
        ends = grammar.right[verb] >= last - 1 and left > first + 1 and grammar.words[left - 1] == ","
        return ends and grammar.words[left].lower() == "as" and grammar.child(verb, "nsubj") is not None
    if grammar.deps[verb] != "relcl" or left <= first + 1 or grammar.right[verb] < last - 1:
        return False
    if grammar.words[left - 1] not in _BEFORE_ASIDES or left - 2 in grammar.passage.quoted:
        return False
    return any(grammar.words[at].lower() in _RELATIVES for at in (left, left + 1))
