"""The disk, and nothing else: the content folder read whole, the output folder written beside and swapped in."""
