"""Makes a corpus of invented briefs: seeded, so that the same seed gives the same briefs everywhere."""

from __future__ import annotations

import datetime
import hashlib
import random

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.article import ArticleHead, PublishedBasis
from briefgen.model.brief import Brief, Generator, KeyPoint
from briefgen.model.evidence import Evidence
from briefgen.model.ids import content_id, distinct, slug
from briefgen.model.position import Act, Basis, Certainty, Position, Salience, Stance
from briefgen.model.quote import Quote, QuoteForm, Speaker
from briefgen.model.registry import Registry, RegistryTopic
from briefgen.model.timex import BriefDate, DateEvent, Timex3, TimexType
from briefgen.model.topic import BriefTopic

_GIVEN = "Ada Ben Cora Dan Eva Finn Greta Hugo Ines Jon Kari Leo Mona Nils Olga Per Rita Sven Tora Ulf"
GIVEN = _GIVEN.split(" ")
_FAMILY = (
    "Aas Berg Carlsen Dahl Eide Foss Gran Holm Iversen Juul Krog Lund Moe Nord Olsen Pihl Ruud "
    "Sand Thune Vik Wold Ytre Zahl Brandt Keller Moreau Rossi Novak Silva Santos"
)
FAMILY = _FAMILY.split(" ")
STATES = ["Norland", "Sudmark", "Estia", "Westria", "Midania", "Karvia", "Lorland", "Tavia"]
OUTLETS = ["Example Wire", "Daily Harbour", "Northern Post", "The Ledger", "Radio Estia", "Market Letter"]
_TOPICS = (
    "Carbon levy, Fish quotas, Rail strike, School meals, River dam, Grain tariffs, Data tax, "
    "Hospital merger, Border posts, Coal exit, Rent cap, Harbour fees, Vaccine orders, Arms "
    "sales, Language law, Wage floor"
)
TOPICS = _TOPICS.split(", ")
_WORDS = (
    "the plan would cost more than ministers said and could fail if talks stall before winter "
    "while partners warn that delay helps nobody although voters want relief now because prices "
    "rose again this spring in towns where jobs depend on trade with neighbours who refuse to "
    "sign until courts decide how rules apply"
)
WORDS = _WORDS.split(" ")
_SYLLABLES = [a + b for a in "bdfgklmnprstv" for b in "aeio"][::2]
VOCABULARY = WORDS + [a + b + c for a in _SYLLABLES for b in _SYLLABLES[::2] for c in _SYLLABLES[::2]]


def make_briefs(number: int, *, seed: int = 7) -> tuple[Brief, ...]:
    """Returns `number` invented briefs of about the size of a real one."""
    return tuple(make_brief(index, seed=seed, corpus_size=number) for index in range(number))


def make_registry() -> Registry:
    """Returns a registry that knows the invented topics."""
    return Registry(topics=tuple(RegistryTopic(id=slug(name), name=name) for name in TOPICS))


