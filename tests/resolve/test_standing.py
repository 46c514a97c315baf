from __future__ import annotations

import pytest

from briefgen.model.actor import Actor, ActorKind
from briefgen.resolve.standing import is_outlet


@pytest.mark.parametrize(
    ("name", "kind", "is_one"),
    [
        ("Channel 4", ActorKind.ORGANISATION, True),
        ("Norden News Agency", ActorKind.ORGANISATION, True),
        ("Bergens Dagblad", ActorKind.MEDIA, True),
        ("Norden Resources", ActorKind.ORGANISATION, False),
        ("538", ActorKind.ORGANISATION, False),
        ("4", ActorKind.ORGANISATION, False),
        ("Channel Berg", ActorKind.PERSON, False),
    ],
)
def test_who_passes_on_what_others_say(name: str, kind: ActorKind, is_one: bool) -> None:
    assert is_outlet(Actor(id="a", name=name, kind=kind, mentions=())) is is_one
