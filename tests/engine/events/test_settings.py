from tests.engine.events.build import only, words_of


def place(text: str) -> list[str]:
    return words_of(only(text, "custody.detain"), "place", text)


def test_an_act_in_a_country_took_place_in_the_town_that_is_named_beside_it() -> None:
    text = (
        "Editor Aru Kenzhe came to Almaty in May. She was arrested there, as others in Kazakhstan."
    )
    assert place(text) == ["Almaty"]


def test_a_town_of_another_country_is_not_the_place() -> None:
    text = "Editor Aru Kenzhe came from Paris in May. She was arrested in Kazakhstan."
    assert place(text) == ["Kazakhstan"]
