"""What an explanation lets one keep for the next article, a sentence each."""

from quiz.engine.questions.option import KONJUNKTIV, Localised

TOLD = Localised(
    "Wer es gesagt bekommt, gibt es nur weiter.",
    "Whoever is told something only passes it on.",
)
"""Of a source that was told."""
TOLD_WHOM = Localised(
    "Beim Redewort steht auch, wem es gesagt wurde.",
    "Beside the verb of saying it says who was told.",
)
"""Where it is asked who was told."""
PRONOUN = Localised(
    "Bei „er“ und „sie“ hilft der Satz davor.",
    "For “er” and “sie”, look at the sentence before.",
)
"""Of a speaker who is a pronoun."""
POSSESSIVE = Localised(
    "Bei „sein“ und „ihr“ hilft der Satz davor.",
    "For “sein” and “ihr”, look at the sentence before.",
)
"""Of a speaker to whom a pronoun says the words belong: "ihren Angaben zufolge"."""
HEARD = Localised(
    "Wo es zu hören oder zu lesen war, von dort hat es der Artikel.",
    "The article got it from where it could be heard or read.",
)
"""Of a source in which somebody said it."""
ROLE = Localised(
    "Oft steht statt des Namens da, was jemand ist.",
    "Often it says what somebody is instead of the name.",
)
"""Of a speaker who is told by what they are."""
GOES_ON = Localised(
    "Der Name steht in einem Satz davor.", "The name is in an earlier sentence."
)
"""Of a speaker named before."""
HERE = Localised(
    "Der Name direkt bei den Worten zeigt, wer spricht.",
    "The name right beside the words shows who speaks.",
)
"""Of a speaker named beside the words."""
PASSES_ON = Localised("gibt es weiter", "passes it on")
SPEAKS = Localised("spricht", "speaks")
WRITES = Localised("hat es geschrieben", "wrote it")
WHO_PASSES_ON = Localised("wer es weitergibt", "who passes it on")
FROM_WHOM = Localised("von wem es kommt", "who it comes from")
HOLDS = Localised(
    "Sie gilt, bis eine andere kommt.", "It holds until another one comes."
)
"""Of a source named before, for what comes after it."""
MOOD = Localised(
    f"Der {KONJUNKTIV.de} zeigt fremde Worte.",
    "German verbs take this form in reported speech.",
)
"""Of words whose mood shows that they are another's."""
OR_BESIDE = Localised(
    "Sonst zeigt es ein Wort wie „laut“.", "Otherwise a word such as “laut” does."
)
"""Of several statements, some of which have no verb of saying."""
OR_GOES_ON = Localised(
    "Zitat oder „sei“ ohne Redewort: Die Stimme davor redet weiter.",
    "A quotation or “sei” without one: the voice before goes on.",
)
"""Of several statements, in some of which nothing new tells who speaks."""
