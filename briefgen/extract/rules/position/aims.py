"""Toward whom or what a stance is: whom it is for or against, and the words that name the matter.

Only what completes the words of the stance is looked at (`rejected the offer of Norway`), never what is told on the
way: a relative clause, a time or reason, a price (`in return for`), who else does it (`together with`), whom one turns
to (`asked Norway to stop the raids`), or where.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.rules.grammar import VERBAL, Grammar
from briefgen.extract.rules.mentions import MentionTable
from briefgen.extract.rules.position.aimed import Aimed
from briefgen.extract.rules.position.draft import Draft
from briefgen.extract.rules.position.polarity import is_necessary
from briefgen.extract.rules.position.slants import name_given
from briefgen.extract.rules.position.spans import runs
from briefgen.extract.rules.position.turned import is_only_acted_on, is_turned, undoes
from briefgen.lexicons.stances import stance_words
from briefgen.model.evidence import Span
from briefgen.model.extraction import MentionForm
from briefgen.model.position import Act, Stance

_CONTENT = ("say:", "say-that:", "author:")
_JUDGES = frozenset({Act.ACCUSE, Act.ASSESS, Act.PRAISE, Act.BELIEVE, Act.FEEL, Act.PREDICT, Act.THREATEN})
_ASKS = frozenset({Act.DEMAND, Act.ORDER, Act.RECOMMEND, Act.OFFER, Act.PLEDGE})
_WISHES = frozenset({Act.INTEND, Act.PLEDGE, Act.DEMAND, Act.RECOMMEND, Act.OFFER, Act.DECIDE, Act.AGREE})
_OF_VERBS = frozenset(
    {"for", "against", "of", "to", "about", "over", "at", "toward", "towards", "behind", "on", "onto", "into"}
)
_OF_STATES = _OF_VERBS | {"with", "by"}
_OF_NOUNS = frozenset(
    {"of", "to", "for", "on", "over", "about", "around", "against", "toward", "towards", "in"}
)
_AGAINST = frozenset({"against", "about", "around", "toward", "towards", "of", "to", "on"})
_FOR = frozenset({"for", "of", "to", "toward", "towards"})
_ADDRESSING = frozenset({"on", "upon", "to", "from", "with"})
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Aim:
    """Toward whom a stance is, and where the words stand that name what it is toward, the nearest first."""

    actors: tuple[int, ...]
    matter: tuple[Span, ...]


def aim_of(g: Grammar, mentions: MentionTable, draft: Draft) -> Aim:
    """Returns toward whom or what the stance of a draft is."""
    finder = _Finder(g, mentions, draft)
    if draft.stance is Stance.NONE:
        return finder.what_it_is_about()
    finder.look()
    actors = tuple(dict.fromkeys(finder.actors))
    return Aim(actors, tuple(dict.fromkeys(finder.matter)))


class _Finder(Aimed):
    def what_it_is_about(self) -> Aim:
        """Returns what a draft without a stance is about: its subject, else the first actor of its main clause."""
        g, draft = self.g, self.draft
        kept = [t for t in draft.tokens if not self._is_aside(t)]
        behind = [c for c in g.children[draft.clause.head] if g.deps[c] in ("dobj", "dative")]
        behind += [t for t in kept if t > draft.clause.head]
        # no word in front of a noun: `Norwegian allies`
        nouns = [c for c in behind if g.deps[c] not in ("amod", "compound", "nmod")]
        found = next((m for m in map(self._actor, nouns) if m is not None), None)
        actors = (*draft.target, *(() if found is None else (found,)))
        return Aim(actors, runs(g, tuple(kept)))

    def look(self) -> None:
        """Finds what the words of a stance are toward."""
        g, draft = self.g, self.draft
        head = draft.clause.head
        if g.pos[head] not in VERBAL:
            if draft.key.startswith("led:"):  # `Norwegian-led sanctions`
                self.matter.append(g.span(self._first(head), head))
            self._prepositions_of_noun(head, 0)
            self._prepositions_behind(head)
        elif self._is_content(head):
            self._content(head)
        else:
            self._predicate(head)
        if self.opposes and not self.actors:
            self._against()

    def _is_content(self, head: int) -> bool:
        """Whether a verb tells what the holder says, not his own deed or saying: `called Norway late`."""
        if not self.draft.key.startswith(_CONTENT) or name_given(self.g, head) is not None:
            return False
        subject = self.g.child(head, "nsubj")
        return subject is None or self.mentions.at_token(self.g.passage, subject) not in self.draft.holder

    # ---- what is said of something

    def _content(self, head: int) -> None:
        g, draft = self.g, self.draft
        subject = g.child(head, "nsubj", "nsubjpass")
        if subject is None and g.deps[head] == "conj":
            subject = draft.clause.subject  # `is late and breaks the rules`
        passive = g.child(head, "nsubjpass") is not None
        condemns = draft.act is Act.DECIDE and self.opposes and not is_necessary(g, head)
        states = g.child(head, "attr", "acomp", "oprd")
        told = g.child(head, "dobj") if states is None else states  # `there are growing fears`
        is_state = draft.act is Act.REJECT and states is not None  # `a truce is no longer possible`
        if draft.act in _JUDGES or passive or is_state or condemns:
            agent = g.child(head, "agent") if passive and self.opposes else None
            if agent is not None:
                self._add(g.child(agent, "pobj"))  # `are not served by Norway`
            elif subject is not None:
                self._named(subject, 0)
            elif told is not None and any(
                g.child(at, "expl") is not None for at in (head, *g.children[head])
            ):
                self._named(told, 0)
            # of what there is, the words tell first of whom: `fears that Norway may arm Sweden`
            self.actors = (
                [*draft.target, *self.actors] if subject is not None else [*self.actors, *draft.target]
            )
            if draft.target and self.mentions[draft.target[0]].form is not MentionForm.PRONOUN:
                # of one's own side something is said toward another: `said Norway would press Sweden`
                self._objects(head, 0)
            return
        self._asked(subject, head)
        self._objects(head, 0)

    # ---- what somebody does or feels toward something

    def _predicate(self, head: int) -> None:
        g, draft = self.g, self.draft
        antecedent = draft.clause.antecedent
        whole = g.child(head, "dobj")
        if (
            antecedent is not None
            and draft.clause.own_subject
            and (whole is None or g.tags[whole] in ("WDT", "WP"))
        ):
            self._blamed(head)
            self._named(antecedent, 0)  # `a charge that they deny`
            return
        passive = g.child(head, "nsubjpass")
        if passive is not None and draft.holder and self._actor_at(passive) not in draft.holder:
            self._named(passive, 0)
            return
        self._objects(head, 0)

    def _blamed(self, verb: int) -> None:
        """Finds whom something is blamed on: `a fire that they blame on Norway`."""
        g = self.g
        if g.lemmas[verb] == "blame":
            for child in g.children[verb]:
                if g.deps[child] == "prep" and g.lemmas[child] == "on":
                    self._add(g.child(child, "pobj"))

    def _objects(self, verb: int, depth: int) -> None:
        """Finds what completes a verb, in the order of how close it is to it."""
        g = self.g
        if depth > _DEEPEST:
            return
        children = [c for c in g.children[verb] if c > verb and c in self.tokens]
        clause = next((c for c in children if self._completes(c)), None)
        asked = clause is not None and (depth or self.draft.act in _ASKS)
        for child in children:
            dep = g.deps[child]
            if dep in ("dobj", "dative") and not asked:
                self._named(child, depth)
            elif dep == "dobj":
                self._asked(child, clause)
            elif dep in ("acomp", "oprd") and g.deps[verb] != "dobj":
                self._called(child)
                self._complement(child, depth)
            elif dep == "attr":
                self._named(child, depth)
            elif dep == "prep" and g.lemmas[child] == "by" and self.opposes:
                self._add(g.child(child, "pobj"))  # `rejected the offer by Norway`
            elif dep == "prep" and g.lemmas[child] == "with" and g.lemmas[verb] in stance_words().dealing:
                self._preposition(child, depth, frozenset({"with"}))
            elif dep == "prep" and g.lemmas[verb] in stance_words().risking | self.untold:
                continue  # `will not play with lives`, `is unwilling to comment on the offer`
            elif dep == "prep" and not (asked and g.lemmas[child] in _ADDRESSING):
                self._preposition(child, depth)
            elif dep == "prep" and asked:
                self._asked(g.child(child, "pobj"), clause)
            elif child == clause:
                self._clause(verb, child, depth)
            elif dep == "prt" and g.child(child, "pobj") is not None:
                self._preposition(child, depth)

    def _completes(self, child: int) -> bool:
        g = self.g
        if g.deps[child] in ("xcomp", "ccomp"):
            return True
        is_infinitive = g.tags[child] == "VB" and any(g.lemmas[c] == "to" for c in g.children[child])
        return g.deps[child] == "advcl" and (is_infinitive or g.has_mark(child, "for"))

    def _called(self, name: int) -> None:
        """Adds whom a name is given to that the parser hangs on the name: `called Norway a rogue state`."""
        for at in range(self.g.left[name], name):
            self._add(at)

    def _complement(self, state: int, depth: int) -> None:
        """Finds what completes an adjective: `is critical of Norway`, `is keen to help Norway`."""
        g = self.g
        for child in g.children[state]:
            if child < state:
                continue
            if g.deps[child] == "prep":
                pities = self.draft.act is Act.FEEL and self.opposes and g.lemmas[child] == "for"
                self._preposition(child, depth, _OF_STATES - {"for"} if pities else _OF_STATES)
            elif self._completes(child):
                self._clause(state, child, depth)

    def _clause(self, above: int, verb: int, depth: int) -> None:
        """Finds what a stance is toward by what is wanted done, feared, or said to be so."""
        g, draft = self.g, self.draft
        subject = g.child(verb, "nsubj", "nsubjpass")
        subject = None if subject is None or subject < above else subject
        passive = g.child(verb, "nsubjpass") is not None or (
            subject is not None and g.tags[verb] in ("VBN", "VBD") and g.child(verb, "aux", "dobj") is None
        )
        if draft.act is Act.REJECT and g.deps[verb] == "ccomp" and subject is not None:
            return  # `denied that Norway was late`: the charge is what is denied
        wished = draft.act in _WISHES
        if subject is None and is_turned(g, draft.clause.head, verb, draft.key, opposes=self.opposes):
            return  # `refused to delay the trial`
        if subject is None and draft.act is Act.FEEL and g.lemmas[verb] in stance_words().suffering:
            return  # `fears losing its ally`
        if subject is None and not wished:
            self._objects(verb, depth + 1)
        elif subject is None:
            self._wished(verb, depth)
        elif passive or not wished:
            suffers = draft.act is Act.FEEL and (passive or g.lemmas[verb] in stance_words().suffering)
            if not suffers or self._actor_at(subject) is None:
                self._named(subject, depth, actors=self.opposes and not suffers)
        else:
            self._asked(subject, verb)
            self._wished(verb, depth)

    def _wished(self, verb: int, depth: int) -> None:
        """Finds toward what it is to want something done: for somebody only by what is done for him."""
        g = self.g
        if is_turned(g, self.draft.clause.head, verb, self.draft.key, opposes=self.opposes):
            return
        known = len(self.actors)
        self._objects(verb, depth + 1)
        words = {g.lemmas[verb], g.with_particle(verb)}
        if not self.opposes and not words & (stance_words().favours | stance_words().dealing):
            bound = [at for at in self.actors[known:] if at in self.bound]
            self.actors[known:] = bound

    def _asked(self, who: int | None, verb: int | None) -> None:
        """Finds whom a wish is against: one who is to go; to be asked for something is no matter of its own."""
        if who is None or verb is None or not self.opposes:
            return
        leaves = {self.g.lemmas[verb], self.g.with_particle(verb)} & stance_words().failing
        if leaves and self.g.child(verb, "dobj") is None:
            self._named(who, 1)

    def _preposition(self, preposition: int, depth: int, leading: frozenset[str] = _OF_VERBS) -> None:
        g = self.g
        if g.lemmas[preposition] not in leading and not self.draft.key.endswith(f" {g.lemmas[preposition]}"):
            return
        noun = g.child(preposition, "pobj")
        if noun is not None:
            self._named(noun, depth + 1)
        gerund = g.child(preposition, "pcomp")
        if gerund is not None:
            self._wished(gerund, depth)

    # ---- what a noun names

    def _named(self, noun: int, depth: int, *, actors: bool = True) -> None:
        """Adds the actor or the matter that a noun names, with whose it is and what it is toward."""
        g = self.g
        if depth > _DEEPEST:
            return
        actor = self._actor_at(noun)
        if actor is not None and actor not in self.draft.holder:
            if actors:
                self.actors.append(actor)
            if self.mentions[actor].form is MentionForm.NAME:
                return
        self.matter.append(g.span(self._first(noun), noun))
        if actors:
            self._opposed_in(noun)
        self._prepositions_of_noun(noun, depth, actors=actors)
        owner = g.child(noun, "poss")
        if actors and self.opposes:  # whoever is for the end of Norway’s levy is not for Norway
            self._add(owner)

    def _prepositions_of_noun(self, noun: int, depth: int, *, actors: bool = True) -> None:
        g = self.g
        answers = self._answers(noun)
        if self._is_offer(noun):
            self._givers(noun)
            return
        for child in g.children[noun]:
            if child < noun:
                continue
            ends = noun != self.draft.clause.head  # `opposed the plan to scrap the levy`
            is_purpose = g.deps[child] == "acl" and g.tags[child] == "VB" and not g.has_mark(child, "that")
            if is_purpose and not (ends and undoes(g, child)):
                self._wished(child, depth)
            if g.deps[child] == "acl" and g.tags[child] == "VBN":
                self._agent(child)  # `the offer made by Norway`
                self._meant_for(child, depth)
            if g.deps[child] in ("acl", "ccomp") and g.has_mark(child, "that") and not answers:
                self._clause(noun, child, depth)  # `fears that Norway may sell it`
            if (
                g.deps[child] == "prep"
                and g.lemmas[child] == "with"
                and g.lemmas[noun] in stance_words().bonds
            ):
                self._bound_to(g.child(child, "pobj"))
            if g.deps[child] == "prep" and g.lemmas[child] == "by" and self.opposes:
                self._add(g.child(child, "pobj"))
            if g.deps[child] != "prep" or g.lemmas[child] not in _OF_NOUNS or answers:
                continue
            if is_only_acted_on(g, child, self.draft.act, opposes=self.opposes):
                continue
            below = g.child(child, "pobj")
            if below is not None:
                toward = _AGAINST if self.opposes else _FOR
                is_near = self.opposes or noun == self.draft.clause.head
                self._named(below, depth + 1, actors=actors and is_near and g.lemmas[child] in toward)
            gerund = g.child(child, "pcomp")
            if gerund is not None and not (ends and undoes(g, gerund)):
                self._wished(gerund, depth)

    def _prepositions_behind(self, noun: int) -> None:
        """Finds what a noun is toward, hung on the verb: `confirmed its hostility toward Norway`."""
        toward = {"against", "toward", "towards"} if self.opposes else {"for", "toward", "towards"}
        for token in self.draft.tokens:
            if token > noun and self.g.lemmas[token] in toward and self.g.heads[token] < noun:
                self._add(self.g.child(token, "pobj"))

    def _meant_for(self, verb: int, depth: int) -> None:
        """Finds what something is there for: `initiatives aimed at imposing sanctions`."""
        for child in self.g.children[verb]:
            gerund = self.g.child(child, "pcomp")
            if self.g.deps[child] == "prep" and self.g.lemmas[child] in ("at", "for") and gerund is not None:
                known = len(self.actors)
                self._wished(gerund, depth)
                del self.actors[known:]
