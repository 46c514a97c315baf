"""CSL-JSON, for Zotero, Pandoc and everything that uses Citation Style Language."""

from __future__ import annotations

import json
from typing import Any

from briefgen.model.brief import Brief
from briefgen.site.exports.citation import citation


def csl_item(brief: Brief) -> dict[str, Any]:
    """Returns one item after the schema csl-data.json 1.0."""
    cited = citation(brief)
    item: dict[str, Any] = {"id": cited.key, "type": "article-newspaper", "title": cited.title}
    if cited.authors:
        # `literal`: which word is the family name is not known of a name of the news.
        item["author"] = [{"literal": author} for author in cited.authors]
    if cited.publisher:
        item["container-title"] = cited.publisher
    if cited.date:
        item["issued"] = {"date-parts": [cited.date.parts]}
        if cited.date.approximate or cited.date_is_inferred:
            item["issued"]["circa"] = True
    if cited.url:
        item["URL"] = cited.url
    item["language"] = cited.language
    if cited.abstract:
        item["abstract"] = cited.abstract
    if cited.keywords:
        item["keyword"] = ", ".join(cited.keywords)
    if not cited.title_is_given:
        item["note"] = "Headline not known; the title is a working title."
    return item


def csl_json(brief: Brief) -> str:
    """Returns a list of one item, as reference managers read it."""
    return json.dumps([csl_item(brief)], ensure_ascii=False, indent=1) + "\n"
