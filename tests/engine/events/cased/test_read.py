import pytest

from watchdesk.engine.records import Event


def who(event: Event, role: str = "target") -> list[str]:
    return [f.text for f in event.roles.get(role, ())]


def only(found: tuple[Event, ...], type: str) -> Event:
    of_type = [e for e in found if e.type == type]
    assert len(of_type) == 1, found
    return of_type[0]


@pytest.mark.parametrize(
    "text",
    [
        "Полиция задержала Ольгу Ветрову.",
        "Ольгу Ветрову задержала полиция.",
        "Ольгу Ветрову полиция задержала вечером.",
        "Задержала Ольгу Ветрову полиция.",
    ],
)
def test_case_and_not_position_says_who_acts_on_whom(events, text) -> None:
    polis = "Полиция" if "Полиция" in text else "полиция"
    event = only(events(text, **{"Ольгу_Ветрову": "person", polis: "police"}), "custody.detain")
    assert (who(event), who(event, "actor")) == (["Ольгу Ветрову"], [polis])


@pytest.mark.parametrize(
    "text, target",
    [
        ("Андрей Лапин был задержан сотрудниками полиции.", "Андрей Лапин"),
        ("Вчера был задержан журналист Андрей Лапин.", "Андрей Лапин"),
        ("Задержанного Андрея Лапина увезли.", "Андрея Лапина"),
        ("Андрей Лапин, задержанный в пятницу, молчит.", "Андрей Лапин"),
        ("Адвокат Андрея Лапина рассказал о задержании подзащитного.", "подзащитного"),
        ("Задержание Андрея Лапина сняли на видео.", "Андрея Лапина"),
    ],
)
def test_passives_participles_and_nouns_have_their_target(events, text, target) -> None:
    name = "Андрея Лапина" if "Андрея" in text else "Андрей Лапин"
    found = events(text, **{name.replace(" ", "_"): "person"})
    targets = [t for e in found if e.type == "custody.detain" for t in who(e)]
    assert targets == ([target] if target else [])


def test_a_relative_clause_hands_its_noun_to_the_verb(events) -> None:
    text = "Андрей Лапин, которого задержали в пятницу, объявил голодовку в СИЗО."
    found = events(text, Андрей_Лапин="person")
    assert who(only(found, "custody.detain")) == ["Андрей Лапин"]
    assert who(only(found, "illtreat.conditions")) == ["Андрей Лапин"]


def test_every_name_of_a_list_is_a_target(events) -> None:
    text = "Суд приговорил Андрея Лапина, Ольгу Ветрову и Тимура Сагинова к трём годам колонии."
    names = {"Андрея_Лапина": "person", "Ольгу_Ветрову": "person", "Тимура_Сагинова": "person"}
    event = only(events(text, **names, Суд="court"), "legal.convict")
    assert who(event) == ["Андрея Лапина", "Ольгу Ветрову", "Тимура Сагинова"]


def test_joined_verbs_share_subject_and_object(events) -> None:
    text = "Полицейские задержали Андрея Лапина и избили на улице."
    found = events(text, Андрея_Лапина="person", Полицейские="police")
    event = only(found, "violence.assault")
    assert (who(event), who(event, "actor")) == (["Андрея Лапина"], ["Полицейские"])


def test_a_person_after_a_set_phrase_is_the_object_not_its_genitive(events) -> None:
    found = events("Суд заключил под стражу Андрея Лапина.", Андрея_Лапина="person", Суд="court")
    assert who(only(found, "custody.remand")) == ["Андрея Лапина"]


def test_a_brother_is_not_the_man_whose_brother_he_is(events) -> None:
    found = events("Брата Андрея Лапина задержали.", Андрея_Лапина="person")
    assert [who(e) for e in found if who(e) == ["Андрея Лапина"]] == []


def test_the_dative_is_who_a_charge_is_brought_against(events) -> None:
    text = "Андрею Лапину предъявили обвинение в отмывании денег."
    event = only(events(text, Андрею_Лапину="person"), "legal.charge")
    assert who(event) == ["Андрею Лапину"]
    assert [f.code for f in event.roles["charge"]] == ["money-laundering"]


@pytest.mark.parametrize(
    "text, modality",
    [
        ("Андрея Лапина не задержали.", "negated"),
        ("Андрея Лапина могут задержать.", "hypothetical"),
        ("Правозащитники потребовали освободить Андрея Лапина.", "demanded"),
        ("Полиция отрицает, что избила Андрея Лапина.", "denied"),
        ("Суд над Андреем Лапиным назначен на май.", "planned"),
        ("Андрея Лапина не только задержали.", "asserted"),
    ],
)
def test_words_around_an_act_say_how_real_it_is(events, text, modality) -> None:
    name = "Андреем_Лапиным" if "Андреем" in text else "Андрея_Лапина"
    found = events(text, **{name: "person"})
    assert [e.modality for e in found if "target" in e.roles] == [modality]


@pytest.mark.parametrize(
    "text, kind, length",
    [
        ("Суд приговорил Андрея Лапина к трём годам условно.", "suspended", "P3Y"),
        ("Суд приговорил Андрея Лапина к трём годам и шести месяцам колонии общего режима.", "prison", "P3Y6M"),
        ("Суд арестовал Андрея Лапина на 15 суток.", "administrative_arrest", "P15D"),
        ("Суд приговорил Андрея Лапина к пожизненному лишению свободы.", "life", None),
        ("Суд оштрафовал Андрея Лапина на 30 тысяч рублей.", "fine", None),
        ("Суд приговорил Андрея Лапина к двум годам ограничения свободы.", "restricted_liberty", "P2Y"),
    ],
)  # fmt: skip
def test_a_penalty_has_its_kind_and_length(events, text, kind, length) -> None:
    event = only(events(text, Андрея_Лапина="person", Суд="court"), "legal.convict")
    assert [(f.kind, f.length) for f in event.roles["sentence"]] == [(kind, length)]


def test_an_article_of_a_law_is_read_as_written(events) -> None:
    text = "Андрею Лапину вменяют часть 2 статьи 280.3 УК РФ."
    event = only(events(text, Андрею_Лапину="person"), "legal.charge")
    assert [f.article for f in event.roles["article"]] == ["280.3"]


@pytest.mark.parametrize("length", ["10 лет", "семь лет"])
def test_a_rule_may_need_a_number_in_digits_or_words(events, length) -> None:
    found = events(f"Андрей Лапин получил {length} за взятку.", Андрей_Лапин="person")
    assert who(only(found, "legal.convict")) == ["Андрей Лапин"]
