"""Positions that a noun carries: `opposition to the levy`, `its hostility toward`, `U.S.-led sanctions`."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.grammar import Grammar
from briefgen.extract.rules.position.clauses import Clause, ClauseKind
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.held import wanes
from briefgen.extract.rules.position.polarity import condition_of, is_negated
from briefgen.extract.rules.position.verbs import lemma_of
from briefgen.extract.rules.position.view import PassageView
from briefgen.lexicons.nominals import NominalEntry, nominal_index, nominal_lexicon
from briefgen.lexicons.position_cues import position_cues
from briefgen.model.position import Act, Basis, Certainty, Stance

_COMPLEMENTS = frozenset(
    {"to", "toward", "towards", "of", "for", "against", "with", "that", "at", "in", "over", "on"}
)
_STRAY = frozenset({"to", "toward", "towards", "against"})


def nominals_of(view: PassageView, first: int, last: int) -> Iterator[Draft]:
    """Yields the positions that the nouns of one sentence carry, by place."""
    if view.is_heading:
        return
    for token in range(first, last + 1):
        draft = _of_noun(view, token) or _of_leading(view, token)
        if draft is not None:
            yield draft


def renewed(view: PassageView, clause: Clause) -> int | None:
    """Returns the possessor of a pledge that somebody else renews (`reiterated the port's pledge`)."""
    g = view.g
    if g.lemmas[clause.head] not in position_cues().renewing:
        return None
    for child in g.children[clause.head]:
        if g.deps[child] == "dobj" and g.lemmas[child] in nominal_index():
            possessor = _possessor(g, child)
            if possessor is not None and g.pos[possessor] != "PRON" and view.owner(possessor) is not None:
                return possessor
    return None


def _of_noun(view: PassageView, token: int) -> Draft | None:
    g = view.g
    entry = nominal_index().get(g.lemmas[token])
    if entry is None or g.pos[token] not in ("NOUN", "PROPN") or _is_renewed(g, token):
        return None
    possessor = _possessor(g, token)
    complement = _complement(g, token, entry.telling)
    if (
        possessor is None
        or complement is None
        or g.pos[possessor] == "PRON"
        or _is_torn(g, token, complement)
        or _is_unreal(g, token)
        or wanes(g, token)
        or (g.lemmas[token] in nominal_lexicon().charms and not _asks(g, token))
    ):
        return None
    holder = view.owner(possessor)
    if holder is None:
        return None
    last = next(
        (t - 1 for t in range(complement, g.right[complement]) if g.words[t] in ",;"), g.right[complement]
    )
    tokens = tuple(range(g.left[token], last + 1))
    return _draft(view, token, possessor, holder, entry, tokens)


def _of_leading(view: PassageView, token: int) -> Draft | None:
    """Returns the position of whoever leads what a noun names (`Norwegian-led sanctions on fish`)."""
    g = view.g
    basis = _basis_of_leading(g.lemmas[token])
    if basis is None:
        return None
    led = next((c for c in g.children[token] if c < token and g.words[c].lower().endswith("-led")), None)
    if led is None:
        return None
    leader = g.words[led][: -len("-led")]
    table = enumerate(view.mentions.freeze())
    holder = next((i for i, m in table if leader in (m.text, m.head.text) and m.kind is not None), None)
    complement = _complement(g, token)
    if holder is None or complement is None:
        return None
    start = g.passage.starts[led]
    return Draft(
        clause=_noun_clause(token),
        tokens=tuple(range(led, g.right[complement] + 1)),
        holder=(holder,),
        act=Act.SIGNAL if basis is Basis.ENACTED else Act.DEMAND,
        stance=Stance.SUPPORT,
        basis=basis,
        certainty=Certainty.CERTAIN,
        key=f"led:{g.lemmas[token]}",
        named=(start, start + len(leader)),
        link="leads",
        strength=0.35,
    )


def _noun_clause(token: int) -> Clause:
    return Clause(
        head=token, kind=ClauseKind.MAIN, subject=None, own_subject=True, passive=False, governor=None
    )


def _draft(
    view: PassageView, token: int, possessor: int, holder: int, entry: NominalEntry, tokens: tuple[int, ...]
) -> Draft:
    around = view.around(token)
    around = tuple(f for f in around if not f.is_denial and not f.is_medium)
    source = around[-1] if around else None
    sentence = view.g.sentences[view.g.sentence[token]]
    condition = condition_of(view.g, tuple(range(sentence[0], sentence[1] + 1)))
    verb = _as_verb(view.g, token)
    bargain = condition is not None and condition[1] in ("in exchange for", "in return for")
    return Draft(
        clause=_noun_clause(token),
        tokens=tokens,
        holder=(holder,),
        asserted_by=source.source if source is not None else (),
        act=entry.act,
        stance=Stance.CONDITIONAL if bargain and entry.stance is Stance.SUPPORT else entry.stance,
        basis=Basis.IMPUTED if source is not None else entry.basis,
        certainty=Certainty.CERTAIN,
        source=source,
        key=f"noun:{entry.id}:{view.g.lemmas[token]}",
        subject=possessor,
        link=_agreeing(view.g, possessor, verb or entry.link),
        link_from=token + 2 if verb is not None else None,
        strength=0.35,
    )


def _is_torn(g: Grammar, noun: int, complement: int) -> bool:
    """Whether the parse took the noun for the whole of its sentence: `His refusal to sign the pact angered Norway`."""
    return g.deps[noun] == "ROOT" and g.tags[complement] == "VB"


def _as_verb(g: Grammar, noun: int) -> str | None:
    """Returns the verb that says what a noun and the word behind it do: `refuses to` for `refusal to`."""
    if noun + 2 >= len(g):
        return None
    lexicon, behind = nominal_lexicon(), g.words[noun + 1].lower()
    if behind == "to" and g.tags[noun + 2] == "VB":
        return lexicon.with_infinitive.get(g.lemmas[noun])
    return lexicon.with_preposition.get(f"{g.lemmas[noun]} {behind}")


def _basis_of_leading(noun: str) -> Basis | None:
    """Returns whether leading what a noun names is a deed or a wish; None where it is neither."""
    if noun in position_cues().led_deeds:
        return Basis.ENACTED
    return Basis.NARRATED if noun in position_cues().led_wishes else None


def _agreeing(g: Grammar, possessor: int, link: str) -> str:
    """Returns the verb as its subject wants it: `farmers have made the demand`."""
    plural = g.tags[possessor] in ("NNS", "NNPS") or any(g.deps[c] == "conj" for c in g.children[possessor])
    first, _, rest = link.partition(" ")
    many = {"has": "have", "is": "are"}.get(first, first.removesuffix("s"))
    return f"{many} {rest}".strip() if plural else link


def _complement(g: Grammar, token: int, telling: frozenset[str] | None = None) -> int | None:
    """Returns what the noun is about; without it a noun carries no position.

    `telling` has the prepositions that tell it; behind others only a verb does: `his pledge on trade` says nothing.
    """
    for child in g.children[token]:
        if child < token:
            continue
        if g.deps[child] == "prep" and g.lemmas[child] in _COMPLEMENTS:
            if telling is None or g.lemmas[child] in telling or g.child(child, "pcomp") is not None:
                return child
            continue
        if g.deps[child] in ("acl", "ccomp", "xcomp"):
            return child
    if token + 2 < len(g) and g.tags[token + 1] == "TO" and g.tags[token + 2] == "VB":
        return token + 2
    # The parser likes to hang `hostility toward them` on the verb.
    following = token + 1
    stray = _STRAY if telling is None else _STRAY & telling
    if following < len(g) and g.deps[following] == "prep" and g.lemmas[following] in stray:
        return following
    return None


def _is_unreal(g: Grammar, token: int) -> bool:
    """Whether the noun names what is denied, sought or supposed (`without its support`)."""
    for up in g.ancestors(token):
        if g.lemmas[up] in ("without", "if", "no"):
            return True
        if g.pos[up] in ("VERB", "AUX"):
            supposed = g.has_mark(up, "if", "unless", "whether")
            beside = g.heads[up] if g.deps[up] == "conj" else up
            denied = is_negated(g, up) or is_negated(g, beside)
            return (
                supposed or denied or bool({lemma_of(g, up), lemma_of(g, beside)} & position_cues().seeking)
            )
    return False


def _asks(g: Grammar, noun: int) -> bool:
    """Whether it is told what for: `his appeal for calm`, `to farmers to wait`, not `his appeal to farmers`."""
    behind = range(noun + 1, min(g.right[noun] + 1, len(g) - 1))
    return any(g.tags[t] == "TO" and g.tags[t + 1] == "VB" for t in behind) or any(
        g.lemmas[c] in ("for", "that", "against") or g.deps[c] in ("acl", "ccomp")
        for c in g.children[noun]
        if c > noun
    )


def _is_renewed(g: Grammar, token: int) -> bool:
    """Whether a saying verb renews it, so that the clause tells the position."""
    return (
        g.deps[token] == "dobj"
        and g.lemmas[g.heads[token]] in position_cues().renewing
        and nominal_index()[g.lemmas[token]].act is Act.PLEDGE
    )


def _possessor(g: Grammar, token: int) -> int | None:
    """Returns the token of the possessor, or of a country before the noun (`the U.S. commitment`)."""
    for child in g.children[token]:
        owns = any(g.deps[x] == "case" for x in g.children[child])
        if g.deps[child] == "poss" or (owns and child < token):
            return child
    for child in g.children[token]:
        if g.deps[child] == "compound" and g.pos[child] == "PROPN" and child < token:
            return child
    return None
