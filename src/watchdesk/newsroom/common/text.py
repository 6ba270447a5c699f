"""Text as a database can hold it."""

from typing import Any

_UNSTORABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def storable(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    r"""Replace NUL and lone surrogates, which PostgreSQL refuses; lengths and spans stay.

    >>> storable({"title": "a\x00b", "n": [1, None]}) == {"title": "a\ufffdb", "n": [1, None]}
    True
    """
    if isinstance(value, str):
        return value.translate(_UNSTORABLE)
    if isinstance(value, dict):
        return {storable(key): storable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [storable(inner) for inner in value]
    return value
