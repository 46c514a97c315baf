"""Where a bare name starts and ends: without title, article and clause, the whole of a hyphenated one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.extract.rules.neighbours import text_before
from briefgen.lexicons.actor_words import is_given_name, noun_sets
from briefgen.lexicons.mention_cues import mention_cues

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUFFIXES = frozenset(["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"])
_NO_NAME_TAGS = frozenset(["VB", "VBP", "JJ", "RB", "UH", "MD"])
HYPHENS = ("-", "‑")
_LONGEST_PERSON = 4
"""Words of a person's name with its form of address."""
_JOINERS = frozenset(["and", "&", "of", "for"])
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)")


def is_capitalised(token: Token) -> bool:
    """Whether the token starts with a capital letter, or is an initial."""
    return token.text[:1].isupper()


def is_title(token: Token) -> bool:
    """Whether the token is a title before a name: `President`, `Sen.`, `Executive` behind `Chief`."""
    word = token.lower_.rstrip(".")
    is_second = text_before(token) == "Chief" and word in noun_sets().person
    return is_capitalised(token) and (word in noun_sets().titles or is_second)


def through_hyphens(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a name that goes on behind a hyphen: `Park Geun` + `-hye`."""
    while (
        end + 1 < len(doc)
        and doc[end].text in ("-", "‑")
        and not doc[end - 1].whitespace_
        and not doc[end].whitespace_
        and (_goes_on_small(doc, start, end) or joins_names(doc, start, end))
    ):
        end += 2
    return end


def _goes_on_small(doc: Doc, start: int, end: int) -> bool:
    """Whether a second syllable stands behind the hyphen at `end`: `Park Geun-hye`."""
    after = doc[end + 1]
    return (
        after.text[:1].islower()
        and len(after.text) <= 5
        and end - start >= 2
        and after.lower_ not in mention_cues().hyphen_words
    )


def joins_names(doc: Doc, start: int, hyphen: int) -> bool:
    """Whether the hyphen behind a name that starts at `start` joins two halves of it.

    `Hamid Al-Farouqi`, `Jo Lind-Mott` and `AFL-CIO`, but not `Lind-Mott` alone, which may be two people.
    """
    if hyphen + 1 >= len(doc) or hyphen <= start or doc[hyphen].text not in HYPHENS:
        return False
    before, after = doc[hyphen - 1], doc[hyphen + 1]
    if before.whitespace_ or doc[hyphen].whitespace_ or not after.text[:1].isupper():
        return False
    if before.lower_ in mention_cues().particles | mention_cues().fronts_of_names:
        return True
    if before.text.isupper() and after.text.isupper():
        return len(before) > 1 and len(after) > 1
    follows = doc[hyphen + 2] if hyphen + 2 < len(doc) else None
    is_next_name = is_given_name(after.text) and follows is not None and follows.tag_ == "NNP"
    if is_next_name and hyphen - start == 1 and is_given_name(before.text):
        return True  # `Jean-Marc Lind`
    is_called = is_given_name(before.text) or (start > 0 and is_title(doc[start - 1]))
    is_first = hyphen - start == 1 and is_called and follows is not None and follows.tag_ == "NNP"
    if is_first and _is_one_person(doc, start, hyphen + 3):
        return True  # `Jean-Bosco Lind`, `Treasurer Hae-Rin Lind`
    is_person = is_given_name(doc[start].text) or _is_one_person(doc, start, hyphen + 2)
    return hyphen - start >= 2 and is_person and not is_next_name


def _is_one_person(doc: Doc, start: int, end: int) -> bool:
    """Whether the recogniser takes all words of a name for one person's: `Fereidun Lind-Mott`, his title too."""
    is_titled = start > 0 and doc[start].ent_iob_ == "I" and is_title(doc[start - 1])
    is_first = (doc[start].ent_iob_ == "B" or is_titled) and doc[start].ent_type_ == "PERSON"
    return is_first and all(doc[i].ent_iob_ == "I" for i in range(start + 1, min(end, len(doc))))


def through_particles(doc: Doc, start: int, end: int) -> int:
    """Returns the end of an Arab name that goes on behind a particle: `Salem bin Said` + `Al Fahd`."""
    is_cut = end - start > 1 and end < len(doc) and doc[end - 1].lower_ in mention_cues().arab_particles
    end += int(is_cut and doc[end].tag_ == "NNP" and doc[end].text.istitle())  # `Salem bin` + `Said`
    while (
        end - start > 1
        and end + 1 < len(doc)
        and doc[end].lower_ in mention_cues().arab_particles
        and doc[end + 1].tag_ == "NNP"
        and doc[end + 1].text.istitle()
    ):
        end += 2
    return end


def behind_field(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a name without the field of the office before it: `Minister for Roads Jo Lind`."""
    if start < 2 or doc[start - 1].lower_ not in ("for", "of") or not is_title(doc[start - 2]):
        return start
    given = next((i for i in range(start + 1, end - 1) if is_given_name(doc[i].text)), None)
    if given is not None:
        return given
    is_set_off = end < len(doc) and (doc[end].text == "," or doc[end].tag_ in ("VBD", "VBZ", "MD"))
    last = doc[end - 1].lower_
    is_field = last.endswith("s") or last in noun_sets().organisation
    return end - 2 if end - start == 3 and is_set_off and not is_field else start


def without_numbers(doc: Doc, start: int, end: int, label: str) -> int:
    """Returns the end of a name without a rank or a count behind it: `Tom Field 384`, `Air Force 1st`."""
    for i in range(start + 1, end):
        is_count = doc[i].like_num and (label == "PERSON" or _is_share(doc, i))
        if is_count or _ORDINAL.fullmatch(doc[i].text):
            return i
    return end


def _is_share(doc: Doc, at: int) -> bool:
    return at + 1 < len(doc) and doc[at + 1].lower_ in ("%", "percent", "per")


def before_possession(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a name without what its bearer owns: `Rivera` in `Rivera's van`."""
    for i in range(start + 1, end - 1):
        if doc[i].text in ("'s", "’s", "’", "'") and doc[i + 1].text[:1].islower():
            return i
    return end


def behind_owner(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a person's name without what stands before it: `Northgate's Maria Lind`.

    A form of address begins it: `Letters` in `his book Letters Mr Lind said`.
    """
    for i in range(start + 1, end - 1):
        if (doc[i].text in ("'s", "’s") and is_given_name(doc[i + 1].text)) or addresses(doc[i]):
            return i + 1
    return start


def addresses(token: Token) -> bool:
    """Whether a word stands before nobody but persons: `Mr`, `Ms.`."""
    return token.text.istitle() and token.lower_.rstrip(".") in mention_cues().forms_of_address


def is_addressed(doc: Doc, start: int, end: int) -> bool:
    """Whether what seems a body is a person behind a form of address: `Ms Lind`, but no `Dr Lind Clinic`."""
    is_name = 1 < end - start <= _LONGEST_PERSON and not is_title(doc[end - 1])
    return addresses(doc[start]) and is_name and not _names_body(doc, start + 1, end)


def behind_office(doc: Doc, start: int, end: int) -> int:
    """Returns the start of the person who stands behind his office in what seems a body: `Rural MP | Kari Lind`."""
    for i in range(start + 1, end - 2):
        if is_title(doc[i]) and is_given_name(doc[i + 1].text) and end - i - 1 <= _LONGEST_PERSON:
            return start if _names_body(doc, i + 1, end) else i + 1
    return start


def before_body(doc: Doc, start: int, end: int) -> int:
    """Returns the end of the person who stands before his body in what seems one: `Kari Lind | of Nordal Research`."""
    of = next((i for i in range(start + 2, end - 1) if doc[i].lower_ == "of"), None)
    if of is None or of - start > _LONGEST_PERSON or not is_given_name(doc[start].text):
        return end
    is_person = not _names_body(doc, start, of) and not is_title(doc[of - 1])
    return of if is_person and doc[of + 1].text[:1].isupper() else end


def _names_body(doc: Doc, start: int, end: int) -> bool:
    """Whether words of a name tell a body, or join two of them: `Clinic`, `and`."""
    nouns, cues = noun_sets(), mention_cues()
    bodies = nouns.organisation | nouns.public | nouns.media | cues.body_suffixes | cues.firm_suffixes
    words = [doc[i].lower_.rstrip(".") for i in range(start, end)]
    return words[-1] in cues.place_heads | cues.thing_heads or any(
        w in bodies or w in _JOINERS for w in words
    )


def before_leader(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a party's name without the person whose it is: `The Rural Union of Toomas Lind`."""
    of = next((i for i in range(start + 1, end - 2) if doc[i].lower_ == "of"), None)
    if of is None or doc[of - 1].lower_ not in mention_cues().party_heads:
        return end
    is_person = end - of == 3 and is_given_name(doc[of + 1].text) and doc[end - 1].tag_ == "NNP"
    return of if is_person else end


def names_party(doc: Doc, start: int, end: int) -> bool:
    """Whether what seems a people is a party's name: `the Rural Democrats`, but no `Senate Democrats`."""
    if end - start != 2 or start <= 0 or doc[start - 1].lower_ != "the":
        return False
    cues = mention_cues()
    return doc[start].lower_ in cues.fronts_of_parties and doc[end - 1].lower_ in cues.party_heads


def before_halves(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a hyphenated surname with the given name before it: `Jo` before `Lind-Mott`."""
    given = doc[start - 1] if start else doc[0]
    is_halved = end - start == 3 and doc[start + 1].text in HYPHENS
    is_given = given.tag_ == "NNP" and not given.ent_type_ and is_given_name(given.text)
    return start - 1 if start and is_halved and is_given else start


def behind_noun(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a name without the noun that tells what it is: `Bergen daily Nordlys`."""
    nouns = noun_sets()
    for i in range(end - 2, start, -1):
        if doc[i].tag_ in ("NN", "JJ") and any(
            doc[i].text in kind for kind in (nouns.media, nouns.organisation, nouns.person)
        ):
            return i + 1
    return start


def behind_kind_of_firm(doc: Doc, start: int, end: int) -> int:
    """Returns the start of a firm's name without what opens the sentence before it: `Drugmaker Corvane refused`."""
    first = doc[start]
    opens = (
        end - start > 1 and first.is_sent_start is True and first.lower_ in mention_cues().opens_before_firms
    )
    own = noun_sets().organisation | mention_cues().thing_heads
    return (
        start if not opens or doc[end - 1].lower_ in own or is_given_name(doc[start + 1].text) else start + 1
    )


def before_verb(doc: Doc, start: int, end: int) -> int:
    """Returns the end of a name without the clause taken for a part of it: `Cole accused Field`."""
    for i in range(start + 1, end):
        if doc[i].text.islower() and doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return i
    return end


def trim(doc: Doc, start: int, end: int, *, titles: bool = True) -> tuple[int, int]:
    """Returns a name without article, possessive mark and, for a person's, title."""
    while start < end and (
        doc[start].lower_ in ("the", "a", "an", "this", "that", "his", "her", "their", "its", "our", "my")
        or doc[start].is_punct
        or doc[start].is_space
        or (
            titles
            and is_title(doc[start])
            and end - start > 1
            and doc[start + 1].text not in ("of", "for", "'s", "’s")
            and not (end - start == 2 and is_given_name(doc[start].text))  # `Dean Field`
        )
        or doc[start].text in ("-elect", "elect")
        or (titles and _is_noun_before(doc, start, end))
        or (titles and _is_gerund_before(doc, start, end))
        or (
            titles
            and end - start > 2
            and doc[start].is_sent_start is True
            and doc[start].tag_ in _NO_NAME_TAGS
        )
    ):
        start += 1
    while start < end and (
        doc[end - 1].text in ("'s", "’s", "’", "'", "*", "**")
        or (doc[end - 1].is_punct and doc[end - 1].text != ")")
        or doc[end - 1].is_space
        or doc[end - 1].lower_ in ("of", "the", "and", "for")
        or (end - start > 1 and doc[end - 1].text in mention_cues().letters_behind_names)
    ):
        end -= 1
    if end < len(doc) and doc[end].text in SUFFIXES:
        end += 1
    elif end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].text in ("Jr.", "Sr."):
        end += 2
    return start, end


def _is_noun_before(doc: Doc, start: int, end: int) -> bool:
    """Whether a name starts with a noun for a person set large: `Billionaire Tom Field`, `Will Cole win?`."""
    if end - start < 2:
        return False
    token = doc[start]
    if token.tag_ == "MD" and end - start > 1:
        return True
    is_noun = token.lower_ in noun_sets().person and not is_given_name(token.text)
    opens = token.is_sent_start is True or is_given_name(doc[start + 1].text)
    return is_noun and end - start > 2 and opens


def _is_gerund_before(doc: Doc, start: int, end: int) -> bool:
    """Whether a sentence starts with what is done to the name: `Closing Fort Malin`."""
    token = doc[start]
    is_verb = token.tag_ == "VBG" and token.is_sent_start is True
    return is_verb and end - start > 1 and not is_given_name(token.text)
