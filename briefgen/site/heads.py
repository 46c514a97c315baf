"""What the head of a page tells machines: feeds, linked data and cards for social networks.

Nothing here runs, and nothing is fetched.
"""

from __future__ import annotations

from markupsafe import Markup

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.model.brief import Brief
from briefgen.site import card_image
from briefgen.site.cards import text
from briefgen.site.exports.address import Address
from briefgen.site.exports.citation import cited_date, headline
from briefgen.site.exports.jsonld import json_ld
from briefgen.site.exports.plain import one_line, shortened
from briefgen.site.page import SitePage

DESCRIPTION_LENGTH = 200

_FEEDS = (("application/atom+xml", "feed.xml"), ("application/feed+json", "feed.json"))


def write_social(page: SitePage, corpus: Corpus, settings: SiteSettings) -> Markup:
    """Returns Open Graph tags; addresses only where the site knows its own, as the protocol wants whole ones."""
    brief = corpus.by_id.get(page.about or "") if page.kind == "brief" else None
    title = headline(brief) if brief else page.title
    about = brief.key_points[0].text if brief and brief.key_points else page.description
    tags = [
        ("og:type", "article" if brief else "website"),
        ("og:title", shortened(title, DESCRIPTION_LENGTH)),
        ("og:site_name", one_line(settings.title)),
        ("og:description", shortened(about or settings.description, DESCRIPTION_LENGTH)),
    ]
    if settings.url:
        address = Address(settings.url)
        tags += [
            ("og:url", address.link(page.path)),
            ("og:image", address.link(card_image.PATH)),
            ("og:image:width", str(card_image.WIDTH)),
            ("og:image:height", str(card_image.HEIGHT)),
            ("og:image:alt", f"The name of the site: {one_line(settings.title)}"),
        ]
    if brief and (date := cited_date(brief.article.published)) and len(date.parts) == 3:
        tags.append(("article:published_time", "-".join(f"{part:02d}" for part in date.parts)))
    return Markup(  # noqa: S704  every value has passed through `text`
        "".join([f'<meta property="{name}" content="{text(value)}">' for name, value in tags if value])
    )


def write_feed_links(page: SitePage, corpus: Corpus, settings: SiteSettings) -> Markup:
    """Returns links to the feeds of the page's matter; those of the whole site on all other pages."""
    own = page.path if page.kind in ("actor", "topic") and page.about and "/page/" not in page.path else ""
    name = text(f"{page.title} · {settings.title}" if own else settings.title)
    return Markup(  # noqa: S704  the same
        "".join(
            [
                f'<link rel="alternate" type="{kind}" href="{text(page.links.to(own + file))}" title="{name}">'
                for kind, file in _FEEDS
            ]
        )
    )


def write_linked_data(page: SitePage, corpus: Corpus, settings: SiteSettings) -> Markup:
    """Returns the JSON-LD of a brief."""
    brief = _brief(page, corpus)
    if brief is None:
        return Markup("")
    data = json_ld(brief, Address(settings.url))
    # json_ld writes <, > and & as \\u escapes, so that nothing in it can end the element.
    return Markup(f'<script type="application/ld+json">{data}</script>')  # noqa: S704


def _brief(page: SitePage, corpus: Corpus) -> Brief | None:
    return corpus.by_id.get(page.about or "") if page.kind == "brief" else None
