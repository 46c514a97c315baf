"""Tags mended where the small model takes them for the sentence: `Norway, say two aides, wants a pact`.

A tag tells who speaks, and stands before, within or behind what is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.coordinates import ends_with_comma, hang, is_set_off, parted_by_tag, parted_clause
from briefgen.extract.rules.grammar import SUBJECTS, TENSES
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.extract.rules.parted import mend_aside
from briefgen.extract.rules.sayers import mend_sayers, set_over

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_ASIDES = ("parataxis", "advcl", "ccomp")
_MENDED = frozenset({"conj", "relcl", "parataxis", "nsubj", "appos"})
"""Relations of the words that a whole sentence is looked through for."""
_BEHIND = frozenset({"prep", "xcomp", "advcl", "ccomp", "acomp"})


def _tags(lemma: str) -> bool:
    return lemma in saying().tagging


def _tells(cue: Token) -> bool:
    """Whether a cue has whom it tells beside it: `…, two aides told reporters`."""
    return cue.lemma_ in saying().telling and any(c.dep_ == "dobj" for c in cue.rights)


def mend_tags(sentence: Span) -> None:
    """Gives a sentence its own verb and subject back where a tag has taken them."""
    mend_sayers(sentence)
    _mend_tagged_subject(sentence.root)
    _mend_inserted_cue(sentence.root)
    _mend_last_cue(sentence)
    _mend_last_teller(sentence)
    _mend_going_on(sentence.root)
    _mend_parted_subject(sentence.root)
    _mend_named_source(sentence.root)
    _mend_last_view(sentence.root)
    _mend_condition_told(sentence.root)
    for token in sentence:
        if token.dep_ not in _MENDED:
            continue
        if token.dep_ == "conj" and token.lemma_ == "go":
            _mend_went_on(token)
        if token.dep_ == "appos" and token.tag_ == "NNS" and _tags(token.lemma_):
            _mend_named_tag(token)
        if token.dep_ == "relcl" and _tags(token.lemma_):
            mend_aside(token)
        if token.dep_ == "parataxis" and _tags(token.lemma_):
            _mend_swapped(token)
            _mend_inverted(token)
            _mend_what(token)
        if token.dep_ == "parataxis" and (_tags(token.lemma_) or token.lemma_ in saying().mulling):
            _mend_behind(token)
        if token.dep_ == "nsubj" and token.i > token.head.i and token.head.tag_ == "VBZ":
            _mend_second_subject(token)


def _mend_named_tag(verb: Token) -> None:
    """Makes a tag of what was taken for several of a name: `Oslo, Ann Cole suspects, wants a pact`."""
    subject, names = verb.head, [c for c in verb.lefts if not c.is_punct]
    if subject.dep_ not in SUBJECTS or subject.head.i < verb.i or text_behind(verb) != ",":
        return
    if not names or names[-1].i + 1 != verb.i or text_before(names[0].left_edge) != ",":
        return
    if any(c.dep_ != "compound" or c.tag_ != "NNP" for c in names) or any(
        not c.is_punct for c in verb.rights
    ):
        return
    verb.tag_, verb.pos_, verb.head, verb.dep_ = "VBZ", "VERB", subject.head, "parataxis"
    names[-1].dep_ = "nsubj"
    for name in names[:-1]:
        name.head = names[-1]


def _mend_second_subject(noun: Token) -> None:
    """Makes an object of a noun behind a verb that has its subject: `Cole, critics said, fears a backlash`."""
    if noun.left_edge.i == noun.head.i + 1 and any(c.dep_ == "nsubj" for c in noun.head.lefts):
        noun.dep_ = "dobj"


def mend_or_so(so: Token) -> None:
    """Joins whose view it is to the sentence it ends: `Oslo wants out, or so officials at the bank believe`."""
    opening = so.nbor(-1) if so.i > so.sent.start + 1 else so
    if opening.lower_ != "or" or text_before(opening) != ",":
        return
    behind = so.doc[so.i + 1 : so.sent.end]
    verb = next((t for t in behind if t.tag_ in TENSES and any(c.dep_ == "nsubj" for c in t.lefts)), None)
    root = so.sent.root
    if verb is None or root.i > so.i:
        return
    verb.head, verb.dep_ = root, "conj"
    opening.head, opening.dep_ = root, "cc"
    so.head, so.dep_ = verb, "advmod"


def mend_put_so(colon: Token) -> None:
    """Parts from what is said how it is put: `Critics put it more bluntly: the deal is dead`."""
    told = colon.nbor(-1) if colon.i > colon.sent.start else colon
    while told.head.i < colon.i and told.head != told:
        told = told.head
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in told.lefts)
    is_apart = told.right_edge.i in (colon.i - 1, colon.i)
    if told.dep_ != "ccomp" or told.head.i < colon.i or not is_apart or not has_subject:
        return
    verb = told.head
    colon.head = verb
    if verb.dep_ == "ccomp" and verb.head.i < told.i:
        told.head, verb.head, verb.dep_ = (
            verb.head,
            verb.head,
            "conj",
        )  # `Most say it is late: two in three left`
    else:
        told.dep_ = "parataxis"


def _mend_swapped(cue: Token) -> None:
    """Gives a tag turned round its sayer, taken for the subject: `The colonels, argues Cole, a scholar, want it`."""
    verb, subject = cue.head, next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    sayer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.i == cue.i + 1), None)
    if subject is None or sayer is None or text_before(cue) != "," or subject.i > cue.i:
        return
    if any(c.dep_ == "nsubj" for c in cue.rights) or "," not in (text_before(verb), sayer.right_edge.text):
        return
    subject.head, sayer.head = verb, cue


def _mend_inverted(cue: Token) -> None:
    """Makes a sayer of who stands behind the verb: `and, say those close to her, is determined to stay`."""
    if cue.i < 2 or text_before(cue) != "," or any(c.dep_ in SUBJECTS for c in cue.children):
        return
    sayer = next((c for c in cue.rights if c.dep_ == "dobj" and c.left_edge.i == cue.i + 1), None)
    if sayer is None or text_behind(sayer.right_edge) != ",":
        return
    sayer.dep_ = "nsubj"
    verb = cue.head
    joins = cue.nbor(-2).dep_ == "cc"
    if joins and verb.dep_ == "ccomp" and not any(c.dep_ in SUBJECTS for c in verb.lefts):
        verb.dep_ = "conj"  # `believes it can be won and, …, is determined`


def _mend_what(cue: Token) -> None:
    """Gives a copula its subject back, taken for part of the tag: `What the mayor wants, she suggested, is a vote`."""
    verb = cue.head
    what = next((c for c in cue.lefts if c.dep_ == "advcl" and c.left_edge.lower_ == "what"), None)
    if what is None or verb.lemma_ != "be" or verb.i < cue.i or any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    what.head, what.dep_ = verb, "csubj"


def _mend_behind(cue: Token) -> None:
    """Hangs what stands behind a tag to the clause before it: `It would be a mistake, she said, to wait`."""
    verb = cue.head
    if verb.i > cue.i or not is_set_off(cue) or cue.i + 2 >= len(cue.doc) or text_behind(cue) != ",":
        return
    if not any(c.dep_ in SUBJECTS for c in cue.lefts):
        return
    for child in list(cue.rights):
        adds = child.tag_ == "VBG" and says(child.lemma_)  # `…, she said, citing two aides`
        if child.dep_ in _BEHIND and child.left_edge.i == cue.i + 2 and not adds:
            child.head = verb


def _mend_inserted_cue(root: Token) -> None:
    """Frees what `…, an official said, and …` parts: the sentence's own verb goes on behind the aside."""
    cue = next((c for c in root.rights if c.dep_ in _ASIDES and _tags(c.lemma_)), None)
    if cue is None or not is_set_off(cue):
        return
    deps = {child.dep_ for child in cue.children}
    if "nsubj" not in deps or deps & {"mark", "dobj", "ccomp", "xcomp"} or not ends_with_comma(cue):
        return
    cue.dep_ = "parataxis"
    for child in list(cue.rights):
        has_subject = any(c.dep_ in SUBJECTS for c in child.lefts)
        if child.dep_ in ("cc", "conj") and (not has_subject or parted_clause(child) == root):
            child.head = root


