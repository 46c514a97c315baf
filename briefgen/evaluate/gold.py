"""Gold: articles annotated by hand, one YAML file each, with the text beside it or in the sources.

A gold file has the keys of a brief, with `start` and `end` for spans, and `accept_*` where a reading is open.
Notes in it are for people and are passed over.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from briefgen.errors import Place, YamlError
from briefgen.model.evidence import Span


class GoldModel(BaseModel):
    """A part of a gold file: frozen; keys that only people read are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


def _as_tuple(value: Any) -> Any:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, list | tuple) else (value,)


class GoldSpan(GoldModel):
    """Exact words of the article."""

    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place of the words."""
        return self.start, self.end


class GoldActor(GoldModel):
    """Somebody who speaks or holds a position."""

    id: str
    name: str
    type: str = "person"
    role: str | None = None
    also: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


class GoldQuote(GoldSpan):
    """Words between quotation marks and who says them."""

    type: str = "direct"
    speaker: str | None = None
    accept_speaker: tuple[str, ...] = ()

    _accept = field_validator("accept_speaker", mode="before")(_as_tuple)


class GoldDate(GoldSpan):
    """A time expression."""

    value: str | None = None
    accept: tuple[str, ...] = ()
    optional: bool = False

    _accept = field_validator("accept", mode="before")(_as_tuple)

    @field_validator("value", mode="before")
    @classmethod
    def _value(cls, value: Any) -> Any:
        return None if value is None else str(value)


class GoldAttribution(GoldModel):
    """On whose word a position stands."""

    asserted_by: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()

    _tuples = field_validator("asserted_by", "relayed_by", mode="before")(_as_tuple)


class GoldPosition(GoldModel):
    """A position."""

    id: str
    holder: tuple[str, ...] = ()
    accept_holder: tuple[str, ...] = ()
    basis: str
    accept_basis: tuple[str, ...] = ()
    act: str | None = None
    stance: str
    accept_stance: tuple[str, ...] = ()
    proposition: str = ""
    salience: str = "secondary"
    attribution: GoldAttribution = GoldAttribution()
    evidence: tuple[GoldSpan, ...]

    _tuples = field_validator("holder", "accept_holder", "accept_basis", "accept_stance", mode="before")(
        _as_tuple
    )


class GoldBrief(GoldModel):
    """The annotation of one article."""

    doc: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    sha256: str | None = None
    actors: tuple[GoldActor, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    positions: tuple[GoldPosition, ...] = ()
    text: str = Field(default="", repr=False)
    """The article's text, put in by `load_gold`."""


def load_gold(folder: Path, texts_by_sha256: dict[str, str]) -> list[GoldBrief]:
    """Returns the gold of a folder by file name; a text is `<doc>.txt` beside it, or known by its hash.

    Raises YamlError where a file does not fit, its text is missing, or a span does not hold in it.
    """
    out = []
    for path in sorted(folder.glob("*.yml")):
        place = Place(path=path)
        try:
            gold = GoldBrief.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except (ValidationError, yaml.YAMLError) as error:
            raise YamlError(
                f"not a gold file: {error}", place=place, todo="See docs/dev/annotation.md."
            ) from error
        beside = path.with_suffix(".txt")
        text = (
            beside.read_text(encoding="utf-8") if beside.exists() else texts_by_sha256.get(gold.sha256 or "")
        )
        if text is None:
            raise YamlError(
                "the text of this gold is neither beside it nor in the sources",
                place=place,
                todo=f"Add {beside.name}.",
            )
        for item in (*gold.quotes, *gold.dates, *(e for p in gold.positions for e in p.evidence)):
            if text[item.start : item.end] != item.text:
                raise YamlError(
                    f"{item.text[:40]!r} does not stand at [{item.start}, {item.end})",
                    place=place,
                    todo="Mend start and end.",
                )
        out.append(gold.model_copy(update={"text": text}))
    return out
