from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from watchdesk.engine import codebook
from watchdesk.engine.records import Modality, Relation

FOLDER = Path(__file__).parent
FILES = sorted([*FOLDER.glob("ru/*.yaml"), *FOLDER.glob("en/*.yaml")])
TYPES = codebook.load().types
FIELDS = {
    "type",
    "target",
    "actor",
    "modality",
    "date",
    "background",
    "attribution",
    "optional",
}


@pytest.mark.parametrize("file", FILES, ids=[f"{f.parent.name}-{f.stem}" for f in FILES])
def test_a_golden_article_is_whole(file) -> None:
    article = yaml.safe_load(file.read_text("utf-8"))
    assert isinstance(article["published"], date)
    assert article["title"]
    assert len(article["text"].split()) > 40
    for event in article["events"]:
        assert event["type"] in TYPES
        assert event.keys() <= FIELDS
        assert event.get("modality", "asserted") in get_args(Modality)
        assert event.get("attribution", "unknown") in get_args(Relation)


@pytest.mark.parametrize(("language", "fewest"), [("ru", 40), ("en", 80)])
def test_every_type_is_told_in_a_golden_article(language, fewest) -> None:
    articles = [yaml.safe_load(f.read_text("utf-8")) for f in FILES if f.parent.name == language]
    assert len(articles) >= fewest
    assert {e["type"] for a in articles for e in a["events"]} == set(TYPES)
