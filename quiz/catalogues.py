"""The translations: compile them, and tell what is missing in them.

English is what the code and the templates say themselves; every other language
has `translations/<language>/LC_MESSAGES/messages.po`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from quiz.config import LANGUAGES, ROOT

FOLDER = ROOT / "quiz" / "translations"
SOURCES = ("quiz", "templates")
METHODS = [("**.py", "python"), ("**.html", "jinja2")]
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}
KEYWORDS = DEFAULT_KEYWORDS | {"_l": None}


def compile_stale() -> list[Path]:
    """Compile every catalogue that is newer than what was made of it."""
    made = []
    for po in sorted(FOLDER.glob("*/LC_MESSAGES/*.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime_ns > po.stat().st_mtime_ns:
            continue
        aside = mo.with_name(f"{mo.name}.{os.getpid()}")
        with aside.open("wb") as file:
            write_mo(file, _catalogue(po))
        aside.replace(mo)
        made.append(mo)
    return made


def gaps() -> list[str]:
    """What is missing, doubtful or left over in any language, one line each."""
    said = _said()
    found = []
    for language in LANGUAGES:
        po = FOLDER / language / "LC_MESSAGES" / "messages.po"
        if po.exists():
            catalogue = _catalogue(po)
            found += [f"{language}: {gap}" for gap in _gaps_in(catalogue, said)]
        elif language != "en":
            found.append(f"{language}: there is no {po.relative_to(ROOT)}")
    return found


def update() -> list[Path]:
    """Take new phrases into every catalogue, empty, and drop what is said no more."""
    said = _said()
    written = []
    for po in sorted(FOLDER.glob("*/LC_MESSAGES/*.po")):
        catalogue = _catalogue(po)
        catalogue.update(said, no_fuzzy_matching=True, update_creation_date=False)
        with po.open("wb") as file:
            write_po(file, catalogue, ignore_obsolete=True, include_lineno=False)
        written.append(po)
    return written


def _said() -> Catalog:
    """Every phrase of the code and the templates, as they say it in English."""
    catalogue = Catalog()
    for source in SOURCES:
        for name, line, message, _, context in extract_from_dir(
            ROOT / source,
            METHODS,
            OPTIONS,
            keywords=KEYWORDS,
            directory_filter=_is_ours,
        ):
            catalogue.add(
                message, locations=[(f"{source}/{name}", line)], context=context
            )
    return catalogue


def _is_ours(folder: str | os.PathLike[str]) -> bool:
    # Without this, folders such as templates/_shared would be passed over.
    return Path(folder).name != "__pycache__"


def _gaps_in(catalogue: Catalog, said: Catalog) -> Iterator[str]:
    wanted, kept = _by_key(said), _by_key(catalogue)
    for key, message in wanted.items():
        if key in kept:
            yield from _doubts(kept[key], catalogue)
        else:
            file, line = message.locations[0]
            yield f"not in the catalogue: {key!r} ({file}:{line})"
    yield from (
        f"no longer said anywhere: {key!r}" for key in kept if key not in wanted
    )


def _doubts(message: Message, catalogue: Catalog) -> Iterator[str]:
    words = message.string
    parts = words if isinstance(words, (list, tuple)) else [words]
    if not all(parts):
        yield f"not translated: {message.id!r}"
    elif message.fuzzy:
        yield f"fuzzy: {message.id!r}"
    yield from (f"{error}: {message.id!r}" for error in message.check(catalogue))


def _by_key(catalogue: Catalog) -> dict[str, Message]:
    messages = [message for message in catalogue if message.id]
    return {m.id if isinstance(m.id, str) else m.id[0]: m for m in messages}


def _catalogue(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)
