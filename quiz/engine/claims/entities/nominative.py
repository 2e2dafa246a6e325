"""A role, a group or a body as a subject without its article: "Rotes Kreuz"."""

from collections.abc import Iterable, Sequence

from quiz.engine.claims.claim import EntityKind
from quiz.engine.claims.phrases.agreement import gender_of
from quiz.engine.claims.phrases.naming import Naming
from quiz.engine.claims.phrases.phrase import Phrase
from quiz.engine.claims.words.noun import body_word, is_body, outlet_word, title_word
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Case, Fit
from quiz.engine.lexicon.vocabulary.inflection import without

Piece = tuple[int, str]  # a token, and the word as it is shown


def nominative(reading: Reading, naming: Naming) -> str:
    """A role or group without article, its adjectives as in "russische Medien".

    What a participle takes along is left out ("der seit Mai amtierende Bürgermeister"),
    and so is what stands in brackets.
    """
    phrase = naming.phrase
    body = naming.kind is EntityKind.ORGANISATION and not _shows_head(reading, naming)
    if body or _is_in_compound(reading, naming):
        return naming.head  # "Polizei" out of "Polizeiangaben"
    pieces = [
        (at, _strong(reading, _inside(reading, at), naming))
        for at in range(_past_taken(reading, phrase), phrase.core)
        if not (reading.is_determiner(at) or _is_aside(reading, at, naming))
    ]
    if reading.lower[phrase.first] in reading.lexicon.words.plural_determiners:
        several = _without_dative(reading, reading.lower[phrase.first])
        pieces.insert(0, (phrase.first, several))
    pieces += zip(_core(phrase), _nouns(reading, naming), strict=True)
    pieces += [(at, reading.word(at)) for at in _attributes(reading, naming)]
    text = _joined(reading, pieces)
    return text if naming.plural else text[0].upper() + text[1:]


def _is_aside(reading: Reading, at: int, naming: Naming) -> bool:
    """As in "der prostädtischen TBP": no part of a name whose gender nobody sees."""
    body = naming.kind is EntityKind.ORGANISATION and bool(naming.names)
    small = not reading.text.tokens[at].is_capital
    return body and small and not gender_of(reading, naming)


def own_newsroom(reading: Reading, phrase: Phrase) -> str:
    """As "unsere Zeitung" of "unserer Zeitung": the noun alone may be any."""
    ours = reading.lexicon.words.quotation.ours[reading.lower[phrase.first]]
    return f"{ours} {reading.word(phrase.core_end - 1)}"


def _past_taken(reading: Reading, phrase: Phrase) -> int:
    """Past words that a participle takes along, and the participle.

    As in "die seit Mai amtierende Rätin", "die in Talheim ansässige Warte".
    """
    first = phrase.first
    if first > 2 and not (reading.is_determiner(first) or reading.is_noun(first)):
        seat = reading.is_noun(first - 1) and reading.is_preposition(first - 2)
        return first + (seat and reading.is_determiner(first - 3))
    inner = (
        n for n in range(phrase.first, phrase.core) if not reading.is_determiner(n)
    )
    taken = [
        at
        for at in inner
        if reading.is_preposition(at)
        or (reading.is_noun(at) and not reading.is_adjective(at))
    ]
    return min(taken[-1] + 2, phrase.core) if taken else phrase.first


def _attributes(reading: Reading, naming: Naming) -> list[int]:
    """What hangs on it behind: a genitive, "für Umwelt"; no brackets."""
    phrase = naming.phrase
    end = phrase.core_end
    if phrase.genitive is not None and not naming.names:
        end = phrase.genitive.end
    elif phrase.end > phrase.core_end and reading.is_preposition(phrase.core_end):
        end = phrase.end
    if end > phrase.core_end and _is_of_some(reading, phrase.core_end):
        return []  # "wurde ein Landwirt von einer Kugel getroffen"
    if reading.is_cut_off(end):
        return []  # "Forscher der Lund- und der Moor-Universität"
    if any(_is_pointing(reading, at) for at in range(phrase.core_end, end)):
        return []  # "die Polizei vom Dienstag", "die Justiz seines Landes"
    shown: list[int] = []
    depth = 0
    for at in range(phrase.core_end, end):
        word = reading.word(at)
        depth += word == "("
        if depth == 0:
            shown.append(at)
        depth -= word == ")"
    return shown


def out_of_genitive(reading: Reading, naming: Naming) -> Sequence[str]:
    """As in "Flughafen" of "des Flughafens", "Zivilschutz" of "des Zivilschutzes"."""
    *front, last = naming.names
    owner = reading.cases(naming.phrase.first) == Case.GENITIVE
    ends = reading.lexicon.inflection.nouns.genitive
    return (*front, without(last, ends)) if owner else naming.names


def what_for(reading: Reading, naming: Naming) -> list[str]:
    """As in "für die Erklärung" of a document: by what one knows which it is."""
    at = naming.phrase.core_end
    if at >= len(reading.lower):
        return []
    if reading.lower[at] not in reading.lexicon.words.for_purpose:
        return []
    return [reading.word(n) for n in _attributes(reading, naming)]


def _is_pointing(reading: Reading, at: int) -> bool:
    """A time, or a word for whose it is: alone nobody sees which or whose."""
    time = reading.word(at) in reading.lexicon.words.not_names
    return time or reading.is_possessive(at)


