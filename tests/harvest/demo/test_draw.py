from pathlib import Path

from watchdesk.harvest.demo.draw.__main__ import SCENES
from watchdesk.harvest.demo.draw.canvas import Canvas
from watchdesk.harvest.demo.press import load


def test_there_is_a_scene_for_every_picture_described() -> None:
    assert set(SCENES) == set(load().alts)


def test_a_scene_is_drawn_the_same_every_time(tmp_path: Path) -> None:
    drawn = []
    for name in ("one.jpg", "two.jpg"):
        canvas = Canvas(9)
        SCENES["harbour"](canvas)
        canvas.save(tmp_path / name)
        drawn.append((tmp_path / name).read_bytes())
    assert drawn[0] == drawn[1]
