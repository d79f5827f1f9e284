"""The project's tasks: `python3 tasks.py` lists them, `python3 tasks.py NAME` runs one.

Standard library only until `.venv` stands: the first run makes it from the pinned requirements, and every run goes on
inside it through invoke. In the activated environment `invoke NAME` does the same.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import inspect
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TextIO

PROJECT = Path(__file__).resolve().parent
SITE = Path(os.environ.get("TIMELINE_SITE", PROJECT))  # whose content, settings and output are meant
VENV = PROJECT / ".venv"
OLDEST_PYTHON = (3, 11)
INTERRUPTED = 130
OF_THE_GENERATOR = ("start", "test", "bench", "docs")  # tasks that work on this project, whosever site is meant
MEASURING = ("test", "bench")  # tasks that need the packages of tests too
COMMANDS: dict[Callable[..., None], Mapping[str, str]] = {}  # each task with what its options are


class CannotPrepareError(Exception):
    """The machine lacks something that only its owner can add; the message says what to do."""


def command(*repeated: str, **told: str) -> Callable[[Callable[..., int]], Callable[..., None]]:
    """Make a task of a function that returns an exit code: 0 lets invoke go on to the next task, any other ends it.

    repeated: names of options that may be given several times. told: what each argument and option is, by its name.
    """

    def made(body: Callable[..., int]) -> Callable[..., None]:
        @functools.wraps(body)
        def run(context: object, *args: object, **options: object) -> None:
            speak_utf8(sys.stdout, sys.stderr)
            if not inside(body.__name__):
                raise SystemExit(become(sys.executable, __file__, *sys.argv[1:]))
            try:
                code = body(context, *args, **options)
            except KeyboardInterrupt:
                code = INTERRUPTED
            if code:
                raise SystemExit(code)

        COMMANDS[run] = told
        if importlib.util.find_spec("invoke") is None:
            return run
        from invoke.tasks import task

        invoked: Callable[..., None] = task(run, iterable=repeated, help=dict(told))
        return invoked

    return made


@command(
    port="the port on this machine: 8000 unless another is given",
    open_browser="open the page in the browser once it is there",
)
def serve(_context: object, port: int = 8000, *, open_browser: bool = False) -> int:
    """Show the site on this machine, drafts too; it follows every change."""
    from timeline.commands.serve import serve as run

    return run(SITE, port=port, open_browser=open_browser)


@command(
    fix="mend what can be mended without a doubt, and say what was changed",
    format_="how problems are told: text (with carets), plain (a line each), github or json",
    base="tell only of what was changed since this branch, tag or commit",
    watch="check again at every change, until Ctrl-C",
    all_="count too how many sources have no archived copy",
)
def check(
    _context: object,
    *,
    fix: bool = False,
    format_: str = "text",
    base: str = "",
    watch: bool = False,
    all_: bool = False,
) -> int:
    """List every problem of every file under content/."""
    from timeline.commands.check import check as run

    return run(SITE, fix=fix, format_=format_, base=base, watch=watch, all_=all_)


@command(
    "url",
    "publisher",
    "language",
    "says",
    title="what happened, in one line",
    date="when, as 2018-06-13, 2018-06, June 2018 or 13 June 2018",
    kind="the kind of event: an id of kinds.yaml, or its name",
    places="where: ids of places.yaml, or names in any script; commas between",
    actors="who took part: ids of actors.yaml, or names; commas between",
    tags="themes: ids of tags.yaml; commas between",
    confidence="how sure it is: an id of confidence.yaml",
    url="a page that says so; again for each further one, and the next three with it",
    publisher="who published that page: an id of publishers.yaml; guessed where left out",
    language="the language of that page, as en or ar; the publisher's where left out",
    says="what that page supports, in a sentence of your own",
    text="the first paragraph; without it the entry is yours to write",
    entry_id="the id, part of the address for ever; made from the title where left out",
)
def new(  # noqa: PLR0913 (one option for each question)
    _context: object,
    *,
    title: str = "",
    date: str = "",
    kind: str = "",
    places: str = "",
    actors: str = "",
    tags: str = "",
    confidence: str = "",
    url: Sequence[str] | None = None,  # a list once invoke has read the options
    publisher: Sequence[str] | None = None,
    language: Sequence[str] | None = None,
    says: Sequence[str] | None = None,
    text: str = "",
    entry_id: str = "",
) -> int:
    """Write a new entry from a few answers; an option each for who wants no questions."""
    from timeline.commands.new import new as run

    answers = {"title": title, "date": date, "kind": kind, "places": places, "actors": actors, "tags": tags}
    given = {**answers, "confidence": confidence, "text": text, "entry-id": entry_id}
    sources = {"url": url or (), "publisher": publisher or (), "language": language or (), "says": says or ()}
    return run(SITE, {name: value for name, value in given.items() if value}, sources)


@command(
    old="the id that the entry has",
    new_id="the id that it gets",
    unpublished="nobody has seen the old address yet: do not keep it",
)
def rename(_context: object, old: str, new_id: str, *, unpublished: bool = False) -> int:
    """Give an entry another id, with everything that links to it; its old address leads to the new one."""
    from timeline.commands.rename import rename as run

    return run(SITE, old, new_id, unpublished=unpublished)


@command(
    entry="the id of the entry",
    url="the address of the page",
    publisher="who published it: an id of publishers.yaml, or its name; guessed where left out",
    language="the language of the page, as en or ar; the publisher's where left out",
    says="what the page supports, in a sentence of your own",
    archive_of="the page is an archived copy of this source of the entry",
)
def source(  # noqa: PLR0913 (one option for each question)
    _context: object,
    entry: str,
    url: str,
    *,
    publisher: str = "",
    language: str = "",
    says: str = "",
    archive_of: str = "",
) -> int:
    """Add a page to an entry as a source, or as the archived copy of one."""
    from timeline.commands.source import source as run

    given = {"publisher": publisher, "language": language, "says": says}
    return run(SITE, entry, url, {name: value for name, value in given.items() if value}, archive_of)


@command()
def build(_context: object) -> int:
    """Make the whole site in output/, or leave output/ as it was."""
    from timeline.commands.build import build as run

    return run(SITE)


@command(
    base="a branch, tag or commit: what readers have now",
    strict="fail when an address would vanish",
)
def diff(_context: object, base: str, *, strict: bool = False) -> int:
    """Show what changes for readers since BASE; --strict fails when an address vanishes."""
    from timeline.commands.diff import diff as run

    return run(SITE, base, strict=strict)


@command()
def publish(_context: object) -> int:
    """Make a release under public/, verify it, and switch public/current to it."""
    from timeline.commands.publish import publish as run

    return run(SITE)


@command(folder="the folder to make; it must not be there yet, or be empty")
def start(_context: object, folder: str) -> int:
    """Begin a timeline of another subject in an empty folder."""
    from timeline.commands.start import start as run

    return run(PROJECT, Path(folder))


@command(full="run the long counts too")
def test(_context: object, *, full: bool = False) -> int:
    """Run every check of code and site; --full adds the long counts."""
    from timeline.commands.test import test as run

    return run(PROJECT, full=full)


@command(reader="measure what the page costs its reader instead: bytes and times in a browser")
def bench(_context: object, *, reader: bool = False) -> int:
    """Measure how the time of a build grows with the number of entries; --reader: what the page costs its reader."""
    if reader:
        from timeline.commands.reader_bench import reader_bench

        return reader_bench(PROJECT)
    from timeline.commands.bench import bench as run

    return run(PROJECT)


@command()
def docs(_context: object) -> int:
    """Write what guides and editors know of the format anew, from its description."""
    from timeline.commands.docs import docs as run

    return run(PROJECT)


def requirements(task: str) -> Iterator[tuple[Path, str]]:
    """Each set of packages that `task` needs, with the stamp that its finished installation leaves.

    The stamp changes with the packages, the Python and the folder: an environment does not outlive any of them.
    """
    stamp = hashlib.sha256(f"{sys.version}\n{PROJECT}\n".encode())
    for name in ("requirements.txt", "requirements-test.txt")[: 2 if task in MEASURING else 1]:
        stamp.update((PROJECT / name).read_bytes())
        yield PROJECT / name, stamp.hexdigest()


def stamp_of(packages: Path) -> Path:
    """The file that is written last when `packages` have been installed."""
    return VENV / f"{packages.stem}.stamp"


def installed(packages: Path, stamp: str) -> bool:
    """Whether `packages` were installed to the end, from the same file, for the same Python and folder."""
    file = stamp_of(packages)
    return file.is_file() and file.read_text("ascii") == stamp


def inside(task: str) -> bool:
    """Whether this process runs in `.venv` and `.venv` has what `task` needs."""
    return Path(sys.prefix).resolve() == VENV.resolve() and all(installed(*each) for each in requirements(task))


def prepare(task: str) -> None:
    """Bring `.venv` to what `task` needs. What an interrupted run left is made again from nothing.

    Raises CannotPrepareError without venv or ensurepip, subprocess.CalledProcessError when pip fails.
    """
    (PROJECT / ".cache").mkdir(exist_ok=True)
    with (PROJECT / ".cache" / "environment.lock").open("w") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)  # a second task started meanwhile waits, and then finds all done
        for packages, stamp in requirements(task):
            if installed(packages, stamp):
                continue
            if packages.name == "requirements.txt":
                make_environment()
            install(packages)
            stamp_of(packages).write_text(stamp, "ascii")


def make_environment() -> None:
    """Make an empty `.venv` in which `plugins/` is importable."""
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        owner = sys.platform == "win32" or os.geteuid() == 0
        line = f"{'' if owner else 'sudo '}apt-get install python3.{sys.version_info.minor}-venv"
        message = f"Python's venv is missing on this machine. On Debian and Ubuntu this adds it:\n  {line}"
        raise CannotPrepareError(message)
    say("Making .venv …")
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)  # noqa: S603 (fixed command)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    # As seen from there: so the file is ASCII, in whatever encoding Python reads it, whatever the folders are called.
    (packages / "timeline.pth").write_text(f"{os.path.relpath(PROJECT / 'plugins', packages)}\n", "ascii")


def install(packages: Path) -> None:
    """Install the pinned packages into `.venv`: wheels only, so that no package runs code of its own meanwhile."""
    say(f"Installing what {packages.name} lists …")
    pip = [python_of(VENV), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    how = ["--progress-bar", "off", "--only-binary", ":all:", "--require-hashes", "--requirement", packages.name]
    subprocess.run([*pip, *how], cwd=PROJECT, check=True)  # noqa: S603 (fixed command)
    say("Installed.")


def python_of(environment: Path) -> str:
    """The Python of a virtual environment, where this system's venv puts it."""
    return str(environment.joinpath(*(("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python"))))


