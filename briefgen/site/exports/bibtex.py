"""BibTeX, for LaTeX and reference managers."""

from __future__ import annotations

import re

from briefgen.model.brief import Brief
from briefgen.site.exports.citation import Citation, citation

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # Not \{ and \}: BibTeX counts braces without heeding backslashes, and one would end the field.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "%": r"\%",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def bibtex(brief: Brief) -> str:
    """Returns one entry: `@article` of the outlet, `@misc` where the outlet is not known."""
    cited = citation(brief)
    fields = [
        ("title", "{{" + latex(cited.title) + "}}"),
        # Each name in braces: names of the news are not split into given and family names by guess.
        ("author", "{" + " and ".join("{" + latex(author) + "}" for author in cited.authors) + "}"),
        ("journal" if cited.publisher else "", "{" + latex(cited.publisher or "") + "}"),
        ("year", str(cited.date.year) if cited.date else ""),
        ("month", _MONTHS[cited.date.month - 1] if cited.date and cited.date.month else ""),
        ("day", str(cited.date.day) if cited.date and cited.date.day else ""),
        ("url", "{" + _bare_url(cited) + "}"),
        ("note", "{" + latex(_note(cited)) + "}"),
        ("abstract", "{" + latex(cited.abstract) + "}"),
        ("keywords", "{" + latex(", ".join(word.replace(",", " ") for word in cited.keywords)) + "}"),
        ("langid", "{english}" if cited.language == "en" else ""),
    ]
    lines = [f"  {name} = {value}," for name, value in fields if name and value not in ("", "{}")]
    kind = "article" if cited.publisher else "misc"
    return "\n".join([f"@{kind}{{{_key(cited.key)},", *lines, "}", ""])


def latex(text: str) -> str:
    """Returns the text with LaTeX's ten special characters escaped, so that its words cannot become commands."""
    return "".join(_SPECIAL.get(char, char) for char in text)


def _key(id: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", id)


def _bare_url(cited: Citation) -> str:
    """Returns the address with what would end the field, or start a command, in per cent notation."""
    url = cited.url or ""
    return re.sub(r"[{}\\\"<>^`|\s]", lambda found: f"%{ord(found.group()):02X}", url)


def _note(cited: Citation) -> str:
    notes = []
    if not cited.title_is_given:
        notes.append("Headline not known; the title is a working title")
    if cited.date is not None and (cited.date_is_inferred or cited.date.approximate):
        notes.append("Date of publication worked out from the text")
    return ". ".join(notes)
