"""Every link and asset in a site's pages leads to a file of the site, and every fragment to an element of its page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

ADDRESSES = frozenset({"href", "src", "action", "data", "poster", "formaction"})
ADDRESS_LISTS = frozenset({"srcset", "imagesrcset"})
META_ADDRESSES = frozenset({"og:url", "og:image", "twitter:image"})
TOP = frozenset({"", "top"})
HERE = "https://site.invalid"  # stands for the address of a site that has none yet


class BrokenLink(NamedTuple):
    """A link that leads nowhere. page: path of its file; line: from 1; link: as written; reason: what is wrong."""

    page: str
    line: int
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.link}: {self.reason}"


class Link(NamedTuple):
    """A link as written, and the line on which its tag begins."""

    address: str
    line: int


@dataclass(slots=True)
class Page:
    """What a page holds of links, and the names that fragments may lead to."""

    links: list[Link] = field(default_factory=list)
    names: set[str] = field(default_factory=set)


class PageReader(HTMLParser):
    """Gathers a page's links and the ids of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Take what one tag holds."""
        values = {name: value or "" for name, value in attributes}
        line = self.getpos()[0]
        self.page.links.extend(Link(address.strip(), line) for address in addresses(tag, values))
        self.page.names.update(
            values[name] for name in ("id", "name") if name in values and (name == "id" or tag == "a")
        )


def addresses(tag: str, values: Mapping[str, str]) -> Iterator[str]:
    """The addresses in a tag's attributes."""
    for name, value in values.items():
        if name in ADDRESSES:
            yield value
        elif name in ADDRESS_LISTS:
            yield from (part.split()[0] for part in value.split(",") if part.strip())
    if tag == "meta" and META_ADDRESSES & {values.get("property"), values.get("name")}:
        yield values.get("content", "")


def read_page(text: str) -> Page:
    """The links and names of a page's HTML."""
    reader = PageReader()
    reader.feed(text)
    reader.close()
    return reader.page


def broken_links(pages: Mapping[str, str], files: Collection[str], site: str = "") -> list[BrokenLink]:
    """Every link in `pages` that stays in the site and leads to no file of it, in the order of the pages.

    pages: HTML by path from the site's folder (`events/x/index.html`). files: paths of all files, pages too.
    site: the site's address, with its base path if any (`https://host/repo`), '' while it is unset.
    Links to other hosts and schemes are not looked at. `404.html` is shown at any address: its links must not depend
    on one.
    """
    read = {path: read_page(text) for path, text in pages.items()}
    here = (site or HERE).rstrip("/")
    return [
        BrokenLink(path, link.line, link.address, reason)
        for path in sorted(read)
        for link in read[path].links
        if (reason := what_is_wrong(path, link.address, read, files, here))
    ]


def what_is_wrong(path: str, link: str, pages: Mapping[str, Page], files: Collection[str], here: str) -> str:
    """Why `link` in the page at `path` leads nowhere, or '' if it is right or leads out of the site."""
    own = f"{here}/{path.removesuffix('index.html')}"
    try:
        target, home = urlsplit(urljoin(own, link)), urlsplit(f"{here}/")
    except ValueError:
        return "is no address"
    if (target.scheme, target.netloc) != (home.scheme, home.netloc):
        return ""
    if not target.path.startswith(home.path):
        return "" if urlsplit(link).scheme else f"lies outside the site, whose addresses begin with {home.path}"
    if path == "404.html" and not link.startswith(("/", "#", here)):
        return f"must begin with {home.path}: this page is shown at any address"
    return what_is_missing(unquote(target.path.removeprefix(home.path)), unquote(target.fragment), pages, files)


def what_is_missing(file: str, fragment: str, pages: Mapping[str, Page], files: Collection[str]) -> str:
    """Which file or element an address of the site lacks, or '' if both are there."""
    if file == "" or file.endswith("/"):
        file += "index.html"
    if file not in files:
        return f"there is no file {file}"
    if file in pages and fragment.lower() not in TOP and fragment not in pages[file].names:
        return f"{file} has no element with the id {fragment}"
    return ""
