"""Where tests find the programs that they run: Java, the Nu checker, Node, Chromium."""

from __future__ import annotations

from timeline.commands.tools import NPM, chromium, java, node, vnu_jar

__all__ = ("NPM", "chromium", "java", "node", "vnu_jar")
