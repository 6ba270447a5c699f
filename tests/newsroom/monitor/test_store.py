"""The store of the newsroom keeps the harvest's contract on both databases."""

import pytest

from tests.harvest.store_contract import CONTRACT, Clause, Subject
from watchdesk.newsroom.monitor import models
from watchdesk.newsroom.monitor.store import OrmStore


def kept() -> list[tuple[str, str]]:
    captures = models.Capture.objects.filter(article__isnull=False).order_by("pk")
    return list(captures.values_list("page__url", "sha256"))


def given_up() -> dict[str, str]:
    pages = models.PageTask.objects.filter(due_at=None, error__isnull=False)
    return dict(pages.values_list("url", "error"))


@pytest.mark.django_db
@pytest.mark.parametrize("clause", CONTRACT, ids=lambda clause: clause.__name__)
def test_the_store_keeps_the_contract(clause: Clause) -> None:
    clause(Subject(OrmStore(), kept=kept, given_up=given_up))
