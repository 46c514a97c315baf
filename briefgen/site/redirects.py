"""Pages at former addresses: an actor that was joined with another leads there, so that links last."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site.output_file import OutputFile
from briefgen.site.render import render


def write_redirects(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields a page for each former id of an actor (`same` in the registry) that leads to its page."""
    for former, id in sorted(corpus.same.items()):
        if id in corpus.actors and former not in corpus.actors and "/" not in former:
            html = render("redirect.html", url=f"../{id}/", title=corpus.actors[id].name)
            yield OutputFile(f"actors/{former}/index.html", html.encode())
