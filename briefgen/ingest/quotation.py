"""Finds paragraphs whose quotation marks do not pair, to warn of them."""

from __future__ import annotations

import re

from briefgen.model.article import Article

_PARAGRAPH = re.compile(r"[^\n]+")


def unbalanced_paragraphs(article: Article) -> tuple[int, ...]:
    """Returns where the paragraphs begin whose double quotation marks do not pair.

    A quotation that runs over several paragraphs opens each and closes only the last: that is no fault.
    """
    found = []
    carried = False
    paragraphs = list(_PARAGRAPH.finditer(article.flowing))
    for index, match in enumerate(paragraphs):
        words = match.group().strip()
        if not words:
            continue
        depth, fault = 0, False
        for char in words:
            if char == "“":
                fault |= depth > 0
                depth = 1
            elif char == "”":
                fault |= depth == 0
                depth = 0
        straight = words.count('"')
        following = next((p.group().strip() for p in paragraphs[index + 1 :] if p.group().strip()), "")
        continues = bool(following) and following[0] in '“"'
        if depth == 1:
            fault |= not continues
        if straight % 2:
            fault |= not continues and not carried
        carried = (straight % 2 == 1) and continues
        if fault:
            found.append(match.start())
    return tuple(found)
