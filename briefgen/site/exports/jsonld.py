"""JSON-LD: what search engines and reference tools read from a brief's page.

A brief judges nothing, so it is no ClaimReview: it is an Article based on a news article, with Quotations.
"""

from __future__ import annotations

import json
from typing import Any

from briefgen.corpus.spoken import spoken_quotes
from briefgen.model.actor import Actor, ActorKind
from briefgen.model.brief import Brief
from briefgen.model.quote import Quote
from briefgen.site.exports.address import Address, actor_path, brief_path, topic_path
from briefgen.site.exports.citation import Citation, citation
from briefgen.site.exports.plain import one_line

_TYPES = {
    ActorKind.PERSON: "Person",
    ActorKind.STATE: "Country",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.MEDIA: "NewsMediaOrganization",
    ActorKind.GROUP: "Organization",
}


def json_ld(brief: Brief, address: Address) -> str:
    """Returns the data block, safe inside a `<script type="application/ld+json">` element."""
    return embedded(brief_node(brief, address))


def embedded(data: dict[str, Any]) -> str:
    """Returns data as JSON without any character that HTML could read as markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def brief_node(brief: Brief, address: Address) -> dict[str, Any]:
    """Returns a brief as a schema.org Article: based on the original, mentioning actors, holding quotations."""
    cited = citation(brief)
    here = brief_path(brief.id)
    node: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address.link(here, seen_from=here),
        "headline": cited.title,
        "inLanguage": cited.language,
        "isBasedOn": _original(cited),
    }
    if cited.abstract:
        node["abstract"] = cited.abstract
    if brief.topics:
        node["about"] = [
            {
                "@type": "Thing",
                "name": one_line(topic.name),
                "url": _link(address, topic_path(topic.id), here),
            }
            for topic in brief.topics
        ]
    if brief.actors:
        node["mentions"] = [actor_node(actor, address, here) for actor in brief.actors]
    if spoken := spoken_quotes(brief):
        node["hasPart"] = [_quotation(at.quote, address, here) for at in spoken]
    return node


def actor_node(actor: Actor, address: Address, here: str) -> dict[str, Any]:
    """Returns an actor as Person, Organization, NewsMediaOrganization or Country."""
    node = {"@type": _TYPES[actor.kind], "@id": _link(address, actor_path(actor.id), here)}
    node["name"] = one_line(actor.name)
    if actor.role and actor.kind is ActorKind.PERSON:
        node["jobTitle"] = one_line(actor.role)
    return node


def _original(cited: Citation) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "NewsArticle", "headline": cited.title}
    if cited.url:
        node["url"] = cited.url
    if cited.publisher:
        node["publisher"] = {"@type": "Organization", "name": cited.publisher}
    if cited.authors:
        node["author"] = [{"@type": "Person", "name": author} for author in cited.authors]
    if cited.date and not cited.date.approximate:
        node["datePublished"] = "-".join(f"{part:02d}" for part in cited.date.parts)
    return node


def _quotation(quote: Quote, address: Address, here: str) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "Quotation",
        "@id": _link(address, f"{here}#{quote.id}", here),
        "text": " … ".join(piece.text for piece in quote.content),
    }
    speakers = [{"@id": _link(address, actor_path(id), here)} for id in _speakers(quote)]
    if speakers:
        node["creator"] = speakers if len(speakers) > 1 else speakers[0]
    return node


def _speakers(quote: Quote) -> tuple[str, ...]:
    return quote.speaker.actors if quote.speaker else ()


def _link(address: Address, path: str, here: str) -> str:
    return address.link(path, seen_from=here)
