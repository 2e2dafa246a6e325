"""What the words of saying are: a verb, and for how many."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.engine.claims.claim import Claim, ClaimType
from quiz.engine.lexicon.grammar import Case, Trait
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.lexicon.vocabulary.small_words import SmallWords
from quiz.engine.questions.material.dossier import Dossier
from quiz.engine.questions.material.narrator import has_verb_of_saying
from quiz.engine.questions.option import KONJUNKTIV, Localised
from quiz.engine.questions.words import word_spans
from quiz.engine.text.span import Span
from quiz.engine.text.token import words_of

_CLAUSE = re.compile(r"[^,;:.!?„“\"»«\n]*")
_UNSURE = frozenset({Trait.COMMON, Trait.THOUGHT, Trait.PLAN, Trait.KNOWLEDGE})


def shows_a_verb(cue: Sequence[Span], claim: Claim, dossier: Dossier) -> bool:
    """Whether a word of it is a verb, so that somebody does the saying."""
    first = claim.sentence.begin
    words = [w for span in cue for w in folded_first(span, first, dossier.raw).split()]
    known = dossier.lexicon
    letting = known.words.quotation.letting  # "lässt sich zitieren"
    if any(word in known.verbs or word in letting for word in words):
        return True
    if len(words) == 1 and words[0].endswith(known.inflection.verbs.past):
        return True  # "schmunzelte"
    # "macht … deutlich": no verb of saying by itself, but no preposition either
    return len(cue) > 1 and words[0] not in known.words.prepositions


def is_a_saying(cue: Sequence[Span], claim: Claim, dossier: Dossier) -> bool:
    """Whether its verb gives somebody's words, as the claim has them, for certain.

    No verb of saying is "das Buch, das sie plant: „…“", nor, without a Konjunktiv,
    one that means other things more often: "hat ein Rad nachgelegt". What is no verb
    by itself ("macht … deutlich") does.
    """
    raw, known = dossier.raw, dossier.lexicon
    words = [w for span in cue for w in span.of(raw).casefold().split()]
    read = [
        form.verb.frames
        for word in words
        for form in known.verbs.get(word, ())
        if form.verb.prefix in words or word.startswith(form.verb.prefix)
    ]
    if not read:
        return True
    if claim.type is ClaimType.DIRECT:
        return any(Trait.QUOTATION in frames for frames in read)
    said = dossier.content(claim)
    in_mood = any(word.of(said) in known.strict_mood for word in word_spans(said))
    return in_mood or any(_UNSURE.isdisjoint(frames) for frames in read)


def with_the_whole_verb(claim: Claim, dossier: Dossier) -> Claim:
    """The claim with all of its verb in the cue: "lässt … zitieren", "winkt … ab"."""
    raw, known = dossier.raw, dossier.lexicon.words
    if prefix := _prefix_behind(claim, dossier):
        claim = replace(claim, cue=(*claim.cue, prefix))
    if [span.of(raw) for span in claim.cue if span.of(raw) in known.quotation.letting]:
        cited = [
            word.span
            for word in words_of(claim.sentence, raw)
            if word.text in known.wording.cites
            and not any(part.covers(word.span) for part in claim.content)
        ]
        return replace(claim, cue=tuple(sorted({*claim.cue, *cited[-1:]})))
    return claim


def _prefix_behind(claim: Claim, dossier: Dossier) -> Span | None:
    """The part of a verb that ends its clause: "ab" of "winkt Lenk ab"."""
    if len(claim.cue) != 1 or not shows_a_verb(claim.cue, claim, dossier):
        return None
    begin = claim.cue[0].end
    ends = (part.begin for part in claim.content if part.begin >= begin)
    frame = Span(begin, min(ends, default=claim.sentence.end))
    clause = _CLAUSE.match(dossier.raw, frame.begin, frame.end)
    words = words_of(Span(*clause.span()), dossier.raw) if clause else []
    is_prefix = bool(words) and words[-1].text in dossier.lexicon.words.prefixes
    return words[-1].span if is_prefix else None


def sign_of_mood(verb: str, dossier: Dossier) -> Localised:
    """A Konjunktiv beside the form that it stands for: "„habe“ statt „hat“"."""
    plain = dossier.lexicon.indicatives.get(verb.casefold())
    if plain:
        return Localised(f"„{verb}“ statt „{plain}“", f"“{verb}” instead of “{plain}”")
    return Localised(f"„{verb}“ ist {KONJUNKTIV.de}", f"“{verb}” is reported speech")


def writes(word: str, dossier: Dossier) -> bool:
    """Whether it is a verb of those who write: "schreibt"."""
    return word.casefold().startswith(dossier.lexicon.questions.names.writing)


def folded_first(span: Span, begin: int, raw: str) -> str:
    """The words of a span, small where they begin the sentence."""
    text = span.of(raw)
    return text[:1].lower() + text[1:] if span.begin == begin else text


def small_words(known: SmallWords) -> frozenset[str]:
    """Articles, prepositions and the like, which belong to the noun behind them."""
    return frozenset(
        {*known.articles, *known.contractions, *known.prepositions, *known.determiners}
    )


def runs_on(claim: Claim, dossier: Dossier) -> bool:
    """Whether what stands behind the voice in the words said may belong to it.

    As in "laut einer Zeugin der NNA", "laut Mitteilung im Amtsblatt".
    """
    known, raw = dossier.lexicon.words, dossier.raw
    genitives = {
        one for one, cases in known.determiners.items() if Case.GENITIVE in cases
    }
    opening = genitives.union(known.contractions, known.prepositions)
    ends = {span.end for span in claim.speaker if claim.sentence.covers(span)}
    return any(
        raw[end : part.begin].isspace()
        and part.of(raw).partition(" ")[0].casefold() in opening
        for part in claim.content
        for end in ends
    )


def tells_of_saying(text: str, known: Lexicon) -> bool:
    """Whether a word of it is a verb of saying or judging, or "Angaben", "Ansicht"."""
    signs = known.words.sorting.attribution - known.words.sorting.guarded
    words = {word.of(text).casefold() for word in word_spans(text)}
    return not words.isdisjoint(signs) or has_verb_of_saying(words, known)


def tells_several(claim: Claim, dossier: Dossier) -> bool:
    """Whether a verb of the frame is a plural alone: "sagten"."""
    forms = (dossier.lexicon.verbs.get(word, ()) for word in _words(claim, dossier))
    return any(found and all(each.plural for each in found) for found in forms)


def tells_one(claim: Claim, dossier: Dossier) -> bool:
    """Whether a verb shows that one says it, so that its subject is one."""
    if not claim.cue or not shows_a_verb(claim.cue, claim, dossier):
        return False
    words = _words(claim, dossier)
    forms = [form for word in words for form in dossier.lexicon.verbs.get(word, ())]
    return bool(forms) and not any(form.plural for form in forms)


def _words(claim: Claim, dossier: Dossier) -> list[str]:
    """Those of the cue; a noun stays one: "Nach Angaben"."""
    begin, raw = claim.sentence.begin, dossier.raw
    return [w for span in claim.cue for w in folded_first(span, begin, raw).split()]
