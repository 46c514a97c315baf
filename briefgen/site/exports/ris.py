"""RIS, which every reference manager reads."""

from __future__ import annotations

from briefgen.model.brief import Brief
from briefgen.site.exports.citation import CitedDate, citation


def ris(brief: Brief) -> str:
    """Returns one record; lines end in CR LF, as the format wants. Values are single lines."""
    cited = citation(brief)
    rows = [("TY", "NEWS"), ("ID", cited.key), ("TI", cited.title)]
    rows += [("AU", author) for author in cited.authors]
    if cited.publisher:
        rows.append(("T2", cited.publisher))
    if cited.date:
        rows += [("PY", f"{cited.date.year:04d}"), ("DA", _day(cited.date))]
    if cited.url:
        rows.append(("UR", cited.url))
    rows.append(("LA", cited.language))
    if cited.abstract:
        rows.append(("AB", cited.abstract))
    rows += [("KW", word) for word in cited.keywords]
    if not cited.title_is_given:
        rows.append(("N1", "Headline not known; the title is a working title"))
    if cited.date_is_inferred or (cited.date is not None and cited.date.approximate):
        rows.append(("N1", "Date of publication worked out from the text"))
    rows.append(("ER", ""))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in rows)


def _day(date: CitedDate) -> str:
    month = f"{date.month:02d}" if date.month else ""
    day = f"{date.day:02d}" if date.day else ""
    return f"{date.year:04d}/{month}/{day}/"
