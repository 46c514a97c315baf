"""TIMEX3 mod from the words around a value: early, late, about, more than, at least …"""

from __future__ import annotations

from briefgen.extract.timex.found import Found

_LEAST = frozenset({"least"})
_MOST = frozenset({"most", "up"})


def read_mod(found: Found, group: str = "mod") -> str | None:
    """Returns the mod that the words of a group say; None where they say none."""
    words = found.words(group)
    if not words:
        return None
    for name in ("EARLYLATE", "EARLIER", "APPROX"):
        value = found.text_value(group, name)
        if value is not None and not {"more", "less", "no"} & set(words):
            return value
    if words[-1] == "over":
        return "MORE_THAN"
    if _LEAST & set(words):
        return "EQUAL_OR_MORE"
    if _MOST & set(words):
        return "EQUAL_OR_LESS"
    negated = "no" in words or "not" in words
    if "more" in words or "longer" in words:
        return "EQUAL_OR_LESS" if negated else "MORE_THAN"
    if "less" in words or "fewer" in words:
        return "EQUAL_OR_MORE" if negated else "LESS_THAN"
    return next((mod for mod, parts in found.grammar.parts.items() if parts & set(words)), None)
