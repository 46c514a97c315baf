"""Strings that try to become markup, code, a path or a command, and a corpus that holds one in every text.

Each string carries the word `zqx` with its number, so that a test can tell where it came out.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.actor import Actor, ActorKind
from briefgen.model.article import ArticleHead, PublishedBasis
from briefgen.model.brief import Brief, Generator, KeyPoint
from briefgen.model.evidence import Evidence
from briefgen.model.position import Act, Basis, Certainty, Position, Salience, Stance
from briefgen.model.quote import Quote, QuoteForm, Speaker
from briefgen.model.timex import BriefDate, DateEvent, Timex3, TimexType
from briefgen.model.topic import BriefTopic

CALL = "window.pwned('zqx{n}')"

_HTML = (
    "<script>{call}</script>",
    "<ScRiPt>{call}</sCrIpT>",
    "<script src=//evil.example/zqx{n}.js></script>",
    "</title><script>{call}</script>",
    "</textarea><script>{call}</script>",
    "</style><script>{call}</script>",
    "</script><script>{call}</script>",
    "--><script>{call}</script><!--",
    "<!--<script>{call}//-->",
    "<![CDATA[<script>{call}</script>]]>",
    "<img src=x onerror={call}>",
    '<img src="x" onerror="{call}">',
    "<img src='x' onerror='window.pwned(1)' alt='zqx{n}'>",
    "<img/src/onerror={call}>",
    "<svg onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<svg><set onbegin={call} attributename=x>",
    "<svg><use href='data:image/svg+xml,zqx{n}#x'/></svg>",
    "<svg><a xlink:href='javascript:{call}'><text>zqx{n}</text></a></svg>",
    "<math><mtext></p><img src onerror={call}></mtext></math>",
    "<body onload={call}>",
    "<iframe src='javascript:{call}'></iframe>",
    "<iframe srcdoc='<script>parent.pwned(1)</script>zqx{n}'></iframe>",
    "<object data='javascript:{call}'></object>",
    "<embed src='javascript:{call}'>",
    "<base href='//evil.example/zqx{n}/'>",
    "<link rel=stylesheet href='//evil.example/zqx{n}.css'>",
    "<link rel=prefetch href='//evil.example/zqx{n}'>",
    "<meta http-equiv=refresh content='0;url=javascript:{call}'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/zqx{n}'>",
    "<form action='javascript:{call}'><button>zqx{n}</button></form>",
    "<button formaction='javascript:{call}'>zqx{n}</button>",
    "<input autofocus onfocus={call}>",
    "<select autofocus onfocus={call}><option>zqx{n}</select>",
    "<details open ontoggle={call}>zqx{n}</details>",
    "<video><source onerror={call}></video>",
    "<audio src onerror={call}></audio>",
    "<marquee onstart={call}>zqx{n}</marquee>",
    "<style>@import '//evil.example/zqx{n}.css';</style>",
    "<style>*{{background:url(//evil.example/zqx{n})}}</style>",
    "<p style='background:url(//evil.example/zqx{n})'>zqx{n}</p>",
    "<div id=__search class=md-header>zqx{n}</div>",
    "<template><script>{call}</script></template>",
    "<noscript><p title='</noscript><img src onerror={call}>'>",
    "<a href='javascript:{call}'>zqx{n}</a>",
    "<a href='java\tscript:{call}'>zqx{n}</a>",
    "<a href='&#106;avascript:{call}'>zqx{n}</a>",
    "<a href='vbscript:msgbox(1)'>zqx{n}</a>",
    "<a href='data:text/html,<script>{call}</script>'>zqx{n}</a>",
    "<x onclick={call} tabindex=1 id=x>zqx{n}</x>",
    "<isindex action=javascript:{call} type=submit value=zqx{n}>",
    "<keygen autofocus onfocus={call}>",
    "<dialog open>zqx{n}</dialog>",
    "<portal src='//evil.example/zqx{n}'></portal>",
    "<script type=module>{call}</script>",
    '<script type=importmap>{{"imports":{{"x":"//evil.example/zqx{n}"}}}}</script>',
    "<plaintext>zqx{n}",
    "<xmp><script>{call}</script></xmp>",
    "<table><td background='//evil.example/zqx{n}'>zqx{n}</table>",
)
_ATTRIBUTE = (
    '" onmouseover="{call}" x="',
    "' onmouseover='{call}' x='",
    "` onmouseover={call} `",
    '" autofocus onfocus={call} x="',
    '"><script>{call}</script>',
    "'><script>{call}</script>",
    '" style="position:fixed;inset:0" zqx{n}="',
    '\\"><script>{call}</script>',
    "&quot;><script>{call}</script>",
    "&lt;script&gt;{call}&lt;/script&gt;",
    "&#60;script&#62;{call}&#60;/script&#62;",
    "%3Cscript%3E{call}%3C/script%3E",
    "\\u003cscript\\u003e{call}\\u003c/script\\u003e",
    "＜script＞{call}＜/script＞",
    "<\x00script>{call}</script>",
    "zqx{n} &amp;lt;b&amp;gt; &copy; &notanentity;",
)
_MARKDOWN = (
    "[zqx{n}](javascript:{call})",
    "[zqx{n}](data:text/html;base64,PHNjcmlwdD4=)",
    "![zqx{n}](//evil.example/x.png)",
    '![zqx{n}](x"onerror="{call})',
    "[zqx{n}]: javascript:{call} 'x'",
    "<javascript:{call}>",
    "```\n<script>{call}</script>\n```",
    "# zqx{n} heading",
    "- [x] zqx{n} task",
    "| zqx{n} | a |\n|---|---|\n| <script>{call}</script> | b |",
    "zqx{n}\n===\n<script>{call}</script>",
    "zqx{n}{{: onclick={call} }}",
    "--8<-- '/etc/passwd' zqx{n}",
    "[TOC] zqx{n}",
    ":material-skull: zqx{n} ++ctrl+c++ ^^u^^ ==m==",
    "!!! danger zqx{n}\n    <script>{call}</script>",
    "*[HTML]: zqx{n} <script>{call}</script>",
    "$$\\href{{javascript:{call}}}{{zqx{n}}}$$",
    "[[zqx{n}]] [^1]\n\n[^1]: <img src onerror={call}>",
    "zqx{n} **bold** _em_ `code` ~~gone~~",
)
_TEMPLATE = (
    "{{{{ 7*7 }}}} zqx{n}",
    "{{% for x in range(9) %}}zqx{n}{{% endfor %}}",
    "{{{{ config.items() }}}} zqx{n}",
    "{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} zqx{n}",
    "{{% include '/etc/passwd' %}} zqx{n}",
    "{{# zqx{n} #}}",
    "{{{{ page.content|safe }}}} zqx{n}",
    "{{{{ self.__init__.__globals__ }}}} zqx{n}",
    "{{% raw %}}zqx{n}",
    "{{% endblock %}}{{% block scripts %}}zqx{n}",
    "${{7*7}} zqx{n}",
    "<%= 7*7 %> zqx{n}",
    "#{{7*7}} zqx{n}",
    "%(zqx{n})s {{0.__class__}} %s %n",
    "{{zqx{n}.__init__.__globals__}}",
)
_YAML = (
    "!!python/object/apply:os.system ['echo zqx{n}']",
    "!!python/name:os.system zqx{n}",
    "!!binary zqx{n}",
    "&a [*a, *a] zqx{n}",
    "*zqx{n}",
    "<<: *zqx{n}",
    "zqx{n}: [unclosed",
    "zqx{n}: {{a: b",
    "--- zqx{n}\n...\nid: taken",
    "zqx{n}\nid: taken-over",
    "no zqx{n}",
    "0x1F zqx{n}",
    "1e3 zqx{n}",
    "~ zqx{n}",
    "# zqx{n} comment",
    "'zqx{n}''",
    '"zqx{n}\\x41"',
    "| zqx{n}",
    "> zqx{n}",
    "@zqx{n} `zqx{n}`",
)
_DATA = (
    '</script><script>{call}</script>{{"@type":"ClaimReview"}}',
    '","url":"javascript:{call}","x":"',
    '\\",\\"zqx{n}\\":\\"',
    "]]>zqx{n}<![CDATA[",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e; zqx{n}",
    "<?xml-stylesheet href='//evil.example/zqx{n}.xsl'?>",
    "<?php system('zqx{n}') ?>",
    "'); DROP TABLE articles; -- zqx{n}",
    '"; DELETE FROM quotes; -- zqx{n}',
    "' UNION SELECT sql FROM sqlite_master -- zqx{n}",
    '=HYPERLINK("http://evil.example/zqx{n}","x")',
    "=cmd|' /C calc'!A0 zqx{n}",
    "+1+zqx{n}",
    "-1-zqx{n}",
    "@SUM(1) zqx{n}",
    "\t=1+zqx{n}",
    'zqx{n},"a",\r\n"b"',
    "}}, @misc{{zqx{n}, title={{x}}}}",
    "\\input{{/etc/passwd}} zqx{n}",
    "\\write18{{zqx{n}}} % $x$ #1 & _ ^ ~",
    "zqx{n}\r\nER  - \r\nTY  - BOOK",
    "zqx{n}\nUR  - javascript:{call}",
    "\u2028{call}\u2029",
    "\\u2028zqx{n}",
)
_PATH = (
    "../../../../etc/passwd zqx{n}",
    "..\\..\\windows\\zqx{n}",
    "/etc/passwd zqx{n}",
    "file:///etc/passwd?zqx{n}",
    "C:\\zqx{n}",
    "%2e%2e%2f%2e%2e%2fzqx{n}",
    "....//....//zqx{n}",
    "zqx{n}\x00.html",
    "con.zqx{n}",
    ".htaccess zqx{n}",
    "index.html?zqx{n}#zqx{n}",
    "//evil.example/zqx{n}",
    "\\\\evil.example\\zqx{n}",
    "~root/zqx{n}",
    "$(touch zqx{n}) `touch zqx{n}` ;zqx{n}|zqx{n}&",
    "-rf zqx{n} --help",
)
_LETTERS = (
    "\u202egnp.zqx{n}\u202c",
    "\u2066zqx{n}\u2069\u202d x",
    "\u200e\u200fzqx{n}\u061c",
    "zqx{n}\u200b\u200c\u200d\ufeff",
    "\ufff9zqx{n}\ufffa\ufffb",
    "zqx{n}\x1b[31mred\x1b[0m",
    "zqx{n}\x07\x08\x7f\x85",
    "z\u0336q\u0336x\u0336 zqx{n}" + "\u0301" * 40,
    "ｚｑｘ zqx{n} ﷽ 𝕫𝕢𝕩",
    "مرحبا zqx{n} שלום",
    "zqx{n}" + "A" * 3000,
    "zqx{n} " + "word " * 500,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 zqx{n} \U0001f3f4\U000e0067\U000e0062",
    "zqx{n}\ufdd0\ufffe",
    "   zqx{n}   ",
    "\n\n\nzqx{n}\n\n\n",
    "“zqx{n}” ‘zqx{n}’ «zqx{n}» „zqx{n}",
    "İ ı ß ŉ ǰ zqx{n}",
)
_URLS = (
    "javascript:{call}",
    "JaVaScRiPt:{call}",
    " javascript:{call}",
    "java\nscript:{call}",
    "\x01javascript:{call}",
    "data:text/html,<script>{call}</script>",
    "vbscript:zqx{n}",
    "file:///etc/passwd?zqx{n}",
    "//evil.example/zqx{n}",
    "/\\evil.example/zqx{n}",
    "https:javascript:{call}",
    "https://user:pass@evil.example/zqx{n}",
    'https://news.example/zqx{n}" onclick="{call}',
    "https://news.example/zqx{n}?a=<script>{call}</script>",
    "https://news.example/zqx{n}}} {{x",
    "http://[::1]/zqx{n}",
    "https://news.example:99999/zqx{n}",
    "http://",
    "https://news.example/zqx{n}#:~:text=a,-b",
    "HTTPS://NEWS.EXAMPLE/zqx{n}",
)

KINDS = {
    "html": _HTML,
    "attribute": _ATTRIBUTE,
    "markdown": _MARKDOWN,
    "template": _TEMPLATE,
    "yaml": _YAML,
    "data": _DATA,
    "path": _PATH,
    "letters": _LETTERS,
    "url": _URLS,
}


def strings(*kinds: str) -> list[str]:
    """Returns the strings of these kinds, of all kinds where none is named; numbers differ."""
    out = []
    for kind, patterns in KINDS.items():
        for number, pattern in enumerate(patterns):
            mark = f"{kind}{number:02d}"
            if not kinds or kind in kinds:
                out.append(pattern.format(n=mark, call=CALL.format(n=mark)))
    return out


def hostile_corpus() -> tuple[Brief, ...]:
    """Returns briefs whose every text is a hostile string; spans and ids stay as the model wants them."""
    return tuple(_brief(number, text) for number, text in enumerate(strings()))


def _brief(number: int, text: str) -> Brief:
    known = (text.strip(" \n\r\t") or "x") if text.strip() else "x"
    words = _Words(text)
    id = f"hostile-{number:03d}"
    person, state = f"person-{number:03d}", f"state-{number:03d}"
    urls = strings("url")
    position_id = f"p-{number:07d}x"
    quote_id = f"q-{number:07d}x"
    evidence = words.next()
    return Brief(
        id=id,
        article=ArticleHead(
            id=id,
            title=text,
            publisher=known,
            authors=(text, "A. Writer"),
            url=urls[number % len(urls)],
            published=f"2024-{1 + number % 12:02d}-11",
            published_basis=PublishedBasis.INFERRED,
            published_reason=text,
            words=100,
            text_sha256="0" * 64,
        ),
        generator=Generator(briefgen="0.1.0", extractor="rules", model=text),
        key_points=(KeyPoint(text=text, rests_on=(position_id,)),),
        actors=(
            Actor(
                id=person,
                name=known,
                kind=ActorKind.PERSON,
                role=text,
                affiliation=text,
                country="NO",
                aliases=(text + " alias",),
                mentions=(words.next(),),
            ),
            Actor(id=state, name=known + " State", kind=ActorKind.STATE, mentions=(words.next(),)),
        ),
        quotes=(
            Quote(
                id=quote_id,
                form=QuoteForm.DIRECT,
                speaker=Speaker(actor=person, text=evidence.text, span=evidence.span),
                cue=words.next(),
                content=(words.next(), words.next()),
                venue=text,
                said="2024-05-03",
                topics=("hostile-topic",),
                relayed_by=state,
            ),
        ),
        positions=(
            Position(
                id=position_id,
                holder=(person,),
                holder_text=words.next(),
                act=Act.REJECT,
                plover=text,
                basis=Basis.IMPUTED,
                stance=Stance.OPPOSE,
                target=state,
                topic=f"topic-{number:03d}",
                claim=text,
                asserted_by=(state,),
                certainty=Certainty.CERTAIN,
                condition=words.next(),
                when="2024-05-03",
                salience=Salience.CORE,
                evidence=(words.next(),),
                quotes=(quote_id,),
            ),
        ),
        dates=(
            BriefDate(
                id=f"d-{number:07d}x",
                text=evidence.text,
                span=evidence.span,
                timex3=Timex3(type=TimexType.DATE, value=text, mod=text, anchor=text),
                edtf="2024-05-03",
                earliest="2024-05-03",
                latest="2024-05-03",
                event=DateEvent(text=evidence.text, span=evidence.span, actors=(person,)),
            ),
        ),
        topics=(
            BriefTopic(id=f"topic-{number:03d}", name=known, weight=0.6),
            BriefTopic(id="hostile-topic", name="Hostile topic", weight=0.4),
        ),
        warnings=(text,),
    )


class _Words:
    """The same words again and again, each time further on in an invented article."""

    def __init__(self, text: str) -> None:
        self._places: Iterator[int] = iter(range(0, 10**9, len(text) + 1))
        self._text = text

    def next(self) -> Evidence:
        start = next(self._places)
        return Evidence(text=self._text, span=(start, start + len(self._text)))
