"""On which line of a TOML file a table or a word stands."""

import re

_HEAD = re.compile(r"\[([\w.-]+)\]")
_KEY = re.compile(r'("?)([^"=\[]+?)\1\s*=')
_STRING = '"""'

Keys = tuple[str, ...]


class Lines:
    """The lines of one file, from 1."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._places: dict[Keys, int] = {}
        table: Keys = ()
        inside = False
        for number, line in enumerate(self._lines, start=1):
            head, key = _HEAD.match(line), _KEY.match(line)
            if head and not inside:
                table = tuple(head.group(1).split("."))
                self._places.setdefault(table, number)
            elif key and not inside:
                self._places.setdefault((*table, key.group(2).strip()), number)
            inside ^= line.count(_STRING) % 2 == 1

    def of(self, keys: Keys, value: object = None) -> int:
        """The line of what stands under those keys, or of the nearest around it.

        A word of a list has no key: it is looked for from there on.
        """
        around = (keys[:end] for end in range(len(keys), 0, -1))
        first = next((self._places[each] for each in around if each in self._places), 1)
        if isinstance(value, str):
            for number, line in enumerate(self._lines[first - 1 :], start=first):
                if f'"{value}"' in line:
                    return number
        return first
