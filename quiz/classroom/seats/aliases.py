"""Aliases out of word lists: never free text, so neither names nor insults."""

import random
from collections.abc import Collection
from types import MappingProxyType
from typing import NamedTuple


class Animal(NamedTuple):
    """A noun in both languages; the ending is what a German adjective before it has."""

    de: str
    ending: str
    en: str


# Stem of the German adjective → English.
ADJECTIVES = MappingProxyType(
    {
        "flink": "nimble",
        "mutig": "brave",
        "klug": "clever",
        "leis": "quiet",
        "munter": "lively",
        "bunt": "colourful",
        "stolz": "proud",
        "sanft": "gentle",
        "keck": "cheeky",
        "wach": "wide-awake",
        "froh": "merry",
        "schlau": "smart",
        "fleißig": "busy",
        "gelassen": "calm",
        "geduldig": "patient",
        "heiter": "cheerful",
        "ruhig": "steady",
        "kühn": "daring",
        "listig": "crafty",
        "gewitzt": "witty",
        "freundlich": "friendly",
        "neugierig": "curious",
        "lustig": "jolly",
        "silbern": "silver",
        "golden": "golden",
        "grün": "green",
        "blau": "blue",
        "rot": "red",
        "gelb": "yellow",
    }
)
ANIMALS = MappingProxyType(
    {
        "otter": Animal("Otter", "er", "otter"),
        "fuchs": Animal("Fuchs", "er", "fox"),
        "dachs": Animal("Dachs", "er", "badger"),
        "igel": Animal("Igel", "er", "hedgehog"),
        "luchs": Animal("Luchs", "er", "lynx"),
        "biber": Animal("Biber", "er", "beaver"),
        "falke": Animal("Falke", "er", "falcon"),
        "kranich": Animal("Kranich", "er", "crane"),
        "storch": Animal("Storch", "er", "stork"),
        "specht": Animal("Specht", "er", "woodpecker"),
        "wal": Animal("Wal", "er", "whale"),
        "delfin": Animal("Delfin", "er", "dolphin"),
        "pinguin": Animal("Pinguin", "er", "penguin"),
        "panda": Animal("Panda", "er", "panda"),
        "tiger": Animal("Tiger", "er", "tiger"),
        "leopard": Animal("Leopard", "er", "leopard"),
        "eisbaer": Animal("Eisbär", "er", "polar bear"),
        "steinbock": Animal("Steinbock", "er", "ibex"),
        "hirsch": Animal("Hirsch", "er", "stag"),
        "elch": Animal("Elch", "er", "moose"),
        "eule": Animal("Eule", "e", "owl"),
        "amsel": Animal("Amsel", "e", "blackbird"),
        "meise": Animal("Meise", "e", "chickadee"),
        "schwalbe": Animal("Schwalbe", "e", "swallow"),
        "robbe": Animal("Robbe", "e", "seal"),
        "gazelle": Animal("Gazelle", "e", "gazelle"),
        "giraffe": Animal("Giraffe", "e", "giraffe"),
        "libelle": Animal("Libelle", "e", "dragonfly"),
        "hummel": Animal("Hummel", "e", "bumblebee"),
        "biene": Animal("Biene", "e", "bee"),
        "ameise": Animal("Ameise", "e", "ant"),
        "krabbe": Animal("Krabbe", "e", "crab"),
        "schildkroete": Animal("Schildkröte", "e", "turtle"),
        "eidechse": Animal("Eidechse", "e", "lizard"),
        "forelle": Animal("Forelle", "e", "trout"),
        "moewe": Animal("Möwe", "e", "seagull"),
        "lerche": Animal("Lerche", "e", "lark"),
        "wachtel": Animal("Wachtel", "e", "quail"),
        "zebra": Animal("Zebra", "es", "zebra"),
        "lama": Animal("Lama", "es", "llama"),
        "alpaka": Animal("Alpaka", "es", "alpaca"),
        "murmeltier": Animal("Murmeltier", "es", "marmot"),
        "eichhoernchen": Animal("Eichhörnchen", "es", "squirrel"),
        "kaenguru": Animal("Känguru", "es", "kangaroo"),
        "nashorn": Animal("Nashorn", "es", "rhino"),
        "seepferdchen": Animal("Seepferdchen", "es", "seahorse"),
        "rotkehlchen": Animal("Rotkehlchen", "es", "robin"),
        "wiesel": Animal("Wiesel", "es", "weasel"),
    }
)
OFFERED = 8


def offered(taken: Collection[str], chance: random.Random) -> tuple[str, ...]:
    """Eight aliases by chance that nobody in the class has, no word twice.

    With 29 adjectives and 48 animals there are 1,392; a class has 40 seats at most.
    """
    found: list[str] = []
    adjectives = chance.sample(list(ADJECTIVES), len(ADJECTIVES))
    animals = chance.sample(list(ANIMALS), len(ANIMALS))
    for adjective in adjectives:
        animal = next(
            (each for each in animals if f"{adjective}-{each}" not in taken), None
        )
        if animal is not None and len(found) < OFFERED:
            found.append(f"{adjective}-{animal}")
            animals.remove(animal)
    return tuple(found)


def of_guest(number: int) -> str:
    """The alias of whoever has no seat to choose one at; always the same."""
    number, quality = divmod(number, len(ADJECTIVES))
    animal = number % len(ANIMALS)
    return f"{list(ADJECTIVES)[quality]}-{list(ANIMALS)[animal]}"


def is_alias(key: str) -> bool:
    """Whether it is one of the word lists."""
    adjective, _, animal = key.partition("-")
    return adjective in ADJECTIVES and animal in ANIMALS


def spoken(key: str, language: str) -> str:
    """An alias as it is read: "Mutiger Otter", "Brave otter"."""
    adjective, _, animal = key.partition("-")
    word = ANIMALS[animal]
    if language == "de":
        return f"{adjective.capitalize()}{word.ending} {word.de}"
    return f"{ADJECTIVES[adjective]} {word.en}".capitalize()
