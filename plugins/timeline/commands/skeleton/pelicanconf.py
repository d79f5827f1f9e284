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
    # What has pages of its own, in the order of the navigation. Take a word out, and those pages are gone.
    "facets": ["phases", "kinds", "places", "actors", "tags", "sources"],
    "map": True,  # False: no map, and nothing is said of where a place lies on it
    "languages": ["en"],  # those that readers see; ["en", "ar"]: Arabic names and translations beside the English
    # The colour families of content/vocabulary/kinds.yaml, named for the key.
    "families": {"sky": {"en": "Works"}, "rose": {"en": "Accidents"}},
    "notice": ["accident"],  # kinds of event whose text readers may fold, those that tell of harm
    "overview_below": ["rose"],  # colour families that hang below the line of the overview
    # Up to six properties of the look: colours as [light, dark], and typefaces. Leave any out.
    "look": {"river": ["#1d4f8a", "#9cc3ff"]},
}

THEME = "@THEME@"  # of the generator; change it, and GENERATOR in tasks.py, if one of the two folders moves
THEME_TEMPLATES_OVERRIDES = ["templates"]  # a template here is used in place of the theme's of the same name
PATH = "content"
OUTPUT_PATH = "output"

# How Pelican serves the generator; leave this as it is.
PLUGINS = ["timeline"]
PELICAN_CLASS = "timeline.StagedPelican"
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
