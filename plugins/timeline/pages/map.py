"""Maps of places, drawn on the plates of the base map: of everything, of some events, of one event, month by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup, escape

from timeline.chronicle.chronicle import Chronicle, Month, begins
from timeline.entries.basemap import Basemap, Plate
from timeline.entries.event import Event
from timeline.entries.vocabulary import Place
from timeline.pages.labels import Labels, in_language
from timeline.pages.map_ground import WIDTH, Projection, draw_ground
from timeline.pages.map_marks import Mark, by_weight, draw, radius, spots
from timeline.pages.map_room import Room
from timeline.pages.site import Site
from timeline.pages.svg import element, figure, joined

LISTED = 8  # places beside a map that stand in the open; the others can be unfolded
LEAST_MOST = 8  # events of the largest circle of a map, at least
NAMED = 3  # places named under a small map
SMALL = 1.7  # by which circles of a small map are larger, as the map is drawn smaller


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plate made ready: its ground, the room left on it, and where the places that it holds lie, in px."""

    plate: Plate
    ground: Markup
    room: Room
    height: float
    places: Mapping[str, tuple[float, float]]


class Maps:
    """Makes the maps of one site. Without a base map, or without pages of places, every map is empty."""

    def __init__(self, chronicle: Chronicle, labels: Labels, site: Site) -> None:
        self.labels = labels
        self.site = site
        self.basemap = chronicle.basemap if "places" in chronicle.facets else None
        self.places: dict[str, Place] = {}
        self.counts: Counter[str] = Counter()
        self.sheets: tuple[Sheet, ...] = ()
        self._events: dict[tuple[str, ...], Markup] = {}
        if self.basemap:
            items = chronicle.vocabularies["places"].items.values()
            located = (place for place in items if isinstance(place, Place) and place.precision != "unlocated")
            self.places = {place.id: place for place in located}
            self.counts.update(key for event in chronicle.events for key in event.places if key in self.places)
            self.sheets = tuple(self._sheet(self.basemap, plate) for plate in self.basemap.plates)

    def whole(self, events: Iterable[Event]) -> Markup:
        """All plates with the places of `events`, one shown at a time, and what they do not show; for a figure."""
        counts = self._count(events)
        if not self.basemap or not counts:
            return Markup("")
        most = self._most(counts)
        drawn = [self._drawn(sheet, counts, most) for sheet in self.sheets]
        legend = element("legend", self.site.strings.text("map.plates"), class_="unseen")
        chosen = [
            part
            for sheet, (svg, _) in zip(self.sheets, drawn, strict=True)
            for part in self._choice(sheet, svg, first=sheet is self.sheets[0])
        ]
        plates = element("fieldset", legend, *chosen, class_="plates")
        skip = element("a", self.site.strings.text("map.skip"), class_="map__skip", href="#map-end")
        shown = {key for _, keys in drawn for key in keys}
        end = element("span", "", id="map-end", tabindex="-1")
        return self._title() + skip + plates + self._beside(counts, shown) + end

    def of(self, events: Iterable[Event], here: str = "") -> Markup:
        """The plate that fits the places of `events`; with `here`, all events of the chronicle around that place."""
        counts = self._count(events)
        located = [here] if here else [key for key in counts if key in self.places]
        if not self.basemap or not any(key in self.places for key in located):
            return Markup("")
        sheet = self._fitting(located)
        if here and here not in sheet.places:
            return Markup("")
        shown = self.counts if here else counts
        svg, keys = self._drawn(sheet, shown, self._most(shown), here)
        beside = self._notes() if here else self._beside(counts, keys)
        return self._title() + element("div", svg, class_="plate") + beside

    def event(self, event: Event) -> Markup:
        """The places of one event, all with circles of one size: what else happened there is not told here."""
        key = tuple(place for place in event.places if place in self.places)
        if not self.basemap or not key:
            return Markup("")
        if key not in self._events:
            sheet = self._fitting(key)
            svg, _ = self._drawn(sheet, dict.fromkeys(key, 1), LEAST_MOST, counted=False)
            inside = any(place in sheet.places for place in key)
            drawn = element("div", svg, class_="plate") + self._notes(counted=False)
            self._events[key] = drawn if inside else Markup("")
        return self._events[key]

    def months(self, events: Sequence[Event], since: date) -> dict[Month, Markup]:
        """Small maps month by month on the plate that `of(events)` shows, whose lines they use, with places in words.

        since: events that began in an earlier month than this day's are left out.
        """
        located = [key for event in events for key in event.places if key in self.places]
        if not self.basemap or not located:
            return {}
        sheet = self._fitting(located)
        begun = {month: self._count(found) for month, found in groupby(events, key=begins)}
        shown = {month: counts for month, counts in begun.items() if month >= (since.year, since.month)}
        most = max((self._most(counts) for counts in shown.values()), default=LEAST_MOST)
        return {month: self._small(sheet, counts, most) for month, counts in shown.items()}

    def _count(self, events: Iterable[Event]) -> Counter[str]:
        return Counter(key for event in events for key in event.places)

    def _most(self, counts: Mapping[str, int]) -> int:
        """The number of events that has the largest circle; some at least, so that a single event has a small one."""
        found = (count for key, count in counts.items() if key in self.places and self.places[key].precision == "point")
        return max(LEAST_MOST, *found, LEAST_MOST)

    def _sheet(self, basemap: Basemap, plate: Plate) -> Sheet:
        ground, room = draw_ground(basemap, plate, self.site)
        projection = Projection(plate)
        inside = ((key, (float(place.lon), float(place.lat))) for key, place in self.places.items())
        places = {key: projection.place(position) for key, position in inside if plate.holds(position)}
        return Sheet(plate, ground, room, projection.height, places)

    def _fitting(self, keys: Iterable[str]) -> Sheet:
        """The plate with the least room around all of the places, or the first, which is the whole."""
        wanted = set(keys)
        fitting = [sheet for sheet in self.sheets if wanted <= sheet.places.keys()]
        return min(fitting, key=lambda sheet: sheet.plate.east - sheet.plate.west, default=self.sheets[0])

    def _drawn(
        self, sheet: Sheet, counts: Mapping[str, int], most: int, here: str = "", *, counted: bool = True
    ) -> tuple[Markup, frozenset[str]]:
        """A plate with places, and the ids of those that are to be seen on it. counted: whether titles have numbers."""
        towns = self.basemap.towns if self.basemap else ()
        keys = dict.fromkeys((*(key for key in counts if counts[key]), *towns))
        held = (key for key in keys if key in sheet.places and (key == here or not self._on_ground(sheet, key)))
        marks = by_weight([self._mark(sheet, key, counts.get(key, 0), key == here) for key in held])
        names = spots(marks, sheet.room.copy(), most)
        drawn = joined([draw(mark, names.get(mark.label.id), most, counted=counted) for mark in marks])
        title = in_language(sheet.plate.names, self.site.language)[0]
        svg = element(
            "svg",
            sheet.ground,
            drawn,
            class_="map-drawing",
            viewBox=f"0 0 {figure(WIDTH)} {figure(sheet.height)}",
            role="group",
            aria_label=self.site.strings.text("map.label", plate=title),
        )
        return svg, frozenset(mark.label.id for mark in marks if mark.dot or mark.label.id in names)

    def _on_ground(self, sheet: Sheet, key: str) -> bool:
        """Whether a place is an area whose name has a word of the ground in it: it would be written twice."""
        name = self.labels.of("places", key).text.casefold()
        words = self.basemap.words if self.basemap else ()
        written = (in_language(word.names, self.site.language)[0] for word in words if word.plate == sheet.plate.id)
        return self.places[key].precision == "area" and any(word.casefold() in name for word in written)

    def _mark(self, sheet: Sheet, key: str, count: int, here: bool) -> Mark:  # noqa: FBT001 - one of many facts
        words = self.site.strings.plural("count.events", count)
        dot = self.places[key].precision == "point"
        return Mark(self.labels.of("places", key), words, count, *sheet.places[key], dot, here)

    def _small(self, sheet: Sheet, counts: Mapping[str, int], most: int) -> Markup:
        """Circles on the lines of a plate, and under them the places with most events: an area has no circle."""
        order = sorted(counts, key=lambda key: (-counts[key], key))
        circles = [
            element("circle", class_="map__dot", cx=x, cy=y, r=SMALL * radius(counts[key], most))
            for key in order
            if key in sheet.places and self.places[key].precision == "point"
            for x, y in (sheet.places[key],)
        ]
        box = f"0 0 {figure(WIDTH)} {figure(sheet.height)}"
        lines = element("use", href=f"#map-{sheet.plate.id}")
        looks = "map-drawing map-drawing--small"
        drawing = element("svg", lines, *circles, class_=looks, viewBox=box, aria_hidden="true")
        return drawing + element("p", self._in_line(order[:NAMED], counts), class_="map__note")

    def _choice(self, sheet: Sheet, svg: Markup, *, first: bool) -> Iterator[Markup]:
        """A radio button, its label and the plate that it shows: neighbours, so that a stylesheet can switch them."""
        key = f"map-choose-{sheet.plate.id}"
        name, lang = in_language(sheet.plate.names, self.site.language)
        yield element("input", type="radio", name="map-plate", id=key, checked="" if first else None)
        yield element("label", name, for_=key, lang=lang)
        yield element("div", element("p", name, class_="plate__name", lang=lang), svg, class_="plate")

    def _title(self) -> Markup:
        return element("figcaption", self.site.strings.text("map.title"))

    def _beside(self, counts: Mapping[str, int], shown: Iterable[str]) -> Markup:
        """The places that are not drawn, with their events: no known point, an area without room, a point elsewhere."""
        left = sorted(counts.keys() - set(shown), key=lambda key: (-counts[key], key))
        known = {key: self.places[key].precision if key in self.places else "unlocated" for key in left}
        lists = {"place.not-drawn": "unlocated", "map.no-room": "area", "map.beyond": "point"}
        made = (self._list(msgid, [key for key in left if known[key] == kind], counts) for msgid, kind in lists.items())
        return self._notes() + joined(list(made))

    def _notes(self, *, counted: bool = True) -> Markup:
        """How to read the map, and whose facts it rests on."""
        strings, ground = self.site.strings, self.basemap
        reading = [strings.text("map.reading")] if counted else []
        if any(place.precision == "area" for place in self.places.values()):
            reading.append(strings.text("map.areas"))
        if ground:
            told = (in_language(text, self.site.language)[0] for text in (ground.notes, ground.credits))
            reading += filter(None, told)
        return element("p", " ".join(reading), class_="map__note")

    def _list(self, msgid: str, keys: Sequence[str], counts: Mapping[str, int]) -> Markup:
        """Places in a line, the first few open and the others behind `and 12 more`."""
        if not keys:
            return Markup("")
        strings = self.site.strings
        title = element("b", f"{strings.text(msgid)}:")
        line = element("p", title, " ", self._in_line(keys[:LISTED], counts), class_="map__list")
        if len(keys) <= LISTED:
            return line
        more = element("summary", strings.text("count.more", count=len(keys) - LISTED))
        rest = element("p", self._in_line(keys[LISTED:], counts))
        return line + element("details", more, rest, class_="map__more")

    def _in_line(self, keys: Sequence[str], counts: Mapping[str, int]) -> Markup:
        """Places as links, each with its number of events."""
        return Markup(escape(self.site.strings.text("list.comma"))).join(self._item(key, counts[key]) for key in keys)

    def _item(self, key: str, count: int) -> Markup:
        label = self.labels.of("places", key)
        name = element("a", label.text, href=label.address, lang=label.lang)
        return element("span", name, " ", self.site.strings.number(count))
