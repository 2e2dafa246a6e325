"""A teacher's own article: an invented town with people who say things."""

from pathlib import Path

TITLE = "Wernau streitet über den Turm"
OUTLET = "Wernauer Wochenblatt"
TEXT = Path(__file__).with_name("article.de.txt").read_text(encoding="utf-8")
