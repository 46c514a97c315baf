"""What the theme and Markdown put into pages that our pages have no use for, taken out again.

Material's base template ends in switches for its drawer, search and dialogs, which only its own scripts use; its
`autocomplete` on a checkbox is not valid HTML. Markdown aligns the columns of a table by `style`, which the security
policy of every page forbids: the browser would leave the column as it is. A wide table of Markdown scrolls, and no key
reaches it.
"""

from __future__ import annotations

import re

_SWITCHES = re.compile(
    r'<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*'
    r'|<div data-md-component="(?:skip|announce)">\s*(?:<a [^>]*class="md-skip">[^<]*</a>\s*)?</div>\s*'
    r'|<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner[^>]*></div>\s*</div>\s*'
)
_ALIGNED = re.compile(r'(<t[hd])\b([^>]*?) style="text-align: (left|right|center);"')
_CLASSES = {"left": "", "right": ' class="bg-num"', "center": ' class="bg-mid"'}


def without_switches(html: str) -> str:
    """Returns a page without the theme's switches and empty boxes."""
    return _SWITCHES.sub("", html)


def align_by_class(html: str) -> str:
    """Returns the HTML of a hand-written page, its columns aligned by classes in place of styles."""
    return _ALIGNED.sub(lambda cell: f"{cell[1]}{cell[2]}{_CLASSES[cell[3]]}", html)


def focusable_tables(html: str) -> str:
    """Returns the HTML of a hand-written page, its tables in reach of the keys that scroll them."""
    return html.replace("<table>", '<table tabindex="0">')