def _mend_last_cue(sentence: Span) -> None:
    """Sets `…, two lawyers said` at the end over the whole, where it hangs under the sentence's own verb."""
    root = sentence.root
    cue = next((c for c in root.rights if c.dep_ == "ccomp" and (_tags(c.lemma_) or _tells(c))), None)
    if cue is None or root.dep_ != "ROOT":
        return
    sayer = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    if sayer is not None and text_before(sayer.left_edge) == ",":
        for child in list(cue.lefts):
            if child.dep_ == "ccomp" and root.i < child.i < sayer.left_edge.i - 1:
                child.head = root  # `It thinks the fund is a trap, she said of Norway`
    if not is_set_off(cue):
        return
    below = {child.dep_ for child in cue.children} - ({"dobj"} if _tells(cue) else set())
    if "nsubj" not in below or below & {"ccomp", "xcomp", "dobj", "mark"} or cue.i < root.right_edge.i - 12:
        return
    set_over(cue, root)


def _mend_last_teller(sentence: Span) -> None:
    """Sets `…, an aide has told reporters` at the end over the whole, where it was joined to the verb before it."""
    root = sentence.root
    for cue in sentence:
        if cue.lemma_ != "tell" or cue.dep_ not in ("conj", "advcl", "dep") or cue.i < root.i:
            continue
        deps = {child.dep_ for child in cue.children}
        sayer = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
        is_last = (
            cue.right_edge.i >= sentence.end - 2 and "dobj" in deps and not deps & {"ccomp", "xcomp", "mark"}
        )
        if sayer is None or not is_last or not is_set_off(sayer):
            continue
        set_over(cue, root)
        return


