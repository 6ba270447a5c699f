"""The store of the tests keeps the contract; the newsroom runs the same clauses on its own."""

import pytest

from tests.harvest.plain_store import PlainStore
from tests.harvest.store_contract import CONTRACT, Clause, Subject


@pytest.mark.parametrize("clause", CONTRACT, ids=lambda clause: clause.__name__)
def test_the_plain_store_keeps_the_contract(clause: Clause) -> None:
    store = PlainStore()
    clause(
        Subject(
            store,
            kept=lambda: [(r.page.url, r.kept.sha256) for r in store.readings()],
            given_up=store.given_up,
        )
    )
    store.rows.close()


def test_the_contract_has_clauses() -> None:
    assert len(CONTRACT) >= 26
