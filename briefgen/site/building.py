"""A build as the plugin sees it: what is loaded, and whether anything has to be."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.config import Settings, SiteSettings
from briefgen.site.frame import Frame
from briefgen.site.keep.digest import digest
from briefgen.site.keep.inputs import Inputs
from briefgen.site.keep.ledger import Ledger
from briefgen.site.keep.shell import shell_fingerprint
from briefgen.site.keep.whole import Whole, describe
from briefgen.site.page import SitePage

if TYPE_CHECKING:
    from briefgen.site.search.entry import SearchEntry
    from briefgen.site.site_build import SiteBuild

log = logging.getLogger("mkdocs.plugins.briefgen")


class Building:
    """One build of a project. The briefs are loaded when they are first asked for, which may be never."""

    def __init__(self, root: Path, settings: Settings, site: SiteSettings, ledger: Path) -> None:
        self._content, self._cache = root / settings.content, root / settings.cache
        self._previous = root / site.previous if site.previous else None
        self.settings = site
        self._ledger = Ledger(ledger)
        self._shell = shell_fingerprint(site)
        self._inputs = self._read_inputs()
        self._made_of = digest(f"{self._shell}{self._inputs.fingerprint}".encode()) if self._inputs else ""
        self._whole = self._ledger.read_whole(self._made_of) if self._made_of else None
        self._is_sure = True
        if self._whole is None:
            self.site  # noqa: B018  what is wrong with the briefs is told before anything is made

    @cached_property
    def site(self) -> SiteBuild:
        """The pages and files, with all briefs loaded."""
        # What makes pages is not imported by a build that makes none.
        from briefgen.site.load import load_corpus, load_texts
        from briefgen.site.site_build import SiteBuild

        corpus, failures = load_corpus(
            self._content, self._previous, self._cache, self._inputs.briefs if self._inputs else {}
        )
        for failure in failures:
            log.warning("%s", failure)
        self._is_sure = not failures
        if self.settings.full_text:
            corpus = replace(corpus, texts=load_texts(self._content, corpus))
        self._corpus = corpus
        return SiteBuild(corpus, self.settings, self._shell)

    def pages(self, *, with_bodies: bool) -> Iterable[SitePage]:
        """Returns all pages; where nothing has changed since the last build, without bodies and with nothing loaded."""
        if self._whole and not with_bodies:
            return self._whole.list_pages()
        self._whole = None  # from here on nobody wants to know
        from briefgen.site.contents import site_pages

        return site_pages(self.site.corpus, self.settings)

    def stands(
        self, site: Path, made: Path, frames: Iterable[Frame], documents: Sequence[SearchEntry]
    ) -> bool:
        """Whether the site lies there as this build would leave it; `made` is what MkDocs made of it."""
        return self._whole is not None and self._whole.stands(site, made, _around(frames, documents))

    def bodies(self) -> Mapping[str, SitePage]:
        """Returns path → page with its body, where pages were returned without."""
        return {page.path: page for page in self.pages(with_bodies=True)} if self._whole else {}

    def open(self, site: Path) -> SiteBuild:
        """Returns the build of the site that lies in a folder, ready to add to."""
        self.site.open(site, self._ledger)
        return self.site

    def close(
        self,
        made: Path,
        pages: Iterable[SitePage],
        frames: Iterable[Frame],
        documents: Sequence[SearchEntry],
    ) -> None:
        """Ends the build: what lies in `made` is added, what nobody wanted goes; the next build is told of all."""
        files = self.site.close(made)
        if self._is_sure and self._inputs and self._inputs.are_of(self._corpus):
            around = _around(frames, documents)
            self._ledger.write_whole(Whole(self._made_of, around, files, describe(pages)))

    def _read_inputs(self) -> Inputs | None:
        try:
            return Inputs.read(self._content, self._previous, texts=self.settings.full_text)
        except OSError:
            return None  # loading says what is wrong


def _around(frames: Iterable[Frame], documents: Sequence[SearchEntry]) -> str:
    """Returns the fingerprint of what comes from MkDocs."""
    names = sorted({frame.fingerprint for frame in frames})
    return digest(f"{names}{documents}".encode("utf-8", "surrogatepass"))
