"""Settings of a small site that shows every kind of date, grade and text, below a path of its host."""

SITENAME = "Valley"
SITESUBTITLE = "A small site for the tests."
DEFAULT_LANG = "en"
SITEURL = "https://host.example/valley"
TIMELINE = {
    "format": 1,
    "authority": "host.example,2026",
    "license": "CC BY 4.0",
    "repository": "https://code.example/valley",
}

PATH = "content"
OUTPUT_PATH = "output"
THEME = "../../../theme"
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
