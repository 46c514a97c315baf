"""Article in, brief out."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefgen import __version__
from briefgen.errors import BriefgenError, ExtractError, Failure, Place
from briefgen.extract.extractor import Extractor
from briefgen.ingest.source import article_of, read_source
from briefgen.model.article import Article
from briefgen.model.brief import Brief, Generator
from briefgen.model.registry import Registry
from briefgen.resolve.brief import resolve
from briefgen.run.cache import Cache
from briefgen.run.cached import CachedExtractor
from briefgen.run.job import Job, Outcome
from briefgen.store.yaml_writer import write_model


def make_brief(article: Article, extractor: Extractor, registry: Registry) -> Brief:
    """Returns the brief of an article.

    Raises ExtractError where the extractor cannot work.
    """
    generator = Generator(briefgen=__version__, extractor=extractor.name, model=extractor.model)
    return resolve(article, extractor.extract(article), registry, generator)


def load_rules() -> Extractor:
    """Returns the default extractor."""
    from briefgen.extract.rules.extractor import RulesExtractor

    return RulesExtractor()


@lru_cache(maxsize=4)
def _extractor(cache_folder: Path, reading: str) -> CachedExtractor:
    from briefgen.extract.rules.nlp import MODEL_NAME

    return CachedExtractor("rules", MODEL_NAME, load_rules, Cache(cache_folder), reading)


@dataclass(frozen=True)
class SourceWork:
    """Makes the brief of one source, with what was read before taken from the cache.

    It carries everything it needs, so that it can be sent to another process or machine.
    """

    registry: Registry
    cache_folder: Path
    reading: str
    """Digest of everything that an extraction depends on besides its article."""
    max_bytes: int

    def __call__(self, job: Job) -> Outcome:
        """Returns the brief as it goes on disk, or a failure."""
        extractor = _extractor(self.cache_folder, self.reading)
        before = extractor.extracted
        try:
            article = article_of(read_source(job.path, max_bytes=self.max_bytes))
            brief = make_brief(article, extractor, self.registry)
        except BriefgenError as error:
            return Outcome(job.id, failure=Failure(job.id, error))
        except Exception as error:
            # A fault of ours in one article must not cost the others their briefs.
            return Outcome(job.id, failure=Failure(job.id, _fault(error, job)))
        return Outcome(
            job.id,
            brief=write_model(brief),
            extracted=extractor.extracted > before,
            warnings=article.warnings,
        )


def _fault(error: Exception, job: Job) -> ExtractError:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return ExtractError(
        f"a fault of briefgen: {type(error).__name__} in {where}: {error}",
        todo="Please report it, with the source if you can.",
        place=Place(path=job.path),
    )
