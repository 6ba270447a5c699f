from watchdesk.engine.text.morphology import forms, lemma, nominals, readings


def test_words_fold_to_their_base_form() -> None:
    assert [lemma(w, "ru") for w in ("активистов", "ребёнка")] == ["активист", "ребенок"]
    assert lemma("активістів", "uk") == "активіст"


def test_a_verb_is_no_noun_but_its_participle_can_be() -> None:
    assert nominals("задержали", "ru") == ()
    assert nominals("задержанных", "ru") == ("задержанный",)


def test_readings_tell_gender_number_and_case() -> None:
    (reading,) = readings("активистку", "ru")
    assert (reading.gender, reading.number, reading.case) == ("femn", "sing", "accs")


def test_other_languages_keep_their_words() -> None:
    assert lemma("Activists", "en") == "activists"
    assert forms("year", "en") == {"year"}
    assert readings("activists", "en") == ()
