"""Settings of the site. Change the first part; `python3 tasks.py serve` shows what comes of it."""

SITENAME = "The lighthouse at North Point"
SITESUBTITLE = "A sample: three made-up events, to be replaced by yours."
DEFAULT_LANG = "en"  # language of the interface: en or ar
SITEURL = ""  # stays empty here; publishconf.py has the address

TIMELINE = {
    "format": 1,  # version of the entry format
    "authority": "north-point.example,2026",  # a domain of yours and a year: names ids for ever
    "license": "CC BY 4.0",  # licence of your entries, as a reader should see it
    "repository": "",  # address of your repository, for links that suggest a correction
    # What has pages of its own, in the order of the navigation. Take a word out, and those pages are gone; phases come
    # with "phases" here and a file content/vocabulary/phases.yaml, a map with a file content/basemap.yaml.
    "facets": ["kinds", "places", "actors", "tags", "sources"],
    # The colour families of content/vocabulary/kinds.yaml, named for the key.
    "families": {"sky": {"en": "Works"}, "rose": {"en": "Accidents"}},
    # Up to six properties of the look: colours as [light, dark], and typefaces. Leave any out.
    "look": {"river": ["#7a3b00", "#ffb877"]},
}

THEME = "@THEME@"
THEME_TEMPLATES_OVERRIDES = ["templates"]  # a template here is used in place of the theme's of the same name
PATH = "content"
OUTPUT_PATH = "output"

# How Pelican serves the generator; leave this as it is.
PLUGINS = ["timeline"]
PELICAN_CLASS = "timeline.pelican_side.staged.StagedPelican"
TIMEZONE = "UTC"
READERS = {"rst": None, "html": None}
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
CACHE_CONTENT = False
DELETE_OUTPUT_DIRECTORY = False
