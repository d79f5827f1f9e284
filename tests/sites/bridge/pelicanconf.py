"""Settings of another subject: other kinds, no phases, tags or source pages, one language, no address yet."""

SITENAME = "The harbour bridge"
DEFAULT_LANG = "en"
SITEURL = ""
TIMELINE = {"format": 1, "authority": "bridge.example,2026", "facets": ["kinds", "places"]}

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
