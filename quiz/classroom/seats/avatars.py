"""What an alias looks like: an animal out of parts, with what its quality wears.

Every part is a symbol of `static/img/avatars.svg`. One alias always gives one picture,
and no two aliases give the same one, so that nothing about pictures is ever kept.
"""

from functools import cache
from types import MappingProxyType
from typing import NamedTuple


class Part(NamedTuple):
    """A symbol with its two colours: of the animal, and of the mark on it."""

    symbol: str
    fill: str
    mark: str


class Avatar(NamedTuple):
    """A picture: the colour of the ground, and parts from the back to the front."""

    ground: str
    parts: tuple[Part, ...]


class _Animal(NamedTuple):
    fill: str
    mark: str
    behind: str
    before: str


class _Wear(NamedTuple):
    ground: str
    eyes: str
    symbol: str
    colour: str


_BROWN, _DARK, _CREAM, _GREY = "#a4683a", "#4a3a30", "#fbf1df", "#8d99a3"
_SAND, _BLACK, _WHITE, _BLUE = "#d9a867", "#2f3136", "#ffffff", "#4f86b8"

# Animal → its colours, the parts behind its eyes, those before them.
_ANIMALS = MappingProxyType(
    {
        "otter": _Animal(_BROWN, _CREAM, "ears-small round muzzle", "whiskers nose"),
        "fuchs": _Animal("#e0702c", _WHITE, "ears-point wedge cheeks", "nose"),
        "dachs": _Animal(_WHITE, _BLACK, "ears-small long bands", "nose"),
        "igel": _Animal("#e3bd8e", "#6b4a35", "spines round", "nose"),
        "luchs": _Animal(_SAND, _CREAM, "ears-point tufts round spots", "nose"),
        "biber": _Animal("#8a5a36", "#c99b6b", "ears-small wide muzzle", "nose teeth"),
        "falke": _Animal("#7a6a5c", _CREAM, "bird bib bands", "hook"),
        "kranich": _Animal("#9aa7b1", "#c8352b", "bird fringe", "pick"),
        "storch": _Animal(_WHITE, _BLACK, "bird bib", "long-beak"),
        "specht": _Animal(_BLACK, "#d8302a", "crest bird fringe", "pick"),
        "wal": _Animal(_BLUE, "#cfe3f2", "whale belly", ""),
        "delfin": _Animal("#7fa9c9", _WHITE, "fin whale belly", ""),
        "pinguin": _Animal(_BLACK, _WHITE, "bird face bib", "beak"),
        "panda": _Animal(_WHITE, _BLACK, "ears-round round patches", "nose"),
        "tiger": _Animal(
            "#ee9436", _BLACK, "ears-round round stripes", "whiskers nose"
        ),
        "leopard": _Animal("#e8bf5c", "#5a4320", "ears-round round spots", "nose"),
        "eisbaer": _Animal("#f4f6f7", "#cbd5dc", "ears-round wide muzzle", "nose"),
        "steinbock": _Animal(_GREY, "#5d4a3c", "ears-leaf ibex long", "nose"),
        "hirsch": _Animal(_BROWN, "#6d4a2c", "ears-leaf antlers long", "nose"),
        "elch": _Animal("#6b4f3d", "#b98d62", "ears-leaf palms long big-muzzle", ""),
        "eule": _Animal("#93704f", _CREAM, "ear-tufts bird face", "hook"),
        "amsel": _Animal("#26272b", "#3a3c42", "bird bib", "beak"),
        "meise": _Animal("#f3d34a", "#27405f", "bird hood", "beak"),
        "schwalbe": _Animal("#2f4b7c", "#e9e2d5", "wings bird bib", "beak"),
        "robbe": _Animal(_GREY, "#c9d2d9", "wide muzzle", "whiskers nose"),
        "gazelle": _Animal("#d99a5b", "#5d4a3c", "ears-leaf spikes long", "nose"),
        "giraffe": _Animal("#f0c65a", "#9a6427", "ears-leaf knobs long spots", "nose"),
        "libelle": _Animal("#2ba39b", _BLUE, "wings feelers lizard", "smile"),
        "hummel": _Animal("#f2b632", _BLACK, "wings feelers wide hood bee", "smile"),
        "biene": _Animal("#f7cf3e", _BLACK, "wings feelers round bee", "smile"),
        "ameise": _Animal("#b0432c", "#d8785f", "feelers wedge muzzle", "smile"),
        "krabbe": _Animal("#e4573d", "#a83522", "crab", "smile"),
        "schildkroete": _Animal("#8fc06a", "#4d7a3a", "shell round", "smile"),
        "eidechse": _Animal("#6bb04a", "#3d7a2a", "lizard stripes", "smile"),
        "forelle": _Animal("#8fb0a0", "#c8604f", "fish spots", ""),
        "moewe": _Animal(_WHITE, "#aab6bf", "wings bird bib", "beak"),
        "lerche": _Animal("#c9a878", "#f3e6cd", "crest bird bib", "beak"),
        "wachtel": _Animal("#a98960", "#6e5233", "crest bird hood", "beak"),
        "zebra": _Animal(_WHITE, _BLACK, "ears-leaf long stripes", "nose"),
        "lama": _Animal("#f0e2c8", "#d1b78d", "ears-long neck fringe", "nose"),
        "alpaka": _Animal("#c59b72", "#8d6543", "ears-long neck fringe", "nose"),
        "murmeltier": _Animal(
            "#b58a5b", "#7d5a3a", "ears-small wide hood", "nose teeth"
        ),
        "eichhoernchen": _Animal(
            "#c85f2c", _CREAM, "ears-point tufts round muzzle", "nose"
        ),
        "kaenguru": _Animal("#b8794a", "#e7c6a0", "ears-long round muzzle", "nose"),
        "nashorn": _Animal(_GREY, "#e8e2d2", "ears-leaf long horn", ""),
        "seepferdchen": _Animal("#f08a4b", "#c9632a", "coronet round", "snout"),
        "rotkehlchen": _Animal("#8d7a63", "#e2682c", "bird face bib", "beak"),
        "wiesel": _Animal("#b77b45", _WHITE, "ears-round wedge muzzle", "nose"),
    }
)

