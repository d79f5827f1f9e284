"""`find/search.json` and `find/search/N.json`: an inverted index of all words, by the rule of `chronicle.folding`.

No Python package carries a search library for browsers and a build needs Python alone, so this small index is the
project's own. It is cut into shards by term, so that a search loads what it needs and no more.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.folding import terms
from timeline.chronicle.mentions import Mentions, spellings
from timeline.chronicle.postings import edition
from timeline.entries.event import Event
from timeline.pages.labels import Labels
from timeline.pages.site import Site

SHARD = 120_000  # characters of a shard, about a third of it compressed
TEXT, NAME, PLACE, TITLE = range(4)  # where a term stands, the weightiest last
MARKUP = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|[*_>\[\]]")

Found = dict[str, int]  # weight by term


def search_files(chronicle: Chronicle, site: Site) -> Iterator[tuple[str, str]]:
    """Path and JSON text of the directory, then of each shard.

    Directory: `starts`, the first term of each shard; `places`, see `_unseen`. Shard: `terms`, sorted by code point,
    and for each its `postings`: the distance to the event before times four, plus the weight of the term there (0 text,
    1 the name of an actor, kind or tag, 2 of a place, 3 title).
    """
    if not chronicle.events:
        return
    shards = list(_shards(_index(chronicle)))
    starts = [shard[0][0] for shard in shards]
    places = _unseen(chronicle, Labels(site, chronicle.vocabularies))
    yield "find/search.json", _json({"edition": edition(chronicle), "starts": starts, "places": places})
    for number, shard in enumerate(shards):
        listed = {"terms": [term for term, _ in shard], "postings": [found for _, found in shard]}
        yield f"find/search/{number}.json", _json(listed)


def _unseen(chronicle: Chronicle, labels: Labels) -> list[str]:
    """For each place with events, in the order of ids: the terms of its spellings that rows do not show, with spaces.

    So the browser can mark the place in a row that was found under another of its names.
    """
    if "places" not in chronicle.facets:
        return []
    facet = chronicle.facets["places"]
    unseen = []
    for key in sorted(key for key, events in facet.events.items() if events):
        every = dict.fromkeys(chain.from_iterable(map(terms, facet.items[key].written)))
        seen = terms(labels.of("places", key).text)
        unseen.append(" ".join(term for term in every if term not in seen))
    return unseen


def _index(chronicle: Chronicle) -> Mapping[str, list[int]]:
    mentions = Mentions(chronicle.vocabularies)
    index: dict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    for at, event in enumerate(chronicle.events):
        for term, weight in _terms(event, chronicle, mentions).items():
            index[term].append((at - last[term]) * 4 + weight)
            last[term] = at
    return index


def _terms(event: Event, chronicle: Chronicle, mentions: Mentions) -> Found:
    """Every term under which an event is found, with the weightiest place where it stands.

    A name brings all its spellings: so each of them finds the same events, whichever of them a text uses.
    """
    found: Found = {}
    texts = [MARKUP.sub(" ", text) for text in _texts(event)]
    title = " ".join((event.title, *(each.title for each in event.translations)))
    _add(found, chain.from_iterable(map(terms, texts)), TEXT)
    for name in mentions.found(" \n".join(texts)):
        _add(found, mentions.terms[name], TEXT)
    for vocabulary, keys, weight in (
        ("kinds", (event.kind,), NAME),
        ("tags", event.tags, NAME),
        ("actors", event.actors, NAME),
        ("places", event.places, PLACE),
    ):
        for key in keys:
            _add(found, spellings(chronicle.vocabularies[vocabulary].items[key]), weight)
    for name in mentions.found(title):
        _add(found, mentions.terms[name], TITLE)
    _add(found, terms(title), TITLE)
    return found


def _texts(event: Event) -> Iterator[str]:
    """All that the event says in Markdown, in every language."""
    yield from event.texts
    for translation in event.translations:
        yield from (translation.body, *translation.accounts, *translation.caveats)


def _add(found: Found, added: Iterable[str], weight: int) -> None:
    for term in added:
        if found.get(term, -1) < weight:
            found[term] = weight


def _shards(index: Mapping[str, list[int]]) -> Iterator[list[tuple[str, list[int]]]]:
    """The index in the order of its terms, cut where a shard is full."""
    shard: list[tuple[str, list[int]]] = []
    size = 0
    for term in sorted(index):
        if shard and size > SHARD:
            yield shard
            shard, size = [], 0
        shard.append((term, index[term]))
        size += len(term) + 4 + 3 * len(index[term])
    yield shard


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
