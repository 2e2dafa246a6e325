"""Claims of one sentence that are after the same words, or have too many of them."""

from quiz.engine.claims.candidates.candidate import Candidate, Range, SentenceView
from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.doubt import LINE_BREAKS, MARKS_UNCLEAR, WORDS_CONTESTED
from quiz.engine.claims.phrases.media import is_media
from quiz.engine.claims.words.reading import Reading
from quiz.engine.lexicon.grammar import Form, Trait
from quiz.engine.text.quotation import is_unpaired


def also_attributed(view: SentenceView, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those marked inside whose words somebody else is named for them.

    As in "Wie Falk mitteilte, ist der Steg nach Ansicht der Stadt morsch": he says so,
    and she thinks so. An outlet so named only passes on.
    """
    return [
        candidate.doubted(WORDS_CONTESTED) if _is_others(view, candidate) else candidate
        for candidate in candidates
    ]


def _is_others(view: SentenceView, candidate: Candidate) -> bool:
    first, end = candidate.content[0][0], candidate.content[-1][1]
    backward = view.reading.lexicon.words.quotation.points_back
    return any(
        first <= each.first
        and view.reading.lower[each.first] not in backward
        and each.end <= end
        and each.phrase is not None
        and each.cue != candidate.cue
        and not is_media(view.reading, each.phrase)
        and all(via.phrase != each.phrase for via in candidate.via)
        for each in view.attributions
    )


def contested(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, those marked whose words another of them has, too.

    As in "Lenk sagte, der Steg sei, so Falk, morsch": either the words are the one's or
    the other's, or one claim lies inside the other; that takes a person.
    """
    places = sorted(
        (*piece, at)
        for at, candidate in enumerate(candidates)
        for piece in candidate.content
    )
    marked: set[int] = set()
    furthest, owner = -1, -1
    for first, end, at in places:
        if first < furthest and at != owner:
            marked |= {at, owner}
        if end > furthest:
            furthest, owner = end, at
    return [
        candidate.doubted(WORDS_CONTESTED) if at in marked else candidate
        for at, candidate in enumerate(candidates)
    ]


def with_clear_marks(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate, marked where its words may be those of two people.

    As in "„Wir haben Angst, sagte Lenk. „Wir bleiben“": a quotation mark has no partner
    in them, or somebody is named in them as if the quotation had ended.
    """
    tokens = reading.text.tokens
    is_unclear = any(
        is_unpaired(tokens, piece)
        or (candidate.type is ClaimType.DIRECT and _holds_a_frame(reading, piece))
        for piece in candidate.content
    )
    return candidate.doubted(MARKS_UNCLEAR) if is_unclear else candidate


def with_whole_lines(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate, marked where its sentence may be cut by the end of a line.

    As in "„Wir warten“, sagte Trainer Oleg" with "Burzew am Montag." in the next line.
    """
    at, text = candidate.sentence, reading.text
    here = text.sentences[at].paragraph
    paragraph, before = text.paragraphs[here], text.paragraphs[max(0, here - 1)]
    is_cut = paragraph.is_open and at == paragraph.end - 1
    is_cut = is_cut or (before.is_open and at == before.end)
    return candidate.doubted(LINE_BREAKS) if is_cut else candidate


def _holds_a_frame(reading: Reading, piece: Range) -> bool:
    """As in "…, sagte Eva Koch. …": and more behind it."""
    first, end = piece
    return any(
        reading.text.tokens[at].text == ","
        and any(each.form is Form.FINITE for each in reading.verbs(at + 1))
        and reading.text.tokens[at + 2].is_capital
        for at in range(first + 1, end - 2)
    )


def without_told(view: SentenceView, candidates: list[Candidate]) -> list[Candidate]:
    """As in "Lenk sagte, die Studie zeige, dass …": what it shows is Lenk's to tell."""
    shown = {frame.at for frame in view.frames if Trait.FINDING in frame.frames}
    return [
        each
        for each in candidates
        if shown.isdisjoint(each.cue)
        or not any(
            first <= each.cue[0] < end
            for other in candidates
            if other is not each
            for first, end in other.content
        )
    ]
