"""Relative clauses hung to the wrong noun, and a view that has swallowed a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.agreement import subject_of
from briefgen.extract.rules.attribution.saying import saying, says, thinks
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.lexicons.actor_words import noun_sets, nouns_of_bodies
from briefgen.lexicons.modality import modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_MANY = frozenset({"NNS", "NNPS"})
_BODIES = frozenset({"ORG", "GPE", "FAC", "LOC"})


def mend_who(who: Token) -> None:
    """Hangs `who` to the people before a thing: `people briefed on the talks, who added that it was late`.

    So behind a body: `an analyst at Velmora Bank, who expects a fall`.
    """
    clause = who.head
    if clause.tag_ == "IN":
        _mend_like(who, clause)
        return
    noun = clause.head
    is_set_off = text_before(who) == ","
    is_thing = noun.pos_ == "NOUN" and not _may_be_who(noun)
    if is_set_off and noun.pos_ == "PROPN":
        clause.head = _spoken_of(noun, who)
    is_body = noun.pos_ == "PROPN" and noun.ent_type_ in _BODIES and noun.dep_ == "pobj"
    is_term = is_thing and noun.lemma_ in noun_sets().state | nouns_of_bodies()
    if not (is_set_off and (is_body or (is_thing and not noun.ent_type_))) and not is_term:
        return
    above = next((t for t in noun.ancestors if t.pos_ in _NOUNS), None)
    if above is not None and _may_be_who(above):
        is_named = above.dep_ == "appos" and above.head.pos_ == "PROPN"
        clause.head = above.head if is_named else above
    elif is_thing and is_set_off:
        # `the view of clerks in the port, who were not surprised`
        of = next((c for c in noun.rights if c.lower_ == "of" and c.right_edge.i < who.i), None)
        people = [c for c in of.rights if c.dep_ == "pobj" and _may_be_who(c)] if of is not None else []
        clause.head = people[0] if people else noun


def _spoken_of(name: Token, who: Token) -> Token:
    """Returns who is spoken of right before `who`, or the name it hangs on: `said Ola Lund of Cole, who left`."""
    of = next((c for c in name.rights if c.lower_ == "of" and c.right_edge.i == who.i - 2), None)
    spoken = None if of is None else next((c for c in of.rights if c.dep_ == "pobj"), None)
    is_said = says(name.head.lemma_) and name.dep_ == "nsubj"
    return spoken if spoken is not None and spoken.ent_type_ == "PERSON" and is_said else name


def mend_which(which: Token) -> None:
    """Hangs `which` to the body before it, not to somebody: `Cole, director of Fair Ports, which fights the toll`."""
    clause, before = which.head, which.nbor(-2) if which.i > 1 else which
    noun = clause.head
    if clause.dep_ != "relcl" or text_before(which) != "," or not noun.i < before.i < which.i:
        return
    is_somebody = noun.ent_type_ == "PERSON" or (noun.pos_ == "NOUN" and noun.lemma_ in noun_sets().people)
    before = _head_of_name(before)
    while before.dep_ in ("compound", "nmod") or _is_within_name(before):
        before = before.head if before.dep_ != "pobj" else before.head.head
    if is_somebody and before.dep_ in ("pobj", "conj") and noun in before.ancestors:
        clause.head = before


def _head_of_name(last: Token) -> Token:
    """Returns the head of the body's name that a word ends: `Communities` of `Harbour Communities for Change`."""
    if last.ent_type_ != "ORG":
        return last
    first = last
    while first.ent_iob_ == "I":
        first = first.nbor(-1)
    name = last.doc[first.i : last.i + 1]
    return next((t for t in name if t.pos_ == "PROPN" and not first.i <= t.head.i <= last.i), last)


def _is_within_name(noun: Token) -> bool:
    """Whether a noun ends what a body is called or where it sits: `Friends of the Fjord`, `the bank in Oslo`."""
    whole = noun.head.head
    is_last = noun.dep_ == "pobj" and whole.i < noun.i and whole.dep_ in ("pobj", "conj")
    return is_last and (whole.pos_ == "PROPN" or noun.ent_type_ == "GPE")


def _may_be_who(noun: Token) -> bool:
    nouns = noun_sets()
    return noun.pos_ == "PROPN" or noun.lemma_ in nouns.people | nouns.unnamed_sources


def _mend_like(who: Token, like: Token) -> None:
    """Frees the verb behind `who like others`: `said one of them, who like others asked for no name`."""
    noun = like.head
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i < top.i:
        top = top.head
    verb = top.head
    if like.lower_ != "like" or top.dep_ != "nsubj" or verb.i < like.i or verb.dep_ != "ccomp":
        return
    top.head = verb.head
    verb.head, verb.dep_ = noun, "relcl"
    who.head, like.head, like.dep_ = verb, verb, "prep"


