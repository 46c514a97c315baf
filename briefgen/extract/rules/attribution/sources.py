"""Who a verb or noun says does it: the subject as the grammar gives it, also where it stands further up."""

from __future__ import annotations

from briefgen.extract.rules.attribution.coordination import cue_beside
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.grammar import NOMINAL, VERBAL, Grammar
from briefgen.lexicons.actor_words import noun_sets

_CONTROLLED = frozenset({"xcomp", "advcl", "conj", "ccomp", "pcomp", "dep"})
_DASHES = ("—", "–", "--", "-")


def subject_of(grammar: Grammar, verb: int) -> int | None:
    """Returns the head of the noun phrase that is the verb's understood subject, or None."""
    if is_passive(grammar, verb):
        return agent_of(grammar, verb)
    outer = _saying_above(grammar, verb)
    if outer is None:
        outer = cue_beside(grammar, verb)
    verb = verb if outer is None else outer
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        own = own_subject(grammar, verb) if len(seen) == 1 else shared_subject(grammar, verb)
        if own is not None:
            return own
        dep, head = grammar.deps[verb], grammar.heads[verb]
        if head == verb:
            return inverted_subject(grammar, verb)
        if dep == "acl":
            if grammar.tags[verb] == "VBG" and grammar.lemmas[head] in saying().vehicles:
                # `she released a statement saying …` is hers; if nobody's, the statement's own
                return author_of(grammar, head) or head
            return _those_counted(grammar, head) if grammar.pos[head] in NOMINAL else None
        if dep == "relcl":
            # `the man they say voted` has a subject of its own; `the bill passed`, misread, has none
            return head
        if dep == "prep" and grammar.pos[verb] == "VERB":
            verb = head
            continue
        if dep == "pcomp":
            above = grammar.heads[head]
            if grammar.pos[above] in VERBAL:
                # `accused him of saying`, `quoted her as saying`, `was quoted as saying`
                control = grammar.child(above, "dobj", "nsubjpass")
                if control is not None and control < head and grammar.lemmas[head] in ("of", "for", "as"):
                    return control
                verb = above
                continue
            if grammar.pos[above] in NOMINAL:
                return possessor_of(grammar, above) or subject_over(grammar, above)
            return None
        if dep in ("acomp", "attr", "oprd") and grammar.pos[head] in VERBAL:
            # `voters are more likely to say`
            verb = head
            continue
        if dep in _CONTROLLED and grammar.pos[head] in VERBAL | {"ADJ", "NOUN"}:
            beside = _noun_beside(grammar, verb)
            if beside is not None:
                return beside
            if dep == "ccomp" and grammar.tags[verb] not in ("VBG", "VB", "VBN"):
                return inverted_subject(grammar, verb)
            control = grammar.child(head, "dobj") if dep in ("xcomp", "ccomp") else None
            if control is not None and control < verb and _can_act(grammar, control):
                return control
            if grammar.pos[head] == "NOUN":
                return possessor_of(grammar, head) or subject_over(grammar, head)
            verb = head
            continue
        return inverted_subject(grammar, verb)
    return None


def _those_counted(grammar: Grammar, noun: int) -> int:
    """Returns whom a figure counts, else the noun itself: `farmers` of `the share of farmers saying that`."""
    of = grammar.child(noun, "prep") if grammar.lemmas[noun] in saying().shares else None
    counted = grammar.child(of, "pobj") if of is not None and grammar.lemmas[of] == "of" else None
    return noun if counted is None else counted


def own_subject(grammar: Grammar, verb: int) -> int | None:
    """Returns the verb's own subject, for a passive its agent."""
    if is_passive(grammar, verb):
        return agent_of(grammar, verb)
    found = [at for at in grammar.children[verb] if grammar.deps[at] == "nsubj"]
    named = [at for at in found if not grammar.is_stand_in(at)]
    plain = [at for at in named if grammar.tags[at] not in ("WDT", "WP")]
    return (plain or named)[-1] if named else None


