from itertools import product
from pathlib import Path

import pytest
import yaml

from watchdesk.engine.codebook.statuses import NONE, load_statuses, next_state

BOOK = load_statuses()
DATA = Path(__file__).parents[3] / "src/watchdesk/engine/codebook/data"
VOCABULARY = {
    *("summoned", "detained", "pretrial_custody", "restrained", "charged_at_liberty"),
    *("convicted_custodial", "convicted_noncustodial", "released_served", "released_other"),
    *("cleared", "wanted_abroad", "disappeared", "held_by_nonstate", "dead", "unknown_since"),
}


def test_every_state_of_the_vocabulary_has_a_file() -> None:
    assert set(BOOK) == VOCABULARY


def test_every_act_and_state_named_in_a_status_exists() -> None:
    types = {file.stem for file in (DATA / "events").glob("*.yaml")}
    for status in BOOK.values():
        assert {e.act for e in status.entered_by} | status.unmoved_by <= types
        for entry in status.entered_by:
            assert (entry.origins or frozenset()) <= VOCABULARY | {NONE}


def test_every_state_that_a_type_names_can_be_entered_by_that_type() -> None:
    for file in (DATA / "events").glob("*.yaml"):
        kind = yaml.safe_load(file.read_text(encoding="utf-8"))
        if kind["state"]:
            assert kind["code"] in {e.act for e in BOOK[kind["state"]].entered_by}


def test_one_act_never_leads_to_two_states() -> None:
    fillers = [
        {"sentence": frozenset(["prison"])},
        {"sentence": frozenset(["fine"])},
        {"sentence": frozenset(["prison"]), "in_absentia": frozenset(["in_absentia"])},
        {"how": frozenset(["term_served"])},
        {"result": frozenset(["quashed_retrial"])},
        {},
    ]
    acts = {e.act for s in BOOK.values() for e in s.entered_by}
    for act, state, given in product(acts, [None, *BOOK], fillers):
        reached = [
            s.code
            for s in BOOK.values()
            for e in s.entered_by
            if e.act == act and e.allows(state, given)
        ]
        assert len(set(reached)) <= 1, (act, state, given, reached)


@pytest.mark.parametrize(
    "act, state, fillers, reached",
    [
        ("custody.detain", None, {}, "detained"),
        ("legal.charge", "detained", {}, None),
        ("legal.convict", "pretrial_custody", {"sentence": ["prison"]}, "convicted_custodial"),
        (
            "legal.convict",
            "pretrial_custody",
            {"sentence": ["suspended"]},
            "convicted_noncustodial",
        ),
        (
            "legal.convict",
            "charged_at_liberty",
            {"sentence": ["prison"], "in_absentia": ["yes"]},
            "wanted_abroad",
        ),
        ("release.free", "convicted_custodial", {"how": ["term_served"]}, "released_served"),
        ("release.free", "detained", {}, "released_other"),
        ("custody.remand", "convicted_custodial", {}, None),
        ("violence.kill", "detained", {"outcome": ["attempted"]}, None),
        ("violence.kill", "convicted_custodial", {}, "dead"),
    ],
)
def test_acts_lead_where_an_analyst_would_expect(act, state, fillers, reached) -> None:
    given = {role: frozenset(values) for role, values in fillers.items()}
    assert next_state(act, state, given) == reached
