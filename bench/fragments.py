"""Texts that repeat a piece again and again, as long as is wanted."""

from collections.abc import Sequence
from itertools import count

FILLER = "die der das und ist in den von zu mit sich "  # makes any text look German
HOLE = "{}"  # in a fragment: a name that no other place has
# Of such things texts are made: each alone and with others, again and again.
FRAGMENTS = [
    *("der ", "des Karls ", "auch ", "sei ", "sagte ", "sagte, ", "Er ", "Anna "),
    *("Das\n", "Der Ort\n\n", "\n", "der: ", ": ", "– ", ", ", "; ", "... ", "? "),
    *("„", "“", "„der“ ", "„Das\n", '"', '"der" ', "»", "«der» ", "‚der‘ ", "(", ") "),
    *("der Film „", "„A“ und ", "nannte ihn „der“ ", "sogenannte „A“ ", "„Er kommt“, "),
    *("Dr. ", "Prof. Dr. Anna ", "a. D. ", "z. B. ", "13. ", "1.000 ", "67-Jährige "),
    *("Er sagte, er sei ", "Es heißt, ", "laut der ", "dem Anna zufolge ", "so Lenk. "),
    *("nach Angaben der ", "unter Berufung auf die dpa ", "wie die dpa berichtete, "),
    *("Das sagte Lenk. ", "zitiert die dpa ", "Lea Arndt, Leiterin, ", "und ", "dass "),
    *("von der ", "der Minister für ", "der Präsident ", "die Agentur ", "Medien "),
    *("Frau Moos, wer sind Sie?\nMoos: Ich bin es.\n", "Anna: ", "Was?\n", "A. B.: "),
    *("Herr Moos, was tun Sie?\n\nWir warten.\n\n", "Ein Gespräch mit Anna. "),
    *("Anna schrieb auf X:\nEs regnet seit Tagen.\n", "@anna: Es regnet seit Tagen.\n"),
    *("+++ 14.32 Uhr: ", "[14:32] ", "+++\n", "3. Mai, ", "14.32 Uhr – Anna "),
    *("\u00ad", "u\u0308", "\u200b", "Bürger:innen ", "der/die ", "*", "+++ "),
    *("Müll-\nabfuhr ", "a-\n", "\u00ad\n", "> ", ">\n> ", "&amp;", "*A* ", ",,a'' "),
    *("sagte die Politikerin. ", "Im Gespräch mit der dpa sagte Lea Arndt: Ja. "),
    *("sagte der\nArzt, und\n", "Rat Karl\nOtt sah die Halle\n"),
]  # fmt: skip
NAMES = [  # somebody new each time
    *("Anna {} sagte, es sei da. ", "die {}chefin Anna {} ", "Präsidentin Anna {} "),
    *("Das {}ministerium sagte: ", "Frau {} und ", "{}post ", "die Agentur {} "),
    *("Frau {}, wer sind Sie?\n{}: Ich bin es.\n", "Frage: Was?\n{}: Anna.\n"),
    *(
        "Ein Sprecher der {} sagte, es sei da. ",
        "Der Chef des {} ",
        "Sprecher der {}. ",
    ),
    *("{}medien ", "{}.de ", "{}s ", "({})\n"),
]


def text_of(fragments: Sequence[str], size: int) -> str:
    """The fragments in turn, so many characters and a line of small words."""
    numbers, length = count(), 0
    pieces: list[str] = []
    while length < size:
        for fragment in fragments:
            piece = fragment.replace(HOLE, _name(next(numbers)))
            pieces.append(piece)
            length += len(piece)
    return FILLER * (size // 100) + "\n\n" + "".join(pieces)


def _name(number: int) -> str:
    """A name of its own for each number: "Aaqa", "Aara"."""
    letters = ""
    for _ in range(3):
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return f"{letters}a".capitalize()
