"""What a person did when YAML does not parse, said so that they can mend it.

PyYAML names the place where its scanner gave up; the mistake often stands a line earlier. Each rule below looks at the
line in question and at the scanner's own words (libyaml 0.2).
"""

from __future__ import annotations

import re

import yaml

QUOTE_IT = "put the whole value in quotes"
KEY = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[^\s:#'\"\[\]{},][^:#]*?)\s*:(?:\s|$)")
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

SECOND_DOCUMENT = "the YAML must be one document; remove the line --- or ... inside it"
TOO_DEEP = "nested too deep"

Explained = tuple[int, int, str, str, str]


def explain(error: yaml.MarkedYAMLError, source: list[str]) -> Explained:
    """Line and column (from 0), field, code and message for one YAML error in the lines of `source`."""
    mark = error.problem_mark or error.context_mark
    at_line, at_column = (mark.line, mark.column) if mark else (0, 0)
    line, column, code, message = _diagnose(error, source, at_line, at_column)
    return line, column, field_at(source, line), code, message


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
    problem = error.problem or ""
    opened = error.context_mark or error.problem_mark
    opened_at = (opened.line, opened.column) if opened else (at, column)
    text = source[at] if at < len(source) else ""
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return at, 0, "tab", "the header must be indented with spaces; replace the tab"
    if problem == "found unexpected end of stream":
        quote = source[opened_at[0]][opened_at[1] : opened_at[1] + 1]
        return *opened_at, "quote-not-closed", f"the quote {quote} opened here must be closed on the same line"
    if "',' or" in problem:
        return _open_bracket(source, *opened_at)
    if problem == "found unknown escape character":
        return at, column, "backslash", "a backslash must not stand in double quotes; use single quotes"
    if problem == TOO_DEEP:
        must = "the header must not be nested this deep; follow the example in CONTRIBUTING.md"
        return at, column, "nested-too-deep", must
    if "document" in problem:
        return at, column, "second-document", SECOND_DOCUMENT
    return _misplaced(problem, source, at, column)


def _open_bracket(source: list[str], line: int, column: int) -> tuple[int, int, str, str]:
    bracket = source[line][column : column + 1]
    if bracket == "{":
        return line, column, "starts-badly", f"{STARTERS['{']}; {QUOTE_IT}"
    return line, column, "list-not-closed", "the list opened here with [ must be closed with ] on the same line"


def _misplaced(problem: str, source: list[str], at: int, column: int) -> tuple[int, int, str, str]:
    """Mistakes where the scanner met something it did not expect: a colon, a sign, a line."""
    text = source[at] if at < len(source) else ""
    match = KEY.match(text)
    value = text[match.end() :].lstrip() if match else ""
    start = len(text) - len(value)
    if match and value[:1] in STARTERS and not (value[0] == "-" and value[1:2] != " "):
        return at, start, "starts-badly", f"{STARTERS[value[0]]}; {QUOTE_IT} (found {value})"
    if match and value[:1] in {"'", '"'} and column > start:
        must = f"nothing must follow the closing quote {value[0]}; double a quote inside, or use the other kind"
        return at, column, "after-quote", f"{must} (found {value})"
    if match and value.startswith("[") and column > start:
        return (
            at,
            column,
            "after-list",
            f"nothing must follow the closing ]; {QUOTE_IT} if it is a text (found {value})",
        )
    if "mapping values" in problem and match and ":" in value and column >= start:
        return at, column, "colon-in-value", f"a value with a colon and a space must be in quotes (found {value})"
    return _wrong_line(source, at, column)


def _wrong_line(source: list[str], at: int, column: int) -> tuple[int, int, str, str]:
    above = max((number for number in range(at) if source[number].strip()), default=at)
    if above != at and not KEY.match(source[above]) and not source[above].lstrip().startswith("- "):
        return (
            above,
            0,
            "no-colon",
            f"a line must be a key, a colon, a space and a value (found {source[above].strip()})",
        )
    text = source[at].strip() if at < len(source) else ""
    if not KEY.match(text):
        return at, column, "no-colon", f"a line must be a key, a colon, a space and a value (found {text})"
    return at, column, "indentation", f"keys of one block must begin in the same column (found {text})"
