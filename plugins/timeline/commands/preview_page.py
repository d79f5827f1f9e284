"""The page that the preview shows while there is no site to show: still being built, or stopped by problems."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from timeline.commands.preview_builds import Built, Listed
from timeline.entries.problem import counted

STYLE = "/preview.css"
PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
<script src="/livereload.js?shows={state}" defer></script>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def stylesheet() -> bytes:
    """The style of these pages, which stands in a file of its own as the policy asks."""
    return files("timeline.commands").joinpath("preview.css").read_bytes()


def waiting_page(state: str) -> str:
    """The page shown until the first build has ended. state: name of what the preview shows now."""
    return page("The preview is being built", "<p>This page reloads by itself.</p>", state)


def failure_page(built: Built, state: str) -> str:
    """The page for a build that gave no site, with every problem, or with where the build broke off."""
    if built.crash:
        last = built.crash.strip().splitlines()[-1]
        where = "<p>The terminal shows the lines before this one.</p>"
        return page("The preview could not be built", f"<pre>{escape(last)}</pre>\n{where}", state)
    errors = [each for each in built.problems if not each.warning]
    lines = "\n".join(map(item, built.problems))
    hint = "<p>Save the mended files: this page returns to the site by itself.</p>"
    if certain := sum(bool(each.fix) for each in built.problems):
        hint += f"\n<p><code>python3 tasks.py check --fix</code> mends {certain} of them.</p>"
    return page(f"{counted(len(errors), 'problem')} to mend", f"{hint}\n<ol>\n{lines}\n</ol>", state)


def item(problem: Listed) -> str:
    """One problem as an item of the list: place, field, message, the line with its part marked, the fix."""
    mark = "warning: " if problem.warning else ""
    place = f'<code dir="ltr">{escape(problem.place)}</code> <b>{escape(problem.field)}</b>'
    before, part, after = map(escape, problem.line)
    line = f'\n<pre dir="auto">{before}<mark>{part or " "}</mark>{after}</pre>' if any(problem.line) else ""
    # Each side keeps to itself, or an Arabic one would turn the row round.
    sides = " -&gt; ".join(f"<bdi>{escape(side)}</bdi>" for side in problem.fix.split(" -> "))
    fix = f'\n<p class="fix">check --fix: {sides}</p>' if problem.fix else ""
    return f'<li>{place} <span dir="auto">{mark}{escape(problem.message)}</span>{line}{fix}</li>'


def page(title: str, body: str, state: str) -> str:
    """A whole page; `body` is HTML."""
    return PAGE.format(title=escape(title), body=body, style=STYLE, state=state)
