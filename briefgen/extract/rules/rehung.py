"""Words hung where they belong: to who sees, says or seems, and to the name before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import says, thinks
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.mention.borders import HYPHENS
from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.mending import mending

if TYPE_CHECKING:
    from spacy.tokens import Token


def mend_letters(letters: Token) -> None:
    """Makes the name the head of its phrase, not the letters behind it: `Ola Berg MP said`."""
    name = letters.nbor(-1) if letters.i else letters
    is_noun = any(child.dep_ in ("det", "poss") for child in letters.children)  # `a Labour MP said`
    if is_noun or (name.dep_, name.head, name.pos_) != ("compound", letters, "PROPN"):
        return
    name.dep_ = letters.dep_
    name.head = name if letters.dep_ == "ROOT" else letters.head
    for child in list(letters.children):
        child.head = name
    letters.head, letters.dep_ = name, "nmod"


def mend_sign(as_: Token) -> None:
    """Hangs `as a sign` to the verb that takes it so: `took the failure to bomb the mine as a sign that`."""
    below = as_.head
    noun = next((c for c in as_.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_ not in mending().signs or below.dep_ not in ("acl", "relcl", "xcomp"):
        return
    above = below.head if below.head.dep_ != "dobj" else below.head.head
    if above.lemma_ in mending().taking_as and above.i < below.i:
        as_.head = above


def mend_as(as_: Token) -> None:
    """Hangs `as a gift` to who sees something so, not to what is seen: `They see the delay as a gift`."""
    seen = as_.head
    behind = next((c for c in seen.rights if c.dep_ == "ccomp" and c.left_edge.i == as_.i + 1), None)
    if seen.lemma_ == "say" and behind is not None and not any(as_.children):
        # `a voice says as a photo is shown`
        as_.head, as_.dep_, behind.dep_ = behind, "mark", "advcl"
        return
    if seen.dep_ == "dobj" and seen.i < as_.i and seen.head.lemma_ in mending().taking_as:
        as_.head = seen.head


def mend_moment(verb: Token) -> None:
    """Hangs a clause to the time that it tells: `At the moment Cole announced her bid, Lind was away`.

    It was taken for what announces the rest of the sentence.
    """
    main, when = verb.head, next((c for c in verb.lefts if c.dep_ == "prep"), None)
    noun = None if when is None else next((c for c in when.rights if c.dep_ == "pobj"), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if when is None or noun is None or subject is None or noun.lemma_ not in mending().moments:
        return
    if not says(verb.lemma_):
        return  # `By Friday morning the river was quiet, residents said`
    is_next = when.i < noun.i == noun.right_edge.i and subject.left_edge.i == noun.i + 1
    own = next((c for c in main.lefts if c.dep_ in SUBJECTS and c.i > verb.i), None)
    if not is_next or own is None or text_before(own.left_edge) != ",":
        return
    when.head, verb.head, verb.dep_ = main, noun, "relcl"


def mend_general(general: Token) -> None:
    """Makes one office of a noun and what is hyphenated behind it: `the secretary-general, Ann Cole`."""
    office = general.head
    if general.i != office.i + 2 or general.nbor(-1).text not in HYPHENS:
        return
    general.tag_, general.pos_, general.dep_ = office.tag_, office.pos_, office.dep_
    general.head = general if office.dep_ == "ROOT" else office.head
    for child in list(office.children):
        if child != general:
            child.head = general
    office.head, office.dep_ = general, "compound"


def mend_gap(verb: Token) -> None:
    """Gives a finite verb the relative pronoun taken for the sayer: `a step which aides say hurt them`."""
    saying = verb.head
    subjects = [c for c in saying.lefts if c.dep_ == "nsubj"]
    if (
        len(subjects) == 2
        and subjects[0].tag_ in ("WDT", "WP")
        and not any(c.dep_ == "nsubj" for c in verb.lefts)
    ):
        subjects[0].head, verb.dep_ = verb, "ccomp"


def mend_according(according: Token) -> None:
    """Hangs `, according to aides` at the end over the whole, not to what is thought: `They fear it will fail, …`."""
    _mend_cited(according)
    _mend_sources(according)
    if text_before(according) != "," or according.right_edge.i < according.sent.end - 2:
        return
    above = according.head
    if above.dep_ == "ccomp" and above.head.i < above.i and thinks(above.head.lemma_):
        according.head = above.head


def _mend_sources(according: Token) -> None:
    """Hangs what else is told of the sources to them: `…, according to aides who spoke but were not cleared to`."""
    verb = according.head
    noun = next((t for t in according.subtree if t.dep_ == "pobj" and t.i > according.i), None)
    told = None if noun is None else next((c for c in noun.rights if c.dep_ == "relcl"), None)
    if told is None or verb.i < told.i or verb.dep_ != "conj" or verb.head.i > according.i:
        return
    joiner = next(
        (c for c in (*told.rights, *verb.head.rights) if c.dep_ == "cc" and told.i < c.i < verb.i), None
    )
    is_bare = not any(c.dep_ in SUBJECTS and c.i > told.i for c in verb.lefts)
    if joiner is not None and is_bare and text_before(joiner) != ",":
        according.head = verb.head
        verb.head = joiner.head = told


def _mend_cited(according: Token) -> None:
    """Hangs a source to what it tells, not to where it is found: `…, according to data cited in the study`."""
    cited = according.head
    noun = next((t for t in according.subtree if t.dep_ == "pobj"), None)
    helpers = [c for c in cited.lefts if c.dep_ in ("aux", "auxpass", *SUBJECTS)]
    if (
        noun is None
        or helpers
        or cited.i < according.i
        or cited.tag_ not in ("VBN", "VBD")
        or cited.dep_ != "advcl"
    ):
        return
    if cited.head.i < according.i and according.right_edge.i + 1 == cited.i:
        according.head = cited.head
        cited.head, cited.dep_ = noun, "acl"


def mend_clear(clear: Token) -> None:
    """Hangs `clear` to what makes it so, not to what is made clear: `has made clear it will not wait`."""
    said = clear.head
    if said.dep_ == "ccomp" and said.head.lemma_ == "make" and clear.left_edge.i == said.head.i + 1:
        clear.head = said.head


def mend_wished(clause: Token) -> None:
    """Makes a content clause of what was taken for a relative one: `wishes she had been told`, `no doubt he left`."""
    is_wish = clause.head.pos_ == "VERB" or clause.head.dep_ == "attr"
    if clause.left_edge.tag_ in ("WDT", "WP") or not any(c.dep_ in SUBJECTS for c in clause.lefts):
        return
    if is_wish:
        clause.dep_ = "ccomp"


def mend_seeming(clause: Token) -> None:
    """Makes a content clause of how something seems: `It looks as if he wants to go`."""
    opening = [c for c in clause.lefts if c.dep_ == "mark"]
    if [c.lower_ for c in opening] in (["as", "if"], ["as", "though"], ["like"]):
        clause.dep_ = "ccomp"
        for word in opening[1:]:
            word.dep_ = "fixed"


def mend_plural_owner(mark: Token) -> None:
    """Hangs several to what they own, where the mark of it was taken for a quotation's: `the nurses’ union said`."""
    owners, owned = mark.nbor(-1), mark.nbor(1) if mark.i + 1 < len(mark.doc) else mark
    is_joined = owners.tag_ in ("NNS", "NNPS") and owners.lower_.endswith("s") and not owners.whitespace_
    if not is_joined or not mark.whitespace_ or owned.tag_[:2] not in ("NN", "JJ"):
        return
    while owned.dep_ in ("compound", "amod", "nmod") and owned.head.i > owned.i:
        owned = owned.head
    if owned.pos_ not in ("NOUN", "PROPN") or owned in (owners, mark) or owned.is_ancestor(owners):
        return
    if not (owned.head == owners or (owned.dep_, owned.head) == (owners.dep_, owners.head)):
        return  # `“the nurses’ union”` within marks that close elsewhere
    if owned.head == owners:
        owned.head, owned.dep_ = owners.head if owners.dep_ != "ROOT" else owned, owners.dep_
    for child in [c for c in owners.children if c.i > owners.i]:
        child.head = owned
    owners.head, owners.dep_ = owned, "poss"
    mark.head, mark.dep_, mark.tag_, mark.pos_ = owners, "case", "POS", "PART"


def mend_day(noun: Token) -> None:
    """Makes a day or year the subject of a verb that has no other: `Last year was a disaster for the port`."""
    verb = noun.head
    if (
        noun.tag_ not in ("NN", "NNP")
        or verb.tag_ not in ("VBD", "VBZ")
        or verb.dep_ not in ("ROOT", "ccomp")
    ):
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children):
        return
    first = noun.left_edge.i
    opens = noun.left_edge.is_sent_start or first == 0 or noun.doc[first - 1].lower_ == "that"
    if (
        opens
        and noun.i < verb.i
        and all(t.dep_ in ("aux", "neg", "advmod") for t in noun.doc[noun.i + 1 : verb.i])
    ):
        noun.dep_ = "nsubj"