def become(*command: str) -> int:
    """Let this process become another program; where the system cannot, wait for it and return its exit code."""
    if sys.platform != "win32":
        os.execv(command[0], list(command))  # noqa: S606 (no shell is wanted)
    try:
        return subprocess.run(command, check=False).returncode  # noqa: S603 (our own command line)
    except KeyboardInterrupt:
        return INTERRUPTED


def speak_utf8(*streams: TextIO) -> None:
    """Let what is printed be UTF-8 whatever the console's own code page, and never fail for a letter it lacks."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(line: str) -> None:
    """Print at once: the lines stand in order with those of the programs started."""
    print(line, flush=True)


def tasks() -> dict[str, str]:
    """The name of each task with its line of help, in the order of this file; for a site, those that it has."""
    every = {each.__name__: (each.__doc__ or "").splitlines()[0] for each in COMMANDS}
    return every if SITE == PROJECT else {name: line for name, line in every.items() if name not in OF_THE_GENERATOR}


def usage() -> str:
    """The list of tasks as text for the terminal."""
    lines = (f"  {name:<9}{line}" for name, line in tasks().items())
    return "\n".join(("python3 tasks.py TASK", "", *lines, "", "python3 tasks.py TASK --help shows a task's options."))


def usage_of(task: str) -> str:
    """What a task does and what each of its arguments and options is, as text for the terminal."""
    run, told = next((run, told) for run, told in COMMANDS.items() if run.__name__ == task)
    lines, needed = [], []
    for name, parameter in list(inspect.signature(run).parameters.items())[1:]:
        shown = name.strip("_").replace("_", "-")
        if parameter.default is inspect.Parameter.empty:
            needed.append(shown.upper())
            lines.append((needed[-1], told[name]))
        else:
            lines.append((f"--{shown}" if parameter.default is False else f"--{shown} {shown.upper()}", told[name]))
    width = max((len(shown) for shown, _ in lines), default=0) + 2
    head = " ".join(("python3 tasks.py", task, *needed))
    options = (f"  {shown:<{width}}{says}" for shown, says in lines)
    return "\n".join((head, "", run.__doc__ or "", "", *options)).rstrip()


def main(arguments: list[str]) -> int:
    """Prepare `.venv` and go on inside it; return an exit code where that cannot be."""
    speak_utf8(sys.stdout, sys.stderr)
    if sys.version_info < OLDEST_PYTHON:
        say(f"This project needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")
        return 1
    if set(arguments) <= {"-h", "--help", "-l", "--list"}:
        say(usage())
        return 0
    named = [word for word in arguments if word in tasks()]
    if not named:
        elsewhere = arguments[0] in OF_THE_GENERATOR
        reason = f"{arguments[0]} is a task of the generator: run it in {PROJECT}" if elsewhere else ""
        say(f"{reason or f'No task is called {arguments[0]}'}.\n\n{usage()}")
        return 2
    if {"-h", "--help"} & set(arguments):
        say(usage_of(named[0]))
        return 0
    try:
        prepare(next((task for task in named if task in MEASURING), named[0]))
    except (CannotPrepareError, subprocess.CalledProcessError) as problem:
        say(f"{problem}\n.venv is not ready; the next run makes it anew.")
        return 1
    return become(python_of(VENV), "-P", "-m", "invoke", "--search-root", str(PROJECT), *arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("Interrupted.")
        sys.exit(INTERRUPTED)
