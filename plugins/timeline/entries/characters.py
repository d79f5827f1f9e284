"""Characters that a reader cannot see and that can make a text show otherwise than it reads.

The refused directions are those of CVE-2021-42574 («Trojan source»). The marks that Arabic and Persian text needs
(LRM, RLM, ALM, and the joiners between letters) stay.
"""

from __future__ import annotations

import re
import unicodedata

from timeline.entries.fault import Fault

_ARABIC = "\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08c9"
"""Letters of the Arabic script and the vowel signs that may follow them."""

_NONCHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))

_NEVER = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls but the line feed
    "\u2028\u2029"  # line and paragraph separator: a line more for some programs than for others
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # embeddings, overrides and isolates of direction
    "\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffd"  # nothing to see, or seen only by programs
    "\U000e0000-\U000e007f"  # tags
    f"\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}"  # halves of characters, and what is none
)
_SUSPECT = re.compile(f"[{_NEVER}\u200c\u200d]")  # one set of characters, which is searched for five times as fast
_REFUSED = f"[{_NEVER}]|(?<![{_ARABIC}])[\u200c\u200d]|[\u200c\u200d](?![{_ARABIC}])"  # compiled when first needed


def faults(text: str) -> list[Fault]:
    """The characters of a file's whole `text` that must not stand in it, with line and column. Fast when clean.

    Lines end in LF; a byte order mark at the very start is the caller's to take off. Text must also be composed (NFC),
    so that ids, search and comparison see one spelling; vowel signs in the order in which Arabic is typed may stay.
    """
    found: list[Fault] = []
    if _SUSPECT.search(text):
        for number, line in enumerate(text.split("\n"), 1):
            found += [_refused(number, match) for match in re.finditer(_REFUSED, line)]
    if not unicodedata.is_normalized("NFC", text):
        found += _decomposed(text)
    return sorted(found, key=lambda fault: (fault.line, fault.column, fault.code))


def _refused(line: int, match: re.Match[str]) -> Fault:
    character = match[0]
    name = unicodedata.name(character, "") or _nameless(character)
    if character == "\t":
        return Fault(line, match.start() + 1, "character", "a tab must not stand here; write spaces")
    if character == "\ufffd":
        return Fault(line, match.start() + 1, "character", "a letter was lost here; write it again (found U+FFFD)")
    advice = "remove it"
    if character in "\u200c\u200d":
        advice = "it may stand only between two Arabic letters; remove it"
    message = f"a character that cannot be seen must not stand here; {advice} (found U+{ord(character):04X} {name})"
    return Fault(line, match.start() + 1, "character", message)


def _nameless(character: str) -> str:
    return {"Cc": "CONTROL", "Cs": "HALF OF A SURROGATE PAIR"}.get(unicodedata.category(character), "NOT A CHARACTER")


def _decomposed(text: str) -> list[Fault]:
    found: list[Fault] = []
    for number, line in enumerate(text.split("\n"), 1):
        composed = unicodedata.normalize("NFC", line)
        # The same characters in another order are vowel signs as typed; nothing would be composed.
        if line != composed and sorted(line) != sorted(composed):
            column = next(i for i, (a, b) in enumerate(zip(line + "\0", composed + "\1", strict=False), 1) if a != b)
            message = (
                "the text must be composed (Unicode NFC), each letter with its accents one character; "
                f"write {_named(composed[column - 1 : column])} (found {_named(line[column - 1 : column + 1])})"
            )
            found.append(Fault(number, column, "decomposed", message))
    return found


def _named(characters: str) -> str:
    return " ".join(f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip() for character in characters)
