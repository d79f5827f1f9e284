from __future__ import annotations

import pytest

from timeline.entries.folder import collisions, role, stray


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/events/2018/2018-06-17-town-taken.md", "entry"),
        ("content/events/2018/2018-06-17-town-taken.ar.md", "sibling"),
        ("content/pages/about.md", "page"),
        ("content/pages/more/about.md", ""),
        ("content/vocabulary/places.yaml", "vocabulary"),
        ("content/vocabulary/cities.yaml", ""),
        ("content/accepted.yaml", "accepted"),
        ("content/events/2018/photo.jpg", ""),
        ("content/.DS_Store", ""),
    ],
)
def test_every_path_has_one_role_or_none(path: str, expected: str) -> None:
    assert role(path) == expected


def test_a_hidden_file_and_a_misspelled_vocabulary_are_told_what_to_do() -> None:
    assert [str(stray(path)) for path in ("content/.DS_Store", "content/vocabulary/placs.yaml")] == [
        "content/.DS_Store:1:1: file: hidden files must not stand here; remove it (found .DS_Store)",
        "content/vocabulary/placs.yaml:1:1: file: must be a vocabulary that is known "
        "(found placs.yaml; did you mean places?)",
    ]


def test_names_that_differ_by_case_or_unicode_form_alone_are_refused_with_both() -> None:
    names = ["content/a.md", "content/A.md", "content/caf\u00e9.md", "content/cafe\u0301.md", "content/b.md"]
    must = "file names must differ by more than case or Unicode form; rename one"
    assert [str(problem) for problem in collisions(names)] == [
        f"content/a.md:1:1: file: {must} (found also content/A.md)",
        f"content/caf\u00e9.md:1:1: file: {must} (found also content/cafe\u0301.md)",
    ]
