"""Lets worker processes find the functions that these tests give them."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _other_processes_find_the_tests(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(request.config.rootpath)
        yield
