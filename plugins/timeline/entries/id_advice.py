"""What to write instead of an id that a vocabulary does not have."""

from __future__ import annotations

import re

from timeline.entries.header import Node, Rows, Text
from timeline.entries.problem import found
from timeline.entries.shapes import FEW, Refusal, any_text
from timeline.entries.vocabulary import Vocabularies

SEVERAL = re.compile(r"\s*[,،;؛/&+|]\s*|\s+(?:and|و)\s+|\s+", re.IGNORECASE)


def refusal(vocabularies: Vocabularies, node: Node, names: tuple[str, ...]) -> Refusal:
    """Why a value is no id of the vocabularies `names`: an alias names its id, another the id spelled most like it.

    Raises Refusal where the value is no text of one line.
    """
    if isinstance(node, Rows) and node.flow and len(node.items) == 1 and isinstance(node.items[0], Text | Rows):
        inner = node.items[0]
        hint = f"; write {inner.value}" if isinstance(inner, Text) else ""
        return Refusal("not-text", f"must be one id, without brackets of its own{hint}")
    value = any_text(vocabularies, node)
    meant = _meant(vocabularies, value, names)
    if len(meant) == 1:
        must = f"must be the id; write {meant[0]} ({found(value)}, which is another spelling of it)"
        return Refusal("alias", must, instead=meant[0])
    if meant:
        return Refusal("alias", f"must be an id; write {' or '.join(meant)} ({found(value)}, which can mean each)")
    several = [_meant(vocabularies, part, names) for part in SEVERAL.split(value)]
    if len(several) > 1 and all(len(each) == 1 for each in several):
        return _not_one(value, list(dict.fromkeys(each[0] for each in several)))
    where = " or ".join(f"content/vocabulary/{name}.yaml" for name in names)
    near = next((near for name in names if (near := vocabularies[name].like(value))), "")
    hint = f"; did you mean {near}?" if near else _known_ids(vocabularies, names)
    return Refusal("unknown-id", f"must be an id of {where} ({found(value)}{hint})")


def _meant(vocabularies: Vocabularies, value: str, names: tuple[str, ...]) -> list[str]:
    return sorted({key for name in names for key in vocabularies[name].meant_by(value)})


def _not_one(value: str, ids: list[str]) -> Refusal:
    """Several ids in one: a list has commas between them; where one is wanted, one must go."""
    if "," in value:
        return Refusal("several-ids", f"must be one id; write {' or '.join(ids)} ({found(value)})")
    must = f"must be one id, with a comma before the next; write {', '.join(ids)} ({found(value)})"
    return Refusal("several-ids", must, instead=", ".join(ids) if re.search("[،;؛]", value) else "")


def _known_ids(vocabularies: Vocabularies, names: tuple[str, ...]) -> str:
    """What to write where nothing is spelled like it: one of a few, or a new item."""
    ids = [key for name in names for key in vocabularies[name].items]
    return f"; the ids are {', '.join(ids)}" if len(ids) <= FEW else "; add it there, or write one that is there"
