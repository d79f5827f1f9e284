"""Format 1 as data: every key of every file under `content/`, its shape, and what it is, in words for people.

Read by the readers, by the tests of the documentation, and by whoever writes an editor schema from it.
"""

from __future__ import annotations

from types import MappingProxyType

from timeline.entries.blocks import BlocksOf, ByLanguage, Key, ListOf
from timeline.entries.shapes import (
    any_text,
    date,
    day,
    degrees,
    entry_id,
    identifier,
    kilometres,
    language,
    one_of,
    position,
    reference,
    text,
    url,
    whole_number,
)

FORMAT = 1
MAX_FILE = 64 * 1024  # bytes of an entry or page; the longest of real use is a tenth of it
RESERVED = ("media", "figures", "merged_into", "retracted", "distinct_from", "translation")

SOURCE = (
    Key("id", identifier, "a short name for the source, used in footnote marks such as [^bbc]", required=True),
    Key("url", url, "the address of the page", required=True),
    Key("publisher", reference("publishers"), "who published the page: an id of publishers.yaml", required=True),
    Key("language", language, "the language of the page, as a code such as en or ar", required=True),
    Key("says", any_text, "in a sentence of your own, what the page supports", required=True),
    Key("title", text(500), "the title as it stands on the page; leave it out when it was not seen"),
    Key("published", date, "the day of publication; leave it out when the page does not show it"),
    Key("accessed", day, "the day on which the page was read"),
    Key("archive", url, "the address of an archived copy"),
    Key(
        "via", ListOf(reference("publishers")), "the originators whose report the page repeats: ids of publishers.yaml"
    ),
)
ACCOUNT = (
    Key(
        "by",
        reference("actors", "publishers"),
        "whose version it is: an id of actors.yaml or publishers.yaml",
        required=True,
    ),
    Key("says", any_text, "the version, with footnote marks", required=True),
)
CORRECTION = (
    Key("date", day, "the day of the correction", required=True),
    Key("note", any_text, "what was changed and why", required=True),
)
ENTRY = (
    Key("title", text(200), "what happened, in one line", required=True),
    Key(
        "date",
        date,
        "when it happened, as far as the pages show it: 2018-06-13, 2018-06, 2018 or another form of EDTF",
        required=True,
    ),
    Key("kind", reference("kinds"), "the kind of event: an id of kinds.yaml", required=True),
    Key(
        "places",
        ListOf(reference("places")),
        "where: ids of places.yaml in brackets; [] when no place is known",
        required=True,
    ),
    Key(
        "actors",
        ListOf(reference("actors")),
        "who took part: ids of actors.yaml in brackets; [] when nobody is named",
        required=True,
    ),
    Key("tags", ListOf(reference("tags")), "themes: ids of tags.yaml in brackets"),
    Key("confidence", reference("confidence"), "how sure it is: an id of confidence.yaml", required=True),
    Key("added", day, "the day on which the entry was added", required=True),
    Key("sources", BlocksOf(SOURCE), "the pages that the claims rest on", required=True),
    Key("accounts", BlocksOf(ACCOUNT), "rival versions, side by side"),
    Key("caveats", ListOf(any_text, one_line=False), "what is uncertain without a rival version"),
    Key("corrections", BlocksOf(CORRECTION), "what was changed after the entry was first published"),
    Key("related", ListOf(entry_id), "ids of entries that belong together with this one"),
    Key("moved_from", ListOf(entry_id), "ids that the entry had before, the oldest first; their addresses lead here"),
    Key("draft", one_of("true"), "true keeps the entry out of the published site"),
)
SAYS_BY_ID = (
    Key("id", identifier, "the id of the source", required=True),
    Key("says", any_text, "what it supports", required=True),
)
SIBLING = (
    Key("title", text(200), "the title in the language of this file", required=True),
    Key("accounts", ListOf(any_text, one_line=False), "the accounts of the original, in its order"),
    Key("caveats", ListOf(any_text, one_line=False), "the caveats of the original, in its order"),
    Key("says", BlocksOf(SAYS_BY_ID), "what each source supports, by source id"),
    Key("corrections", BlocksOf(CORRECTION), "the corrections of the original, by date"),
)
PAGE = (
    Key("title", text(200), "the title of the page", required=True),
    Key("order", whole_number, "where the page stands in the navigation: a number", required=True),
)
ACCEPTED = (
    Key("entry", text(200), "the file, from the content folder", required=True),
    Key("code", text(60), "the code of the warning, as printed in brackets", required=True),
    Key("other", identifier, "the id that the warning compares with, where it names one to write here"),
    Key("reason", any_text, "why it is right as it is", required=True),
)

