"""What a person tells in, the text of files out: new entries, sources, renamed ids. Pure; `commands` asks and writes."""
