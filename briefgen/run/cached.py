"""An extractor that remembers: the same article, read by the same rules, is read once."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from briefgen.extract.extractor import Extractor
from briefgen.model.article import Article
from briefgen.model.extraction import Extraction
from briefgen.run.cache import Cache
from briefgen.run.fingerprint import digest


class CachedExtractor:
    """Gives the extraction of an article from the cache, or asks the extractor, which it loads only then."""

    def __init__(
        self, name: str, model: str, load: Callable[[], Extractor], cache: Cache, reading: str
    ) -> None:
        self.name = name
        self.model = model
        self._load = load
        self._cache = cache
        self._reading = reading
        self._extractor: Extractor | None = None
        self.extracted = 0
        """How many articles were read anew."""

    def extract(self, article: Article) -> Extraction:
        """Returns everything found in the article."""
        key = digest(self.name, self.model, self._reading, article.model_dump_json())
        if (raw := self._cache.get(key)) is not None:
            try:
                return Extraction.model_validate_json(raw)
            except ValidationError:
                pass  # written by other code under the same key: read the article again
        if self._extractor is None:
            self._extractor = self._load()
        extraction = self._extractor.extract(article)
        self.extracted += 1
        self._cache.put(key, extraction.model_dump_json(exclude_defaults=True).encode("utf-8"))
        return extraction
