import pytest

from .reading import Reading


@pytest.mark.parametrize(
    "text, name, occupation",
    [
        ("Activist Ann Lee was held.", "Ann Lee", "activist"),
        ("Ann Lee, 34, a reporter, was held.", "Ann Lee", "reporter"),
        ("The editor, Ann Lee, was held.", "Ann Lee", "editor"),
        ("A spokeswoman for the Interior Ministry, Ann Lee, denied it.", "Ann Lee", "spokeswoman"),
        ("Journalist and poet Ann Lee was held.", "Ann Lee", "journalist"),
        ("Ann Lee is a lawyer.", "Ann Lee", "lawyer"),
        ("Police held journalists Ann Lee and Bob Ray.", "Bob Ray", "journalist"),
        ("Two activists, Ann Lee and Bob Ray, disappeared.", "Ann Lee", "activist"),
    ],
)
def test_a_noun_beside_a_name_says_what_its_bearer_is(
    text: str, name: str, occupation: str
) -> None:
    assert occupation in Reading(text).entity(name).attributes.occupation


def test_a_noun_across_a_verb_is_somebody_else() -> None:
    read = Reading("A lawyer saw Ann Lee.")
    assert read.entity("Ann Lee").attributes.occupation == ()


@pytest.mark.parametrize(
    "text, name, body, kind",
    [
        ("Ann Lee, head of the Teachers' Union, spoke.", "Ann Lee", "Teachers ' Union", None),
        ("Reuters journalist Ann Lee spoke.", "Ann Lee", "Reuters", "journalist"),
    ],
)
def test_people_belong_to_the_body_beside_their_calling(
    text: str, name: str, body: str, kind: str | None
) -> None:
    attributes = Reading(text).entity(name).attributes
    assert kind is None or kind in attributes.person_kinds
    assert body in attributes.affiliation or kind is None


@pytest.mark.parametrize(
    "text, name, kind",
    [
        ("A reporter of the site, Ivan Petrov, was held.", "Ivan Petrov", "journalist"),
        ("Ivan Petrov, one of several journalists, was held.", "Ivan Petrov", "journalist"),
        ("Ivan Petrov, who writes for Reuters, was held.", "Ivan Petrov", "journalist"),
        (
            "Two reporters for Belsat -- Ivan Petrov, 27, and Ann Lee -- left.",
            "Ann Lee",
            "journalist",
        ),
        ("The jailed journalists are Ivan Petrov of Reuters and Ann Lee.", "Ann Lee", "journalist"),
        ("They held journalist Mr Ivan Petrov.", "Ivan Petrov", "journalist"),
        ("Another blogger and poet, Ivan Petrov, was held.", "Ivan Petrov", "journalist"),
        ("MINSK, Belarus -- Ivan Petrov, an activist, was held.", "Ivan Petrov", "activist"),
        ("Kazan Mayor Ivan Petrov was held.", "Ivan Petrov", "official"),
    ],
)
def test_people_are_of_the_kind_that_words_near_them_tell(text: str, name: str, kind: str) -> None:
    assert kind in Reading(text).entity(name).attributes.person_kinds