BASEMAP = (
    Key(
        "plates",
        BlocksOf(
            (
                Key("id", identifier, "a short name for the plate", required=True),
                Key("names", ByLanguage(), "its title by language", required=True),
                Key("west", degrees, "longitude of its western edge", required=True),
                Key("south", degrees, "latitude of its southern edge", required=True),
                Key("east", degrees, "longitude of its eastern edge", required=True),
                Key("north", degrees, "latitude of its northern edge", required=True),
            )
        ),
        "the parts that are drawn, the whole first",
        required=True,
    ),
    Key(
        "lines",
        BlocksOf(
            (
                Key("id", identifier, "a short name for the line", required=True),
                Key("kind", one_of("river", "border"), "how it is drawn", required=True),
                Key("accuracy", kilometres, "how far it may be off, in km"),
                Key("schematic", one_of("true"), "true when its bends are not those on the ground"),
                Key("points", ListOf(position, one_line=False), "its course: [longitude, latitude], …", required=True),
            )
        ),
        "rivers and borders",
    ),
    Key(
        "words",
        BlocksOf(
            (
                Key("names", ByLanguage(), "the words by language", required=True),
                Key("kind", one_of("water", "land"), "what they name", required=True),
                Key("plate", identifier, "the plate on which they stand", required=True),
                Key("at", position, "where their middle stands: [longitude, latitude]", required=True),
            )
        ),
        "names of rivers and countries",
    ),
    Key("towns", ListOf(reference("places")), "places for orientation: ids of places.yaml in brackets"),
    Key("notes", ByLanguage(), "how to read the map, by language"),
    Key("credits", ByLanguage(), "whose facts the map rests on, by language", required=True),
)

ITEM = (
    Key("id", identifier, "never changes: it is part of addresses", required=True),
    Key("names", ByLanguage(), "the display name by language", required=True),
    Key("aliases", ListOf(text(200), one_line=False), "other spellings, in any script"),
    Key("description", ByLanguage(), "what it is, by language"),
)
VOCABULARY = MappingProxyType(
    {
        "kinds": (
            *ITEM,
            Key(
                "colour", one_of("earth", "sky", "rose", "moss", "violet", "slate"), "the colour family", required=True
            ),
            Key(
                "shape",
                one_of(
                    "triangle-up",
                    "square",
                    "diamond",
                    "triangle-down",
                    "disc",
                    "ring",
                    "barred-disc",
                    "open-square",
                    "open-diamond",
                    "two-bars",
                ),
                "the symbol",
                required=True,
            ),
        ),
        "confidence": ITEM,
        "tags": ITEM,
        "places": (
            *ITEM,
            Key("kind", text(60), "town, village, crossing, region and the like"),
            Key("admin", text(200), "district or province and country; tells homonyms apart"),
            Key("lat", degrees, "latitude in degrees, WGS 84, as the source gives it"),
            Key("lon", degrees, "longitude in degrees, WGS 84, as the source gives it"),
            Key(
                "precision",
                one_of("point", "area", "unlocated"),
                "a dot, a name without a dot, or not on the map",
                required=True,
            ),
            Key("geonames", text(20), "the GeoNames id"),
            Key("source", any_text, "where the coordinates come from"),
            Key("note", any_text, "what a reader should know about the place"),
        ),
        "actors": (
            *ITEM,
            Key("kind", text(60), "armed-group, government and the like"),
            Key("note", any_text, "what a reader should know"),
        ),
        "phases": (
            *ITEM,
            Key("date", date, "the window of the phase, as an EDTF date", required=True),
            Key("sources", BlocksOf(SOURCE), "the pages that draw the phase"),
        ),
        "publishers": (
            *ITEM,
            Key("kind", text(60), "newspaper, news-agency, mirror-or-repost and the like"),
            Key("side", text(60), "who owns or runs it, where that is common knowledge"),
            Key("language", language, "its main language"),
            Key("site", text(200), "its host name"),
            Key("note", any_text, "what a reader should know"),
        ),
    }
)
