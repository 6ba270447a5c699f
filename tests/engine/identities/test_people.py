"""One key for one person across reports, and never one key for two."""

from datetime import date

from watchdesk.engine.identities.people import resolve
from watchdesk.engine.identities.records import KnownPeople, Person
from watchdesk.engine.records import Article, Attributes, Entity, Report

DAY = date(2026, 3, 1)


def report(
    id: str, *names: str, language: str = "en", ages: dict[str, int] | None = None
) -> Report:
    entities = tuple(
        Entity(f"n{i}", "person", name, attributes=Attributes(age=(ages or {}).get(name)))
        for i, name in enumerate(names)
    )
    return Report(id, Article("", published=DAY, language=language), entities=entities)


def keys(*reports: Report, **more) -> list[tuple[str | None, ...]]:
    found = resolve(reports, **more)
    return [tuple(e.key for e in r.entities) for r in found.reports]


def test_a_person_in_two_scripts_has_one_key() -> None:
    ((one,), (other,)) = keys(report("r1", "Jambolat Mamai"), report("r2", "Жанболат Мамай"))
    assert one == other == "jambolat-mamai"


def test_a_bare_surname_goes_to_its_bearer_in_the_same_report() -> None:
    ((full, bare),) = keys(report("r1", "Aidar Tolegenov", "Tolegenov"))
    assert full == bare


def test_a_bare_surname_with_two_bearers_stays_alone() -> None:
    ((ruslan, rustam, bare),) = keys(
        report("r1", "Ruslan Israpilov", "Rustam Israpilov", "Israpilov")
    )
    assert len({ruslan, rustam, bare}) == 3


def test_bare_surnames_of_two_reports_are_not_one_person_by_themselves() -> None:
    ((one,), (other,)) = keys(report("r1", "Ivanov"), report("r2", "Ivanov"))
    assert one != other


def test_bare_surnames_in_one_company_are_one_person() -> None:
    ((one, _), (other, _)) = keys(
        report("r1", "Ivanov", "Aidar Tolegenov"), report("r2", "Ivanov", "Айдар Толегенов")
    )
    assert one == other


def test_namesakes_of_different_ages_are_two() -> None:
    young = report("r1", "Elmar Guliyev", ages={"Elmar Guliyev": 24})
    old = report("r2", "Elmar Guliyev", ages={"Elmar Guliyev": 61})
    ((one,), (other,)) = keys(young, old)
    assert one != other


def test_a_known_person_keeps_the_id() -> None:
    known = KnownPeople((Person("p-17", ("Жанболат Мамай",)),))
    assert keys(report("r1", "Jambolat Mamai"), known=known) == [("p-17",)]


def test_what_an_editor_parted_stays_apart() -> None:
    known = KnownPeople((), different=frozenset({("r1#n0", "r2#n0")}))
    ((one,), (other,)) = keys(
        report("r1", "Jambolat Mamai"), report("r2", "Жанболат Мамай"), known=known
    )
    assert one != other


def test_what_an_editor_joined_stays_together() -> None:
    known = KnownPeople((), same=frozenset({("r1#n0", "r2#n0")}))
    ((one,), (other,)) = keys(
        report("r1", "Sister Agafia"), report("r2", "Zoya Lukina"), known=known
    )
    assert one == other


def test_every_join_is_explained_and_every_doubt_is_asked() -> None:
    found = resolve([report("r1", "Jambolat Mamai"), report("r2", "Жанболат Мамай")])
    assert [j.decision.answer for j in found.joins] == ["same"]
    assert "names agree" in found.joins[0].decision.reasons[0]
    brothers = resolve([report("r1", "Ruslan Israpilov"), report("r2", "Rustam Israpilov")])
    assert [j.decision.answer for j in brothers.asks] == ["ask"]


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [
        report("r1", "Jambolat Mamai", "Bilash"),
        report("r2", "Жанболат Мамай", language="ru"),
        report("r3", "Serikjan Bilash", "Mamai"),
    ]
    assert resolve(reports).people == resolve(reversed(reports)).people


def test_an_organisation_has_one_key_in_two_scripts() -> None:
    def about(id: str, name: str) -> Report:
        return Report(
            id, Article("", published=DAY), entities=(Entity("n1", "organisation", name),)
        )

    ((one,), (other,), (police,)) = keys(
        about("r1", "Tau Media"), about("r2", "«Тау Медиа»"), about("r3", "Police")
    )
    assert one == other
    assert police is None
