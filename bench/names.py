"""List the names that would be shown for sure speakers and sources.

    python -m bench.names [FILE] [--all]

FILE holds one JSON document a line, maybe gzipped, with `text` or `originalText`; the
news texts of our own without one. Each name stands with its kind and how often it would
be shown; `--all` lists those of everybody else, too, who may be an option. Behind `!`
stand names that do not parse; the exit status is 1 if there is one among the sure.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.news import FOLDER
from bench.noted import read
from quiz.engine.claims.claim import Entity, Extraction
from quiz.engine.claims.entities.wellformed import is_wellformed
from quiz.engine.claims.extract import extract
from quiz.engine.lexicon.lexicon import lexicon
from quiz.errors import Invalid

Shown = tuple[str, str]  # kind and name


def texts_of(file: Path | None) -> Iterator[str]:
    """The texts of a file, or of our own."""
    if file is None:
        yield from (read(path).text for path in sorted(FOLDER.rglob("*.toml")))
        return
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            yield document.get("text") or document["originalText"]


def sure_people(found: Extraction) -> Iterator[Entity]:
    """The speaker and the sources of every sure claim, as often as they stand there."""
    for claim in found.claims:
        for entity in (claim.speaker_entity, *(link.entity for link in claim.sources)):
            if claim.sure and entity is not None:
                yield found.entity(entity)


def parses(entity: Entity) -> bool:
    """Whether its name is a name, a role or a body."""
    return is_wellformed(entity.name, entity.kind, lexicon("de"))


def main(arguments: list[str]) -> int:
    """Print the names; 1 if one of the sure does not parse."""
    files = [Path(each) for each in arguments if each != "--all"]
    shown: Counter[Shown] = Counter()
    stray: set[Shown] = set()
    for text in texts_of(files[0] if files else None):
        try:
            found = extract(text)
        except Invalid:
            continue
        people = [*sure_people(found)]
        others = [e for e in found.entities if e not in people]
        for entity in people + (others if "--all" in arguments else []):
            shown[entity.kind, entity.name] += 1
            if not parses(entity):
                stray.add((entity.kind, entity.name))
    for (kind, name), times in sorted(shown.items()):
        print(f"{'!' if (kind, name) in stray else ' '} {kind:13}{times:4}  {name}")
    print(f"{len(shown)} names, {len(stray)} of them do not parse")
    return int(bool(stray) and "--all" not in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
