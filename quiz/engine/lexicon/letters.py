"""Which letters count as one or belong to a word, in whatever language a text is."""

# Without its dots: "Müller" and "MULLER" meet.
PLAIN = {"ä": "a", "ö": "o", "ü": "u"}
# The same written with a second letter: "Mueller".
SPELT_OUT = r"([aou])e"
# Behind a mark they belong to the word before: "Bürger:in", "Pfleger/-innen".
OF_ALL_GENDERS = ("in", "innen")
# A letter that some write as others: "heisst" in Switzerland.
WRITTEN_OTHERWISE = ("ß", "ss")
