"""The generator: Pelican's two passes, gather and write, with everything in between known before a file is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from timeline.chronicle.chronicle import Chronicle, relate
from timeline.chronicle.switches import switched
from timeline.entries.check import Content, check
from timeline.entries.problem import counted
from timeline.exports.exports import exports
from timeline.files.sheets import join_sheets
from timeline.files.tree import read_folder, read_tree
from timeline.files.write import write_files
from timeline.pages.memory import Memory, Traces, digest
from timeline.pages.plan import plan
from timeline.pages.render import Renderer, make_environment
from timeline.pages.site import Site
from timeline.pages.text_pages import navigation
from timeline.pelican_side.settings import make_site, overrides, with_look


class ContentRefusedError(Exception):
    """The content has problems that stop a build. Its text is the report: a line each, then the totals."""

    def __init__(self, content: Content) -> None:
        errors = [problem for problem in content.problems if not problem.warning]
        lines = [str(problem) for problem in content.problems]
        super().__init__(
            "\n".join(["nothing was written", *lines, f"{counted(len(errors), 'problem')}; {content.totals()}"])
        )
        self.content = content


class TimelineGenerator(Generator):  # type: ignore[misc] # Pelican is untyped
    """Reads and relates in the first pass, renders and writes in the second."""

    content: Content
    chronicle: Chronicle

    def generate_context(self) -> None:
        """Read, check and relate everything. Raises ContentRefusedError and SettingsError."""
        self.statics = with_look(join_sheets(read_folder(Path(self.theme) / "static")), self.settings)
        self.site: Site = make_site(self.settings, self.statics)
        folder = Path(self.path)
        tree = read_tree(folder.parent, folder.name)
        self.content = check(tree.files, tree.problems)
        if not self.content.ok:
            raise ContentRefusedError(self.content)
        shown = switched(self.content, self.site.languages, ground=self.site.map)
        self.chronicle = relate(shown, drafts=self.site.preview, facets=self.site.facets)
        self.context["timeline"] = self.chronicle
        self.traces = self._traces(tree.files)

    def generate_output(self, writer: Any) -> None:  # noqa: ANN401, ARG002 - Pelican's protocol; its writer knows only articles
        """Render and write the whole site below Pelican's output path."""
        self.written = write_files(Path(self.output_path), self.files())

    def files(self) -> Iterator[tuple[str, str | bytes]]:
        """Every file of the site: pages, exports, the theme's files."""
        renderer = Renderer(make_environment(self.template_folders()), self.site, navigation(self.chronicle, self.site))
        memory: Memory = self.settings.get("TIMELINE_MEMORY") or Memory()
        for page in plan(self.chronicle, self.site, self.content.problems):
            yield page.head.path, memory.text(page, self.traces, renderer.text)
        yield from exports(self.chronicle, self.site)
        for path, data in self.statics.items():
            yield f"{self.site.assets}/{path}", data

    def _traces(self, files: Mapping[str, bytes]) -> Traces:
        """What this build is made from: each event's files, and everything else as one."""
        paths = {event.id: (event.path, *(each.path for each in event.translations)) for event in self.content.events}
        events = {key: digest(files[path] for path in own) for key, own in paths.items()}
        of_events = {path for own in paths.values() for path in own}
        common = [data for path, data in files.items() if path not in of_events]
        folders = [*self.template_folders(), Path(self.theme) / "strings"]
        theme = [data for folder in folders for data in read_folder(folder).values()]
        return Traces(digest([*common, *theme, repr(self._course()).encode()]), events)

    def _course(self) -> tuple[object, ...]:
        """What drawings show of all events on every page: the span, and how many there are in each month and place."""
        chronicle = self.chronicle
        months = [(month, len(found)) for month, found in (*chronicle.months.items(), *chronicle.begun.items())]
        places = chronicle.facets["places"].events if "places" in chronicle.facets else {}
        first = [event.date.text for event in chronicle.events[:1]]
        return chronicle.until, first, months, [(key, len(found)) for key, found in places.items()], self.site

    def template_folders(self) -> list[Path]:
        """The folders of templates, the first that has one wins; overrides stand beside the content."""
        project = Path(self.path).parent
        own = [project / folder for folder in overrides(self.settings)]
        return [*own, Path(self.theme) / "templates"]