def mend_named_charge(called: Token) -> None:
    """Gives a verb its subject, taken for whose the thing is: `…, a charge the mayor’s office called “fantasy”`."""
    who = called.head
    if any(c.dep_ == "nsubj" for c in called.lefts):
        called.dep_, called.tag_ = "relcl", "VBD"  # a participle has no subject of its own
        return
    thing = who.head
    is_called = any(c.dep_ in ("oprd", "dobj") and c.i > called.i for c in called.rights)
    is_beside = who.dep_ == "appos" and who.left_edge.i == thing.i + 1 and called.i == who.i + 1
    if is_called and is_beside and thing.lemma_ in modality().contents.words and says(called.lemma_):
        called.head, called.dep_, called.tag_ = thing, "relcl", "VBD"
        who.head, who.dep_ = called, "nsubj"


def mend_behind_relative(participle: Token) -> None:
    """Gives more words to who said the last before them: `a deficit, which Cole called a disgrace, blaming Kane`."""
    verb, first = participle.head, participle.left_edge
    if not says(participle.lemma_) or text_before(first) != "," or verb.dep_ == "relcl":
        return
    clause = next(
        (
            t
            for t in verb.subtree
            if t.dep_ == "relcl" and t.i < participle.i and t.right_edge.i == first.i - 2
        ),
        None,
    )
    who = None if clause is None else next((c for c in clause.lefts if c.dep_ == "nsubj"), None)
    if clause is None or who is None:
        return
    # `That is the view of Cole, who was not surprised, adding that it failed`
    is_open = who.tag_ == "WP" and any(c.dep_ == "nsubj" and c.tag_ == "DT" for c in verb.lefts)
    if is_open or (who.tag_ in ("NNP", "NN", "NNS") and says(clause.lemma_)):
        participle.head = clause


def mend_whose(whose: Token) -> None:
    """Gives `said` the name before it, taken for a second subject: `Cole, whose party voted against it, said`."""
    owned = whose.head
    is_beside = owned.dep_ in ("appos", "relcl") and owned.pos_ not in ("VERB", "AUX")
    if is_beside and owned.head.dep_ == "nsubj" and owned.i < owned.head.head.i:
        owned.head, owned.dep_ = owned.head.head, "nsubj"  # `Cole, whose firm, Velmora, builds it, said`
    verb = whose.head.head
    name = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i < whose.i), None)
    above = verb.head if verb.dep_ == "ccomp" else _going_on(verb)
    if text_before(whose) != "," or whose.head.dep_ != "nsubj" or name is None or name == whose.head:
        return
    if above is not None and name.left_edge.i == above.i + 1 and says(above.lemma_):
        name.head, verb.head, verb.dep_ = above, name, "relcl"  # `“…,” said Cole, whose party is small`
        return
    if above is None or above.i < verb.i or any(c.dep_ == "nsubj" for c in above.lefts):
        return
    if above.head == verb:
        above.dep_ = verb.dep_
        above.head = above if verb.dep_ == "ROOT" else verb.head
    for child in list(verb.lefts):
        if child.i < whose.i:
            child.head = above
    verb.head, verb.dep_ = name, "relcl"


def _going_on(verb: Token) -> Token | None:
    """Returns the verb behind a clause that a comma alone joins to it."""
    joined = (c for c in verb.rights if c.dep_ == "conj" and text_before(c.left_edge) == ",")
    return next((c for c in joined if not any(x.dep_ == "cc" for x in verb.rights if x.i < c.i)), None)


def mend_reading_of(reading: Token) -> None:
    """Makes a noun of whose reading something is: `In her reading the party fears a split`."""
    preposition, verb = reading.head, reading.head.head
    owner = next((c for c in reading.lefts if c.dep_ == "nsubj" and c.tag_ == "PRP"), None)
    taken = next((c for c in reading.rights if c.dep_ == "dobj"), None)
    is_view = reading.lower_ in saying().viewpoints and preposition.lower_ in ("in", "to")
    if owner is None or taken is None or not is_view or any(c.dep_ == "nsubj" for c in verb.lefts):
        return
    owner.dep_, owner.tag_ = "poss", "PRP$"
    reading.dep_, reading.tag_, reading.pos_, reading.lemma_ = "pobj", "NN", "NOUN", reading.lower_
    taken.head, taken.dep_ = verb, "nsubj"


def mend_view(view: Token) -> None:
    """Frees a subject from whose view it is, without a comma: `In his view speculators are to blame`."""
    noun = view.head
    first = noun.left_edge
    preposition = noun.head if noun.dep_ == "pobj" else first.nbor(-1) if first.i else first
    is_view = view.lemma_ in saying().viewpoints and preposition.lower_ in ("in", "to")
    verb = preposition.head
    if not is_view or verb.pos_ not in ("VERB", "AUX") or noun.i != view.i + 1:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c != noun for c in verb.children):
        return
    if any(c.dep_ == "pobj" and c != noun for c in preposition.children):
        return
    for owner in [c for c in noun.lefts if c.dep_ == "poss"]:
        owner.head = view
    view.head, view.dep_ = preposition, "pobj"
    noun.head, noun.dep_ = verb, "nsubj"


