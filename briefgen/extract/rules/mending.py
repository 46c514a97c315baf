"""Parses mended where the small model errs the same way again and again.

Each repair needs several signs at once, so that a right parse is left alone; what it changes is the tag, the
relation and the head that the rules read later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.extract.rules.attribution.saying import thinks
from briefgen.extract.rules.clause_edges import mend_edges
from briefgen.extract.rules.conditions import mend_condition
from briefgen.extract.rules.coordinates import mend_coordinate, mend_reduced
from briefgen.extract.rules.denials import mend_denials
from briefgen.extract.rules.faded import mend_faded
from briefgen.extract.rules.fronted import mend_fronted
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.listed import mend_explained, mend_listed
from briefgen.extract.rules.lost_subjects import mend_lost_subject, mend_swallowed, mend_unknown
from briefgen.extract.rules.mention.borders import HYPHENS
from briefgen.extract.rules.mention.kinds import INITIALS_OF_SEVERAL
from briefgen.extract.rules.minds import mend_mind, mend_more, mend_seen_as, mend_so
from briefgen.extract.rules.neighbours import text_before
from briefgen.extract.rules.noun_runs import mend_noun_runs
from briefgen.extract.rules.parted import mend_parted
from briefgen.extract.rules.plural_verbs import COUNTING, may_be_subject, mend_plurals, plural_for_verb
from briefgen.extract.rules.reads import (
    make_root,
    mend_reading,
    mend_reduced_content,
    mend_telling,
    mend_that_behind,
)
from briefgen.extract.rules.relatives import (
    mend_behind_relative,
    mend_named_charge,
    mend_reading_of,
    mend_view,
    mend_who,
    mend_whose,
)
from briefgen.extract.rules.set_off import mend_set_off
from briefgen.extract.rules.tags import mend_or_so, mend_put_so, mend_tags
from briefgen.extract.rules.tellers import mend_told_of
from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.mending import mending
from briefgen.lexicons.mention_cues import mention_cues
from briefgen.lexicons.position_cues import position_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_WHO_IS_OLD = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PARSE: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA"]
_SET_OFF = frozenset({"relcl", "appos", "acl", "advcl", "amod"})


def mend(doc: Doc) -> None:
    """Changes a parsed text where its main verb was taken for something else.

    Should repairs together leave words that hang on themselves, the parse stays as the model made it.
    """
    parsed: Any = doc.to_array(_PARSE)
    _mend(doc)
    offsets: Any = doc.to_array(["HEAD"])
    is_moved = (offsets != parsed[:, 0]).any()
    if is_moved and not _is_tree(offsets.astype("int64").tolist()):
        doc.from_array(_PARSE, parsed)


def _is_tree(offsets: list[int]) -> bool:
    """Whether every word hangs, over others, on a root; `offsets` tell how far from each its head is."""
    rooted = [offset == 0 for offset in offsets]
    for start in range(len(offsets)):
        path: list[int] = []
        at = start
        while not rooted[at] and len(path) <= len(offsets):
            path.append(at)
            at += offsets[at]
        if not rooted[at]:
            return False
        for passed in path:
            rooted[passed] = True
    return True


def _mend(doc: Doc) -> None:
    for sentence in doc.sents:
        mend_noun_runs(sentence)
    for token in doc:
        tag, dep, pos, word, above = token.tag_, token.dep_, token.pos_, token.lower_, token.head
        if tag in ("NN", "NNP") and INITIALS_OF_SEVERAL.fullmatch(token.text):
            token.tag_, token.pos_ = "NNS", "NOUN"  # `some MPs`
        elif tag == "VB" and token.text in ("’s", "'s"):
            token.tag_, token.pos_ = "VBZ", "AUX"  # `knows it’s popular`
        elif word in ("n’t", "n't") and dep != "neg":
            token.dep_ = "neg"  # `Lee doesn’t much care`
            token.head = above.head if above.dep_ in ("aux", "auxpass") else above
        elif tag == "IN" and word == "to":
            _mend_infinitive(token)
        elif tag == "JJ" and any(c.dep_ == "auxpass" for c in token.lefts):
            token.tag_, token.pos_ = "VBN", "VERB"  # `had been irritated by it`
            for helper in token.lefts:
                _mend_subject_of(helper)
        elif tag == "JJ" and (
            (dep in SUBJECTS and word in noun_sets().titles) or (word == "old" and dep in _WHO_IS_OLD)
        ):
            token.tag_, token.pos_ = "NN", "NOUN"  # `the 71-year-old general fears`, `met the 26-year-old`
        elif tag == "JJ" and dep in SUBJECTS and word in COUNTING:
            token.tag_, token.pos_ = "NNS", "NOUN"  # `said several of his colleagues`
        elif tag == "RB" and dep == "ROOT":
            _mend_backing(token)
        elif word == "general" and dep == "amod":
            _mend_general(token)
        elif word == "like" and tag == "IN" and dep == "ROOT":
            _mend_liking(token)
        elif tag == "VB" and dep in ("ccomp", "ROOT"):
            _mend_base(token)
        elif token.text.isupper() and token.text in mention_cues().letters_behind_names:
            _mend_letters(token)
        elif dep in ("aux", "auxpass") and word in ("feel", "feels", "felt"):
            _mend_felt(token)
        elif dep == "auxpass" and above.tag_ == "VBN":
            _mend_subject_of(token)
        elif word == "as" and dep == "prep":
            _mend_sign(token)
            _mend_as(token)
        elif tag == "VBN" and dep in ("ccomp", "ROOT", "advcl"):
            _mend_past(token)
        elif tag in ("VBD", "VBZ", "VBP") and dep == "xcomp" and above.dep_ == "relcl":
            _mend_gap(token)
        elif dep == "conj" and pos in ("VERB", "AUX"):
            if not mend_mind(token) and not mend_told_of(token):
                mend_coordinate(token)
        elif dep == "dep" and pos in ("VERB", "AUX"):
            mend_reduced(token)
        elif dep == "prep" and word == "according":
            _mend_according(token)
        elif dep == "acomp" and word in ("clear", "plain"):
            _mend_clear(token)
        elif dep == "relcl" and above.lemma_ in ("wish", "doubt"):
            _mend_wished(token)
        elif dep == "advcl" and above.lemma_ in position_cues().seeming:
            _mend_seeming(token)
        elif dep == "advcl" and tag == "VBG":
            mend_telling(token)
            mend_behind_relative(token)
        elif word == "that" and dep == "dobj" and above.dep_ == "ccomp":
            mend_that_behind(token)
        elif dep == "pcomp" and tag == "VBG":
            mend_reading_of(token)
        elif dep == "npadvmod" and above.tag_ == "RBR":
            mend_more(token)
        elif dep == "acl" and tag == "VBN":
            mend_reduced_content(token)
            mend_named_charge(token)
        elif dep == "amod" and above.tag_ in ("VBZ", "VBD"):
            mend_unknown(token)
        elif dep == "mark" and word == "that":
            mend_parted(token)
            mend_swallowed(token)
            mend_listed(token)
        elif dep == "mark" and word == "as":
            mend_seen_as(token)
        elif word == "who" and dep == "nsubj" and above.dep_ == "relcl":
            mend_who(token)
        elif tag == "WP$" and dep == "poss":
            mend_whose(token)
        elif dep == "compound" and above.dep_ in ("pobj", "nsubj"):
            mend_view(token)
        elif word == "so":
            mend_so(token)
            mend_or_so(token)
        elif token.text == ":":
            mend_put_so(token)
            mend_explained(token)
        mend_set_off(token)
        mend_condition(token)
    for sentence in doc.sents:
        mend_plurals(sentence)
        mend_edges(sentence)
        mend_denials(sentence)
        mend_lost_subject(sentence)
        mend_fronted(sentence)
        mend_tags(sentence)
        mend_faded(sentence)
        root = sentence.root
        mend_reading(root)
        if root.pos_ not in _NOMINAL:
            continue
        participle, plural = _participle_for_verb(sentence, root), plural_for_verb(root)
        if participle is not None:
            make_root(root, participle, "VBD")
        elif plural == root:
            root.tag_, root.pos_ = "VBZ", "VERB"
            next(c for c in root.lefts if may_be_subject(c)).dep_ = "nsubj"
        elif plural is not None:
            make_root(root, plural, "VBZ")


def _mend_letters(letters: Token) -> None:
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


def _mend_infinitive(to: Token) -> None:
    """Makes an infinitive of `to favour laws`, where the verb was taken for the noun's adjective."""
    noun = next((c for c in to.children if c.dep_ == "pobj"), None)
    verb = None if noun is None else next((c for c in noun.lefts if c.i == to.i + 1), None)
    if noun is None or verb is None or verb.tag_ != "VB" or verb.dep_ not in ("amod", "compound"):
        return
    if to.head.pos_ not in ("VERB", "AUX", "ADJ"):
        return
    verb.head, verb.dep_, verb.pos_ = to.head, "xcomp", "VERB"
    to.head, to.dep_, to.tag_ = verb, "aux", "TO"
    noun.head, noun.dep_ = verb, "dobj"


