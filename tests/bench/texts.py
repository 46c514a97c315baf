"""Makes invented articles as text: seeded, so that the same seed gives the same texts everywhere.

Each has a dateline, direct, mixed and indirect quotes, pronouns, dates and numbers, about 600 words, and a
few names that no other article has, so that what a reader keeps of words it has seen grows as in life.
"""

from __future__ import annotations

import datetime
import random
from pathlib import Path

from tests.bench.synthetic import FAMILY, GIVEN, OUTLETS, STATES, TOPICS

_SYLLABLES = "ba|da|fen|gor|hal|jin|kem|lor|mar|nev|os|pel|ruk|sal|tor|ulv|vis|wen|yar|zim"
_ROLES = "minister of trade|mayor|union leader|analyst at the Harbour Institute|spokesman|professor of law"
_PLACES = "the capital|the port of Vell|a mill town|the northern district|the old customs house"
_TIMES = "on Monday|last week|on 3 March|in the spring|earlier this year|two days before the vote|by 2027"
_REASONS = "costs would rise|nobody had asked the towns|the numbers did not add up|winter was coming"
_FRAMES = (
    "“We will not accept the {topic} as it stands,” {name} said {time}.",
    "“The {topic} hurts those who have least,” said {name}, a {role}. “It must go.”",
    "{name} told reporters {time} that {state} would support the {topic} if talks resumed.",
    "{surname} said {reason}, and called the {topic} “a bill for the poor.”",
    "According to {name}, {state} has already decided to leave the agreement.",
    "The government of {state} rejected the {topic} {time}, saying {reason}.",
    "{state} and {other} signed a protocol in {place} {time}.",
    "Critics fear that the {topic} could cost {number} jobs in {place}.",
    "He did not reply to a request for comment.",
    "She added that the {topic} had been discussed with {other} for {number} days.",
    "“Nobody in {place} believes it any more,” {name} told the {outlet} by email.",
    "{name}, {role} of {state}, warned that {reason} unless {other} agreed to talks.",
    "The ministry declined to say whether {surname} had been told.",
    "In {year}, {state} promised {number} million for {place}, but little was paid.",
    "{surname} accused {other} of breaking the agreement of {year}.",
    "Prices rose by {number} percent, the statistics office said {time}.",
    "{state} will decide {time} whether to end the {topic}, two officials said.",
    "“If {other} signs, we sign,” {surname} said.",
)


def make_text(index: int, *, seed: int = 7, sentences: int = 42) -> tuple[str, str]:
    """Returns an invented article's day of publication and text; they depend on nothing but the arguments."""
    pick = random.Random(f"{seed}/text/{index}")  # noqa: S311 - invented text, not a secret
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=index % 1500)
    names = [f"{pick.choice(GIVEN)} {pick.choice(FAMILY)}" for _ in range(3)]
    names += [
        f"{pick.choice(GIVEN)} {''.join(pick.choices(_SYLLABLES.split('|'), k=3)).capitalize()}"
        for _ in range(3)
    ]
    states, topics = pick.sample(STATES, 3), [topic.lower() for topic in pick.sample(TOPICS, 2)]
    paragraphs = [
        f"{pick.choice(STATES).upper()} ({pick.choice(OUTLETS)}) -- {_sentence(pick, names, states, topics)}"
    ]
    for _ in range(sentences // 3):
        paragraphs.append(" ".join(_sentence(pick, names, states, topics) for _ in range(3)))
    return day.isoformat(), "\n\n".join(paragraphs) + "\n"


def write_sources(folder: Path, number: int, *, seed: int = 7, first: int = 0) -> None:
    """Writes invented articles with front matter into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(first, first + number):
        day, text = make_text(index, seed=seed)
        outlet = OUTLETS[index % len(OUTLETS)]
        head = f"---\ntitle: Article {index}\npublisher: {outlet}\npublished: {day}\n---\n"
        (folder / f"{day}-article-{index:06d}.md").write_text(head + text, encoding="utf-8")


def _sentence(pick: random.Random, names: list[str], states: list[str], topics: list[str]) -> str:
    name = pick.choice(names)
    state, other = pick.sample(states, 2)
    return pick.choice(_FRAMES).format(
        name=name,
        surname=name.split(" ")[1],
        state=state,
        other=other,
        topic=pick.choice(topics),
        role=pick.choice(_ROLES.split("|")),
        place=pick.choice(_PLACES.split("|")),
        time=pick.choice(_TIMES.split("|")),
        reason=pick.choice(_REASONS.split("|")),
        outlet=pick.choice(OUTLETS),
        number=pick.randint(2, 90),
        year=pick.randint(2008, 2024),
    )
