"""The chronicle in other formats, each a function from chronicle and site to text. Pure."""
