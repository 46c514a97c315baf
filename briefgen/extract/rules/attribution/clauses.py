"""Candidates around a verb: every complement that could be what somebody says, thinks or wants."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.rules.attribution.candidate import Candidate, TokenSpan, without
from briefgen.extract.rules.attribution.coordination import goes_on
from briefgen.extract.rules.attribution.saying import saying, says
from briefgen.extract.rules.attribution.setting import venues
from briefgen.extract.rules.attribution.sources import agent_of, is_passive, own_subject, subject_of
from briefgen.extract.rules.attribution.spans import leads_up
from briefgen.extract.rules.grammar import FINITE_TAGS, Grammar

_UNREAL = frozenset({"would", "could", "might", "'d", "’d"})
_WH = frozenset({"WP", "WDT", "WRB", "WP$"})
_NEGATIONS = frozenset({"no", "never", "nor", "neither", "nowhere", "hardly", "scarcely"})
_AFTER_OBJECT = frozenset({"prep", "xcomp", "oprd", "advcl", "ccomp", "acl", "dative"})


def verb_candidates(grammar: Grammar, verb: int) -> Iterator[Candidate]:
    """Yields the candidates whose cue is this verb."""
    if grammar.deps[verb] in ("aux", "auxpass") or _is_denied(grammar, verb):
        return
    if _quotes_somebody(grammar, verb):
        return
    lemma, last = _cue(grammar, verb)
    cue = (grammar.verb_start(verb), last)
    passive = is_passive(grammar, verb)
    source = subject_of(grammar, verb)
    for at in grammar.children[verb]:
        dep = grammar.deps[at]
        if dep == "ccomp" and (at < verb or lemma not in saying().clauseless):
            yield from _clause(grammar, verb, at, cue, lemma, source)
        elif dep == "xcomp" and at > verb:
            kind = _infinitive(grammar, at)
            told = (
                kind == "to"
                and lemma in saying().needing_addressee
                and grammar.child(verb, "dobj", "dative") is None
            )
            yield Candidate(cue, lemma, kind, (grammar.edges(at),), None if told else source)
        elif dep in ("dobj", "attr") and at > verb and not grammar.is_stand_in(at) and at != source:
            yield from _object(grammar, verb, at, cue, lemma, source)
        elif dep == "prep" and at > verb:
            yield from _preposition(grammar, at, cue, lemma, source)
        elif dep == "acomp" and at > verb:
            yield from adjective_candidates(grammar, at, cue, source)
        elif dep == "advcl" and grammar.left[at] > verb and grammar.lemmas[grammar.left[at]] == "for":
            mark = grammar.left[at]
            yield Candidate((cue[0], mark), lemma, "for to", ((mark + 1, grammar.right[at]),), source)
        elif dep == "advcl" and at > verb and _is_wh(grammar, grammar.left[at], at):
            yield Candidate(cue, lemma, "whether", (grammar.edges(at),), source)
    yield from _behind_venue(grammar, verb, cue, lemma, source)
    if passive:
        yield from _passive(grammar, verb, cue, lemma)
    else:
        yield from _raising(grammar, verb, cue, lemma)
    yield from _relative(grammar, verb, cue, lemma, source)


def _behind_venue(
    grammar: Grammar, verb: int, cue: TokenSpan, lemma: str, source: int | None
) -> Iterator[Candidate]:
    """`said in a joint letter that they would sign`, where the clause was hung on the letter."""
    if not says(lemma) or any(grammar.deps[at] in ("ccomp", "dobj") for at in grammar.children[verb]):
        return
    for at in grammar.children[verb]:
        inside = grammar.child(at, "pobj") if at > verb and grammar.deps[at] == "prep" else None
        if inside is None or grammar.lemmas[inside] not in venues().nouns:
            continue
        for clause in grammar.children[inside]:
            first = grammar.left[clause]
            if (
                grammar.deps[clause] in ("relcl", "acl", "ccomp")
                and grammar.words[first].lower() == "that"
                and (grammar.deps[first], grammar.heads[first]) in (("mark", clause), ("dobj", clause))
                and not says(grammar.lemmas[clause])
                and first == grammar.right[inside] - (grammar.right[clause] - first)
                and any(
                    first < kid < clause for kid in grammar.children[clause] if grammar.deps[kid] == "nsubj"
                )
            ):
                yield Candidate(cue, lemma, "that", ((first, grammar.right[clause]),), source)


def _is_denied(grammar: Grammar, verb: int) -> bool:
    """Whether a negation stands before an inverted verb: `By no means does she want …`."""
    subject = grammar.child(verb, "nsubj")
    if subject is None:
        return False
    inverted = any(grammar.deps[at] == "aux" and at < subject for at in grammar.children[verb])
    return inverted and any(
        grammar.lemmas[at] in _NEGATIONS for at in range(grammar.left[verb], grammar.left[subject])
    )


def _quotes_somebody(grammar: Grammar, verb: int) -> bool:
    """Whether a verb only relays: `the agency quoted her as saying that …` is hers."""
    for at in grammar.children[verb]:
        if grammar.lemmas[at] == "as" and grammar.deps[at] == "prep":
            inside = grammar.child(at, "pcomp")
            if inside is not None and grammar.lemmas[verb] in venues().quoting:
                return True
    is_named = grammar.deps[verb] == "acl" and grammar.pos[grammar.heads[verb]] == "PROPN"
    return is_named and grammar.lemmas[verb] in venues().quoting  # `Lee, quoted by the agency, said`


def says_idly(grammar: Grammar, verb: int) -> bool:
    """Whether nothing is told of what is said: `called him names`, `found itself alone`, `would show that`."""
    if grammar.lemmas[verb] in saying().only_showing and grammar.helpers(verb) & _UNREAL:
        return True
    ends = {
        grammar.words[at].lower() for at in grammar.children[verb] if at > verb and grammar.right[at] == at
    }
    if any(f"{grammar.lemmas[verb]} {word}" in saying().idle_sayings for word in ends):
        return True
    behind = grammar.words[verb + 1] if verb + 1 < len(grammar) else ""
    return grammar.lemmas[verb] == "find" and behind.lower().endswith(("self", "selves"))


def _cue(grammar: Grammar, verb: int) -> tuple[str, int]:
    particle = grammar.child(verb, "prt")
    if particle is not None and particle > verb:
        return grammar.with_particle(verb), particle
    return grammar.lemmas[verb], verb


def _is_wh(grammar: Grammar, first: int, clause: int) -> bool:
    words = {grammar.lemmas[at] for at in (first, *grammar.children[clause])}
    return grammar.tags[first] in _WH or bool(words & {"whether", "if"})


def _clause(
    grammar: Grammar, verb: int, at: int, cue: TokenSpan, lemma: str, source: int | None
) -> Iterator[Candidate]:
    first, last = grammar.edges(at)
    if at < verb:
        behind = [c for c in grammar.children[verb] if c > verb and grammar.deps[c] == "ccomp"]
        # `The port will close, she said; in her eyes it is lost`: the second half is hers as well
        if grammar.is_stand_in(at) or (behind and grammar.words[verb + 1] != ";"):
            return
        if (
            leads_up(grammar, last, verb)
            or _is_parted(grammar, last, source)
            or _says_it_behind(grammar, verb)
        ):
            return
        if is_passive(grammar, verb) and grammar.child(verb, "nsubjpass", "expl") is None:
            return  # `The result is a loop in which he lies, is called on it by the press, and lies again`
        parts = without((first, last), _span_of_cue_clause(grammar, verb, at))
        parts += tuple(grammar.edges(c) for c in grammar.children[verb] if c in behind or goes_on(grammar, c))
        yield Candidate(cue, lemma, "before", parts, source)
        return
    if first <= verb:
        first = verb + 1
    marks = {grammar.lemmas[child] for child in grammar.children[at] if grammar.deps[child] == "mark"}
    if "that" in marks:
        kind = "that"
    elif _is_wh(grammar, first, at):
        kind = "whether"
    elif _is_finite(grammar, at):
        kind = "bare"
    elif any(grammar.lemmas[c] == "to" and grammar.deps[c] == "aux" for c in grammar.children[at]):
        kind = "somebody to" if own_subject(grammar, at) is not None else "to"
    else:
        kind = "small clause"
    yield Candidate(cue, lemma, kind, ((first, last),), source)


def _is_parted(grammar: Grammar, last: int, source: int | None) -> bool:
    """Whether who speaks begins a sentence of his own behind a semicolon: `Most agree; a few object`."""
    return (
        source is not None
        and last + 2 < len(grammar)
        and grammar.words[last + 1] == ";"
        and grammar.left[source] == last + 2
    )


def _says_it_behind(grammar: Grammar, verb: int) -> bool:
    """Whether what is said stands behind the verb, so that nothing before it is: `It is dead: 4 call it a farce`."""
    return any(at > verb and grammar.deps[at] in ("oprd", "xcomp") for at in grammar.children[verb])


def _is_finite(grammar: Grammar, clause: int) -> bool:
    return grammar.tags[clause] in FINITE_TAGS or any(
        grammar.tags[child] in FINITE_TAGS
        for child in grammar.children[clause]
        if grammar.deps[child] in ("aux", "auxpass")
    )


def _span_of_cue_clause(grammar: Grammar, verb: int, content: int) -> TokenSpan:
    """Returns the stretch that the cue and its own words take, content left out."""
    mine = [verb]
    for child in grammar.children[verb]:
        if grammar.right[child] < grammar.left[content]:
            # `Yet, if they ask, we will listen, said Lee`: no part of the cue's clause
            continue
        if child != content and grammar.deps[child] not in ("ccomp", "conj", "cc", "punct"):
            mine += [grammar.left[child], grammar.right[child]]
    return min(mine), max(mine)


def _infinitive(grammar: Grammar, at: int) -> str:
    if any(grammar.lemmas[c] == "to" and grammar.deps[c] == "aux" for c in grammar.children[at]):
        return "to"
    return "doing" if grammar.tags[at] == "VBG" else "being"


def _object(
    grammar: Grammar, verb: int, at: int, cue: TokenSpan, lemma: str, source: int | None
) -> Iterator[Candidate]:
    first, last = grammar.edges(at)
    yield Candidate(cue, lemma, "object", ((first, last),), source)
    for after in grammar.children[verb]:
        if after > last and grammar.deps[after] in _AFTER_OBJECT and not grammar.is_stand_in(after):
            dep = grammar.deps[after]
            word = {"prep": grammar.lemmas[after], "xcomp": _infinitive(grammar, after)}.get(dep, dep)
            # `told the council the plan was dead`: whom, and what
            addressed = dep == "ccomp" and lemma in saying().telling and _is_finite(grammar, after)
            start = grammar.left[after] if addressed else first
            yield Candidate(cue, lemma, f"object {word}", ((start, grammar.right[after]),), source)
            if dep == "prep" and source is not None:
                inside = grammar.child(after, "pobj", "pcomp")
                if inside is not None:
                    yield Candidate(
                        cue,
                        lemma,
                        f"somebody {word}",
                        ((grammar.left[inside], grammar.right[inside]),),
                        source,
                    )
            elif dep == "xcomp":
                yield Candidate(cue, lemma, f"somebody {word}", (grammar.edges(after),), source)


def _preposition(
    grammar: Grammar, at: int, cue: TokenSpan, lemma: str, source: int | None
) -> Iterator[Candidate]:
    inside = grammar.child(at, "pobj", "pcomp")
    if inside is None or grammar.is_stand_in(inside):
        return
    if grammar.lemmas[at] == "by" and grammar.lemmas[grammar.heads[grammar.heads[at]]] == "as":
        # `was quoted as saying by the agency`
        return
    first, last = max(at + 1, grammar.left[inside]), grammar.right[inside]
    yield Candidate((cue[0], at), lemma, grammar.lemmas[at], ((first, last),), source)


def adjective_candidates(
    grammar: Grammar, at: int, cue: TokenSpan, source: int | None
) -> Iterator[Candidate]:
    """Yields the candidates whose cue is a predicate adjective: `is confident that`, `was critical of`."""
    for child in grammar.children[at]:
        dep = grammar.deps[child]
        if child < at:
            continue
        if dep in ("ccomp", "xcomp"):
            kind = _infinitive(grammar, child) if dep == "xcomp" else "that"
            yield Candidate(
                (cue[0], at), grammar.lemmas[at], f"adjective {kind}", (grammar.edges(child),), source
            )
        elif dep == "prep":
            inside = grammar.child(child, "pobj", "pcomp")
            if inside is not None and not grammar.is_stand_in(inside):
                kind = f"adjective {grammar.lemmas[child]}"
                yield Candidate((cue[0], child), grammar.lemmas[at], kind, (grammar.edges(inside),), source)


def _passive(grammar: Grammar, verb: int, cue: TokenSpan, lemma: str) -> Iterator[Candidate]:
    agent = agent_of(grammar, verb)
    subject = grammar.child(verb, "nsubjpass", "csubjpass")
    if subject is None and grammar.deps[verb] in ("acl", "relcl"):
        subject = grammar.heads[verb]
        part = (grammar.left[subject], cue[0] - 1)
    elif subject is not None:
        part = grammar.edges(subject)
    else:
        return
    if part[1] < part[0]:
        return
    by = "by" if agent is not None else "passive"
    yield Candidate(cue, lemma, f"{by} subject", (part,), agent)
    for at in grammar.children[verb]:
        dep = grammar.deps[at]
        if at > verb and (
            dep in ("xcomp", "oprd", "ccomp") or (dep == "prep" and grammar.lemmas[at] == "as")
        ):
            word = {"xcomp": _infinitive(grammar, at), "prep": "as"}.get(dep, dep)
            yield Candidate(cue, lemma, f"{by} subject {word}", (part, grammar.edges(at)), agent)


def _raising(grammar: Grammar, verb: int, cue: TokenSpan, lemma: str) -> Iterator[Candidate]:
    subject = grammar.child(verb, "nsubj")
    if subject is None:
        return
    for at in grammar.children[verb]:
        if at > verb and grammar.deps[at] in ("xcomp", "oprd", "acomp") and subject < verb:
            word = _infinitive(grammar, at) if grammar.deps[at] == "xcomp" else "being"
            yield Candidate(cue, lemma, f"seem {word}", (grammar.edges(subject), grammar.edges(at)), None)


def _relative(
    grammar: Grammar, verb: int, cue: TokenSpan, lemma: str, source: int | None
) -> Iterator[Candidate]:
    """`what she called a rant`, `the plan that critics call a gift`."""
    if source is None or source >= verb:
        return
    pronoun = next(
        (
            at
            for at in grammar.children[verb]
            if grammar.deps[at] in ("dobj", "nsubj")
            and at < verb
            and grammar.tags[at] in _WH
            and at != source
        ),
        None,
    )
    relative = grammar.deps[verb] == "relcl"
    if pronoun is None and not relative:
        return
    named = next(
        (at for at in grammar.children[verb] if at > verb and grammar.deps[at] in ("oprd", "ccomp", "xcomp")),
        None,
    )
    as_ = next((at for at in grammar.children[verb] if at > verb and grammar.lemmas[at] == "as"), None)
    if named is None and as_ is not None:
        named = grammar.child(as_, "pobj", "pcomp", "amod")
    if named is not None and pronoun is not None and grammar.lemmas[pronoun] == "what":
        yield Candidate(cue, lemma, "what", (grammar.edges(named),), source)
    elif relative and grammar.heads[verb] != source:
        head = grammar.heads[verb]
        part = (grammar.left[head], grammar.left[verb] - 1)
        if part[0] <= part[1]:
            if named is not None:
                yield Candidate(cue, lemma, "relative being", (part, grammar.edges(named)), source)
            elif pronoun is not None or not any(
                grammar.deps[at] in ("dobj", "ccomp", "xcomp") for at in grammar.children[verb]
            ):
                yield Candidate(cue, lemma, "relative", (part,), source)
