"""Read the gazetteer's YAML files."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from watchdesk.engine.errors import CodebookError


@cache
def read(name: str) -> Any:  # noqa: ANN401  (what a file holds, its reader knows)
    """Give the content of `data/<name>`, or None where there is no such file.

    Raises:
        CodebookError: the file is no YAML.
    """
    file = files(__package__) / "data" / name
    if not file.is_file():
        return None
    try:
        return yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise CodebookError(f"gazetteer/data/{name}", " ".join(str(error).split())) from error
