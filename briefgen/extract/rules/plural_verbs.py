"""Verbs that the small model takes for nouns: `Aides say Cole relishes it`, `Few in the party doubt that she lied`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import says
from briefgen.extract.rules.coordinates import hang, mend_coordinate
from briefgen.extract.rules.minds import is_thing
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mending import mending
from briefgen.lexicons.modality import modality
from briefgen.lexicons.predicates import predicate_index

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SINGULAR = frozenset({"NN", "NNP"})
_OBJECTS = frozenset({"appos", "nmod", "dep", "attr"})
COUNTING = frozenset({"few", "many", "most", "some", "several", "none", "those", "others"})
_PHRASE = ("det", "amod", "poss", "nummod", "compound")


def mend_plurals(sentence: Span) -> None:
    """Makes verbs of what follows a name in reported words, where their clause has no other verb."""
    for token in sentence:
        if token.tag_ not in ("NNS", "VBZ"):
            continue
        is_plural = token.tag_ == "NNS" and _verb_of(token.lower_) is not None
        if is_plural and token.dep_ in ("ROOT", "ccomp", "dobj") and token.pos_ == "NOUN":
            _mend_singular(token)
        is_subject = token.tag_ == "VBZ" and token.dep_ == "nsubj"
        if token.i > sentence.start and (is_plural or is_subject):
            _mend_reported(token)
    _mend_counted(sentence.root)
    _mend_thinking(sentence.root)
    _mend_office(sentence.root)
    for token in sentence:
        tag, dep = token.tag_, token.dep_
        if tag == "NN" and dep in ("advcl", "ccomp"):
            _mend_clause(token)
        elif tag == "NN" and dep in ("pobj", "dobj") and token.lower_ == "say" and _mend_aside(token):
            continue
        elif tag == "NN" and dep == "pobj":
            _mend_hidden(token)
        elif tag == "NNS" and dep == "conj":
            _mend_joined(token)
            _mend_feared(token)
        elif tag == "VBZ" and dep == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
            _mend_behind_sayer(token)


def _mend_aside(say: Token) -> bool:
    """Makes a tag of what was taken for a noun owned by her: `The mayor, people who know her say, will not sign`.

    Returns whether it was one.
    """
    owner, over, main = say.nbor(-1), say.head, say.sent.root
    if owner.lower_ != "her" or say.i + 1 >= say.sent.end or say.nbor(1).text != "," or main.i < say.i:
        return False
    teller = over if over.pos_ == "NOUN" else next((t for t in over.ancestors if t.tag_ == "NNS"), None)
    if teller is None or teller.tag_ != "NNS" or teller.i > say.i:
        return False
    start = teller.left_edge.i
    if start <= say.sent.start or say.doc[start - 1].text != ",":
        return False
    owner.head, owner.dep_ = over, say.dep_
    say.head, say.dep_, say.tag_, say.pos_, say.lemma_ = main, "parataxis", "VBP", "VERB", "say"
    teller.head, teller.dep_ = say, "nsubj"
    return True


def _mend_feared(noun: Token) -> None:
    """Makes a verb of a mind taken for one thing more: `he cannot fill the jobs and fears losing officers`."""
    clause = next((c for c in noun.rights if c.dep_ == "acl" and c.tag_ == "VBG"), None)
    verb = noun.head.head if noun.head.dep_ == "dobj" else noun.head
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    is_mind = noun.pos_ == "NOUN" and noun.lemma_ in modality().minds.words
    if clause is None or not is_mind or clause.left_edge.i != noun.i + 1 or noun.left_edge != noun:
        return
    if verb.pos_ != "VERB" or subject is None or subject.tag_ not in (*_SINGULAR, "PRP"):
        return
    for joint in list(noun.head.rights):
        if joint.dep_ == "cc" and joint.i < noun.i:
            joint.head = verb
    noun.head, noun.tag_, noun.pos_ = verb, "VBZ", "VERB"
    clause.dep_ = "xcomp"
    mend_coordinate(noun)


def _mend_singular(verb: Token) -> None:
    """Makes the verb of one, taken for a plural: `say the bank resents it`, `Cole longs for peace, he said`."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ in _SINGULAR and verb.dep_ == "ccomp":
        _make_verb(verb)
        return
    name = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if name.dep_ != "compound" or name.head != verb or is_thing(name):
        return
    clause = next((c for c in verb.rights if c.dep_ in ("relcl", "acl", "ccomp") and _is_full(c)), None)
    taken = [c.lower_ for c in verb.rights if c.dep_ == "prep"]
    is_said = verb.dep_ == "ROOT" or (
        says(verb.head.lemma_) and (verb.head.i > verb.i) == (verb.dep_ == "ccomp")
    )
    entries = predicate_index().get(_verb_of(verb.lower_) or "", ())
    needs = any(rest and rest[0] in taken for rest, _ in entries)
    if not is_said or (clause is None and not needs):
        return
    _make_verb(verb)
    name.dep_, verb.dep_ = "nsubj", "ccomp" if verb.dep_ == "dobj" else verb.dep_
    for child in list(verb.lefts):
        if child != name and child.dep_ in _PHRASE:
            child.head = name
    if clause is not None:
        clause.dep_ = "ccomp"


