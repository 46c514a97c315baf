"""Article in, brief out."""

from __future__ import annotations

from briefgen import __version__
from briefgen.extract.extractor import Extractor
from briefgen.model.article import Article
from briefgen.model.brief import Brief, Generator
from briefgen.model.registry import Registry
from briefgen.resolve.brief import resolve


def make_brief(article: Article, extractor: Extractor, registry: Registry) -> Brief:
    """Returns the brief of an article.

    Raises ExtractError where the extractor cannot work.
    """
    generator = Generator(briefgen=__version__, extractor=extractor.name, model=extractor.model)
    return resolve(article, extractor.extract(article), registry, generator)
