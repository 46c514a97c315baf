"""Former addresses lead on."""

from __future__ import annotations

from briefgen.config import SiteSettings
from briefgen.corpus.corpus import build_corpus
from briefgen.model.registry import Registry, RegistryActor
from briefgen.site.redirects import write_redirects
from tests.bench.synthetic import make_brief


def test_a_joined_actor_leads_to_the_one_it_was_joined_with() -> None:
    brief = make_brief(0)
    first, second = brief.actors[0], brief.actors[1]
    entry = RegistryActor(id=first.id, name="<One> Name", same=(second.id, "old-name"))
    files = list(write_redirects(build_corpus([brief], Registry(actors=(entry,))), SiteSettings()))
    assert {file.path for file in files} == {f"actors/{second.id}/index.html", "actors/old-name/index.html"}
    html = files[0].content.decode()
    assert f'url=../{first.id}/"' in html
    assert "&lt;One&gt; Name" in html