def _make_verb(plural: Token) -> None:
    plural.tag_, plural.pos_, plural.lemma_ = "VBZ", "VERB", _verb_of(plural.lower_) or plural.lemma_


def _is_full(clause: Token) -> bool:
    """Whether a clause has its own subject and lacks nothing: no `plans that Norway hates`."""
    opens = clause.left_edge
    subject = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.tag_ in ("WDT", "WP"):
        return False
    lacks = clause.pos_ == "VERB" and not any(c.i > clause.i for c in clause.children)
    return not lacks and opens.tag_ not in ("WDT", "WP", "WRB")


def _mend_office(root: Token) -> None:
    """Makes the verb of an office that was taken for its adjective: `The same official doubts that it will do`."""
    verb = _verb_of(root.lower_) if root.tag_ == "NNS" else None
    if verb is None:
        return
    office = root.nbor(-1) if root.i > root.sent.start else root
    clause = next((c for c in root.rights if c.dep_ in ("acl", "relcl")), None)
    nouns = noun_sets()
    if clause is None or office.dep_ != "amod" or office.lower_ not in nouns.person | nouns.titles:
        return
    if clause.left_edge.lower_ != "that" or clause.left_edge.i != root.i + 1:
        return
    root.tag_, root.pos_, root.lemma_, clause.dep_ = "VBZ", "VERB", verb, "ccomp"
    office.tag_, office.pos_, office.dep_ = "NN", "NOUN", "nsubj"
    for child in list(root.lefts):
        if child != office:
            child.head = office


def _mend_hidden(noun: Token) -> None:
    """Gives several their verb back, taken for a noun of their phrase: `envoys at the bloc suspect that it waits`."""
    inside = next((c for c in noun.lefts if c.dep_ == "compound" and c.i + 1 == noun.i), None)
    several = noun.head.head
    follows = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if inside is None or several.tag_ != "NNS" or follows.lower_ != "that" or several.i > noun.i:
        return
    clause = next((c for c in several.rights if c.dep_ in ("acl", "relcl") and follows in c.lefts), None)
    if clause is None or noun.lower_ not in predicate_index():
        return
    preposition = noun.head
    inside.head, inside.dep_ = preposition, "pobj"
    for child in list(noun.lefts):
        child.head = inside
    noun.tag_, noun.pos_ = "VBP", "VERB"
    noun.dep_, noun.head = several.dep_, noun if several.dep_ == "ROOT" else several.head
    several.dep_, several.head = "nsubj", noun
    clause.dep_, clause.head = "ccomp", noun


