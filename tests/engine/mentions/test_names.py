import pytest

from .reading import Reading


@pytest.mark.parametrize(
    "text, names",
    [
        ("Police Commissioner Arman Serikov spoke.", ["Arman Serikov"]),
        (
            "Kazakh President Daulet Omarov and Mr Ivan Petrov met.",
            ["Daulet Omarov", "Ivan Petrov"],
        ),
        ("Zhanbolat Mamai spoke. Mamai left.", ["Zhanbolat Mamai"]),
        ("The Ministry of Internal Affairs denied it.", []),
    ],
)
def test_people_are_named_without_their_titles(text: str, names: list[str]) -> None:
    assert Reading(text).names("person") == names


@pytest.mark.parametrize(
    "text, name, actor",
    [
        (
            "The Ministry of Internal Affairs denied it.",
            "Ministry of Internal Affairs",
            "government",
        ),
        ("The Basmanny District Court ruled.", "Basmanny District Court", "court"),
        ("The FSB searched it.", "FSB", "security_service"),
        ("Reuters reported it.", "Reuters", "media"),
    ],
)
def test_bodies_are_named_and_known_as_actors(text: str, name: str, actor: str) -> None:
    entity = Reading(text).entity(name)
    assert (entity.kind, entity.attributes.actor_kind) == ("organisation", actor)


def test_an_acronym_in_brackets_is_the_body_before_it() -> None:
    read = Reading("The Committee to Protect Journalists (CPJ) wrote. CPJ waits.")
    assert read.names("organisation") == ["Committee to Protect Journalists"]


def test_a_month_that_is_a_given_name_is_a_name() -> None:
    assert Reading("Trade unionist Jan Sithole was freed.").names("person") == ["Jan Sithole"]


def test_a_name_may_begin_with_a_small_letter() -> None:
    assert Reading("Police in eSwatini arrested him.").names("place") == ["eSwatini"]
