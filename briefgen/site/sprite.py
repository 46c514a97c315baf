"""The marks, once a page: shape says which way, fill says on whose word."""

from __future__ import annotations

from markupsafe import Markup

from briefgen.site.render import render

SPRITE = Markup(render("_sprite.html").replace("\n", ""))  # noqa: S704  our own template, no content in it