def mend_that(that: Token) -> None:
    """Hangs `, that are` to a noun before it, taken for the main clause: `Floods come from dams, that are old`."""
    verb = that.head
    main = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.i < that.i), None)
    is_open = that.tag_ == "WDT" and that.dep_ in ("nsubj", "nsubjpass") and text_before(that) == ","
    if not is_open or main is None or verb.dep_ != "ROOT" or subject_of(main) is None:
        return
    words = {verb.lower_, *(c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass"))}
    many = bool(words & {"are", "were", "have"}) or verb.tag_ == "VBP"
    nouns = [t for t in main.subtree if t.i < that.i and t.pos_ in _NOUNS and t.dep_ != "compound"]
    agreeing = [t for t in nouns if (t.tag_ in _MANY) == many]
    if not nouns:
        return
    main.head, main.dep_ = main, "ROOT"
    verb.head, verb.dep_ = (agreeing or nouns)[-1], "relcl"
    for mark in [c for c in verb.children if c.is_punct and (c.i < that.i or c.i > verb.right_edge.i - 1)]:
        mark.head = main


def mend_led_which(which: Token) -> None:
    """Makes a relative clause of a noun with its preposition: `the ease with which traffickers buy guns`."""
    preposition = which.nbor(-1) if which.i else which
    subject = which.head
    verb = subject.head
    if preposition.dep_ != "prep" or subject.dep_ not in ("nsubj", "nsubjpass") or subject.i < which.i:
        return
    noun = preposition.head
    if verb.dep_ != "pcomp" or verb.head != preposition or noun.pos_ not in _NOUNS:
        return
    if noun.i >= preposition.i:
        return
    which.head, which.dep_ = preposition, "pobj"
    preposition.head = verb
    verb.head, verb.dep_ = noun, "relcl"


def mend_told_within(teller: Token) -> None:
    """Gives a relative clause what is told in it without `that`: `Cole, who denied the matter came up, left`."""
    noun = next((c for c in teller.rights if c.dep_ == "dobj"), None)
    end = -1 if noun is None else noun.right_edge.i + 1
    if noun is None or end >= teller.sent.end or not (says(teller.lemma_) or thinks(teller.lemma_)):
        return
    verb = teller.doc[end]
    while verb.dep_ in ("aux", "auxpass", "neg", "advmod") and verb.head.i > verb.i:
        verb = verb.head
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    is_finite = verb.tag_ in ("VBD", "VBZ") or any(c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in helpers)
    if is_finite and verb.dep_ == "ROOT":
        _free_main(verb, teller)
    if not is_finite or subject_of(verb) is not None or verb.dep_ not in ("ccomp", "advcl"):
        return
    if verb.head.i < verb.i or verb.left_edge.i < end or text_behind(verb.right_edge) != ",":
        return
    noun.head, noun.dep_ = verb, "nsubjpass" if any(c.dep_ == "auxpass" for c in helpers) else "nsubj"
    verb.head, verb.dep_ = teller, "ccomp"


def _free_main(verb: Token, teller: Token) -> None:
    """Gives the verb behind a relative clause the subject that one within it has taken."""
    owner, main = subject_of(verb), _going_on(verb)
    if owner is None or main is None or subject_of(main) is not None or owner not in teller.ancestors:
        return
    main.head, main.dep_ = main, "ROOT"
    verb.head, verb.dep_ = main, "ccomp"
    owner.head = main
    for child in list(verb.children):
        if child.i > main.i or (child.is_punct and child.i > verb.i):
            child.head = main


def mend_reason(mark: Token) -> None:
    """Hangs a reason to those of whom it is told: `take those who came because they had to`."""
    reason = mark.head
    main, subject = reason.head, subject_of(reason)
    if mark.i == 0 or reason.dep_ != "advcl" or subject is None or reason.left_edge != mark:
        return
    relative = next((t for t in mark.nbor(-1).ancestors if t.dep_ == "relcl"), mark.nbor(-1))
    noun, own = relative.head, subject_of(main)
    if relative.dep_ != "relcl" or text_before(relative.left_edge) == "," or relative.right_edge.i >= mark.i:
        return
    is_they = subject.lower_ == "they" and (noun.tag_ in _MANY or noun.lower_ == "those")
    if is_they and own is not None and own.tag_ in ("NN", "NNP", "PRP") and own.lower_ not in ("they", "we"):
        reason.head = relative
