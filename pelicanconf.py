"""Settings of the site. What another subject changes stands first; the rest is how Pelican serves the plugin."""

SITENAME = "Deir Ezzor 2017–2019"
SITESUBTITLE = (
    "A sourced chronology of the campaign in eastern Syria: what happened, where, when, who says so and how sure it is."
)
DEFAULT_LANG = "en"
SITEURL = ""

TIMELINE = {
    "format": 1,
    "authority": "deir-ezzor-timeline.example,2026",
    "license": "CC BY 4.0",
    "repository": "",
    "facets": ["phases", "kinds", "places", "actors", "tags", "sources"],
    "families": {
        "earth": {"en": "On the ground", "ar": "على الأرض"},
        "sky": {"en": "From the air", "ar": "من الجو"},
        "moss": {"en": "Words and supply", "ar": "أقوال وإمداد"},
        "rose": {"en": "People", "ar": "الناس"},
    },
    "notice": ["civilian-harm"],
    "overview_below": ["rose"],
}

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["timeline"]
PELICAN_CLASS = "timeline.StagedPelican"
TIMEZONE = "UTC"

# Events are no articles: Pelican's own readers and generators find nothing, and write nothing.
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