def make_brief(index: int, *, seed: int = 7, corpus_size: int = 1000) -> Brief:
    """Returns one invented brief; it depends on nothing but its arguments."""
    pick = random.Random(f"{seed}/{index}")  # noqa: S311  invented text, not a secret
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=(index * 1500) // max(corpus_size, 1))
    outlet = pick.choice(OUTLETS)
    people = pick.sample([f"{g} {f}" for g in GIVEN for f in FAMILY], 5)
    actors = [(name, ActorKind.PERSON) for name in people]
    actors += [(name, ActorKind.STATE) for name in pick.sample(STATES, 3)]
    actors.append((f"{pick.choice(STATES)} Ministry of Trade", ActorKind.ORGANISATION))
    topics = pick.sample(TOPICS, 4)
    place = 0

    def evidence(text: str) -> Evidence:
        nonlocal place
        start, place = place, place + len(text) + 2
        return Evidence(text=text, span=(start, start + len(text)))

    quotes = tuple(_quote(pick, actors, topics, evidence, day) for _ in range(6))
    quotes = tuple(
        quote.model_copy(update={"id": id})
        for quote, id in zip(quotes, distinct(quote.id for quote in quotes), strict=True)
    )
    positions = [_position(pick, actors, topics, evidence, day, number) for number in range(18)]
    ids = distinct(position.id for position in positions)
    positions = [p.model_copy(update={"id": id}) for p, id in zip(positions, ids, strict=True)]
    dates = tuple(_date(pick, evidence, day, number) for number in range(6))
    dates = tuple(
        date.model_copy(update={"id": id})
        for date, id in zip(dates, distinct(date.id for date in dates), strict=True)
    )
    id = f"{day.isoformat()}-{slug(outlet)}-{index:05d}"
    return Brief(
        id=id,
        article=ArticleHead(
            id=id,
            title=f"{topics[0]}: {_sentence(pick, 7)}".rstrip("."),
            publisher=outlet,
            url=f"https://news.example/{index}",
            published=day.isoformat(),
            published_basis=PublishedBasis.GIVEN,
            words=600,
            text_sha256=hashlib.sha256(id.encode()).hexdigest(),
        ),
        generator=Generator(briefgen="0", extractor="synthetic", model="none"),
        key_points=tuple(
            KeyPoint(text=f"According to {actors[0][0]}, {p.claim}", rests_on=(p.id,)) for p in positions[:4]
        ),
        actors=tuple(
            Actor(
                id=slug(name),
                name=name,
                kind=kind,
                role="minister of trade" if kind is ActorKind.PERSON else None,
                mentions=(evidence(name),),
            )
            for name, kind in actors
        ),
        quotes=quotes,
        positions=tuple(positions),
        dates=dates,
        topics=tuple(BriefTopic(id=slug(name), name=name, weight=0.25) for name in topics),
    )


def _sentence(pick: random.Random, words: int) -> str:
    # Few words are frequent and many are rare, as in real text: lookups by word behave as they would there.
    chosen = [VOCABULARY[int(len(VOCABULARY) * pick.random() ** 3)] for _ in range(words)]
    return " ".join(chosen).capitalize() + "."


def _quote(pick, actors, topics, evidence, day):  # type: ignore[no-untyped-def]
    name, _ = pick.choice(actors)
    form = pick.choice(list(QuoteForm))
    content = evidence(_sentence(pick, pick.randint(6, 24)))
    speaker = evidence(name)
    return Quote(
        id=content_id("q", content.text),
        form=form,
        speaker=Speaker(actor=slug(name), text=speaker.text, span=speaker.span),
        cue=evidence("said"),
        content=(content,),
        said=day.isoformat(),
        topics=(slug(pick.choice(topics)),),
    )


def _position(pick, actors, topics, evidence, day, number):  # type: ignore[no-untyped-def]
    name, _ = pick.choice(actors)
    basis = pick.choice(list(Basis))
    claim = _sentence(pick, pick.randint(7, 16))
    words = evidence(_sentence(pick, pick.randint(10, 22)))
    other = pick.choice(actors)[0]
    return Position(
        id=content_id("p", words.text, str(number)),
        holder=(slug(name),),
        act=pick.choice(list(Act)),
        basis=basis,
        stance=pick.choice(list(Stance)),
        target=slug(pick.choice(actors)[0]),
        topic=slug(pick.choice(topics)),
        claim=claim,
        asserted_by=(slug(other),) if basis in (Basis.RELAYED, Basis.IMPUTED) else (),
        certainty=pick.choice(list(Certainty)),
        when=day.isoformat(),
        salience=Salience.CORE if number < 10 else Salience.SECONDARY,
        evidence=(words,),
    )


def _date(pick, evidence, day, number):  # type: ignore[no-untyped-def]
    first = day + datetime.timedelta(days=pick.randint(-400, 60))
    last = first + datetime.timedelta(days=pick.choice([0, 0, 6, 30]))
    words = evidence(pick.choice(["on Friday", "last month", "in spring", "next week"]))
    event = _sentence(pick, 9)
    start = words.start
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return BriefDate(
        id=content_id("d", words.text, str(number)),
        text=words.text,
        span=words.span,
        timex3=Timex3(type=TimexType.DATE, value=first.isoformat(), anchor="published"),
        edtf=edtf,
        earliest=first.isoformat(),
        latest=last.isoformat(),
        event=DateEvent(text=event, span=(start, start + len(event))),
    )
