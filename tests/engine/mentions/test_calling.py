from .reading import Reading


def test_the_journalist_is_the_one_journalist_named() -> None:
    read = Reading("Reporter Ann Lee was held in Minsk. The reporter was fined.")
    assert read.bearer("The reporter") == "Ann Lee"


def test_of_two_journalists_none_is_guessed() -> None:
    read = Reading("Reporter Ann Lee and reporter Bob Ray were held. The reporter was fined.")
    assert read.bearer("The reporter") == ""


def test_she_is_the_woman_named_before() -> None:
    read = Reading("Mary Lee met Mr Bob Ray. She was held.")
    assert read.bearer("She") == "Mary Lee"


def test_he_is_not_a_woman() -> None:
    read = Reading("Mary Lee was held. He left.")
    assert read.bearer("He") == ""


def test_a_pronoun_far_from_any_name_stays_open() -> None:
    read = Reading("Mr Bob Ray met Mr Tom Poe. It rained. It snowed. It hailed. He left.")
    assert read.bearer("He") == ""


def test_a_pronoun_is_the_only_person_named_so_far() -> None:
    read = Reading("Mr Bob Ray spoke. It rained. It snowed. It hailed. He left.")
    assert read.bearer("He") == "Bob Ray"


def test_an_object_is_not_the_subject_of_its_clause() -> None:
    read = Reading("Mr Bob Ray was detained. On Friday the judge ordered him held.")
    assert read.bearer("him") == "Bob Ray"
    read = Reading("Адвокат приехал к Ивану Лапину. Следователь допросил его.", "ru")
    assert read.bearer("его") == "Иван Лапин"


def test_police_are_one_group_however_often_they_are_named() -> None:
    read = Reading("Police came. The police left.")
    assert [m.entity for m in read.found.mentions] == ["n1", "n1"]


def test_groups_of_other_size_are_others() -> None:
    read = Reading("Three activists were held. Two activists were freed.")
    assert len({m.entity for m in read.found.mentions}) == 2


def test_a_russian_pronoun_goes_to_a_person_only_where_the_sex_is_known() -> None:
    read = Reading("Мария Светлова пришла в партию. Она её покинула.", "ru")
    assert read.bearer("Она") == "Мария Светлова"


def test_they_are_the_people_named_together() -> None:
    read = Reading("Mr Bob Ray and Ms Ann Lee held a poster. Police detained them.")
    group = next(e for e in read.found.entities if e.id == read.mention("them").entity)
    members = [e.name for e in read.found.entities if e.id in group.members]
    assert members == ["Bob Ray", "Ann Lee"]
