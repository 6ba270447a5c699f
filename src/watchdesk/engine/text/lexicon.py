"""What a language is like: its function words, numbers, cues and grammar, read from one file.

`languages/<language>.yaml` has one section a subject; each is owned by the room that reads it and
described in docs/reference/codebook-format.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from watchdesk.engine.errors import CodebookError
from watchdesk.engine.text import plain_yaml
from watchdesk.engine.text.words import fold


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The sections of one language's file, as YAML gives them."""

    language: str
    sections: Mapping[str, Any] = field(default_factory=dict)

    def words(self, section: str) -> frozenset[str]:
        """Give a section that is a list of words, folded; empty where the language has none."""
        return frozenset(fold(str(word)) for word in self.sections.get(section) or ())

    def table(self, section: str) -> Mapping[str, Any]:
        """Give a section that is a mapping; empty where the language has none."""
        found = self.sections.get(section) or {}
        if not isinstance(found, dict):
            raise CodebookError(f"{self.language}.yaml", f"{section}: no mapping")
        return found

    def rows(self, section: str) -> tuple[Mapping[str, Any], ...]:
        """Give a section that is a list of mappings; empty where the language has none."""
        return tuple(self.sections.get(section) or ())


@cache
def load(language: str) -> Lexicon | None:
    """Load the lexicon of a language, once; None where there is no file for it.

    Raises:
        CodebookError: the file is no YAML, or no mapping of sections.
    """
    file = files(__package__) / "languages" / f"{language}.yaml"
    return Lexicon(language, plain_yaml.read(file)) if file.is_file() else None