def _saying_above(grammar: Grammar, verb: int) -> int | None:
    """Returns the verb of saying that a later participle goes with: `wrote that they knew, saying, “…”`.

    The parser hangs it on the clause that is said; who says more is who spoke before.
    """
    if grammar.tags[verb] != "VBG" or grammar.deps[verb] != "advcl" or not says(grammar.lemmas[verb]):
        return None
    before = grammar.left[verb] - 1
    if before < 0 or grammar.words[before] not in (",", *_DASHES):
        return None
    at = grammar.heads[verb]
    while grammar.heads[at] != at:
        head = grammar.heads[at]
        if grammar.words[before] in _DASHES and grammar.deps[at] == "acl" and head < at:
            # `dismissed the charge that he broke the law — saying …`
            over = next((up for up in grammar.ancestors(head) if grammar.pos[up] in VERBAL), None)
            if over is not None and shared_subject(grammar, over) is not None:
                return over
        if grammar.deps[at] == "ccomp" and at > head and says(grammar.lemmas[head]):
            return head
        is_when = grammar.deps[at] == "advcl" and at > head and not grammar.has_mark(at, "as", "while")
        if (
            is_when
            and says(grammar.lemmas[head])
            and grammar.lemmas[verb] not in ("say", grammar.lemmas[head])
        ):
            return head  # `said after Lee won, adding that …`
        at = head
    return None


def _noun_beside(grammar: Grammar, participle: int) -> int | None:
    """Returns who is left or heard saying something: `left half of them saying …`, `spoke of Lee saying …`."""
    head, before = grammar.heads[participle], grammar.left[participle] - 1
    if grammar.tags[participle] != "VBG" or grammar.deps[participle] != "advcl" or before < head:
        return None
    for at in grammar.children[head]:
        if grammar.right[at] != before:
            continue
        if grammar.deps[at] == "dobj" and grammar.lemmas[head] in saying().catching:
            is_share = grammar.child(at, "nummod") is not None
            return at if is_share or _can_act(grammar, at) else None
        if grammar.lemmas[at] == "of" and grammar.deps[at] == "prep":
            noun = grammar.child(at, "pobj")
            return noun if noun is not None and _can_act(grammar, noun) else None
    return None


def _can_act(grammar: Grammar, token: int) -> bool:
    """Whether an object can do what follows it: `urged her to say`, not `used the speech to say`."""
    if grammar.pos[token] != "NOUN":
        return True
    nouns = noun_sets()
    lemma = grammar.lemmas[token]
    return lemma in nouns.person or lemma in nouns.group or lemma in nouns.organisation


def shared_subject(grammar: Grammar, verb: int) -> int | None:
    """Returns the subject that a verb shares with one below or beside it: also that of a passive."""
    for at in grammar.children[verb]:
        if grammar.deps[at] in ("nsubj", "nsubjpass") and not grammar.is_stand_in(at):
            return at
    return None


def is_passive(grammar: Grammar, verb: int) -> bool:
    """Whether the verb is passive, as a clause or as a reduced one (`named by the board`)."""
    if any(grammar.deps[at] in ("nsubjpass", "auxpass", "csubjpass") for at in grammar.children[verb]):
        return True
    if grammar.tags[verb] != "VBN":
        return False
    if grammar.deps[verb] == "advcl":
        # `Asked why, she left`: who asks stays unsaid
        return not any(grammar.deps[at] in ("nsubj", "aux") for at in grammar.children[verb])
    # `who has called it a gift` is active, `called a gift by some` is not
    has_helper = any(grammar.deps[at] == "aux" for at in grammar.children[verb])
    return grammar.deps[verb] in ("acl", "relcl", "amod") and not has_helper


def agent_of(grammar: Grammar, verb: int) -> int | None:
    """Returns who a passive verb says did it."""
    for at in grammar.children[verb]:
        if grammar.deps[at] == "agent" or (grammar.deps[at] == "prep" and grammar.lemmas[at] == "by"):
            return grammar.child(at, "pobj")
    return None


