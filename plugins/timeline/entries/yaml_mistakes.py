"""What a person did when YAML does not parse, said so that they can mend it.

PyYAML names the place where its scanner gave up; the mistake often stands a line earlier. Each rule below looks at the
line in question and at the scanner's own words (libyaml 0.2).
"""

from __future__ import annotations

import re
import unicodedata

import yaml

TOO_DEEP = "exceeded maximum nesting depth"  # libyaml's words for its own limit, far above ours
SECOND_DOCUMENT = "the YAML must be one document; remove the line --- or ... inside it"
QUOTE_IT = "put the whole value in quotes"
KEY = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[^\s:#'\"\[\]{},*•▪◦‣●–—][^:#]*?)\s*:(?:\s|$)")
STARTERS = {
    "@": "a value must not begin with @",
    "`": "a value must not begin with `",
    "%": "a value must not begin with %",
    "]": "a value must not begin with ]",
    "}": "a value must not begin with }",
    "{": "a value must not begin with {",
    ",": "a value must not begin with a comma",
    "*": "a value must not begin with *",
    "&": "a value must not begin with &",
    "|": "a value must not begin with |",
    ">": "a value must not begin with >",
    "?": "a value must not begin with ?",
    "-": "a value must not begin with a dash and a space",
}

ODD_SPACE = re.compile(r"( *(?:- +)?(?:[\w-]+:)?)([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
ODD_COLON = re.compile(r"( *(?:- +)?\w+) *([：﹕∶꞉])")
BULLET = re.compile(r" *([*•·▪◦‣●–—]|[0-9]+[.)]|-(?=\w)) *(\w+:(?: .*)?)$")
A_LINE = "a line must be a key, a colon, a space and a value"
MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\((https?://[^)\s]+)\)")
QUOTES = frozenset("'\"")
OPEN_LIST = ("list-not-closed", "the list opened here with [ must be closed with ] on the same line")
HASH_IN_LIST = ("hash-in-list", "a # cuts the list short, for it begins a comment; remove it")
OPEN_BRACE = ("starts-badly", f"{STARTERS['{']}; {QUOTE_IT}")
BY_WORDS = (
    ("unknown escape", "backslash", "a backslash must not stand in double quotes; use single quotes"),
    (TOO_DEEP, "nested-too-deep", "the header must not be nested this deep; follow the example in CONTRIBUTING.md"),
    ("document", "second-document", SECOND_DOCUMENT),
)

QUOTABLE = frozenset({"colon-in-value", "after-quote"})  # mistakes that quotes around the whole value mend for certain

Explained = tuple[int, int, str, str, str]


def explain(error: yaml.MarkedYAMLError, source: list[str]) -> Explained:
    """Line and column (from 0), field, code and message for one YAML error in the lines of `source`."""
    mark = error.problem_mark or error.context_mark
    at_line, at_column = (mark.line, mark.column) if mark else (0, 0)
    line, column, code, message = _diagnose(error, source, at_line, at_column)
    return line, column, "header" if code in {"no-colon", "odd-colon"} else field_at(source, line), code, message


def in_quotes(line: str) -> tuple[int, str, str] | None:
    """Where the value of a line begins (from 0), the value, and the same in quotes; None where quotes cannot help."""
    match = KEY.match(line)
    value = line[match.end() :].strip() if match else ""
    text = value[1:-1] if value[:1] in QUOTES and value[-1:] == value[:1] and len(value) > 1 else value
    if not match or not text or ("'" in text and {'"', "\\"} & set(text)):
        return None
    return line.index(value, match.end()), value, quoted(text)


def with_quotes(source: list[str], at: int) -> str:
    """The text with the value of line `at` (from 0) in quotes; '' where they cannot help or the value goes on below."""
    made = in_quotes(source[at])
    below = source[at + 1] if at + 1 < len(source) else ""
    if made is None or not (KEY.match(below) or below.strip() in {"", "-"} or below.lstrip().startswith(("- ", "#"))):
        return ""
    return "\n".join((*source[:at], source[at][: made[0]] + made[2], *source[at + 1 :]))


def quoted(text: str) -> str:
    """A text as a YAML value in quotes: in single ones, and in double ones where that saves doubling."""
    if "'" in text and not {'"', "\\"} & set(text):
        return f'"{text}"'
    return f"""'{text.replace("'", "''")}'"""


def field_at(source: list[str], line: int) -> str:
    """The key that a line (from 0) belongs to, with its parent: `title`, `sources.url`; `header` for none."""
    here = _key_of(source[line]) if line < len(source) else None
    if here is None or not here[0]:
        return here[1] if here else _parent(source, line) or "header"
    parent = _parent(source, line)
    return f"{parent}.{here[1]}" if parent else here[1]


def _key_of(line: str) -> tuple[str, str] | None:
    match = KEY.match(line)
    return (match["indent"], match["key"].strip()) if match else None


def _parent(source: list[str], line: int) -> str:
    """The last key above that begins at the margin."""
    for text in reversed(source[:line]):
        if (found := _key_of(text)) and not found[0]:
            return found[1]
    return ""


def _diagnose(error: yaml.MarkedYAMLError, source: list[str], at: int, column: int) -> tuple[int, int, str, str]:
    """Line, column, code and message: what the scanner's words alone tell, or else what the line shows."""
    problem = error.problem or ""
    opened = error.context_mark or error.problem_mark
    line, start = (opened.line, opened.column) if opened else (at, column)
    text = source[at] if at < len(source) else ""
    if odd := _look_alike(source, at):
        return odd
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return at, 0, "tab", "the header must be indented with spaces; replace the tab"
    if problem == "found unexpected end of stream":
        quote = source[line][start : start + 1]
        return line, start, "quote-not-closed", f"the quote {quote} opened here must be closed on the same line"
    if "',' or" in problem:
        return line, start, *_not_closed(source[line][start:])
    for words, code, must in BY_WORDS:
        if words in problem:
            return at, column, code, must
    return _by_value(problem, source, at, column) or _by_line(source, at, column)


def _look_alike(source: list[str], at: int) -> tuple[int, int, str, str] | None:
    """What looks like YAML and is none in line `at` (from 0) or the one above: a space, a colon, a sign of an item."""
    for number in range(max(0, at - 1), min(at + 1, len(source))):
        text = source[number]
        if odd := ODD_SPACE.match(text):
            name = f"U+{ord(odd[2]):04X} {unicodedata.name(odd[2], '')}"
            must = f"a space that only looks like one must not stand here; write a plain space (found {name})"
            return number, odd.end(1), "odd-space", must
        if colon := ODD_COLON.match(text):
            must = f"a key must be followed by a plain colon and a space; write {colon[1].strip()}:"
            return number, colon.start(2), "odd-colon", f"{must} (found {colon[2]})"
        if bullet := BULLET.match(text):
            must = f"each item of a list must begin with a dash and a space; write - {bullet[2]} (found {text.strip()})"
            return number, bullet.start(1), "indentation", must
    return None


def _not_closed(opened: str) -> tuple[str, str]:
    """Code and message for a line, from the bracket on that is never closed."""
    if opened[:1] == "{":
        return OPEN_BRACE
    return HASH_IN_LIST if re.search(r"[\[,\s]#", opened) else OPEN_LIST


def _by_value(problem: str, source: list[str], at: int, column: int) -> tuple[int, int, str, str] | None:
    """A key is there, and its value begins badly, ends too early or holds a colon."""
    text = source[at] if at < len(source) else ""
    match = KEY.match(text)
    value = text[match.end() :].lstrip() if match else ""
    start = len(text) - len(value)
    what = f"(found {value})"
    if value[:1] in STARTERS and (value[0] != "-" or value[1:2] == " "):
        return at, start, "starts-badly", f"{STARTERS[value[0]]}; {QUOTE_IT} {what}"
    if value[:1] in QUOTES and column > start:
        must = f"nothing must follow the closing quote {value[0]}"
        return at, column, "after-quote", f"{must}{_write(text)} {what}"
    if link := MARKDOWN_LINK.match(value):
        return at, start, "link-as-value", f"the address must stand here alone; write {link[1]}"
    if value[:1] == "[" and column > start:
        return at, column, "after-list", f"nothing must follow the closing ]; {QUOTE_IT} if it is a text {what}"
    if "mapping values" in problem and ":" in value and column >= start:
        return at, column, "colon-in-value", f"a value with a colon and a space must be in quotes{_write(text)} {what}"
    return None


def _no_colon(line: str) -> str:
    joined = re.fullmatch(r"([a-z_]+):(\S.*)", line)
    hint = "" if ":" in line else "; if it goes on from the line above, join the two"
    if joined:
        hint = f"; write {joined[1]}: {joined[2]}"
    return f"{A_LINE}{hint} (found {line})"


def _without_dash(source: list[str], at: int) -> int:
    """The first line of the list that line `at` belongs to, where it lacks its dash; -1 where it has one."""
    top = next((number for number in range(at, -1, -1) if re.match(r"\w+:\s*$", source[number])), at)
    first = next((number for number in range(top + 1, at + 1) if source[number].strip()), -1)
    return first if re.match(r" +\w+:\s", source[first]) and first > 0 else -1


def _write(line: str) -> str:
    made = in_quotes(line)
    return f"; write {made[2]}" if made else "; double a quote inside"


def _by_line(source: list[str], at: int, column: int) -> tuple[int, int, str, str]:
    """The line itself, or the one above, is no key with a value, or stands in the wrong column."""
    above = max((number for number in range(at) if source[number].strip()), default=at)
    if above != at and not KEY.match(source[above]) and not source[above].lstrip().startswith("- "):
        return above, 0, "no-colon", _no_colon(source[above].strip())
    text = source[at].strip() if at < len(source) else ""
    if re.match(r"- \[[^\]]*\].*\S", text):
        must = f"a text that begins with [ must be in quotes; write - {quoted(text[2:])} (found {text})"
        return at, source[at].index("- ") + 2, "after-list", must
    if not KEY.match(text):
        return at, column, "no-colon", _no_colon(text)
    if (item := _without_dash(source, at)) >= 0:
        meant = source[item].strip()
        must = f"each item of a list must begin with a dash; write - {meant} (found {meant})"
        return item, len(source[item]) - len(meant), "indentation", must
    if text.startswith("- "):
        must = f"each item of a list must begin with a dash, in the same column; see the item above too (found {text})"
        return at, column, "indentation", must
    return at, column, "indentation", f"keys of one block must begin in the same column (found {text})"