# Quality → the ground, how the eyes look, what it wears and in which colour.
_WEARS = MappingProxyType(
    {
        "flink": _Wear("#bfe3d0", "eyes-wide", "band", "#d8302a"),
        "mutig": _Wear("#ffd9a0", "eyes", "scarf", "#c8352b"),
        "klug": _Wear("#cfe0f7", "eyes", "glasses", "#1d1b17"),
        "leis": _Wear("#e3ddf3", "eyes-calm", "scarf", "#7b6bb0"),
        "munter": _Wear("#ffe7a3", "eyes-wide", "bow", "#2b7fb8"),
        "bunt": _Wear("#ffd3e2", "eyes", "flower", "#3f8f4f"),
        "stolz": _Wear("#f3d5c0", "eyes", "star", "#e0a100"),
        "sanft": _Wear("#dff0e0", "eyes-calm", "bow", "#c86a9a"),
        "keck": _Wear("#ffe0c2", "eyes-wink", "cap", "#b23c00"),
        "wach": _Wear("#c9ecf2", "eyes-wide", "scarf", "#0a5a70"),
        "froh": _Wear("#fff0b3", "eyes-glad", "flower", "#d85a8a"),
        "schlau": _Wear("#d9e8c4", "eyes-wink", "glasses", "#1d1b17"),
        "fleißig": _Wear("#fbe3b5", "eyes", "cap", "#2f6f9f"),
        "gelassen": _Wear("#cdeae6", "eyes-calm", "band", "#2f7f77"),
        "geduldig": _Wear("#e6e2d3", "eyes-calm", "cap", "#6b7a3a"),
        "heiter": _Wear("#ffe9c9", "eyes-glad", "bow", "#d87a1e"),
        "ruhig": _Wear("#d6e6f2", "eyes-calm", "scarf", "#2f5f9f"),
        "kühn": _Wear("#f7cfc4", "eyes", "band", "#1d3f6e"),
        "listig": _Wear("#e0efc0", "eyes-wink", "scarf", "#5a8a1e"),
        "gewitzt": _Wear("#ecd9f5", "eyes-glad", "glasses", "#1d1b17"),
        "freundlich": _Wear("#fbdada", "eyes-glad", "scarf", "#c04a7a"),
        "neugierig": _Wear("#d3f0d0", "eyes-wide", "glasses", "#1d1b17"),
        "lustig": _Wear("#fff3a0", "eyes-glad", "cap", "#c8352b"),
        "silbern": _Wear("#d5dbe0", "eyes", "star", "#7f8c96"),
        "golden": _Wear("#f7dc85", "eyes", "bow", "#b07c00"),
        "grün": _Wear("#a9dba4", "eyes", "scarf", "#2f7f3a"),
        "blau": _Wear("#a9cdf2", "eyes", "scarf", "#1f5fae"),
        "rot": _Wear("#f5aca2", "eyes", "scarf", "#b3261e"),
        "gelb": _Wear("#ffe680", "eyes", "scarf", "#c99700"),
    }
)


@cache
def avatar(alias: str) -> Avatar:
    """The picture of an alias of the word lists."""
    quality, _, kind = alias.partition("-")
    animal, wear = _ANIMALS[kind], _WEARS[quality]
    drawn = [*animal.behind.split(), wear.eyes, *animal.before.split()]
    parts = [Part(each, animal.fill, animal.mark) for each in drawn]
    return Avatar(wear.ground, (*parts, Part(wear.symbol, wear.colour, wear.colour)))
