"""A time tagger for English news: text and publication date in, TIMEX3 out; needs no parser."""

from briefgen.extract.timex.tagger import tag

__all__ = ["tag"]
