from tests.engine.events.build import only, words_of


def test_who_opened_fire_killed_the_one_who_died_of_it() -> None:
    text = "One student was killed when police opened fire on the crowd."
    assert words_of(only(text, "violence.kill"), "actor", text) == ["police"]


def test_police_that_fired_elsewhere_are_lent_to_nobody() -> None:
    text = "Two students were stabbed to death and police fired several rounds in the air."
    assert words_of(only(text, "violence.kill"), "actor", text) == []
