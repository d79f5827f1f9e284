from __future__ import annotations

import os
from pathlib import Path

from timeline.files.tree import LARGEST, read_folder, read_tree


def test_every_file_is_read_by_its_path_from_the_project_in_order(tmp_path: Path) -> None:
    (tmp_path / "content" / "events").mkdir(parents=True)
    (tmp_path / "content" / "events" / "b.md").write_bytes(b"b")
    (tmp_path / "content" / "a.yaml").write_bytes(b"a")
    tree = read_tree(tmp_path)
    assert list(tree.files.items()) == [("content/a.yaml", b"a"), ("content/events/b.md", b"b")]
    assert tree.problems == ()


def test_links_pipes_and_giants_are_refused_by_name_and_not_read(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "folder").mkdir()
    (content / "a-file").symlink_to(tmp_path / "secret")
    (content / "b-folder").symlink_to(tmp_path / "folder")
    os.mkfifo(content / "c-pipe")
    with (content / "d-giant").open("wb") as giant:
        giant.truncate(LARGEST + 1024)
    tree = read_tree(tmp_path)
    assert tree.files == {}
    assert list(map(str, tree.problems)) == [
        "content/a-file:1:1: file: must be a file of its own; links to other files are not followed. Put a copy here",
        "content/b-folder:1:1: file: must be a file of its own; links to other files are not followed. Put a copy here",
        "content/c-pipe:1:1: file: must be a plain file; remove it from the content folder",
        "content/d-giant:1:1: file: must be at most 4096 KiB (found 4097 KiB)",
    ]


def test_a_project_without_content_is_told_what_must_be_there(tmp_path: Path) -> None:
    assert list(map(str, read_tree(tmp_path).problems)) == [
        "content:1:1: folder: the folder content/ must be there; it holds the entries, vocabularies and pages"
    ]


def test_a_folder_of_the_theme_is_read_without_links_and_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "main.css").write_bytes(b"x")
    (tmp_path / ".DS_Store").write_bytes(b"y")
    (tmp_path / "link").symlink_to(tmp_path / "css" / "main.css")
    assert read_folder(tmp_path) == {"css/main.css": b"x"}
