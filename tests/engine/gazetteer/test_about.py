from watchdesk.engine.gazetteer.about import countries
from watchdesk.engine.records import Attributes, Entity, Mention, Mentions, Place, Span


def named(id: str, at: int, entity: Entity) -> tuple[Entity, Mention]:
    span = Span(at, at + 5)
    return entity, Mention(span, entity.kind, "name", id, span, "x")


def test_a_town_weighs_more_than_where_people_come_from() -> None:
    town = named("n1", 700, Entity("n1", "place", "Osh", place=Place("KG", precision="settlement")))
    guest = named("n2", 700, Entity("n2", "person", "", attributes=Attributes(citizenship=("US",))))
    found = Mentions((town[0], guest[0]), (guest[1], town[1]))
    assert countries(found) == ("KG", "US")


def test_what_stands_first_weighs_more() -> None:
    first = named("n1", 0, Entity("n1", "place", "A", place=Place("KZ", precision="country")))
    later = named("n2", 900, Entity("n2", "place", "B", place=Place("RU", precision="country")))
    found = Mentions((first[0], later[0]), (first[1], later[1]))
    assert countries(found) == ("KZ", "RU")


def test_an_article_without_places_is_about_no_country() -> None:
    assert countries(Mentions()) == ()
