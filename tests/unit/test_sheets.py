from __future__ import annotations

from timeline.files.sheets import join_sheets


def test_a_sheet_is_joined_with_those_it_imports_in_its_order() -> None:
    """What was imported has no file of its own left; other files are as they were."""
    files = {
        "css/a.css": b"a {}\n",
        "css/b.css": b"b {}\n",
        "css/own.css": b"own {}\n",
        "css/site.css": b'/* all */\n@import "b.css";\n@import "a.css";\nlast {}\n',
        "js/a.js": b'@import "a.css";\n',
    }
    assert join_sheets(files) == {
        "css/own.css": b"own {}\n",
        "css/site.css": b"/* all */\nb {}\na {}\nlast {}\n",
        "js/a.js": b'@import "a.css";\n',
    }


def test_an_import_of_a_sheet_that_is_not_there_stays() -> None:
    files = {"site.css": b'@import "gone.css";\n@import "https://example.org/a.css";\n'}
    assert join_sheets(files) == files
