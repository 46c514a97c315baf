"""What every extractor is: an article in, an extraction out."""

from __future__ import annotations

from typing import Protocol

from briefgen.model.article import Article
from briefgen.model.extraction import Extraction


class Extractor(Protocol):
    """Reads articles. Every backend passes tests/contracts/test_extractor.py."""

    name: str
    model: str

    def extract(self, article: Article) -> Extraction:
        """Returns everything found in the article; every text equals the words at its span."""
        ...
