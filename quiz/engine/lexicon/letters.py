"""Which letters count as one or belong to a word, in whatever language a text is."""

# Without its dots: "Müller" and "MULLER" meet.
PLAIN = {"ä": "a", "ö": "o", "ü": "u"}
# The same written with a second letter: "Mueller".
SPELT_OUT = r"([aou])e"
# Behind a mark they belong to the word before: "Bürger:in", "Pfleger/-innen".
OF_ALL_GENDERS = ("in", "innen")
# Behind a hyphen at the end of a line these leave it there: "Vor-" "und Nachteile".
HOLDING_APART = frozenset({"und", "oder", "sowie", "bzw", "beziehungsweise"})
# A letter that some write as others: "heisst" in Switzerland.
WRITTEN_OTHERWISE = ("ß", "ss")
