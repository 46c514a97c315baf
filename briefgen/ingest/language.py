"""Tells the language of a text, for refusing what the English rules would misread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

ENGLISH = "en"
CERTAIN = 0.95
ENOUGH_WORDS = 12
"""Below this a guess is worth nothing: names decide it."""
_SAMPLE = 6000

NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Language:
    """The likeliest language, ISO 639-1, and how sure that is, 0 to 1."""

    code: str
    probability: float

    @property
    def name(self) -> str:
        """The language's English name where we have it, else its code."""
        return NAMES.get(self.code, self.code)

    @property
    def is_foreign(self) -> bool:
        """Whether it is surely not English."""
        return self.code != ENGLISH and self.probability >= CERTAIN


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def identify_language(text: str) -> Language | None:
    """Returns the language of a text, or None where it has too few words to tell."""
    if len(text.split()) < ENOUGH_WORDS and text.isascii():
        return None
    code, probability = _identifier().classify(text[:_SAMPLE])
    return Language(code=str(code), probability=float(probability))
