"""The MkDocs plugin: handlers that only dispatch. The one module of this room that knows MkDocs."""

from __future__ import annotations

import gc
import logging
import re
import tempfile
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from briefgen.config import SiteSettings, load_settings
from briefgen.errors import BriefgenError
from briefgen.run.process import end_at_once
from briefgen.site.building import Building
from briefgen.site.evaluation import MARKER, NOT_MEASURED, evaluation_table
from briefgen.site.folders import ASSETS, TEMPLATES, THEME
from briefgen.site.frame import SLOTS, Frame, token
from briefgen.site.leftovers import align_by_class, focusable_tables, without_switches
from briefgen.site.page import SitePage
from briefgen.site.search.entry import SearchEntry

log = logging.getLogger("mkdocs.plugins.briefgen")

ASSET_ROOT = "assets/briefgen"
BLANK = "briefgen-blank.html"
LEGEND = "<!-- legend -->"
"""Stands on a page where the marks shall be shown with their meaning."""
OTHER_PAGES = "<!-- other pages -->"
"""Stands on a page where the hand-written pages outside the navigation shall be listed."""
TIMELESS = "1980-01-01"
"""Stands where MkDocs wants a day and there is none: the day of the build would change every build."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class BriefgenConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs ships part of its types
    """The plugin's own setting: where the settings file lies, from the folder of mkdocs.yml."""

    settings = c.Type(str, default="site_config/briefgen.yml")


class GeneratedFile(File):
    """The file of a generated page. All its addresses are known, and thousands of them need not be worked out."""

    name = "index"

    @property
    def src_path(self) -> str:
        """The address, as MkDocs asks for it."""
        return self.src_uri

    @src_path.setter
    def src_path(self, value: str) -> None:
        self.src_uri = value
        self.dest_uri = f"{value.removesuffix('.md')}.html"


