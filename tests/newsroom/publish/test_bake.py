import gzip
from dataclasses import replace

import brotli
import pytest

from tests.newsroom.publish.sample import post, site
from watchdesk.newsroom.publish.bake import BakeError, bake
from watchdesk.newsroom.publish.pages import File


def test_a_second_baking_of_the_same_site_writes_nothing(tmp_path) -> None:
    first = bake(site(), tmp_path)
    second = bake(site(), tmp_path)
    assert first.written == first.files > 30
    assert (second.written, second.removed) == (0, 0)


def test_compressed_twins_hold_the_same_page(tmp_path) -> None:
    bake(site(), tmp_path)
    page = (tmp_path / "index.html").read_bytes()
    assert gzip.decompress((tmp_path / "index.html.gz").read_bytes()) == page
    assert brotli.decompress((tmp_path / "index.html.br").read_bytes()) == page


def test_a_withdrawn_post_leaves_no_file_behind(tmp_path) -> None:
    bake(site(), tmp_path)
    smaller = replace(site(), posts=(post(0),))
    baked = bake(smaller, tmp_path)
    assert baked.removed > 0
    assert not (tmp_path / "posts/post-5").exists()
    assert not (tmp_path / "page").exists()


def test_files_of_others_in_the_folder_stay(tmp_path) -> None:
    (tmp_path / "CNAME").write_text("watchdog.invalid")
    bake(site(), tmp_path)
    bake(site(posts=()), tmp_path)
    assert (tmp_path / "CNAME").read_text() == "watchdog.invalid"


def test_two_posts_with_one_address_are_refused_before_anything_is_written(tmp_path) -> None:
    with pytest.raises(BakeError, match=r"posts/post-1/index\.html"):
        bake(site(posts=(post(1), post(1))), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_path_that_leaves_the_folder_is_refused(tmp_path) -> None:
    with pytest.raises(BakeError, match="leaves the folder"):
        bake(site(), tmp_path / "out", [File("../evil.jpg", b"x")])
    assert not (tmp_path / "evil.jpg").exists()


def test_a_baking_cut_short_is_repaired_by_the_next(tmp_path) -> None:
    bake(site(), tmp_path)
    (tmp_path / "index.html.br").unlink()
    (tmp_path / ".index.html.new").write_bytes(b"half a pa")
    assert bake(site(), tmp_path).written == 1
    assert (tmp_path / "index.html.br").exists()
