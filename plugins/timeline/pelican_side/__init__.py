"""The only room that imports Pelican: settings in, the generator, the swap at the end."""
