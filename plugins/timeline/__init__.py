"""A sourced event timeline: Markdown entries in, a checked chronology and its site out."""
