from datetime import date

import pytest

from watchdesk.engine.mentions.find import find
from watchdesk.engine.records import Article, Mentions, Span

from .reading import Reading

KAZAKH = """Kazakh police detained opposition activist Zhanbolat Mamai, 31, and his wife Inga Imanbai \
outside a court in Almaty on Friday. The couple were taken away. Mamai, a former newspaper editor, \
told reporters that he had been beaten. At least 39 people were arrested."""


def test_every_span_holds_the_words_it_stands_for() -> None:
    read = Reading(KAZAKH)
    for mention in read.found.mentions:
        assert mention.head in mention.span
        assert mention.span.of(KAZAKH).strip() == mention.span.of(KAZAKH) != ""
    assert all(d.span.of(KAZAKH) == d.text for e in read.found.entities for d in e.descriptions)


def test_mentions_stand_in_text_order_and_entities_are_numbered_by_their_first() -> None:
    found = Reading(KAZAKH).found
    assert list(found.mentions) == sorted(found.mentions, key=lambda m: m.span)
    firsts = {m.entity: m.span for m in reversed(found.mentions)}
    numbered = [e.id for e in found.entities if e.id in firsts]
    assert numbered == sorted(firsts, key=lambda id: firsts[id])


def test_a_person_has_age_calling_and_kind() -> None:
    mamai = Reading(KAZAKH).entity("Zhanbolat Mamai")
    assert mamai.attributes.age == 31
    assert mamai.attributes.age_group == "adult"
    assert {"opposition activist", "editor"} <= set(mamai.attributes.occupation)
    assert {"activist", "journalist"} <= set(mamai.attributes.person_kinds)


def test_an_age_is_not_given_to_the_next_person_named() -> None:
    assert Reading(KAZAKH).entity("Inga Imanbai").attributes.age is None


def test_a_surname_alone_is_the_person_named_before() -> None:
    assert Reading(KAZAKH).bearer("Mamai") == "Zhanbolat Mamai"


def test_the_couple_is_a_group_of_the_two_named() -> None:
    read = Reading(KAZAKH)
    couple = read.entity("The couple")
    members = [e.name for e in read.found.entities if e.id in couple.members]
    assert (couple.kind, members) == ("group", ["Zhanbolat Mamai", "Inga Imanbai"])


def test_at_least_leaves_the_upper_end_open() -> None:
    mention = Reading(KAZAKH).mention("At least 39 people")
    assert (mention.at_least, mention.at_most, mention.number) == (39, None, "plur")


def test_police_of_a_country_is_a_group_that_acts() -> None:
    police = Reading(KAZAKH).entity("Kazakh police")
    assert (police.kind, police.attributes.actor_kind) == ("group", "police")
    assert police.attributes.citizenship == ("KZ",)


def test_a_group_named_by_its_calling_has_an_unnamed_person_for_its_members() -> None:
    read = Reading("Police beat two journalists in Minsk.")
    group = read.entity("two journalists")
    (member,) = [e for e in read.found.entities if e.id in group.members]
    assert (member.kind, member.name, member.attributes.person_kinds) == (
        "person",
        "",
        ("journalist",),
    )


def test_a_nameless_person_has_descriptions_but_no_place_where_it_is_named() -> None:
    read = Reading("A lawyer was questioned.")
    (lawyer,) = read.found.entities
    assert (lawyer.name, lawyer.mentions, lawyer.descriptions[0].text) == ("", (), "lawyer")


def test_a_language_without_words_gives_dates_at_most() -> None:
    text = "Hann var handtekinn."
    assert find(Article(text, language="is"), [Span(0, len(text))]) == Mentions()
    assert find(Article(text, language="und"), [Span(0, len(text))]) == Mentions()
    assert find(Article(text), [Span(0, len(text))]) == Mentions()


def test_an_empty_article_has_nobody() -> None:
    assert find(Article("", language="en"), []) == Mentions()
    assert find(Article("", language="ru"), []) == Mentions()


RUSSIAN = """Двоих журналистов избили в Бишкеке 21 февраля. Сотрудники ФСБ пришли с обыском к правозащитнику \
Льву Кораблёву. Адвокат Светловой Ольга Рудая сообщила, что суд отказал. Кораблёва оштрафовали \
по статье 20.3 КоАП РФ. Полиция задержала не менее 39 человек."""


@pytest.fixture(scope="module")
def russian() -> Reading:
    return Reading(RUSSIAN, "ru", date(2022, 2, 24))


def test_russian_names_are_given_in_their_base_form(russian: Reading) -> None:
    assert {"Лев Кораблёв", "Ольга Рудая"} <= set(russian.names("person"))
    assert russian.bearer("Кораблёва") == "Лев Кораблёв"


def test_a_russian_office_goes_to_the_name_that_bears_it(russian: Reading) -> None:
    assert russian.entity("Лев Кораблёв").attributes.person_kinds == ("human_rights_defender",)
    assert russian.entity("Ольга Рудая").attributes.occupation == ("адвокат",)


def test_russian_nouns_are_found_in_any_case_with_their_actor(russian: Reading) -> None:
    assert russian.entity("Сотрудники ФСБ").attributes.actor_kind == "security_service"
    assert russian.mention("Двоих журналистов").at_least == 2
    assert russian.mention("не менее 39 человек").at_least == 39


def test_russian_places_resolve_from_their_inflected_names(russian: Reading) -> None:
    place = russian.entity("Бишкек").place
    assert place
    assert (place.country, place.geonames, place.precision) == ("KG", 1528675, "settlement")


def test_laws_are_instruments(russian: Reading) -> None:
    assert russian.names("legal_instrument") == ["статье 20.3 КоАП РФ"]
    assert Reading("He was charged under Article 174 of the Criminal Code.").names(
        "legal_instrument"
    ) == ["Article 174 of the Criminal Code"]


def test_a_language_is_added_with_files_alone() -> None:
    read = Reading("Поліція затримала активістку Марію Світлову в Одеській області.", "uk")
    person = read.entity("Марія Світлова")
    assert person.attributes.person_kinds == ("activist",)
    assert [e.place.country for e in read.found.entities if e.place] == ["UA"]
