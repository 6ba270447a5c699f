"""What the public site is made of.  Everything here was decided by an editor.

HTML fields are sanitised before they come here.  Paths begin with a slash and are relative to the
root of the site.  Times are aware datetimes.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SiteImage:
    """A picture with everything a reader may need; `path` is where the file lies on the site."""

    path: str
    alt: str
    caption: str = ""
    credit: str = ""
    width: int = 1200
    height: int = 800


@dataclass(frozen=True, slots=True)
class SiteSource:
    """A report that a claim rests on, with the words it was read from, where they are shown."""

    outlet: str
    title: str
    url: str | None = None
    published: date | None = None
    language: str | None = None
    outlet_kind: str = ""
    """independent, state, wire, ngo or official."""
    words: str = ""


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A labelled way to another page of the site."""

    label: str
    path: str


@dataclass(frozen=True, slots=True)
class SitePost:
    """A post of the blog."""

    slug: str
    title: str
    standfirst: str
    body_html: str
    published_at: datetime
    author: str = ""
    image: SiteImage | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes."""
    themes: tuple[str, ...] = ()
    case: SiteLink | None = None
    sources: tuple[SiteSource, ...] = ()
    corrected_at: datetime | None = None
    correction: str = ""


@dataclass(frozen=True, slots=True)
class SiteAlert:
    """A line of breaking news; `post_path` once a post completes it."""

    text: str
    published_at: datetime
    post_path: str | None = None


@dataclass(frozen=True, slots=True)
class SiteReason:
    """One act that led to a state, with its day in words, and the outlets that tell of it."""

    text: str
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteState:
    """Where a person stands, since when, and why we say so.  `person` is empty if withheld.

    `badge` is the label, short; empty where no state is known, and `doubt` then says so.
    """

    person: str
    state: str
    label: str
    badge: str
    since: str | None = None
    """EDTF."""
    days: int | None = None
    """How long somebody has been in custody now, both ends counted."""
    because: tuple[SiteReason, ...] = ()
    doubt: str = ""
    kinds: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteConflict:
    """One point on which sources differ: every value with who says it."""

    point: str
    values: tuple[tuple[str, tuple[SiteSource, ...]], ...]


@dataclass(frozen=True, slots=True)
class SiteAct:
    """One act of a case's timeline."""

    edtf: str | None
    label: str
    summary: str
    modality: str = "asserted"
    place: str = ""
    background: bool = False
    quoted: SiteSource | None = None
    """The source whose words stand below the sentence."""
    sources: tuple[SiteSource, ...] = ()
    """The others, one an outlet."""
    conflicts: tuple[SiteConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteCase:
    """One affair: who, what happened, where they stand, and who says so."""

    slug: str
    title: str
    summary: str
    countries: tuple[str, ...]
    updated_at: datetime
    states: tuple[SiteState, ...] = ()
    acts: tuple[SiteAct, ...] = ()
    sources: tuple[SiteSource, ...] = ()
    independent_sources: int = 0
    posts: tuple[SiteLink, ...] = ()
    alarms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteJournalist:
    """A row of Journalists in Trouble."""

    name: str
    outlet: str
    country: str | None
    state: SiteState
    case: SiteLink


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site at one moment.  Posts and alerts come newest first."""

    title: str
    mission: str
    base_url: str
    """Absolute address without a trailing slash; feeds need it."""
    generated_at: datetime
    posts: tuple[SitePost, ...] = ()
    alerts: tuple[SiteAlert, ...] = ()
    cases: tuple[SiteCase, ...] = ()
    journalists: tuple[SiteJournalist, ...] = ()
    about_html: str = ""
    journalists_html: str = ""
    contact: str = ""
    notice: str = ""
    """A line shown on every page, such as that all of this is a demonstration."""
