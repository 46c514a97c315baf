"""What the name of a body tells it to be, where nothing else does: `trade union`, `central bank`, `industry body`."""

from __future__ import annotations

import re

from briefgen.lexicons.actor_words import noun_sets
from briefgen.lexicons.countries import demonyms, fold_name, state_names
from briefgen.lexicons.mention_cues import campaigns, mention_cues
from briefgen.lexicons.resolving import resolving
from briefgen.model.actor import ActorKind
from briefgen.model.extraction import MentionForm
from briefgen.resolve.cast.discourse import Discourse
from briefgen.resolve.cast.entity import Entity

BANK = re.compile(
    r"(?:.+ )?(?:central|reserve) bank(?: of .+)?|(?:national )?bank of (.+)|(.+) national bank", re.I
)
"""What a bank is called that sets the rates, if a land is in its name or the text speaks of its governor."""

_WHOSE = re.compile(
    r" [A-Z]\w+s['’] (?:Association|Federation|Union|Group|Alliance|Society|League|Guild|Forum|Network)$"
)


def kind_by_name(discourse: Discourse, entity: Entity) -> str | None:
    """Returns what the name of a body tells it to be."""
    name, words = max(entity.names, key=len), resolving()
    parts = [re.sub(r"['’]s?$", "", part) for part in name.lower().split()]
    last = " ".join(parts[-2:])
    if len(parts) > 2 and last in words.bodies_by_name:
        return last
    if entity.kind is not ActorKind.ORGANISATION:
        return None
    if set(parts) & words.who_employs:
        return "employers’ association"
    front = parts[: parts.index("of")] if "of" in parts else parts
    if _is_central_bank(discourse, name):
        return "central bank"
    if _is_parliament(name):
        return "parliament"
    told = _by_words(parts) or _union(discourse, entity, parts, front) or _of_industry(parts, front)
    told = told or _by_end(front) or _of_whom(name)
    return told or _firm(parts) or ("campaign group" if campaigns(parts) else None)


def _union(discourse: Discourse, entity: Entity, parts: list[str], front: list[str]) -> str | None:
    words = resolving()
    if front[-1] not in words.union_heads or set(parts) & words.other_unions:
        return None
    workers = [part for part in parts if _one_of(part) in words.who_forms_unions]
    said = (discourse.mention(i) for i in entity.mentions)
    # `the union` said of it, where a party would be `the party`
    is_called_so = any(m.form is MentionForm.NOMINAL and m.text.lower() == "the union" for m in said)
    is_trade = len(workers) == 1 and _one_of(workers[0]) not in words.workers_of_any_trade
    if is_trade and workers[0].endswith(("s", "men")):
        return f"{workers[0]}’{'s' if workers[0].endswith('men') else ''} trade union"
    return "trade union" if workers or (is_called_so and front[-1] != "alliance") else None


def _of_whom(name: str) -> str | None:
    """Returns the last words of a name that tell whose it is: `traders’ association` of `Port Traders’ Association`."""
    match = _WHOSE.search(name)
    return match.group().strip().lower() if match is not None else None


def _by_end(front: list[str]) -> str | None:
    """Returns what the last words of a name tell: `hospital` of `Calder Medical Center`."""
    kinds = resolving().kinds_by_end
    if len(front) < 2 and front[-1] != "university":
        return None
    return kinds.get(" ".join(front[-2:])) or kinds.get(front[-1])


def _one_of(plural: str) -> str:
    return f"{plural[:-2]}an" if plural.endswith("men") else plural.removesuffix("s")


def _is_central_bank(discourse: Discourse, name: str) -> bool:
    """Whether a bank is a land's, or the text knows its governor: `Bank of Norway`, no `Bank of America`."""
    match = BANK.fullmatch(name)
    if match is None or name.lower() in resolving().banks_of_trade:
        return False
    return is_bank_of_land(name) or (bool(match[1] or match[2]) and _has_governor(discourse))


def is_bank_of_land(name: str) -> bool:
    """Whether the name of a bank that sets the rates tells whose: `Bank of Norway`, `Czech National Bank`."""
    match = BANK.fullmatch(name)
    land = fold_name((match[1] or match[2] or "") if match is not None else "")
    is_land = land in state_names() or land.removeprefix("the ") in state_names() or land in demonyms()
    return bool(land) and is_land and name.lower() not in resolving().banks_of_trade


def _has_governor(discourse: Discourse) -> bool:
    mentions = discourse.extraction.mentions
    return any(m.head.text.lower() == "governor" or m.text.startswith("Governor ") for m in mentions)


def _is_parliament(name: str) -> bool:
    words = resolving().parliaments
    return name.lower() in words or re.sub(r" of .+", "", name.lower()) in words


def _of_industry(parts: list[str], front: list[str]) -> str | None:
    """Returns `industry body` for one of those who make or sell something: `Steel Association`, `Hauliers’ Union`."""
    words, heads = resolving(), {front[-1], parts[-1]}
    is_public = bool(set(parts) & (noun_sets().public - {"union", "council"}))
    if len(parts) < 3 or is_public:
        return None
    told = {part.removesuffix("s") for part in parts} | set(parts)
    is_of_field = heads & words.industry_heads and told & words.industries
    is_of_makers = (
        heads & words.maker_heads and {part[:-1] for part in parts if part.endswith("s")} & words.makers
    )
    return "industry body" if is_of_field or is_of_makers else None


def _firm(parts: list[str]) -> str | None:
    """Returns what a firm is by the trade that its name ends in: `airline` of `Norse Airways`."""
    while len(parts) > 2 and parts[-1].rstrip(".") in mention_cues().firm_suffixes:
        parts = parts[:-1]  # `Halden Nickel Corp.`
    is_public = bool(set(parts) & noun_sets().public) or bool({"of", "for", "and"} & set(parts))
    return resolving().trades_of_firms.get(parts[-1]) if len(parts) > 1 and not is_public else None


def _by_words(parts: list[str]) -> str | None:
    """Returns what a word of the field and a head tell together: `police union` of `Ashgrove Police Federation`."""
    told = set(parts)
    kinds = resolving().kinds_by_words if len(parts) > 1 else ()
    return next((one.kind for one in kinds if told & one.words and told & one.heads), None)