class GeneratedPage(Page):
    """A page with ready HTML: nothing is read, no Markdown is parsed."""

    def __init__(self, source: SitePage, file: File, config: MkDocsConfig) -> None:
        super().__init__(source.nav_title or source.title, file, config)
        self.source = source
        self.edit_url = None
        self.lastmod = source.lastmod if source.lastmod and _DAY.fullmatch(source.lastmod) else None
        self.update_date = self.lastmod or TIMELESS

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes the head of the page from its source."""
        self.markdown = ""
        self.meta = {
            "template": BLANK,
            "section": self.source.section,
            "generated": True,
            "description": self.source.description,
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leaves the body for the moment of writing, so that it is never kept."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = None


class BriefgenPlugin(BasePlugin[BriefgenConfig]):  # type: ignore[no-untyped-call]  # the same
    """Adds the pages, assets and data files made from the briefs to a MkDocs site."""

    settings: SiteSettings
    environment: Environment
    serving = False
    workshop: tempfile.TemporaryDirectory[str] | None = None
    collects = False
    """Whether Python looked for garbage by itself before the build."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether pages are only previewed: a preview reloads by an inline script."""
        self.serving = command == "serve"
        if not self.serving:
            end_at_once()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Loads the corpus, once a build."""
        self.collects = self.collects or gc.isenabled()
        gc.disable()  # only pages leave any: it is looked for as they are made
        self.root = root = Path(config.config_file_path or ".").parent
        try:
            settings = load_settings(root / self.config.settings)
            self.settings = _take_over(settings.site, config)
            ledger = root / settings.cache / ("preview.sqlite" if self.serving else "site.sqlite")
            self.building = Building(root, settings, self.settings, ledger)
        except BriefgenError as error:
            raise PluginError(str(error)) from error
        self.ours: list[tuple[File, GeneratedPage]] = []
        self._take_site_dir(config)
        self.documents: list[SearchEntry] = []
        self.frames: dict[tuple[str, int, bool], Frame] = {}
        # Behind the project's own overrides, before the theme it is laid over.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.theme.dirs.append(str(TEMPLATES / "frame"))
        config.extra["briefgen"] = {"serving": self.serving}
        _add_asset(config.extra_css, "site.css")
        _add_asset(config.extra_javascript, "site.js")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds each page as a generated file outside the navigation, and the assets."""
        self.alone = self._is_alone(config)
        for source in self.building.pages(with_bodies=not self.alone):
            file = GeneratedFile.generated(
                config, f"{source.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            GeneratedPage(source, file, config)
            files.append(file)
        for asset in sorted(ASSETS.iterdir()):
            files.append(File.generated(config, f"{ASSET_ROOT}/{asset.name}", content=asset.read_bytes()))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keeps the navigation for the frames."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Keeps the theme's templates for the frames, and takes the generated pages out of MkDocs' hands.

        Another plugin that wants to see pages as they are written sees them all: MkDocs writes them then.
        """
        self.environment = env
        self.pages = files.documentation_pages()
        generated = [(file, file.page) for file in self.pages if isinstance(file.page, GeneratedPage)]
        if generated and self.alone:
            self.ours = generated
            *others, (_, last) = generated
            for file, _ in others:
                file.inclusion = InclusionLevel.EXCLUDED
            # MkDocs stamps the packed sitemap with the newest day of the pages that it knows of.
            last.update_date = max(page.update_date for _, page in generated)
        return env

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Takes the day of the build off hand-written pages, and prints the figures where a page wants them."""
        if isinstance(page, GeneratedPage):
            return None
        page.update_date = TIMELESS
        if OTHER_PAGES in markdown:
            markdown = markdown.replace(OTHER_PAGES, _list_others(page, files))
        if MARKER not in markdown:
            return markdown
        report = self.settings.evaluation
        try:
            return markdown.replace(MARKER, evaluation_table(self.root / report) if report else NOT_MEASURED)
        except BriefgenError as error:
            raise PluginError(str(error)) from error

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Shows the marks where a hand-written page wants them, and aligns its tables."""
        if isinstance(page, GeneratedPage):
            return None
        html = focusable_tables(align_by_class(html))
        return html.replace(LEGEND, _legend()) if LEGEND in html else html

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Lists every page for the sitemap, those too that MkDocs does not write."""
        context["pages"] = self.pages
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        """Renders the frame of a generated page that MkDocs writes, where no page before had the same."""
        if isinstance(page, GeneratedPage) and not self.alone and _frame_key(page) not in self.frames:
            self.frames[_frame_key(page)] = self._render_frame(context, page)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Returns a generated page that MkDocs writes: its body, made now, in its frame; nothing for one of ours."""
        if not isinstance(page, GeneratedPage):
            words = Markup(page.content or "").striptags()  # noqa: S704  text comes out of it, no HTML
            self.documents.append(SearchEntry(page.url, str(page.title), "", (words,)))
            return without_switches(output)
        if self.alone:
            return ""
        html: str = self.building.site.page(
            page.source, self.frames[_frame_key(page)], page.canonical_url or ""
        )
        return html

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Returns a page that the theme makes by itself, such as that of an address not found."""
        return without_switches(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes or keeps the other pages, the files beside them, and the text indexes over all; then tidies up."""
        made, site = Path(config.site_dir), Path(self.site_dir)
        config.site_dir = self.site_dir
        try:
            frames = {_frame_key(page): self._frame(page, config) for _, page in self.ours}
            if self.building.stands(site, made, frames.values(), self.documents):
                log.info("the site stands as it was")
            else:
                self._write(site, made, config)
        except BriefgenError as error:
            raise PluginError(str(error)) from error
        finally:
            self._tidy_up()

    def _write(self, site: Path, made: Path, config: MkDocsConfig) -> None:
        bodies = self.building.bodies()
        for _, page in self.ours:
            page.source = bodies.get(page.source.path, page.source)
        build = self.building.open(site)
        gc.freeze()  # what there is by now stays until the end: looking through it again and again frees nothing
        for file, page in self.ours:
            build.add_page(page.source, file.dest_uri, self._frame(page, config), page.canonical_url or "")
        build.add_outputs()
        build.add_tables()
        gc.unfreeze()
        build.add_text_indexes(self.documents)
        pages = [page.source for _, page in self.ours]
        self.building.close(made, pages, self.frames.values(), self.documents)
        log.info("%d files of the site written, the others are as they were", build.written)

    def on_build_error(self, *, error: Exception) -> None:
        """Takes down what was made half; the site stays as it was."""
        self._tidy_up()

    def _take_site_dir(self, config: MkDocsConfig) -> None:
        """Lets MkDocs empty and fill a folder of its own, so that the site's keeps what need not be made again."""
        self.site_dir = config.site_dir
        self.workshop = tempfile.TemporaryDirectory(prefix="briefgen-")
        config.site_dir = self.workshop.name

    def _tidy_up(self) -> None:
        if self.workshop is not None:
            self.workshop.cleanup()
            self.workshop = None
        if self.collects:
            gc.enable()
            self.collects = False

    def _is_alone(self, config: MkDocsConfig) -> bool:
        """Returns whether no other plugin or hook listens to pages as they are written."""
        listeners = chain(config.plugins.events["page_context"], config.plugins.events["post_page"])
        return all(getattr(listener, "__self__", None) is self for listener in listeners)

    def _frame(self, page: GeneratedPage, config: MkDocsConfig) -> Frame:
        key = _frame_key(page)
        if key not in self.frames:
            page.active = True
            try:
                self.frames[key] = self._render_frame(get_context(self.nav, self.pages, config, page), page)
            finally:
                page.active = False
        return self.frames[key]

    def _render_frame(self, context: TemplateContext, page: GeneratedPage) -> Frame:
        kept = (page.title, page.meta, page.canonical_url, page.content)
        slots = {slot: token(slot) for slot in SLOTS}
        page.title = slots["title"]
        page.meta = {**page.meta, "title": slots["title"], "description": slots["description"]}
        page.meta["head"] = slots["head"]
        page.canonical_url = slots["canonical"] if page.canonical_url else None
        page.content = slots["content"]
        try:
            html = self.environment.get_template("main.html").render(context)
            return Frame.cut(without_switches(html))
        finally:
            page.title, page.meta, page.canonical_url, page.content = kept


def _legend() -> str:
    from briefgen.site.render import render
    from briefgen.site.sprite import SPRITE

    return render("_legend.html", sprite=SPRITE)


def _list_others(page: Page, files: Files) -> str:
    """Returns links to the hand-written pages that the navigation leaves out, as Markdown."""
    lines = []
    for file in sorted(files.documentation_pages(), key=lambda file: file.src_uri):
        if file.page is None or isinstance(file.page, GeneratedPage) or file.page.parent is not None:
            continue
        heading = re.search(r"^# +(.+?) *#*$", file.content_string, re.MULTILINE)
        title = heading[1] if heading else file.name
        lines.append(f"- [{title}]({get_relative_url(file.src_uri, page.file.src_uri)})")
    return "\n".join(lines)


def _frame_key(page: GeneratedPage) -> tuple[str, int, bool]:
    return (page.source.section, page.source.path.count("/"), page.source.path == page.source.section)


def _add_asset(listed: list[Any], name: str) -> None:
    path = f"{ASSET_ROOT}/{name}"
    if path not in listed:
        listed.append(path)


def _take_over(site: SiteSettings, config: MkDocsConfig) -> SiteSettings:
    """Returns the site's settings with what mkdocs.yml knows; a title set in the settings file goes first."""
    given = site.model_fields_set
    if "title" in given:
        config.site_name = site.title
    if "description" in given:
        config.site_description = site.description
    if config.site_url is None and site.url:
        config.site_url = site.url
    return site.model_copy(
        update={
            "title": config.site_name,
            "description": config.site_description or "",
            "url": config.site_url or "",
        }
    )
