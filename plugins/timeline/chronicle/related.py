"""Which other events belong beside an event, each with its reason."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from timeline.chronicle.chronicle import Chronicle
from timeline.entries.address import normal_address
from timeline.entries.event import Event

MOST = 6
NEAR_DAYS = 30


class Reason(Enum):
    """Why an event is shown beside another, the strongest first."""

    EDITORS = "editors"
    SOURCE = "source"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Relation:
    """Another event, the reason, and the id of the shared place ('' for the other reasons)."""

    event: Event
    reason: Reason
    place: str = ""


class Relations:
    """Answers, for one chronicle, what stands beside an event. Made once; each answer costs a few look-ups."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.chronicle = chronicle
        self.named: dict[str, list[str]] = {}
        self.citing: dict[str, list[str]] = {}
        for event in chronicle.events:
            for other in event.related:
                self.named.setdefault(other, []).append(event.id)
            for address in dict.fromkeys(normal_address(source.url) for source in event.sources):
                self.citing.setdefault(address, []).append(event.id)

    def beside(self, event: Event) -> tuple[Relation, ...]:
        """At most six related events, each once: named by the editors in either entry, by source, by place and time."""
        found: dict[str, Relation] = {}
        for relation in self._candidates(event):
            if relation.event.id != event.id:
                found.setdefault(relation.event.id, relation)
            if len(found) == MOST:
                break
        return tuple(found.values())

    def _candidates(self, event: Event) -> Iterator[Relation]:
        position: Mapping[str, int] = self.chronicle.position
        for key in sorted({*event.related, *self.named.get(event.id, ())} & position.keys(), key=position.__getitem__):
            yield Relation(self.chronicle.event(key), Reason.EDITORS)
        shared = {key for source in event.sources for key in self.citing[normal_address(source.url)]}
        for key in sorted(shared, key=position.__getitem__):
            yield Relation(self.chronicle.event(key), Reason.SOURCE)
        for place in event.places:
            for other in self.around(event, place, 2):
                if abs((other.date.earliest - event.date.earliest).days) <= NEAR_DAYS:
                    yield Relation(other, Reason.PLACE, place)

    def around(self, event: Event, place: str, count: int) -> tuple[Event, ...]:
        """The event among its neighbours at a place: up to `count` before and `count` after, in order."""
        here: Sequence[Event] = (
            self.chronicle.facets["places"].events[place] if "places" in self.chronicle.facets else (event,)
        )
        at = bisect_left(here, self.chronicle.position[event.id], key=lambda each: self.chronicle.position[each.id])
        return tuple(here[max(0, at - count) : at + count + 1])
