"""Words of the language live in lexicons: the rules name none but grammar's own small words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from spacy.glossary import GLOSSARY

import briefgen

_PACKAGE = Path(briefgen.__file__).parent
_MODULES = sorted(path for part in ("extract", "resolve") for path in (_PACKAGE / part).rglob("*.py"))
_FEWEST = 4
_CLOSED = """
    a an the this that these those my your his her its our their whose
    i you he she it we they me him us them one ones other others another such same
    who whom which what whoever whatever when where why how whether
    somebody someone something anybody anyone anything nobody nothing none everybody everyone everything
    no not never neither nor nowhere hardly scarcely barely rarely seldom
    all any both each either every few little less least many more most much several some enough
    two three four five six seven eight nine ten dozen dozens hundreds half first second third
    last next previous preceding prior following
    about across after against along amid among around as at back before behind between by concerning despite
    down during for from given in inside into of off on out over past per regarding since than through throughout
    till to toward towards under until up upon via with within without ago earlier
    and or but yet so if unless because although though while whereas once provided
    be am is are was were been being do does did have has had having
    can cannot could may might must need shall should will would let wo ca
    there here only just even also too still then
    mon tue wed thu fri sat sun
"""
"""Words that grammar uses, and of which no language gets new ones."""
_KINDS = frozenset({"object", "noun", "adjective", "phrase", "aside", "floating", "bare"})
"""How the rules call complements of a cue."""
_KNOWN = frozenset(_CLOSED.split()) | _KINDS | {"predet"} | {label for label in GLOSSARY if label.islower()}
"""With the labels of dependencies, as spaCy glosses them (all but `predet`)."""


def _literals(tree: ast.Module) -> Iterator[tuple[int, list[str]]]:
    """Yields the line and the words of each set, list and tuple; endings of words (`endswith`) are none."""
    endings = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "endswith"
        for argument in node.args
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Set | ast.List | ast.Tuple) and id(node) not in endings:
            texts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
            yield node.lineno, [text for text in texts if text.isalpha() and text.islower()]


def test_no_words_of_matter_stand_in_code() -> None:
    faults = []
    for module in _MODULES:
        for line, words in _literals(ast.parse(module.read_text(encoding="utf-8"))):
            matter = [word for word in words if word not in _KNOWN]
            if len(words) >= _FEWEST and len(matter) * 2 > len(words):
                faults.append(f"{module.relative_to(_PACKAGE.parent)}:{line}: {', '.join(matter)}")
    assert not faults, "words that belong in a lexicon (briefgen/lexicons/en/):\n" + "\n".join(faults)
