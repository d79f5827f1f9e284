"""Every address of the site comes from here: one place that knows the site's own address and its base path."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Addresses:
    """site: the published address without a final slash (`https://host/repo`), or '' while it is unset."""

    site: str = ""

    @property
    def base(self) -> str:
        """The path at which the site lives, with both slashes: `/` or `/repo/`."""
        return f"{urlsplit(self.site).path.rstrip('/')}/"

    def page(self, *parts: str) -> str:
        """A page's address from the host's root: `page('events', 'x')` is `/events/x/`, `page()` the front page."""
        return self.base + "".join(f"{quote(part)}/" for part in parts)

    def file(self, path: str) -> str:
        """The address of a file of the output folder: `file('feeds/atom.xml')` is `/feeds/atom.xml`."""
        return self.base + quote(path)

    def absolute(self, address: str) -> str:
        """An address from the root with scheme and host; unchanged while the site's address is unset."""
        parts = urlsplit(self.site)
        return f"{parts.scheme}://{parts.netloc}{address}" if self.site else address

    def output(self, *parts: str) -> str:
        """The file that holds a page, from the output folder: `output('events', 'x')` is `events/x/index.html`."""
        return "/".join((*parts, "index.html"))
