"""Makes small files of each kind that `add` reads, with an invented article in them."""

from __future__ import annotations

import gzip
import io
import zipfile

TITLE = "Norway backs carbon levy"
PARAGRAPHS = (
    "Norway will back the levy if ministers agree in spring, environment minister Kari Nordmann told "
    "reporters on Friday.",
    "“Delay costs us more,” she said. Brussels, she added, has given up hope of a deal with Washington.",
    "The ministry expects that every month of delay costs the state a billion kroner, and that it will "
    "not be able to make up for it.",
)
URL = "https://example.org/2024/05/03/levy"


def html(
    *, title: str = TITLE, paragraphs: tuple[str, ...] = PARAGRAPHS, head: str = "", url: str = URL
) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{title} | Example Wire</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="Example Wire">
<meta name="author" content="Ola Hansen">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="canonical" href="{url}">{head}</head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav>
<article><h1>{title}</h1>{body}</article>
<aside><h3>Related</h3><p>Another story, about fish and chips in the north of the country.</p></aside>
<footer>© Example Wire. All rights reserved.</footer></body></html>""".encode()


def pdf(lines: tuple[str, ...] = PARAGRAPHS) -> bytes:
    """Returns a PDF of one page with each paragraph on one line, typographic marks as in WinAnsi."""
    shown = b" T* ".join(
        b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj" for line in lines
    )
    stream = b"BT /F1 10 Tf 14 TL 20 800 Td " + shown + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + TITLE.encode() + b") /Author (Ola Hansen) >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )


def docx(paragraphs: tuple[str, ...] = PARAGRAPHS, extra: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in paragraphs)
    document = (
        f'<?xml version="1.0"?>{extra}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    )
    core = (
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title>'
        "<dc:creator>Ola Hansen</dc:creator></cp:coreProperties>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", document)
        archive.writestr("docProps/core.xml", core)
    return buffer.getvalue()


def eml() -> bytes:
    text = "\r\n\r\n".join(PARAGRAPHS)
    head = (
        f"From: Ola Hansen <ola@example.org>\r\nSubject: {TITLE}\r\nDate: Fri, 03 May 2024 10:00:00 +0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: text/plain; charset="utf-8"\r\n'
        "Content-Transfer-Encoding: 8bit\r\n"
    )
    return f"{head}\r\n{text}\r\n\r\n-- \r\nOla Hansen\r\n".encode()


def feed(*urls: str) -> bytes:
    items = "".join(
        f"<item><title>{TITLE}</title><link>{url}</link>"
        "<pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate></item>"
        for url in urls
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Example Wire</title>'
        f"<link>https://example.org</link><description>News</description>{items}</channel></rss>"
    ).encode()


def warc(*pages: tuple[str, bytes]) -> bytes:
    out = b""
    for url, page in pages:
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (
            len(page),
            page,
        )
        out += gzip.compress(
            b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-03T10:00:00Z\r\n"
            b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
            % (url.encode(), len(answer), answer)
        )
    return out
