from __future__ import annotations

from briefgen.lexicons.function_words import function_words
from briefgen.lexicons.modality import modality
from briefgen.lexicons.nominals import nominal_codes, nominal_index
from briefgen.lexicons.predicates import PredicateKind, plover_codes, predicate_index


def test_longer_entries_come_first() -> None:
    for entries in predicate_index().values():
        lengths = [len(rest) for rest, _ in entries]
        assert lengths == sorted(lengths, reverse=True)


def test_every_kind_has_predicates() -> None:
    kinds = {group.kind for entries in predicate_index().values() for _, group in entries}
    assert kinds == set(PredicateKind)


def test_codes_belong_to_groups() -> None:
    groups = {group.id for entries in predicate_index().values() for _, group in entries}
    assert {group for group, _ in plover_codes()} <= groups
    assert set(nominal_codes()) <= {entry.id for entry in nominal_index().values()}


def test_word_sets_are_lower_case() -> None:
    assert all(word == word.lower() for word in modality().negators.words)
    assert "the" in function_words().openers.words