def _mend_joined(noun: Token) -> None:
    """Makes the verb of what goes on, taken for a noun: `believes that it is over and fears that they will pay`."""
    clause = next((c for c in noun.rights if c.dep_ in ("acl", "relcl")), None)
    verb = _verb_of(noun.lower_)
    first = noun.head
    if clause is None or verb is None or first.pos_ not in ("VERB", "AUX") or first.i > noun.i:
        return
    if clause.left_edge.lower_ != "that" or clause.left_edge.i != noun.i + 1 or noun.left_edge.i != noun.i:
        return
    noun.tag_, noun.pos_, noun.lemma_, clause.dep_ = "VBZ", "VERB", verb, "ccomp"
    mend_coordinate(noun)


def _mend_behind_sayer(verb: Token) -> None:
    """Joins what goes on behind a tag to what was said: `Oslo is tired, said Cole, an envoy, and doubts it`."""
    cue = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
    said = None if cue is None else next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    if cue is None or said is None or not says(cue.lemma_) or any(c.dep_ == "nsubj" for c in verb.lefts):
        return
    if verb.i > 1 and verb.nbor(-1).dep_ == "cc" and verb.nbor(-2).text == "," and said.i < cue.i < verb.i:
        hang(verb, said)


def _mend_clause(noun: Token) -> None:
    """Makes the verb of a clause of several, taken for a noun: `while hotels on the coast worry that it will rain`."""
    subject = next((c for c in noun.lefts if c.dep_ == "nsubj" and c.tag_ == "NNS"), None)
    opens = any(c.dep_ == "mark" for c in noun.lefts)
    if subject is None or not opens or noun.lower_ not in predicate_index():
        return
    noun.tag_, noun.pos_ = "VBP", "VERB"
    below = noun.head
    if below.i > noun.i and below.dep_ == "advcl":
        noun.head, below.head, below.dep_ = below.head, noun, "ccomp"


def _mend_thinking(root: Token) -> None:
    """Makes the verb of a name that opens its sentence, taken for what is named so: `Vessel suspects that he lied`."""
    if root.tag_ != "NNS":
        return
    name = root.nbor(-1) if root.i > root.sent.start else None
    clause = next((c for c in root.rights if c.dep_ in ("ccomp", "acl", "relcl")), None)
    if name is None or clause is None or name.dep_ != "compound":
        return
    if name.i != root.sent.start or clause.left_edge.lower_ != "that" or clause.left_edge.i != root.i + 1:
        return
    verb = _verb_of(root.lower_)
    if verb is not None:
        root.tag_, root.pos_, root.lemma_, clause.dep_ = "VBZ", "VERB", verb, "ccomp"
        _hang_subject(name, root)


def _mend_counted(root: Token) -> None:
    """Makes the verb of those told by number, taken for a noun: `Few in the party doubt that she lied`."""
    if root.tag_ != "NN":
        return
    some = next((c for c in root.lefts if c.dep_ == "amod" and c.lower_ in COUNTING), None)
    clause = next((c for c in root.rights if c.dep_ in ("acl", "relcl", "ccomp")), None)
    if some is None or clause is None or root.lower_ not in predicate_index():
        return
    if not any(c.dep_ == "prep" for c in some.rights) or some.right_edge.i + 1 != root.i:
        return
    root.tag_, root.pos_, some.dep_, clause.dep_ = "VBP", "VERB", "nsubj", "ccomp"


def plural_for_verb(root: Token) -> Token | None:
    """Returns the verb taken for a plural, in or as the root of a sentence: `Such a course departs from the policy`."""
    if _looks_like_verb(root) and any(may_be_subject(c) for c in root.lefts):
        return root
    if root.tag_ not in _SINGULAR or any(c.dep_ in ("nsubj", "nsubjpass", "cop") for c in root.children):
        return None
    return next((c for c in root.rights if c.dep_ == "appos" and _looks_like_verb(c)), None)


def may_be_subject(token: Token) -> bool:
    """Whether a word can be what does the verb taken for a plural."""
    return token.dep_ in ("nsubj", "npadvmod") and token.tag_ in _SINGULAR