def _mend_going_on(cue: Token) -> None:
    """Gives what goes on behind a tag to what was said: `Oslo wants a pact, she said, but would be ready to wait`."""
    said = next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    if said is None or not _tags(cue.lemma_) or cue.i + 2 >= len(cue.doc) or text_behind(cue) != ",":
        return
    for child in list(cue.rights):
        if child.dep_ == "conj" and not any(c.dep_ in SUBJECTS for c in child.lefts):
            told = parted_by_tag(child)
            if told is not None:
                hang(child, told)
            elif any(c.dep_ in ("aux", "auxpass") for c in child.lefts):
                child.head = said
        elif child.dep_ == "cc" and child.i == cue.i + 2 and child.lower_ == "but":
            child.head = said


def _mend_tagged_subject(root: Token) -> None:
    """Gives `Norway, says one of them, wants a pact` its subject back, which hangs on the inverted cue."""
    cue = next((c for c in root.lefts if c.dep_ == "parataxis"), root)
    subject = next((c for c in cue.lefts if c.dep_ == "nsubj"), None)
    sayer = next((c for c in cue.rights if c.dep_ in ("dobj", "attr", "npadvmod")), None)
    joined = next((c for c in cue.rights if c.dep_ == "conj" and c.tag_ in ("VBZ", "VBD", "VBP")), None)
    verb = joined if cue == root else root
    if subject is None or sayer is None or verb is None or not _tags(cue.lemma_):
        return
    if subject.i >= cue.i - 1 or text_before(cue) != "," or sayer.left_edge.i != cue.i + 1:
        return
    if any(c.dep_ in SUBJECTS for c in verb.lefts):
        return
    subject.head, sayer.dep_ = verb, "nsubj"
    for child in list(cue.rights):
        if child.i > sayer.right_edge.i and child != verb:
            child.head = verb
    cue.dep_, verb.dep_ = "parataxis", "ROOT"
    verb.head = verb
    cue.head = verb


