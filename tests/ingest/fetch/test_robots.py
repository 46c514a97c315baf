from __future__ import annotations

import time

import pytest

from briefgen.ingest.fetch.robots import RobotsRules

AGENT = "briefgen (+https://example.org)"


@pytest.mark.parametrize(
    ("text", "path", "is_allowed"),
    [
        ("", "/x", True),
        ("User-agent: *\nDisallow: /", "/x", False),
        ("User-agent: *\nDisallow:", "/x", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", False),
        ("User-agent: *\nDisallow: /\nUser-agent: briefgen\nDisallow: /x", "/y", True),
        ("User-agent: other\nUser-agent: BriefGen\nDisallow: /x", "/x", False),
        ("User-agent: other\nDisallow: /", "/x", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*c", "/abbbc/d", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
        ("Disallow: /\nnonsense", "/x", True),
        ("user-agent : * # all\ndisallow : /x # this", "/x", False),
    ],
)
def test_rules(text: str, path: str, is_allowed: bool) -> None:
    assert RobotsRules.parse(text.encode()).allows(AGENT, path) is is_allowed


def test_no_rule_can_make_the_search_long() -> None:
    rules = RobotsRules.parse(b"User-agent: *\nDisallow: /" + b"a*" * 500 + b"b$")
    start = time.process_time()
    assert rules.allows(AGENT, "/" + "a" * 20_000)
    assert time.process_time() - start < 10  # going back and forth it would not end at all