def may_speak(grammar: Grammar, at: int) -> bool:
    """Whether a token can name a speaker: a noun, a name, a pronoun, `one of them`, `three said`."""
    return grammar.pos[at] in NOMINAL or (grammar.tags[at] == "CD" and grammar.words[at].isalpha())


def inverted_subject(grammar: Grammar, verb: int) -> int | None:
    """Returns a subject behind its verb that was read as an object: `"…," said the minister`."""
    if grammar.lemmas[verb] in ("tell", "inform", "ask"):
        return None  # `told reporters`: who stands behind was told
    before = verb - 1
    while before >= 0 and grammar.pos[before] in ("PUNCT", "SPACE", "ADV"):
        before -= 1
    opens = before >= 0 and (grammar.is_stand_in(before) or before + 1 < verb)
    if not opens or verb + 1 >= len(grammar):
        return None
    for at in grammar.children[verb]:
        if (
            at > verb
            and grammar.deps[at] in ("dobj", "attr", "oprd", "npadvmod")
            and grammar.left[at] == verb + 1
        ):
            return at if may_speak(grammar, at) else None
    return None


def possessor_of(grammar: Grammar, noun: int) -> int | None:
    """Returns whose a noun is: `his promise`, `a warning from the bank`, `claims by unions`."""
    own = grammar.child(noun, "poss")
    if own is not None:
        return own
    for at in grammar.children[noun]:
        if grammar.deps[at] == "prep" and grammar.lemmas[at] in ("by", "from", "among"):
            found = grammar.child(at, "pobj")
            if found is not None:
                return found
    return None


def author_of(grammar: Grammar, document: int) -> int | None:
    """Returns whose words a document holds: its owner's, or whose who issues it or speaks in it.

    `her letter`, `an Ola Hansen tweet`, `released a statement`, `shot back in an article`; who dismisses a letter
    has not written it.
    """
    named = next(
        (
            c
            for c in grammar.children[document]
            if grammar.deps[c] == "compound" and grammar.pos[c] == "PROPN"
        ),
        None,
    )
    issued = next((c for c in grammar.children[document] if grammar.tags[c] == "VBN"), None)
    issuer = None if issued is None else agent_of(grammar, issued)
    behind = document + 1
    is_by = behind < len(grammar) and grammar.words[behind].lower() == "by"
    writer = grammar.child(behind, "pobj") if is_by else None
    own = writer or possessor_of(grammar, document) or issuer or named or _sender_of(grammar, document)
    if own is not None:
        return own
    head = grammar.heads[document]
    if grammar.deps[document] == "dobj" and grammar.lemmas[head] in saying().issuing:
        return subject_of(grammar, head)
    verb = grammar.heads[head]
    is_inside = grammar.deps[document] == "pobj" and grammar.lemmas[head] in ("in", "with", "through", "via")
    if is_inside and grammar.pos[verb] in VERBAL and not is_passive(grammar, verb):
        return subject_of(grammar, verb)
    return None


def _sender_of(grammar: Grammar, document: int) -> int | None:
    """Returns who sent or wrote a document, told behind it: `the letter that the club sent her`."""
    for at in grammar.children[document]:
        if grammar.deps[at] == "relcl" and grammar.lemmas[at] in saying().issuing:
            sender = own_subject(grammar, at)
            if sender is not None and sender < at and grammar.pos[sender] in NOMINAL:
                return sender
    return None


def subject_over(grammar: Grammar, noun: int) -> int | None:
    """Returns the subject of the verb that a noun is the object of: `she made the claim`."""
    at = noun
    for _ in range(4):
        dep, head = grammar.deps[at], grammar.heads[at]
        if head == at:
            return None
        is_told_of = dep == "prep" and grammar.lemmas[at] in saying().told_of
        if (
            grammar.pos[head] in VERBAL
            and dep in ("dobj", "attr", "prep", "dative", "oprd")
            and not is_told_of
        ):
            return subject_of(grammar, head)
        if dep not in ("pobj", "prep", "conj", "dobj") or grammar.lemmas[at] in saying().told_of:
            return None
        at = head
    return None
