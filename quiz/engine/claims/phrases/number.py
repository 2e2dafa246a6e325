"""Whether a noun names one or several: by its article, or by the verb beside it."""

from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import title_word
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form


def is_plural(reading: Reading, phrase: Phrase) -> bool:
    """As in "Anwohner", "mehrere Forscher", "Angaben der Forscher": several.

    For nouns that are the same in both numbers.
    """
    words, first, last = reading.lexicon.words, phrase.first, phrase.core_end - 1
    if first == phrase.core:
        return first == last
    word, noun = reading.lower[first], title_word(reading, last) or reading.word(last)
    titles = reading.lexicon.inflection.titles
    woman = noun.endswith(titles.feminine + titles.either)
    if first and word in words.genitive_plural and reading.is_noun(first - 1):
        return not woman
    if words.article_cases.get(word) == {}:
        return not woman  # "die Forscher"
    return word in words.plural_determiners


def is_one(reading: Reading, phrase: Phrase) -> bool:
    """As in "der Hersteller", "ein Veranstalter": the article shows the singular."""
    singular = reading.lexicon.words.singular_determiners
    one = reading.lower[phrase.first] in singular and phrase.first < phrase.core
    return one and not is_plural(reading, phrase)


def is_counted(reading: Reading, phrase: Phrase) -> bool:
    """As in "der beiden Politiker", "zwei Ärztinnen"; not "eine weitere Ärztin"."""
    words = reading.lexicon.words
    counting = words.plural_determiners
    first, some = reading.lower[phrase.first], tuple(words.wording.indefinite)
    single = first in words.singular_determiners or first in words.partitive
    return not (single and first.startswith(some)) and any(
        reading.lower[at] in counting for at in range(phrase.first, phrase.core)
    )


def beside_plural(reading: Reading, phrase: Phrase) -> bool:
    """As in "Fans sagten": one bare noun beside a verb of speech in the plural.

    Not "Lenk und Moos sagten", where each is one.
    """
    if phrase.core_end - phrase.core > 1 or reading.is_determiner(phrase.first):
        return False
    joints = (*reading.lexicon.words.conjunctions.joining, ",")
    around = (phrase.first - 1, phrase.end)
    inside = [at for at in around if 0 <= at < len(reading.lower)]
    if any(reading.lower[at] in joints for at in inside):
        return False
    return any(
        form.plural and form.form is Form.FINITE
        for at in inside
        for form in reading.verbs(at)
    )
