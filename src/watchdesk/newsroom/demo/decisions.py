"""What the demo editor decides, read from its file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import yaml

from watchdesk.engine.records import EntityKind
from watchdesk.harvest.demo.press import DATA

FILE = DATA / "decisions.yaml"


@dataclass(frozen=True, slots=True)
class Correction:
    """What must hold in a report once the editor is done with it."""

    type: str
    target: str
    date: str | None = None
    modality: str | None = None
    background: bool | None = None
    remove: bool = False


@dataclass(frozen=True, slots=True)
class ReportDecision:
    """What is decided of one report."""

    article: str
    at: datetime
    accept: bool
    case: str | None = None
    why: str = ""
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom the demo editor knows."""

    id: str
    kind: EntityKind


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything, in the order of time; posts and alerts as their file has them."""

    about: str
    journalists: str
    cases: Mapping[str, Mapping[str, Any]]
    reports: tuple[ReportDecision, ...]
    posts: Sequence[Mapping[str, Any]]
    alerts: Sequence[Mapping[str, Any]]
    who: Mapping[str, Known]
    """Those whom the editor knows, by every spelling in the demo's articles."""


def read(file: Path = FILE) -> Decisions:
    """Read the decisions."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    site = raw.get("site") or {}
    return Decisions(
        about=site.get("about", ""),
        journalists=site.get("journalists_in_trouble", ""),
        cases=raw.get("cases") or {},
        reports=tuple(sorted(map(_report, raw.get("reports") or ()), key=lambda r: r.at)),
        posts=sorted(raw.get("posts") or (), key=lambda post: moment(post["at"])),
        alerts=sorted(raw.get("alerts") or (), key=lambda alert: moment(alert["at"])),
        who=_who(file.with_name("intended.yaml")),
    )


def moment(value: str | date) -> datetime:
    """Give a moment in UTC, however YAML read it."""
    read_as = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return read_as if read_as.tzinfo else read_as.replace(tzinfo=UTC)


def _who(file: Path) -> dict[str, Known]:
    """Read who is who; where two share a spelling, a person goes before a group or body."""
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))["who"]
    found: dict[str, Known] = {}
    for id, one in sorted(raw.items(), key=lambda item: item[1]["kind"] != "person"):
        for spelling in one["spellings"]:
            found.setdefault(spelling, Known(id, one["kind"]))
    return found


def _report(raw: Mapping[str, Any]) -> ReportDecision:
    return ReportDecision(
        article=raw["article"],
        at=moment(raw["at"]),
        accept=raw["decision"] == "accept",
        case=raw.get("case"),
        why=raw.get("why", ""),
        corrections=tuple(_correction(one) for one in raw.get("corrections", ())),
    )


def _correction(raw: Mapping[str, Any]) -> Correction:
    day = raw.get("date")
    return Correction(
        type=raw["type"],
        target=raw["target"],
        date=str(day) if day is not None else None,
        modality=raw.get("modality"),
        background=raw.get("background"),
        remove=raw.get("remove", False),
    )