def _mend_sign(as_: Token) -> None:
    """Hangs `as a sign` to the verb that takes it so: `took the failure to bomb the mine as a sign that`."""
    below = as_.head
    noun = next((c for c in as_.rights if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_ not in mending().signs or below.dep_ not in ("acl", "relcl", "xcomp"):
        return
    above = below.head if below.head.dep_ != "dobj" else below.head.head
    if above.lemma_ in mending().taking_as and above.i < below.i:
        as_.head = above


def _mend_felt(felt: Token) -> None:
    """Makes a verb of the `felt` taken for an auxiliary: `he had felt pushed out and was tired`."""
    below = felt.head
    if below.tag_ != "VBN" or felt.i > below.i:
        return
    felt.dep_, felt.pos_, felt.tag_ = below.dep_, "VERB", "VBD" if felt.lower_ == "felt" else felt.tag_
    felt.lemma_ = "feel"
    felt.head = felt if below.dep_ == "ROOT" else below.head
    for child in list(below.children):
        if child.i < felt.i or child.dep_ in ("conj", "cc", "punct"):
            child.head = felt
            child.dep_ = "nsubj" if child.dep_ == "nsubjpass" else child.dep_
    below.head, below.dep_ = felt, "xcomp"


def _mend_as(as_: Token) -> None:
    """Hangs `as a gift` to who sees something so, not to what is seen: `They see the delay as a gift`."""
    seen = as_.head
    if seen.dep_ == "dobj" and seen.i < as_.i and seen.head.lemma_ in mending().taking_as:
        as_.head = seen.head


def _mend_subject_of(helper: Token) -> None:
    """Gives a verb the subject that hangs on its helper: `both leaders were convinced that it rained`."""
    if helper.dep_ != "auxpass":
        return
    for child in list(helper.lefts):
        if child.dep_ in ("nsubj", "nsubjpass") and not any(c.dep_ in SUBJECTS for c in helper.head.lefts):
            child.head, child.dep_ = helper.head, "nsubjpass"


def _mend_liking(like: Token) -> None:
    """Makes a verb of `Most of them like the tram`."""
    noun = next((c for c in like.rights if c.dep_ == "pobj"), None)
    if noun is not None and any(c.dep_ == "nsubj" for c in like.lefts):
        like.tag_, like.pos_, noun.dep_ = "VBP", "VERB", "dobj"


def _mend_backing(verb: Token) -> None:
    """Makes a verb of `Scientists broadly back the minister`, taken for an adverb."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and any(c.dep_ == "dobj" for c in verb.rights):
        verb.tag_, verb.pos_ = "VBP" if subject.tag_ in ("NNS", "NNPS") else "VB", "VERB"


def _mend_general(general: Token) -> None:
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


def _mend_base(verb: Token) -> None:
    """Makes a present tense of a base form that several are the subject of: `that the critics at last agree`."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    is_taken = verb.dep_ == "ccomp" and verb.head.lemma_ in mending().taking_base
    helped = is_taken or any(c.dep_ == "aux" for c in verb.lefts)
    several = subject is not None and (
        subject.tag_ in ("NNS", "NNPS") or subject.lower_ in ("they", "we", "you", "i")
    )
    if several and not helped:
        verb.tag_ = "VBP"


def _mend_gap(verb: Token) -> None:
    """Gives a finite verb the relative pronoun taken for the sayer: `a step which aides say hurt them`."""
    saying = verb.head
    subjects = [c for c in saying.lefts if c.dep_ == "nsubj"]
    if (
        len(subjects) == 2
        and subjects[0].tag_ in ("WDT", "WP")
        and not any(c.dep_ == "nsubj" for c in verb.lefts)
    ):
        subjects[0].head, verb.dep_ = verb, "ccomp"


def _mend_past(verb: Token) -> None:
    """Makes a past tense of a participle with a subject and no helper: `it no longer expected to win`."""
    children = [child.dep_ for child in verb.lefts]
    if "nsubj" in children and "aux" not in children and "auxpass" not in children:
        verb.tag_ = "VBD"


def _mend_according(according: Token) -> None:
    """Hangs `, according to aides` at the end over the whole, not to what is thought: `They fear it will fail, …`."""
    if text_before(according) != "," or according.right_edge.i < according.sent.end - 2:
        return
    above = according.head
    if above.dep_ == "ccomp" and above.head.i < above.i and thinks(above.head.lemma_):
        according.head = above.head


def _mend_clear(clear: Token) -> None:
    """Hangs `clear` to what makes it so, not to what is made clear: `has made clear it will not wait`."""
    said = clear.head
    if said.dep_ == "ccomp" and said.head.lemma_ == "make" and clear.left_edge.i == said.head.i + 1:
        clear.head = said.head


def _mend_wished(clause: Token) -> None:
    """Makes a content clause of what was taken for a relative one: `wishes she had been told`, `no doubt he left`."""
    is_wish = clause.head.pos_ == "VERB" or clause.head.dep_ == "attr"
    if clause.left_edge.tag_ in ("WDT", "WP") or not any(c.dep_ in SUBJECTS for c in clause.lefts):
        return
    if is_wish:
        clause.dep_ = "ccomp"


def _mend_seeming(clause: Token) -> None:
    """Makes a content clause of how something seems: `It looks as if he wants to go`."""
    opening = [c for c in clause.lefts if c.dep_ == "mark"]
    if [c.lower_ for c in opening] in (["as", "if"], ["as", "though"], ["like"]):
        clause.dep_ = "ccomp"
        for word in opening[1:]:
            word.dep_ = "fixed"


def _participle_for_verb(sentence: Span, root: Token) -> Token | None:
    """Returns the main verb behind an insertion: `Norway, which lost a port, called for talks`."""
    if any(child.dep_ in ("nsubj", "nsubjpass", "cop") for child in root.children):
        return None
    set_off = [child for child in root.rights if child.dep_ in _SET_OFF]
    if not set_off or sentence[-1].text == "?":
        return None
    verb = set_off[-1]
    if verb.dep_ == "relcl":  # `Norway, whose ports lie idle in a strike, called for talks`
        verb = next(
            (t for t in verb.subtree if t.dep_ == "acl" and t.i > verb.i and t.head.pos_ == "NOUN"), verb
        )
        if any(not t.is_punct for t in sentence if t.i > verb.right_edge.i):
            return None
    elif len(set_off) < 2:
        return None
    before = verb.left_edge
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or before.i == 0:
        return None
    if any(child.dep_ in ("aux", "auxpass", "nsubj", "agent") for child in verb.children):
        return None
    return verb if text_before(before) in (",", "—", "–", ")") else None
