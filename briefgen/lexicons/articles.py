"""Names that want `the` before them in running English."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.lexicons.countries import fold_name, state_names
from briefgen.model.actor import ActorKind

# Names that take an article in running English (`the United States`, `the European Union`).
_WITH_ARTICLE = re.compile(
    r"^(United |European |(?:Democratic )?Republic of )|"
    r"(Union|Nations|Council|Party|Ministry|Department|Agency|Government|Office|"
    r"Commission|Committee|Parliament|Congress|Senate|Assembly|Court|Bank|Federation|Republic|Kingdom|Army|"
    r"Navy|Administration|administration|White House|Kremlin|Pentagon|Vatican|Treasury|Guard|League|"
    r"Association|Organi[sz]ation|Alliance|Coalition|Front|Forum|Trust|Board|Authority|Institute|Fund|Service|"
    r"Democrats|Liberals|Conservatives|Socialists|Nationalists|Greens|"
    r"States|Islands|Emirates|Bahamas|Netherlands|Philippines|author)$"
)


@lru_cache(maxsize=4096)
def with_article(name: str, kind: ActorKind) -> str:
    """Returns the name with `the` before it where English wants it."""
    if name.startswith("The "):
        return f"the {name[4:]}" if name.endswith("author") else name
    # A body that bears no name but its kind (`military`, `administration`) is one that has been named before.
    unnamed = kind is ActorKind.ORGANISATION and name[:1].islower() and not name.startswith("the ")
    owner = re.match("(.+?)['’]s ", name)
    is_owned = owner is not None and fold_name(owner[1]) in state_names()
    if kind is not ActorKind.PERSON and not is_owned and (unnamed or _WITH_ARTICLE.search(name)):
        return f"the {name}"
    return name
