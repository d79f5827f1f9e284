"""A file's text in, an event (or a vocabulary, or a page) and its problems out. Pure: no disk, no clock, no Pelican."""
