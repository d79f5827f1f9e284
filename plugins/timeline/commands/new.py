"""`new`: an entry written from a few answers, or from options where there is no terminal; never over another file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import repeat
from pathlib import Path
from types import MappingProxyType
from typing import Any

from timeline.authoring.proposal import (
    entry_path,
    free,
    language_of,
    propose_id,
    publisher_of,
    read_date,
    source_id,
)
from timeline.chronicle.review import review
from timeline.commands.asking import Asker, reader
from timeline.entries.address import host_of, normal_address
from timeline.entries.check import Content, check
from timeline.entries.dates import EdtfDate
from timeline.entries.entry import NAME
from timeline.entries.gist import current_ids
from timeline.entries.prose import scan
from timeline.entries.shapes import Refusal, any_text, identifier, language, text, url
from timeline.entries.writing import write_entry
from timeline.files.tree import read_tree

INTERRUPTED = 130
NO_SOURCES: Mapping[str, Sequence[str]] = MappingProxyType({})
NOTHING = "Nothing was written."
NEXT = """\
Next: python3 tasks.py serve shows the page at /events/{key}/ and follows every change; python3 tasks.py check reads it.
Then propose the file as a pull request; CONTRIBUTING.md says how."""


def new(project: Path, given: Mapping[str, str], sources: Mapping[str, Sequence[str]] = NO_SOURCES) -> int:
    """Ask for what is left open, write the entry, say where it is and what is left to do.

    given: answers by option; sources: those that are given once for each source, in one order.
    Returns 0; 1 with all that is missing or wrong where there is no terminal to ask; 130 after Ctrl-C.
    """
    tree = read_tree(project)
    content = check(tree.files, tree.problems)
    asker = Asker(dict(given), terminal=sys.stdin.isatty())
    groups = grouped(sources, asker.wrong)
    if asker.wrong:
        print(*asker.wrong, NOTHING, sep="\n", file=sys.stderr)
        return 1
    taken = {name["id"] for path in tree.files if (name := NAME.fullmatch(path))}
    taken |= current_ids(content.gists).keys()
    try:
        values, body = _answers(asker, content, groups)
        key = _id(asker, values, taken)
    except (EOFError, KeyboardInterrupt):
        print(f"\n{NOTHING}")
        return INTERRUPTED
    if asker.wrong:
        print(*asker.wrong, NOTHING, sep="\n", file=sys.stderr)
        return 1
    date: EdtfDate = values["date"]
    path = entry_path(date, key)
    _write(project / path, write_entry({**values, "date": date.text}, body))
    _report(project, path, key)
    return 0


def grouped(sources: Mapping[str, Sequence[str]], wrong: list[str]) -> list[dict[str, str]]:
    """The options of each source by name, without the empty ones; in `wrong` what was not given once for each."""
    number = max((len(values) for values in sources.values()), default=0)
    for name, values in sources.items():
        if values and len(values) != number:
            wrong.append(
                f"--{name}: must be given for each of the {number} sources, in the same order "
                f"(found {len(values)}); '' where one is left out"
            )
    return [
        {name: values[at] for name, values in sources.items() if at < len(values) and values[at]}
        for at in range(number)
    ]


def _answers(asker: Asker, content: Content, groups: Sequence[Mapping[str, str]]) -> tuple[dict[str, Any], str]:
    """The values of the header and the text."""
    known = content.vocabularies
    values: dict[str, Any] = {
        "title": asker.value("title", "What happened, in one line", reader(text(200))),
        "date": asker.value("date", "When, as 2018-06-13, June 2018 or 13 June 2018", _date(asker)),
        "kind": asker.one("kind", "Kind", known["kinds"]),
        "places": asker.ids(
            "places", "Where: ids or parts of names in any script, commas between, ? lists them", known["places"]
        ),
        "actors": asker.ids(
            "actors", "Who took part: ids or parts of names, commas between, ? lists them", known["actors"]
        ),
        "tags": asker.ids("tags", "Themes: ids or parts of names, commas between, ? lists them", known["tags"]),
        "confidence": asker.one("confidence", "How sure it is", known["confidence"]),
        "added": datetime.now(UTC).date().isoformat(),
        "sources": list(_sources(asker, content, groups)),
    }
    if not values["tags"]:
        del values["tags"]
    paragraph = asker.value("text", "The first paragraph", _paragraph, needed=False) or ""
    marks = [f"[^{source['id']}]" for source in values["sources"]]
    body = " ".join([paragraph, *(mark for mark in marks if mark not in paragraph)]) if paragraph else ""
    return values, body


def _date(asker: Asker) -> Any:  # noqa: ANN401 - a reader of answers
    def read(answer: str) -> EdtfDate:
        date = read_date(answer)
        if asker.terminal and date.text != answer:
            print(f"  read as {date.text}")
        return date

    return read


def _paragraph(answer: str) -> str:
    for fault in scan(answer).faults:
        if not fault.warning:
            raise Refusal(fault.code, fault.message)
    return answer


def _sources(asker: Asker, content: Content, groups: Sequence[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """The sources of the options; where they give none, on a terminal as many as there are."""
    taken: list[str] = []
    for group in groups or repeat(dict[str, str]()):
        asker.given.update(group)
        address = asker.value("url", "Address of a page that says so", reader(url), needed=bool(groups) or not taken)
        if address:
            source = source_answers(asker, content, address, taken)
            taken.append(source["id"])
            yield source
        elif not groups:
            return


def source_answers(asker: Asker, content: Content, address: str, taken: list[str]) -> dict[str, str]:
    """A source at `address`, its publisher and language guessed. taken: ids of the other sources."""
    for event in content.events:
        if any(normal_address(source.url) == normal_address(address) for source in event.sources):
            print(f"  note: {event.path} cites this page already ({event.title})")
    publishers = content.vocabularies["publishers"]
    guessed = publisher_of(address, publishers)
    question = "Publisher" if guessed else f"Publisher (none is known for {host_of(address)})"
    publisher = asker.one("publisher", question, publishers, default=guessed, needed=False)
    if not publisher and asker.terminal:
        print("  left out: add it to content/vocabulary/publishers.yaml, then write its id into the entry")
    spoken = language_of(address, publishers, publisher)
    source = {
        "id": source_id(publisher, address, taken),
        "url": address,
        "publisher": publisher,
        "language": asker.value("language", "Language of the page", reader(language), default=spoken) or "",
        "says": asker.value("says", "What it says, in a sentence of your own", reader(any_text), needed=False) or "",
    }
    return {key: value for key, value in source.items() if value}


def _id(asker: Asker, values: Mapping[str, Any], taken: set[str]) -> str:
    """The entry's id: proposed from the title, and free."""

    def read(answer: str) -> str:
        reader(identifier)(answer)
        if answer in taken:
            raise Refusal(
                "taken", f"must not be the id of another entry (found {answer}); free is {free(answer, taken)}"
            )
        return answer

    if not values["title"]:
        return ""
    proposed = propose_id(values["title"], taken)
    return asker.value("entry-id", "Id, part of the address for ever", read, default=proposed) or ""


def _write(path: Path, entry: str) -> None:
    """Write a file that was not there; two at the same moment never share one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(entry)


def _report(project: Path, path: str, key: str) -> None:
    """Say where the entry is and what the check still asks for."""
    tree = read_tree(project)
    problems = review(check(tree.files, tree.problems), tree.files)
    left = [problem for problem in problems if problem.path == path or problem.other == key]
    print(f"Written: {path}")
    if left:
        print("What is left for you to do:", *(f"  {problem}" for problem in left), sep="\n")
    print(NEXT.format(key=key))
