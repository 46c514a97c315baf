"""Three to five sentences that a one-minute reader gets, each with its attribution kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefgen.lexicons.function_words import function_words
from briefgen.model.actor import Actor, ActorKind
from briefgen.model.brief import KeyPoint
from briefgen.model.position import Act, Basis, Certainty, Position, Salience, Stance
from briefgen.resolve.actors import Cast
from briefgen.resolve.claim_words import within_sentence

_MOST = 5
_LONGEST = 30
"""Words of a claim; a longer one is no key point."""
_SHORTEST = 5
_ROLE_WORDS = 9
_EARLY = 3
"""News puts first what matters most."""
_SPEECH_ACTS = frozenset(
    {Act.PLEDGE, Act.OFFER, Act.AGREE, Act.PRAISE, Act.REJECT, Act.ACCUSE, Act.THREATEN, Act.DEMAND}
    | {Act.ORDER, Act.RECOMMEND, Act.DECIDE}
)
_OWN_ACTS = frozenset({Act.INTEND, Act.BELIEVE, Act.FEEL, Act.WITHHOLD, Act.SIGNAL})
"""What one wants, believes or does is told well enough with oneself for the subject."""
_COMMITTING = frozenset({Act.PLEDGE, Act.THREATEN, Act.DEMAND, Act.REJECT, Act.OFFER, Act.ACCUSE})
_OF_OTHERS = frozenset({Act.PRAISE, Act.ACCUSE, Act.DEMAND, Act.ORDER, Act.RECOMMEND})
"""What one says of the world beside oneself: `it has to cut wages` tells it as a fact once `Norway says` is gone."""
_TELLING_WORD = (
    r"(?:express|voice|doubt|think|believe|fear|hope|interpret|describ|characteri|call|refer|said|say|"
    r"warn|question|view|stress|emphasi|note|expect|made clear|declar)"
)
_TELLING = re.compile(r"^[^,]{0,60}?\b" + _TELLING_WORD)
_SUBJECT = re.compile(r"^(?:i|we|he|she|it|they)\b(?!['’])", re.I)
_OWN_PRONOUN = re.compile(r"^(?:he|she|it|they|his|her|its|their)\b", re.I)
_GENITIVE = re.compile(r"['’]s?$")
_POSSESSIVE = re.compile(r"^['’]s?(?= )")
_WORD_GOES_ON = re.compile(r"['’\w]")
_OBJECT_PRONOUN = re.compile(r"\b(?:him|her|them)\b", re.I)
_UNRESOLVED = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|which|who|we|you|his|her|its|their|our)\b", re.I
)


def choose_key_points(positions: tuple[Position, ...], cast: Cast) -> tuple[KeyPoint, ...]:
    """Returns the key points made from the strongest core positions, spread over holders and topics."""
    actors = cast.by_id
    left = [p for p in positions if _is_fit(p, actors)]
    early = {p.id for p in sorted(positions, key=lambda p: p.evidence[0].start)[:_EARLY]}
    chosen: list[Position] = []
    while left and len(chosen) < _MOST:
        best = max(
            left, key=lambda p: (_worth(p, chosen, actors) + 0.6 * (p.id in early), -p.evidence[0].start)
        )
        chosen.append(best)
        left.remove(best)
    chosen.sort(key=lambda p: p.evidence[0].span)
    writer = _Writer(actors)
    return tuple(KeyPoint(text=writer.write(position), rests_on=(position.id,)) for position in chosen)


def _is_fit(position: Position, actors: dict[str, Actor]) -> bool:
    """Whether a position can stand alone: core, held by known actors, whole and short."""
    words = position.claim.split()
    return (
        position.salience is Salience.CORE
        and bool(position.holder)
        and all(h in actors for h in position.holder)
        and all(a in actors for a in position.asserted_by)
        and (position.basis not in (Basis.RELAYED, Basis.IMPUTED) or bool(position.asserted_by))
        and _SHORTEST <= len(words) <= _LONGEST
        and not _UNRESOLVED.match(position.claim)
        and not position.claim.endswith("?")
    )


def _worth(position: Position, chosen: list[Position], actors: dict[str, Actor]) -> float:
    """Returns how much a position adds to those already chosen: holders and topics are spread."""
    held = sum(set(position.holder) == set(p.holder) for p in chosen)
    told = sum(_tellers(position) == _tellers(p) for p in chosen)
    topic = sum(position.topic == p.topic for p in chosen)
    worth = 3.0 - 1.6 * held - 1.0 * told - 1.0 * topic
    worth += min(2.0, 0.12 * max(len(actors[h].mentions) for h in position.holder))
    worth += 0.5 * (len(position.evidence) > 1) + 0.4 * bool(position.quotes)
    worth += 0.6 * (position.stance.value in ("support", "oppose", "conditional"))
    worth -= 0.8 * (position.stance is Stance.NONE and position.act in (Act.ASSESS, Act.INFORM, Act.WITHHOLD))
    worth -= 0.6 * (position.certainty is Certainty.POSSIBLE and position.stance is Stance.NONE)
    worth -= 0.5 * (position.act in (Act.FEEL, Act.INTEND) and position.basis is Basis.NARRATED)
    worth += 0.5 * (position.act in _COMMITTING and position.basis is Basis.STATED)
    worth += 0.4 * (position.basis is Basis.STATED) + 0.3 * (position.topic is not None)
    worth -= 0.6 * _points_back(position, actors) + 0.4 * position.claim.startswith("“")
    return worth - 0.02 * max(0, len(position.claim.split()) - 20)


def _points_back(position: Position, actors: dict[str, Actor]) -> bool:
    """Whether `him` or `them` means somebody whom the claim does not name; it costs, it does not exclude."""
    match = _OBJECT_PRONOUN.search(position.claim)
    if match is None:
        return False
    before = position.claim[: match.start()]
    others = (actor for actor in actors.values() if actor.id not in position.holder)
    return not any(name in before for actor in others for name in (actor.name, *actor.aliases))


def _tellers(position: Position) -> tuple[str, ...]:
    return position.asserted_by or position.holder


@dataclass
class _Writer:
    """Words the key points of one article; a role is told once."""

    actors: dict[str, Actor]
    introduced: set[str] = field(default_factory=set)

    def write(self, position: Position) -> str:
        """Returns the claim with who says so, unless the claim tells that itself."""
        claim = position.claim
        if position.asserted_by:
            sources = position.asserted_by
        elif position.basis is Basis.STATED:
            sources = position.holder
        else:
            return claim
        if not position.asserted_by and self._tells(position):
            return claim
        relay = tuple(r for r in position.relayed_by if r in self.actors and r not in sources)
        told = f", as told by {self._named(relay)}" if relay else ""
        lowered = self._by_pronoun(position) or self._lowered(position)
        if not claim.startswith("“"):
            lowered = re.sub(r"\b(our|ours|we|us)\b", r"“\1”", lowered)
        return f"According to {self._named(sources)}{told}, {lowered}"

    def _tells(self, position: Position) -> bool:
        """Whether the claim itself says who says or thinks it: `Norway vowed to …`, `she doubts …`."""
        claim = position.claim.lower().removeprefix("the ")
        rest = None
        for teller in (*position.holder, *position.relayed_by):
            for name in sorted(
                _names(self.actors[teller]) if teller in self.actors else (), key=len, reverse=True
            ):
                called = name.lower().removeprefix("the ")
                if rest is None and claim.startswith(called) and not _WORD_GOES_ON.match(claim, len(called)):
                    rest = claim[len(called) :]
        own = position.holder_text
        inside = own is not None and any(e.start <= own.start and own.end <= e.end for e in position.evidence)
        if position.act in _SPEECH_ACTS and (
            inside or (rest is not None and not _has_lost_its_frame(position))
        ):
            return True
        if rest is not None and (_TELLING.search(rest) or position.relayed_by):
            return True
        if rest is not None and position.act in _OWN_ACTS and not rest.startswith((" and ", ",")):
            return True
        return any(
            self.actors[h].name in position.claim
            and re.search(re.escape(self.actors[h].name) + r"(?: \w+){0,3}? " + _TELLING_WORD, position.claim)
            for h in position.holder
            if h in self.actors
        )

    def _by_pronoun(self, position: Position) -> str | None:
        """Returns the claim with the pronoun that the article has for its speaker: `According to Norway, it …`."""
        own = _OWN_PRONOUN.match(position.evidence[0].text)
        if own is None or position.asserted_by:
            return None
        named = (name for h in position.holder if h in self.actors for name in _names(self.actors[h]))
        for name in sorted(named, key=len, reverse=True):
            if position.claim.startswith(name):
                rest = _POSSESSIVE.sub("", position.claim[len(name) :])
                said = position.evidence[0].text[own.end() :]
                return own[0].lower() + rest if rest.split()[:1] == said.split()[:1] else None
        return None

    def _lowered(self, position: Position) -> str:
        """Returns the claim as it goes on after a comma: a small letter unless a name begins it."""
        claim = position.claim
        if (
            position.evidence[0].text[:1].islower()
            and position.evidence[0].text[:3].lower() == claim[:3].lower()
        ):
            return claim[:1].lower() + claim[1:]
        first = claim.split(" ", 1)[0]
        named = any(first in name.split() for actor in self.actors.values() for name in _names(actor))
        if first.endswith("ing") and not named:
            return claim[:1].lower() + claim[1:]
        return within_sentence(claim)

    def _named(self, sources: tuple[str, ...]) -> str:
        names = []
        for source in sources:
            actor = self.actors[source]
            role = None if source in self.introduced or len(sources) > 1 else _short_role(actor)
            self.introduced.add(source)
            names.append(f"{actor.name}, {role}" if role else _plain(actor))
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _has_lost_its_frame(position: Position) -> bool:
    """Whether the words are what somebody says, without that he says it, about more than his own will."""
    return position.act in _OF_OTHERS and _SUBJECT.match(position.evidence[0].text) is not None


def _names(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases, *(mention.text for mention in actor.mentions))


def _plain(actor: Actor) -> str:
    """Returns the name as running text has it: groups in small letters, `the` where English wants it."""
    if actor.kind is ActorKind.GROUP:
        small = any(m.text[:1].islower() and m.text.lower() == actor.name.lower() for m in actor.mentions)
        return actor.name[:1].lower() + actor.name[1:] if small else within_sentence(actor.name)
    words = actor.name.split()
    first, last = words[0].lower(), words[-1].lower()
    common = words[0][:1].islower() or words[-1].islower()  # `trade ministry`, `Iraqi doctor`
    owned = common and words[0][:1].isupper() and _GENITIVE.search(words[0])  # `Ireland’s largest union`
    if owned or first in function_words().openers.words:
        return within_sentence(actor.name)
    # `the Trade Ministry`, `the Ministry of Trade`
    wants = common or bool({first, last} & function_words().takes_the.words)
    return f"the {actor.name}" if wants else actor.name


def _short_role(actor: Actor) -> str | None:
    """Returns a person's role in few words: cut before a preposition where it is long."""
    if actor.kind is not ActorKind.PERSON or not actor.role:
        return None
    words = actor.office.split()
    if len(words) > _ROLE_WORDS:
        small = ("of", "for", "on", "at", "in", "and")
        cut = max((i for i, word in enumerate(words[:_ROLE_WORDS]) if word in small), default=0)
        if cut < 2:
            return None
        words = words[:cut]
    role = " ".join(words)
    return None if role.lower() in actor.name.lower() or len(words) < 2 else within_sentence(role)
