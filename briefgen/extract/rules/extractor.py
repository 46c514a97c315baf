"""The default extractor: what each rule set needs and gives, in order."""

from __future__ import annotations

from briefgen.extract.rules.attribution.voices import give_voices
from briefgen.extract.rules.attributions import find_attributions
from briefgen.extract.rules.events import find_events
from briefgen.extract.rules.mentions import find_mentions
from briefgen.extract.rules.nlp import MODEL_NAME, load_nlp
from briefgen.extract.rules.noun_phrases import find_noun_phrases
from briefgen.extract.rules.positions import find_positions
from briefgen.extract.rules.reading import read
from briefgen.extract.timex import tag
from briefgen.model.article import Article
from briefgen.model.extraction import Extraction


class RulesExtractor:
    """Rules over spaCy's parse."""

    name = "rules"
    model = MODEL_NAME

    def extract(self, article: Article) -> Extraction:
        """Returns everything found in the article.

        Raises ExtractError where the language model is not installed.
        """
        reading = read(article, load_nlp())
        mentions = find_mentions(reading)
        timexes = tag(article.text, article.head.published)
        attributions, enclosing = find_attributions(reading, mentions, timexes)
        give_voices((*attributions, *enclosing), mentions)
        positions = find_positions(reading, mentions, attributions, enclosing, timexes)
        return Extraction(
            sentences=reading.sentences,
            paragraphs=reading.paragraphs,
            mentions=mentions.freeze(),
            attributions=attributions,
            positions=positions,
            timexes=timexes,
            events=find_events(reading, timexes),
            noun_phrases=find_noun_phrases(reading),
        )
