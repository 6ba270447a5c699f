from lxml.html import HtmlElement, fromstring

from watchdesk.engine.articles.siblings import whole

SAID = [
    f"It was day {n} of the trial, and the court heard one more witness of the protest."
    for n in range(12)
]


def box(*said: str, made: str = "body") -> str:
    return f'<div class="{made}">' + "".join(f"<p>{words}</p>" for words in said) + "</div>"


def page(*boxes: str) -> HtmlElement:
    return fromstring("<html><body>" + "<aside>Buy</aside>".join(boxes) + "</body></html>")


def test_the_rest_of_a_text_stands_in_boxes_of_the_same_make() -> None:
    tree = page(box(*SAID[:4]), box(*SAID[4:8]), box(*SAID[8:]), box("Other news", made="teaser"))
    assert whole(tree, "\n".join(SAID[:4])) == "\n".join(SAID)


def test_a_text_that_is_whole_stays_as_it_is() -> None:
    assert whole(page(box(*SAID)), "\n".join(SAID)) is None
    assert whole(page(box(*SAID[:4]), box(*SAID[4:], made="comments")), "\n".join(SAID[:4])) is None


def test_boxes_of_many_other_articles_are_not_the_rest() -> None:
    others = [box(*(f"{words} ({n})" for words in SAID)) for n in range(5)]
    assert whole(page(box(*SAID[:4]), *others), "\n".join(SAID[:4])) is None
