"""Synthetic timelines of any size, the same for the same numbers: entries of format 1 with their vocabularies.

Sizes follow the real chronology: 80 to 300 words an entry, one to four sources, places and actors unevenly often, about
as many different words.
`python tests/benchmarks/generate.py COUNT FOLDER` makes a project that the build takes; with `hugo` behind it the same
entries for Hugo, whose templates stand beside this file.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
FIRST_DAY = datetime.date(2017, 9, 1)
DAYS = 600
KINDS = {  # with colour and shape
    "alpha": "earth triangle-up",
    "beta": "earth square",
    "gamma": "earth diamond",
    "delta": "sky triangle-down",
    "epsilon": "rose disc",
    "zeta": "rose ring",
    "eta": "rose barred-disc",
    "theta": "moss open-square",
    "iota": "moss open-diamond",
    "kappa": "moss two-bars",
}
GRADES = ("confirmed", "reported", "disputed")
SIZES = {"tags": 40, "places": 150, "actors": 46, "publishers": 200}
PLAIN, SYLLABLES = map(
    str.split,
    (
        "the report of a council said that its members met again on the north bridge while two convoys waited near old "
        "mills and letters from several towns described long queues rising prices late harvests new wells closed roads "
        "an early frost quiet markets and repairs to water lines which officials called almost complete",
        "al be cor dan el fir gan hol il jun kel lor mar nev ol par quin ros sel tan ul ver wil yor zen",
    ),
)
MADE_UP = 20_000  # words of syllables, so that texts have about as many different words as real ones of their length


def project(folder: Path, count: int) -> Path:
    """Write a project with `count` entries into `folder` (made if missing), with this repository's theme and settings."""
    content = folder / "content"
    vocabularies(content / "vocabulary")
    for number in range(count):
        prefix, key, text = entry(number)
        target = content / "events" / prefix[:4] / f"{prefix}-{key}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    settings = (REPOSITORY / "pelicanconf.py").read_text("utf-8")
    (folder / "pelicanconf.py").write_text(
        settings.replace('THEME = "theme"', f'THEME = "{REPOSITORY / "theme"}"'), "utf-8"
    )
    return folder


