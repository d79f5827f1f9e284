"""Settings of the published site: those of the preview, and the address at which it will stand."""

from pelicanconf import *  # noqa: F403 - the settings of the site, all of them

# Without a final slash: "https://example.org" or "https://example.org/timeline".
SITEURL = ""