def _mend_parted_subject(root: Token) -> None:
    """Gives a verb its subject back that an aside has taken: `Farmers, she added, feel cheated`."""
    if any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in root.lefts):
        return
    aside = next((c for c in root.lefts if c.dep_ in ("parataxis", "ccomp") and c.tag_ in TENSES), None)
    if aside is None:
        return
    subjects = [child for child in aside.children if child.dep_ == "nsubj"]
    name = next((c for c in aside.lefts if c.dep_ == "npadvmod" and c.pos_ == "PROPN"), None)
    if name is not None and len(subjects) == 1 and _is_closed(name) and name.i < subjects[0].i < aside.i:
        name.head, name.dep_ = root, "nsubj"  # `Cole, he argued by telephone on Tuesday, wants a seat`
        return
    last = subjects[-1] if len(subjects) == 2 and subjects[-1].i > aside.i else aside
    if "," not in (last.right_edge.text, text_behind(last)) and text_behind(aside) != ",":
        return
    apposed = next((c for c in subjects[0].rights if c.dep_ == "appos"), None) if len(subjects) == 1 else None
    if (
        apposed is not None
        and apposed.right_edge.i + 1 == aside.i
        and subjects[0].i < apposed.left_edge.i - 1
    ):
        # `The minister, Ann Cole testified, said it was safe`
        apposed.head, apposed.dep_ = aside, "nsubj"
        subjects[0].head = root
        return
    if len(subjects) != 2 or "," not in (subjects[0].right_edge.text, text_behind(subjects[0].right_edge)):
        return
    subjects[0].head = root


def _mend_named_source(root: Token) -> None:
    """Gives a fronted source its name, taken for the subject: `According to his deputy, Ann Cole, Ola Berg fears it`.

    What no second comma ends is no apposition.
    """
    name = next(
        (c for c in root.lefts if c.dep_ in ("nsubj", "nsubjpass", "advcl") and c.pos_ == "PROPN"), None
    )
    near = [*root.lefts, *(() if name is None else name.lefts)]
    source = next((c for c in near if c.dep_ == "prep" and c.lower_ == "according"), None)
    if source is None or name is None or source.i > name.i:
        return
    subjects = [c for c in root.lefts if c.dep_ in SUBJECTS and c.i > name.i]
    subject = next((c for c in (*name.rights, *subjects) if c in subjects or c.dep_ == "appos"), None)
    noun = next((t for t in source.subtree if t.dep_ == "pobj" and t.head.head == source), None)
    first = next((c for c in name.lefts if c.dep_ == "compound"), name)
    if subject is None or noun is None or noun.pos_ != "NOUN" or noun.right_edge.i + 2 != first.i:
        return
    if text_before(first) == "," == text_before(subject.left_edge) and not _is_closed(subject):
        name.head, name.dep_ = noun, "appos"
        subject.head, source.head = root, root
        if subject.dep_ == "appos":
            subject.dep_ = "nsubj"


def _mend_condition_told(cue: Token) -> None:
    """Hangs a condition to what is told, not to the telling: `Traders will sue if it passes, their lawyer has said`."""
    told = next((c for c in cue.lefts if c.dep_ == "ccomp"), None)
    sayer = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if told is None or sayer is None:
        return
    tag = min(cue.i, sayer.left_edge.i)  # `said their lawyer` as well
    for clause in list(cue.lefts):
        is_between = clause.dep_ == "advcl" and told.i < clause.left_edge.i and clause.i < tag
        if is_between and text_before(clause.left_edge) != "," and cue.doc[tag - 1].text == ",":
            clause.head = told


def _mend_went_on(verb: Token) -> None:
    """Makes a tag of `…, Leask went on, …`, taken for one deed more."""
    on = next((c for c in verb.rights if c.dep_ == "prt" and c.lower_ == "on" and c.i == verb.i + 1), None)
    sayer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i + 1 == verb.i), None)
    if on is None or sayer is None or on.i + 1 >= len(verb.doc):
        return
    root = verb.sent.root
    if is_set_off(sayer) and text_behind(on) == "," and verb != root:
        verb.head, verb.dep_ = root, "parataxis"


def _mend_last_view(root: Token) -> None:
    """Hangs whose view it is, set off at the end, over the whole: `Oslo told them that it was late, in her view`."""
    said = next((c for c in root.rights if c.dep_ == "ccomp"), None)
    if said is None:
        return
    for preposition in said.rights:
        noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
        is_view = (
            noun is not None and preposition.lower_ in ("in", "to") and noun.lemma_ in saying().viewpoints
        )
        if is_view and text_before(preposition) == "," and preposition.right_edge.i >= root.sent.end - 2:
            preposition.head = root


def _is_closed(token: Token) -> bool:
    return token.right_edge.text == "," or text_behind(token.right_edge) == ","