def vocabularies(folder: Path) -> None:
    """Write the seven vocabularies."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [item(key) + "\n  colour: {}\n  shape: {}".format(*look.split()) for key, look in KINDS.items()]
    (folder / "kinds.yaml").write_text("\n".join(kinds) + "\n", "utf-8")
    (folder / "confidence.yaml").write_text("\n".join(map(item, GRADES)) + "\n", "utf-8")
    phases = [f"{item(f'phase-{at}')}\n  date: {2017 + at}-01-01/{2018 + at}-02-01" for at in range(3)]
    (folder / "phases.yaml").write_text("\n".join(phases) + "\n", "utf-8")
    for name, size in SIZES.items():
        items = [item(f"{name[:-1]}-{at}") + (point(at) if name == "places" else "") for at in range(size)]
        (folder / f"{name}.yaml").write_text("\n".join(items) + "\n", "utf-8")


def item(key: str) -> str:
    """An item of a vocabulary with an English name."""
    return f"- id: {key}\n  names: {{en: {key.replace('-', ' ').title()}}}"


def point(at: int) -> str:
    """Where a place is: on a grid of points some 20 kilometres apart."""
    return f"\n  precision: point\n  lat: {33 + at // 10 * 0.2:.1f}\n  lon: {39 + at % 10 * 0.25:.2f}"


def entry(number: int) -> tuple[str, str, str]:
    """Date prefix, id and text of one entry; depends on the number alone."""
    dice = random.Random(number)
    day = FIRST_DAY + datetime.timedelta(days=dice.randrange(DAYS))
    title = words(dice, 10)
    sources = dice.randint(1, 4)
    publishers = [unevenly(dice, SIZES["publishers"]) for _ in range(sources)]
    grades = GRADES if len(set(publishers)) > 1 else GRADES[1:]  # what is confirmed rests on two publishers
    lines = [
        "---",
        f"title: {title}",
        f"date: {day}",
        f"kind: {dice.choice([*KINDS])}",
        f"places: [{chosen(dice, 'places', 3)}]",
        f"actors: [{chosen(dice, 'actors', 4)}]",
        f"tags: [{chosen(dice, 'tags', 5)}]",
        f"confidence: {dice.choice(grades)}",
        "added: 2026-11-25",
        "sources:",
    ]
    for at, publisher in enumerate(publishers):
        lines += [
            f"  - id: source-{at}",
            f"    url: https://press{dice.randrange(40)}.example/{day.year}/{dice.randrange(10**7)}",
            f"    publisher: publisher-{publisher}",
            "    language: en",
            f"    says: {words(dice, 12)}.",
            f"    published: {day}",
        ]
    return f"{day}", f"event-{number}", "\n".join([*lines, "---", *body(dice, sources)]) + "\n"


def body(dice: random.Random, sources: int) -> list[str]:
    """Two to five paragraphs; every source is cited."""
    paragraphs = dice.randint(2, 5)
    # The first is the summary: at most 300 characters.
    lengths = [dice.randint(24, 34), *(dice.randint(30, 60) for _ in range(paragraphs - 1))]
    texts = [words(dice, length) for length in lengths]
    marks = [f"[^source-{at % sources}]" for at in range(max(paragraphs, sources))]
    cited = [f"{text}. {mark}" for text, mark in zip(texts, marks, strict=False)]
    cited[-1] += "".join(marks[paragraphs:])
    return [line for text in cited for line in (text, "")][:-1]


def words(dice: random.Random, count: int) -> str:
    """A sentence without its full stop: half plain words, half made-up ones by the law of Zipf."""
    made = (dice.choice(PLAIN) if dice.random() < 0.5 else word(int(MADE_UP ** dice.random())) for _ in range(count))
    return " ".join(made).capitalize()


def word(rank: int) -> str:
    """The made-up word of a rank from 1, the most frequent: its number written in syllables, two or more."""
    number, syllables = rank + len(SYLLABLES), ""
    while number:
        number, digit = divmod(number, len(SYLLABLES))
        syllables += SYLLABLES[digit]
    return syllables


def chosen(dice: random.Random, name: str, most: int) -> str:
    """One to `most` ids of a vocabulary."""
    return ", ".join(dict.fromkeys(f"{name[:-1]}-{unevenly(dice, SIZES[name])}" for _ in range(dice.randint(1, most))))


def unevenly(dice: random.Random, size: int) -> int:
    """A number below `size`, small ones much more often, as names are in real life."""
    return min(size - 1, int(size * dice.random() ** 1.6))


def hugo(folder: Path, count: int) -> Path:
    """Write the same entries as a site for Hugo: the same texts, header keys by Hugo's names, footnotes defined."""
    shutil.copytree(Path(__file__).with_name("hugo"), folder)
    target = folder / "content" / "events"
    target.mkdir(parents=True)
    for number in range(count):
        _, key, text = entry(number)
        _, header, body_ = text.split("---\n", 2)
        header = re.sub(r"^kind: (.*)$", r"kinds: [\1]", header, flags=re.MULTILINE).replace("sources:", "cited:")
        notes = "".join(f"\n[^{mark}]: A source.\n" for mark in sorted(set(re.findall(r"\[\^([a-z0-9-]+)\]", body_))))
        publishers = ", ".join(sorted(set(re.findall(r"publisher: (\S+)", header))))
        (target / f"{key}.md").write_text(f"---\n{header}sources: [{publishers}]\n---\n{body_}{notes}", "utf-8")
    return folder


if __name__ == "__main__":
    (hugo if sys.argv[3:] == ["hugo"] else project)(Path(sys.argv[2]), int(sys.argv[1]))
