"""Parses mended where the small model errs the same way again and again.

Each repair needs several signs at once, so that a right parse is left alone; what it changes is the tag, the
relation and the head that the rules read later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.extract.rules.clause_edges import mend_edges
from briefgen.extract.rules.clefts import mend_absolute, mend_cleft
from briefgen.extract.rules.conditions import mend_condition
from briefgen.extract.rules.coordinates import mend_coordinate, mend_reduced
from briefgen.extract.rules.denials import mend_denials
from briefgen.extract.rules.faded import mend_faded
from briefgen.extract.rules.fronted import mend_fronted
from briefgen.extract.rules.grammar import SUBJECTS
from briefgen.extract.rules.listed import mend_explained, mend_listed
from briefgen.extract.rules.lost_subjects import mend_lost_subject, mend_swallowed, mend_unknown
from briefgen.extract.rules.mention.fields import mend_fields
from briefgen.extract.rules.mention.kinds import INITIALS_OF_SEVERAL
from briefgen.extract.rules.minds import mend_mind, mend_more, mend_seen_as, mend_so
from briefgen.extract.rules.misread import (
    mend_backing,
    mend_base,
    mend_felt,
    mend_has,
    mend_infinitive,
    mend_liking,
    mend_name_in_ing,
    mend_past,
    mend_pledged,
    mend_relative,
    mend_subject_of,
)
from briefgen.extract.rules.neighbours import text_before, text_behind
from briefgen.extract.rules.noun_runs import mend_noun_runs
from briefgen.extract.rules.parted import mend_parted
from briefgen.extract.rules.participles import mend_participle, mend_that_alone
from briefgen.extract.rules.plural_verbs import COUNTING, may_be_subject, mend_plurals, plural_for_verb
from briefgen.extract.rules.reads import (
    make_root,
    mend_reading,
    mend_reduced_content,
    mend_shown,
    mend_telling,
    mend_that_behind,
)
from briefgen.extract.rules.rehung import (
    mend_according,
    mend_as,
    mend_clear,
    mend_day,
    mend_gap,
    mend_general,
    mend_letters,
    mend_moment,
    mend_plural_owner,
    mend_seeming,
    mend_sign,
    mend_wished,
)
from briefgen.extract.rules.relatives import (
    mend_behind_relative,
    mend_led_which,
    mend_named_charge,
    mend_reading_of,
    mend_view,
    mend_which,
    mend_who,
    mend_whose,
)
from briefgen.extract.rules.reported import mend_reported
from briefgen.extract.rules.second_subjects import mend_beside_object, mend_second_subjects
from briefgen.extract.rules.set_off import mend_bare_content, mend_set_off
from briefgen.extract.rules.tags import mend_or_so, mend_put_so, mend_tags
from briefgen.extract.rules.tellers import mend_told_of
from briefgen.lexicons.actor_words import noun_sets
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
        mend_reported(sentence)
    for token in doc:
        tag, dep, pos, word, above = token.tag_, token.dep_, token.pos_, token.lower_, token.head
        if tag in ("NN", "NNP") and INITIALS_OF_SEVERAL.fullmatch(token.text):
            token.tag_, token.pos_ = "NNS", "NOUN"  # `some MPs`
        elif tag == "VB" and token.text in ("’s", "'s"):
            token.tag_, token.pos_ = "VBZ", "AUX"  # `knows it’s popular`
        elif word == "’" and tag == "''" and token.i:
            mend_plural_owner(token)
        elif word in ("n’t", "n't") and dep != "neg":
            token.dep_ = "neg"  # `Lee doesn’t much care`
            token.head = above.head if above.dep_ in ("aux", "auxpass") else above
        elif tag == "VBD" and mend_pledged(token):
            continue
        elif dep == "prep" and word in ("of", "for"):
            mend_fields(token)
        elif tag == "IN" and word == "to":
            mend_infinitive(token)
        elif tag == "JJ" and any(c.dep_ == "auxpass" for c in token.lefts):
            token.tag_, token.pos_ = "VBN", "VERB"  # `had been irritated by it`
            for helper in token.lefts:
                mend_subject_of(helper)
        elif tag == "JJ" and (
            (dep in SUBJECTS and word in noun_sets().titles) or (word == "old" and dep in _WHO_IS_OLD)
        ):
            token.tag_, token.pos_ = "NN", "NOUN"  # `the 71-year-old general fears`, `met the 26-year-old`
        elif tag == "JJ" and dep in SUBJECTS and word in COUNTING:
            token.tag_, token.pos_ = "NNS", "NOUN"  # `said several of his colleagues`
        elif tag == "RB" and dep == "ROOT":
            mend_backing(token)
        elif word == "general" and dep == "amod":
            mend_general(token)
        elif word == "like" and tag == "IN" and dep == "ROOT":
            mend_liking(token)
        elif tag == "VB" and dep in ("ccomp", "ROOT"):
            mend_base(token)
        elif token.text.isupper() and token.text in mention_cues().letters_behind_names:
            mend_letters(token)
        elif dep in ("aux", "auxpass") and word in ("feel", "feels", "felt"):
            mend_felt(token)
        elif dep == "auxpass" and above.tag_ == "VBN":
            mend_has(token)
            mend_subject_of(token)
        elif word == "as" and dep == "prep":
            mend_sign(token)
            mend_as(token)
        elif tag == "VBN" and dep in ("ccomp", "ROOT", "advcl"):
            mend_past(token)
        elif tag in ("VBD", "VBZ", "VBP") and dep == "xcomp" and above.dep_ == "relcl":
            mend_gap(token)
        elif dep == "conj" and pos in ("VERB", "AUX"):
            if not mend_mind(token) and not mend_told_of(token) and not mend_beside_object(token):
                mend_coordinate(token)
        elif dep == "ccomp" and tag in ("VBD", "VBZ", "VBP") and above.i > token.i:
            mend_moment(token)
        elif dep == "dep" and pos in ("VERB", "AUX"):
            mend_reduced(token)
        elif dep == "prep" and word == "according":
            mend_according(token)
        elif dep == "acomp" and word in ("clear", "plain"):
            mend_clear(token)
        elif dep == "relcl" and tag == "NNS":
            mend_relative(token)
        elif dep == "relcl" and above.lemma_ in ("wish", "doubt"):
            mend_wished(token)
        elif dep == "advcl" and above.lemma_ in position_cues().seeming:
            mend_seeming(token)
        elif dep in ("advcl", "acl") and tag == "VBG":
            if dep == "advcl":
                mend_telling(token)
                mend_behind_relative(token)
            mend_participle(token)
        elif dep == "csubj" and tag == "VBG" and text_behind(token) in ("’s", "'s"):
            mend_name_in_ing(token)
        elif word == "that" and dep in ("dobj", "nsubj") and text_behind(token) == ",":
            mend_that_alone(token)
        elif word == "that" and dep == "dobj" and above.dep_ == "ccomp":
            mend_that_behind(token)
        elif dep == "dobj" and tag == "VBG":
            mend_shown(token)
        elif dep == "pcomp" and tag == "VBG":
            mend_reading_of(token)
        elif dep == "npadvmod" and above.tag_ == "RBR":
            mend_more(token)
        elif dep == "npadvmod":
            mend_day(token)
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
        elif word == "which" and dep == "nsubj":
            mend_which(token)
        elif word == "which" and dep == "det":
            mend_led_which(token)
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
        if word == "who":
            mend_cleft(token)
        elif word == "with":
            mend_absolute(token)
        if dep == "amod" and tag in ("JJ", "VBN") and above.dep_ in SUBJECTS:
            mend_bare_content(token)
        mend_set_off(token)
        mend_condition(token)
    for sentence in doc.sents:
        mend_plurals(sentence)
        mend_second_subjects(sentence)
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
