"""All settings: one file, one model. A key that is not here is refused with its line."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError

from briefgen.errors import ConfigError, Place, YamlError
from briefgen.model.base import Model
from briefgen.store.load import read_text
from briefgen.store.yaml_reader import misfit, read_yaml

SETTINGS_FILE = Path("site_config/briefgen.yml")


class SiteSettings(Model):
    """What the site shows."""

    title: str = "Briefing"
    """The site's name, on every page."""
    description: str = ""
    """One sentence on what the site is about, for the home page and for search engines."""
    heading: str = "Who stands where, and on whose word"
    """The headline of the home page."""
    url: str = ""
    """Address of the published site, as in mkdocs.yml, which goes first. Feeds and the sitemap need it."""
    previous: str = ""
    """The content folder as it was last published, to tell what changed since; empty: not told."""
    evaluation: str = ""
    """The report of `briefgen eval --write` whose figures the page on the method shows; empty: none."""
    full_text: bool = False
    """Shows each article's whole text with its items marked. For private sites only."""


class IngestSettings(Model):
    """What is taken as a source."""

    max_bytes: int = Field(default=2_000_000, ge=1_000, le=50_000_000)
    """A source above this size is refused. Raise it for transcripts and reports of book length."""


class FetchSettings(Model):
    """How `briefgen add` fetches addresses and feeds."""

    insecure_http: bool = False
    """Allows http: addresses. Turn it on only for a source that has no https."""
    private_addresses: bool = False
    """Allows loopback and private networks. Only for an intranet whose pages you trust."""
    respect_robots: bool = True
    """Asks robots.txt first. Turn off only for sites that are yours."""
    timeout_seconds: float = Field(default=30, gt=0, le=600)
    """The whole time one address may take."""
    max_bytes: int = Field(default=10_000_000, ge=1_000, le=200_000_000)
    """The most that is read from one address, before and after decompression."""
    max_redirects: int = Field(default=5, ge=0, le=20)
    """How many redirects are followed; each is checked like the first address."""
    feed_items: int = Field(default=30, ge=1, le=1_000)
    """How many of a feed's newest entries are fetched."""
    user_agent: str = "briefgen (+https://pypi.org/project/briefgen/)"
    """How the fetcher names itself. Put an address in under which you can be reached."""


class Settings(Model):
    """Everything in site_config/briefgen.yml; each key may be left out."""

    content: str = "content"
    """The folder of sources, briefs, reviews and registry, from the project's root."""
    cache: str = ".cache"
    """Where work already done is kept. It may be deleted at any time."""
    site: SiteSettings = SiteSettings()
    ingest: IngestSettings = IngestSettings()
    fetch: FetchSettings = FetchSettings()


def load_settings(path: Path) -> Settings:
    """Returns the settings of a file, or the defaults where there is none.

    Raises ConfigError with file and line for an unknown key or an impossible value.
    """
    if not path.is_file():
        return Settings()
    try:
        tree = read_yaml(read_text(path), path)
        return Settings.model_validate({} if tree.data is None else tree.data)
    except ValidationError as error:
        raise _refused(misfit(error, tree)) from error
    except YamlError as error:
        raise _refused(error) from error


def _refused(error: YamlError) -> ConfigError:
    place = Place(path=error.place.path, line=error.place.line)
    return ConfigError(error.what, todo=error.todo, place=place)
