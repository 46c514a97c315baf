"""The site's pages as Markdown, for generators that run no hooks of ours."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import Corpus
from briefgen.site.contents import site_pages
from briefgen.site.exports.markdown import markdown
from briefgen.site.output_file import OutputFile
from briefgen.store.yaml_writer import write_yaml

# The search page is a form for the built site's index, which another generator does not have.
_LEFT_OUT = frozenset({"find"})


def write_markdown(corpus: Corpus, settings: SiteSettings) -> Iterator[OutputFile]:
    """Yields each page as `<path>/index.md`, its title and description in a front matter."""
    for page in site_pages(corpus, settings):
        if page.kind in _LEFT_OUT:
            continue
        head = write_yaml({"title": page.title, "description": page.description, "date": page.lastmod or ""})
        text = f"---\n{head}---\n\n{markdown(page.body(page.links))}"
        yield OutputFile(f"{page.path}index.md", text.encode("utf-8", "replace"))
