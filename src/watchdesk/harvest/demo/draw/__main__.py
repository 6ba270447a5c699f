"""Draw every picture into `data/pictures` (or the folder given)."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from watchdesk.harvest.demo.draw import scenes_law as law
from watchdesk.harvest.demo.draw import scenes_places as places
from watchdesk.harvest.demo.draw import scenes_press as press
from watchdesk.harvest.demo.draw.canvas import Canvas
from watchdesk.harvest.demo.press import DATA

SCENES: Mapping[str, Callable[[Canvas], None]] = {
    "airport": places.airport,
    "bus-snow": places.bus_snow,
    "chair": law.chair,
    "cinema": places.cinema,
    "courthouse": law.courthouse,
    "courtroom": law.courtroom,
    "crowd": places.crowd,
    "door": law.door,
    "harbour": places.harbour,
    "laptop": press.laptop,
    "law-book": law.law_book,
    "market": places.market,
    "microphone": press.microphone,
    "mountain-road": places.mountain_road,
    "newsroom": press.newsroom,
    "oilfield": places.oilfield,
    "papers": press.papers,
    "parliament": law.parliament,
    "police-line": law.police_line,
    "prayer-house": places.prayer_house,
    "prison-fence": law.prison_fence,
    "radio": press.radio,
    "skyline": places.skyline,
    "square": places.square,
    "stadium": places.stadium,
    "street-cameras": press.cameras,
}


def draw_all(folder: Path) -> None:
    """Draw every scene into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, scene) in enumerate(SCENES.items()):
        canvas = Canvas(number)
        scene(canvas)
        canvas.save(folder / f"{name}.jpg")


if __name__ == "__main__":
    draw_all(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "pictures")
