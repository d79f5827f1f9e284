"""What a person tells in, the text of files out: entries, sources, renamed ids. Pure; `commands` asks and writes."""
