"""Which letters count as one, in whatever language a text is."""

# Without its dots: "Müller" and "MULLER" meet.
PLAIN = {"ä": "a", "ö": "o", "ü": "u"}
# The same written with a second letter: "Mueller".
SPELT_OUT = r"([aou])e"
