from pathlib import Path

import pytest

from rejoinder.errors import UsageError
from rejoinder.settings import Settings, find_settings_file, load_settings


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "rejoinder.toml"
    file.write_text(text, "utf-8")
    return file


def test_nothing_set_is_the_defaults() -> None:
    assert load_settings() == Settings()


def test_command_wins_over_environment_and_environment_over_file(tmp_path: Path) -> None:
    file = written(tmp_path, 'record = "talks.db"\nprocesses = 2\nmax_file_bytes = 1000\n')
    environ = {"REJOINDER_PROCESSES": "3", "REJOINDER_MAX_FILE_BYTES": "2000", "PATH": "/bin"}
    settings = load_settings(file, environ, {"processes": 4, "model": None})
    assert settings.record == tmp_path / "talks.db"
    assert (settings.processes, settings.max_file_bytes, settings.model) == (4, 2000, None)
    assert settings.found == (
        ("record", str(file)),
        ("processes", "the command"),
        ("max_file_bytes", "the environment"),
    )


def test_a_path_of_the_environment_is_taken_as_it_is() -> None:
    assert load_settings(environ={"REJOINDER_RECORD": "here.db"}).record == Path("here.db")


def test_an_unknown_setting_is_refused_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"recrod.*Is record meant\?"):
        load_settings(written(tmp_path, 'recrod = "x"'))
    with pytest.raises(UsageError, match="the environment sets processors"):
        load_settings(environ={"REJOINDER_PROCESSORS": "1"})


@pytest.mark.parametrize("value", ["0", "-1", "two", "", "1.5", "²", True, 0, None, [1]])
def test_a_count_must_be_one(value: object) -> None:
    if value is None:
        assert load_settings(given={"processes": value}).processes == 1
        return
    with pytest.raises(UsageError, match="whole number"):
        load_settings(given={"processes": value})


@pytest.mark.parametrize("value", ["", "a\0b", 3])
def test_a_path_must_be_one(value: object) -> None:
    with pytest.raises(UsageError, match="is not a path"):
        load_settings(given={"record": value})


@pytest.mark.parametrize("content", [b"record = ", b"\xff\xfe", b"record 1"])
def test_a_file_that_is_not_toml_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "rejoinder.toml"
    file.write_bytes(content)
    with pytest.raises(UsageError, match=r"rejoinder\.toml is not TOML"):
        load_settings(file)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings(tmp_path / "none.toml")


def test_the_nearest_file_above_is_found_and_the_users_own_comes_last(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    own = written(tmp_path / "own", "")
    assert find_settings_file(deep, own.parent) == own
    above = written(tmp_path / "a", "")
    assert find_settings_file(deep, own.parent) == above
    assert find_settings_file(own.parent) == own