@cache
def _verb_of(word: str) -> str | None:
    """Returns the lemma of a third person of the lexicon: `relishes`, `envies`."""
    if not word.endswith("s"):
        return None
    stems = (
        word[:-1],
        word[:-2] if word.endswith("es") else "",
        f"{word[:-3]}y" if word.endswith("ies") else "",
    )
    return next((stem for stem in stems if stem in predicate_index()), None)


def _mend_reported(verb: Token) -> None:
    """Gives a reported clause its verb: `say Cole relishes the fight`, `say Cole remains convinced`."""
    name = verb.nbor(-1) if verb.i else verb
    top = verb
    for above in verb.ancestors:
        if above.i <= name.i:
            break
        top = above
    teller = top.head
    if top.dep_ not in ("ccomp", "dobj") or teller.lemma_ not in mending().telling:
        return
    if name.text[:1].islower() or not _stands_behind(name, teller):
        return
    if top.i != verb.i and top.pos_ in ("VERB", "AUX") and top.tag_ != "VB":
        return
    _hang_subject(name, verb)
    verb.head, verb.dep_ = teller, "ccomp"
    verb.tag_, verb.pos_, verb.lemma_ = "VBZ", "VERB", _verb_of(verb.lower_) or verb.lemma_
    if top.i != verb.i:
        for child in list(top.lefts):
            if child.i < verb.i:
                child.head = verb if child.dep_ == "mark" else name
        top.head, top.dep_ = verb, {"VB": "xcomp", "JJ": "acomp", "VBN": "acomp"}.get(top.tag_, "dobj")
    for child in verb.rights:
        _hang_complement(child, verb)


def _stands_behind(name: Token, teller: Token) -> bool:
    """Whether nothing but `that` and more names stand between a teller and a name."""
    between = [teller.doc[i] for i in range(teller.i + 1, name.i)]
    if between and between[0].lower_ == "that":
        between = between[1:]
    return all(token.text[:1].isupper() for token in between)


def _hang_subject(name: Token, verb: Token) -> None:
    name.dep_, name.head = "nsubj", verb
    name.tag_, name.pos_ = "NNP", "PROPN"
    at = name.i - 1
    while name.doc[at].text[:1].isupper() and name.doc[at].dep_ in ("compound", "amod"):
        name.doc[at].head, name.doc[at].dep_ = name, "compound"
        at -= 1


def _hang_complement(child: Token, verb: Token) -> None:
    """Makes an object or a content clause of what followed the plural."""
    if child.dep_ in _OBJECTS and child.pos_ in ("NOUN", "PROPN", "PRON"):
        child.dep_ = "dobj"
    elif child.dep_ == "relcl" and child.left_edge.lower_ == "that" and child.left_edge.i == verb.i + 1:
        child.dep_, child.left_edge.dep_ = "ccomp", "mark"


def _takes_that(token: Token) -> bool:
    """Whether `disputes that account` is read as things that account for something, and mends it."""
    clause = next((c for c in token.rights if c.dep_ == "relcl" and c.i == token.i + 2), None)
    if clause is None or clause.nbor(-1).lower_ != "that" or clause.tag_ not in ("VBP", "VB"):
        return False
    if any(c.i > clause.i for c in clause.children):
        return False
    clause.tag_, clause.pos_, clause.dep_ = "NN", "NOUN", "dobj"
    clause.nbor(-1).tag_, clause.nbor(-1).pos_, clause.nbor(-1).dep_ = "DT", "DET", "det"
    return True


def _looks_like_verb(token: Token) -> bool:
    if token.tag_ != "NNS" or not token.text.endswith("s") or token.text[:1].isupper():
        return False
    if _takes_that(token):
        return True
    is_phrase = any(c.dep_ in _PHRASE for c in token.lefts)
    return not is_phrase and any(c.dep_ in ("prep", "dobj", "ccomp", "xcomp") for c in token.rights)
