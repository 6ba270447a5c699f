"""Read YAML files in which "on", "no" and "yes" are words, not truth values."""

from importlib.resources.abc import Traversable
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError


class Loader(yaml.CSafeLoader):
    """YAML 1.1 without its surprising booleans; only `true` and `false` stay."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in kinds if first in "tf" or not tag.endswith(":bool")]
    for first, kinds in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def read(file: Traversable) -> dict[str, Any]:
    """Read one file, whose top must be a mapping.

    Raises:
        CodebookError: the file is no YAML or holds something else.
    """
    try:
        raw = yaml.load(file.read_text("utf-8"), Loader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CodebookError(file.name, f"no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(raw, dict):
        raise CodebookError(file.name, "no mapping of fields")
    return raw