def _is_of_some(reading: Reading, at: int) -> bool:
    """As in "von einer Kugel": a preposition before something not yet told of."""
    if not reading.is_preposition(at) or not reading.is_determiner(at + 1):
        return False
    some = tuple(reading.lexicon.words.wording.indefinite)
    return reading.lower[at + 1].startswith(some)


def _joined(reading: Reading, pieces: Iterable[Piece]) -> str:
    """The words with blanks where the text has them: "41-jähriger Fahrer"."""
    tokens, text, last = reading.text.tokens, "", -2
    for at, word in pieces:
        glued = at == last + 1 and tokens[last].end == tokens[at].begin
        text += word if glued or not text else f" {word}"
        last = at
    return text


def _nouns(reading: Reading, naming: Naming) -> list[str]:
    """The nouns of a role or a body, as a subject has them."""
    phrase, known = naming.phrase, reading.lexicon.nouns
    nouns = [_as_subject(reading, at, naming) for at in _core(phrase)]
    if naming.kind is EntityKind.ORGANISATION:
        nouns = [body_word(noun, reading.lexicon) for noun in nouns]
        nouns = upright(reading, naming, nouns)
    if naming.plural and nouns[-1].endswith(known.dative_reports):
        nouns[-1] = _without_dative(reading, nouns[-1])
    if _without_dative(reading, nouns[-1]) in known.group_nouns:
        nouns[-1] = _without_dative(reading, nouns[-1])
    if reading.cases(phrase.first) == Case.GENITIVE:
        nouns[0] = body_word(nouns[0], reading.lexicon)
        nouns[-1] = body_word(nouns[-1], reading.lexicon)
        if naming.kind is EntityKind.OUTLET:
            nouns[-1] = outlet_word(reading, phrase.core_end - 1)
    return nouns


def upright(reading: Reading, naming: Naming, words: Sequence[str]) -> list[str]:
    """A name's words with its adjectives as a subject has them: "laut Rotem Kreuz".

    Args:
        reading: the text.
        naming: where a body or an outlet is named.
        words: the name's; as they are where they are not those of the naming, or
            where no noun stands behind the adjectives ("Neue Westfälische").
    """
    shown, core = list(words), _core(naming.phrase)
    noun = not shown[-1].endswith(reading.lexicon.inflection.adjectives.opening)
    whole = noun and len(core) == len(shown)
    for number, at in enumerate(core[:-1] if whole else ()):
        if not _is_bent(reading, naming, at):
            break
        shown[number] = _strong(reading, shown[number], naming)
    return shown


def _is_bent(reading: Reading, naming: Naming, at: int) -> bool:
    """Whether a word of a body's name is an adjective, in another form than alone.

    As in "des Norddeutschen Instituts", "der Europäische Gerichtshof", "laut Rotem
    Kreuz"; "Bremer" never bends.
    """
    word, gender = reading.word(at), gender_of(reading, naming)
    if word in reading.lexicon.genders or is_body(reading, at) or not gender:
        return False
    ends, first = reading.lexicon.inflection.adjectives, naming.phrase.first
    known = word.lower().endswith(ends.opening)
    oblique = first < at and Case.NOMINATIVE not in reading.cases(first)
    if word.endswith(ends.before_title[0]):  # "Nationale"
        return gender != Fit.FEMININE
    if word.endswith(ends.bent):
        return known or oblique or (first < at and gender == Fit.FEMININE)
    return word.endswith(ends.dative) or (known and gender == Fit.FEMININE)


def _without_dative(reading: Reading, word: str) -> str:
    """As in "Anwohner" of "Anwohnern"."""
    return word.removesuffix(reading.lexicon.inflection.nouns.dative_plural)


def _as_subject(reading: Reading, at: int, naming: Naming) -> str:
    """The word of a role in the nominative, any other as it stands."""
    title = title_word(reading, at) if naming.kind is EntityKind.PERSON else None
    word = reading.word(at)
    alone = naming.phrase.first == naming.phrase.core == at
    bare = word.removesuffix(reading.lexicon.inflection.names.genitive)
    if alone and naming.kind is None and reading.is_named(bare):
        word = bare  # "Mussawis" where "Mussawi" is named, too
    return title or word


def _core(phrase: Phrase) -> range:
    return range(phrase.core, phrase.core_end)


def _shows_head(reading: Reading, naming: Naming) -> bool:
    """Whether the phrase holds the word that names the body, in some case."""
    return any(
        reading.word(at).startswith(naming.head)
        and not reading.lower[at].endswith(reading.lexicon.nouns.statement_heads)
        for at in _core(naming.phrase)
    )


def _is_in_compound(reading: Reading, naming: Naming) -> bool:
    """As in "Zeugen" of "Zeugenaussagen"."""
    word = reading.word(naming.phrase.core_end - 1)
    ends = reading.lexicon.nouns.statement_heads
    rest = word.removeprefix(naming.head)
    return naming.kind is EntityKind.GROUP and rest != word and rest in ends


def _inside(reading: Reading, at: int) -> str:
    """The word as it stands inside a sentence ("Russische" → "russische")."""
    return reading.lower[at] if at in reading.starts else reading.word(at)


def _strong(reading: Reading, word: str, naming: Naming) -> str:
    """The adjective as it stands without an article; an adverb stays as it is."""
    ends = reading.lexicon.inflection.adjectives
    if not word[0].isalpha() or not word.endswith(ends.endings):
        return word  # "27 Mitarbeiter", "international anerkannte Fachleute"
    stem = without(word, ends.endings)
    if naming.plural:
        return stem + ends.strong_plural
    strong = ends.strong.get(gender_of(reading, naming))
    return stem + strong if strong else word
