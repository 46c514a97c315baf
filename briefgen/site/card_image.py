"""The picture that social networks and messengers show beside a link to the site.

They take no SVG, and a drawing library would be a dependency for one picture. So it is painted here: the site's
title in letters of five by seven dots, and the four marks of the pages. Nothing is fetched, and the same title
gives the same bytes.
"""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Callable, Iterable

WIDTH, HEIGHT = 1200, 630
PATH = "assets/card.png"
_MARGIN = 84
_PALETTE = (
    (0xFD, 0xFC, 0xF9),  # paper
    (0x1C, 0x20, 0x26),  # ink
    (0x47, 0x4E, 0x57),  # small words
    (0x17, 0x69, 0x5C),  # in favour
    (0xA1, 0x39, 0x2A),  # against
    (0x7F, 0x5A, 0x00),  # on conditions
    (0x59, 0x61, 0x6B),  # takes no side
)
_INK, _SMALL = 1, 2
_MARK = 64

# Seven rows of five dots each, a digit of base 32 a row (0-9 a-v), drawn for this card.
_LETTERS = {
    "A": "ehhvhhh", "B": "uhhuhhu", "C": "ehggghe", "D": "sihhhis", "E": "vggsggv", "F": "vggsggg",
    "G": "ehgjhhf", "H": "hhhvhhh", "I": "e44444e", "J": "72222ic", "K": "hikokih", "L": "ggggggv",
    "M": "hrllhhh", "N": "hhpljhh", "O": "ehhhhhe", "P": "uhhuggg", "Q": "ehhhlid", "R": "uhhukih",
    "S": "fgge11u", "T": "v444444", "U": "hhhhhhe", "V": "hhhhha4", "W": "hhhllla", "X": "hha4ahh",
    "Y": "hha4444", "Z": "v1248gv", "0": "ehjlphe", "1": "4c4444e", "2": "eh1248v", "3": "v2421he",
    "4": "26aiv22", "5": "vgu11he", "6": "68guhhe", "7": "v124888", "8": "ehhehhe", "9": "ehhf12c",
    "-": "000v000", ".": "00000cc", ",": "0000cc8", ":": "0cc0cc0", "'": "4480000", "&": "8kk8lid",
    "!": "4444404", "?": "eh12404", "/": "0124800", "(": "2488842", ")": "8422248",
}  # fmt: skip
_FOLDED = {"’": "'", "‘": "'", "“": "'", "”": "'", "–": "-", "—": "-", "·": "-"}


def card_png(title: str, line: str) -> bytes:
    """Returns a PNG of 1200 by 630: the title as large as it fits, a line below it, the marks at its foot."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    scale, lines = _fitting(_spelled(title), (14, 12, 10, 8, 7, 6), most=3)
    y = _write(rows, lines, _MARGIN, scale, _INK)
    small, lines = _fitting(_spelled(line), (5, 4), most=2)
    _write(rows, lines, y + 4 * small, small, _SMALL)
    for place, (colour, inside) in enumerate(_MARKS):
        _stamp(rows, _MARGIN + place * (_MARK + 36), HEIGHT - _MARGIN - _MARK, colour, inside)
    return _png(rows)


def _spelled(text: str) -> str:
    """Returns the text in the letters there are; what has none is left out."""
    folded = "".join(_FOLDED.get(char, char) for char in text)
    plain = unicodedata.normalize("NFKD", folded).upper()
    return " ".join("".join(char if char in _LETTERS else " " * char.isspace() for char in plain).split())


def _fitting(text: str, scales: Iterable[int], *, most: int) -> tuple[int, list[str]]:
    """Returns the largest scale at which the text fits in `most` lines, and the lines; else it is cut."""
    scale, lines = 1, [""]
    for scale in scales:
        lines = _broken(text, (WIDTH - 2 * _MARGIN) // (6 * scale))
        if len(lines) <= most:
            break
    return scale, lines[:most]


def _broken(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word[:width])
    return [line for line in lines if line]


def _write(rows: list[bytearray], lines: list[str], y: int, scale: int, colour: int) -> int:
    for line in lines:
        for number, char in enumerate(line):
            if char != " ":
                _letter(rows, _LETTERS[char], _MARGIN + 6 * scale * number, y, scale, colour)
        y += 10 * scale
    return y


def _letter(rows: list[bytearray], dots: str, x: int, y: int, scale: int, colour: int) -> None:
    for down, digit in enumerate(dots):
        bits = int(digit, 32)
        for across in range(5):
            if bits >> (4 - across) & 1:
                left = x + across * scale
                for row in rows[y + down * scale : y + (down + 1) * scale]:
                    row[left : left + scale] = bytes([colour]) * scale


def _stamp(rows: list[bytearray], x: int, y: int, colour: int, inside: Callable[[int], int]) -> None:
    """Paints a mark that is as high as wide and the same left and right: `inside` gives half its width a row."""
    for down in range(_MARK):
        half = inside(down)
        row = rows[y + down]
        row[x + _MARK // 2 - half : x + _MARK // 2 + half] = bytes([colour]) * (2 * half)


def _disc(down: int) -> int:
    """Returns half the width of a disc's row, in whole numbers only."""
    radius, off = _MARK // 2, abs(2 * down + 1 - _MARK) // 2
    half = 0
    while (half + 1) ** 2 + off**2 <= radius**2:
        half += 1
    return half


_MARKS: tuple[tuple[int, Callable[[int], int]], ...] = (
    (3, lambda down: (down + 2) // 2),
    (4, lambda down: (_MARK - down + 1) // 2),
    (5, lambda down: min(down, _MARK - 1 - down) + 1),
    (6, _disc),
)


def _png(rows: list[bytearray]) -> bytes:
    """Returns rows of palette indexes as a PNG (https://www.w3.org/TR/png-3/), filter 0, one data chunk."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    palette = b"".join(bytes(colour) for colour in _PALETTE)
    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
