"""Takes the text out of a message."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from briefgen.errors import Place, SourceError
from briefgen.ingest.readers.html import read_html
from briefgen.ingest.readers.incoming import Incoming
from briefgen.ingest.readers.tidy import tidy_field, tidy_paragraphs
from briefgen.model.article import PublishedBasis

# What the standard library's parser lets through of broken headers and encodings.
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError, OverflowError)


def read_eml(data: bytes, place: Place) -> Incoming:
    """Returns the text of a message: its plain part, or the article of its HTML part.

    Raises SourceError where it has neither. Attachments are not opened.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    try:
        title, sender, day = _head(message)
        plain = _body(message, "plain")
        html = _body(message, "html")
    except _BROKEN as error:
        raise SourceError(f"a broken message ({error})", todo="Save its text.", place=place) from error
    if plain is not None and len(plain.split()) >= 20:
        text = tidy_paragraphs(_paragraphs(plain))
    elif html is not None:
        text = read_html(html.encode("utf-8"), place).text
    else:
        raise SourceError("a message without text", todo="Save its attachment and add that.", place=place)
    return Incoming(
        text=text,
        title=title,
        authors=(sender,) if sender else (),
        published=day,
        published_basis=PublishedBasis.METADATA if day else None,
        published_reason="the message's own date" if day else None,
    )


def _head(message: EmailMessage) -> tuple[str | None, str | None, str | None]:
    senders = getaddresses([str(message.get("From", ""))])
    sender = tidy_field(senders[0][0], 100) if senders else None
    date = message.get("Date")
    day = None
    if date:
        try:
            day = parsedate_to_datetime(str(date)).date().isoformat()
        except (ValueError, TypeError, OverflowError):
            day = None  # an impossible date says nothing
    return tidy_field(str(message.get("Subject", ""))), sender, day


def _body(message: EmailMessage, kind: str) -> str | None:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return None
    content = part.get_content()
    return content if isinstance(content, str) else None


def _paragraphs(text: str) -> list[str]:
    blocks = text.replace("\r\n", "\n").split("\n\n")
    # Lines of a quoted message and of a signature are somebody else's, or no text.
    kept = []
    for block in blocks:
        lines = [line for line in block.split("\n") if not line.startswith(">")]
        if lines and lines[0].rstrip() == "--":
            break
        kept.append(" ".join(lines))
    return kept
