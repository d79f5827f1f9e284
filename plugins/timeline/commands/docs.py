"""`docs`: what guides and editors know of the format, written from its description so that nobody copies by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from timeline.entries.blocks import BlocksOf, Key
from timeline.entries.schema import ACCOUNT, CORRECTION, ENTRY, ITEM, SOURCE, VOCABULARY
from timeline.exports.json_schema import schemas
from timeline.exports.snippets import snippets
from timeline.pelican_side.settings import KEYS

GUIDE = "CONTRIBUTING.md"
PAGE = "content/pages/contribute.md"
README = "README.md"
SAMPLE = "plugins/timeline/commands/skeleton/README.md"
SAMPLE_GUIDE = "plugins/timeline/commands/skeleton/CONTRIBUTING.md"
KEYS_OF_ENTRY = {
    "## The keys of an entry": ENTRY,
    "### Of a source": SOURCE,
    "### Of an account": ACCOUNT,
    "### Of a correction": CORRECTION,
}
TABLES = {
    GUIDE: KEYS_OF_ENTRY,
    SAMPLE_GUIDE: KEYS_OF_ENTRY,
    PAGE: {"## The keys": ENTRY, "Of a source:": SOURCE, "Of an account:": ACCOUNT, "Of a correction:": CORRECTION},
}
EXAMPLE = re.compile(r"^```(?:markdown)?\n(---\n.*?)^```$", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"(?P<indent> *)(?:- )?(?P<key>\w+):")


def docs(project: Path) -> int:
    """Bring the generated parts of the guides and the editor's files up to date; say which changed. Returns 0."""
    for path, text in documents(project).items():
        file = project / path
        if not file.is_file() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
            print(f"written  {path}")
    return 0


def documents(project: Path) -> dict[str, str]:
    """Every file with generated parts as it should be, by path from the project's folder."""
    texts = {path: (project / path).read_text("utf-8") for path in (GUIDE, PAGE, README, SAMPLE, SAMPLE_GUIDE)}
    for path, tables in TABLES.items():
        for lead, keys in tables.items():
            texts[path] = with_rows(texts[path], lead, key_rows(keys, page=path == PAGE))
    texts[GUIDE] = with_rows(texts[GUIDE], "| File | Further keys |", vocabulary_rows())
    for path in (README, SAMPLE):
        texts[path] = with_rows(texts[path], "| Setting | What it is |", setting_rows(KEYS), kept=1)
    example = EXAMPLE.search(texts[GUIDE])
    if example:
        shown = "\n".join(annotated(example[1].splitlines()))
        for path in (GUIDE, PAGE):
            texts[path] = EXAMPLE.sub(lambda there: there[0].replace(there[1], f"{shown}\n"), texts[path], count=1)
    made = {f".vscode/schemas/{name}": text for name, text in schemas().items()}
    return {**texts, **made, ".vscode/timeline.code-snippets": snippets()}


def annotated(lines: Iterable[str]) -> Iterator[str]:
    """The lines of an entry with a comment above each key that is there for the first time, saying what it is."""
    outer, inner = {key.name: key for key in ENTRY}, dict[str, Key]()
    for line in lines:
        if line.lstrip().startswith("#"):
            continue
        match = LINE.match(line)
        key = (inner if line.startswith(" ") else outer).pop(match["key"], None) if match else None
        if match and key:
            yield f"{match['indent']}# {'' if key.required else 'optional: '}{key.says}"
            if isinstance(key.shape, BlocksOf):
                inner = {each.name: each for each in key.shape.keys}
        yield line


def with_rows(text: str, lead: str, rows: Iterable[str], kept: int = 0) -> str:
    """The text with the rows of the table at or below the line `lead` replaced, but for the first `kept`."""
    table = re.compile(
        rf"(^{re.escape(lead)}\n(?:(?!\|).*\n)*?(?:\|.*\n)?\|-.*\n(?:\|.*\n){{{kept}}})((?:\|.*\n)*)", re.MULTILINE
    )
    return table.sub(lambda match: match[1] + "".join(f"{row}\n" for row in rows), text, count=1)


def key_rows(keys: Iterable[Key], *, page: bool) -> Iterable[str]:
    """A row for each key. page: for a page of the site, where brackets are escaped and code is not marked."""
    for key in keys:
        name = key.name if page else f"`{key.name}`"
        says = key.says.replace("[", r"\[").replace("]", r"\]") if page else key.says
        yield f"| {name} | {'yes' if key.required else 'no'} | {says} |"


def vocabulary_rows() -> Iterable[str]:
    """A row for each vocabulary, with the keys that its items have beside those of every vocabulary."""
    for name, keys in VOCABULARY.items():
        further = [f"`{key.name}`" for key in keys if key not in ITEM]
        yield f"| `{name}.yaml` | {', '.join(further) or '–'} |"


def setting_rows(settings: Mapping[str, str]) -> Iterable[str]:
    """A row for each setting of TIMELINE."""
    for name, says in settings.items():
        yield f"| `{name}` in `TIMELINE` | {says} |"
