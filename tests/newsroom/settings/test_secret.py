from pathlib import Path

from watchdesk.newsroom.settings.secret import FILE, secret_key


def test_the_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) > 50
    assert secret_key(tmp_path) == key
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_without_a_data_folder_nothing_is_written(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    assert secret_key(absent) != secret_key(absent)
    assert not absent.exists()
