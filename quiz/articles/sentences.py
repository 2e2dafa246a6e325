"""What concerns articles, in words: errors, reasons of rights, kinds of claims."""

from flask_babel import lazy_gettext as _l

from quiz.engine.claims.claim import ClaimType
from quiz.engine.claims.review import Verdict

TEXT_SENTENCES = {
    "empty_text": _l("Paste the text of the article, or choose a .txt file."),
    "not_german": _l(
        "This does not look like a German text. Only German articles can be read "
        "so far. Check whether the right text was pasted."
    ),
    "binary_text": _l(
        "This is not a plain text. Open it in the program it comes from, copy the "
        "text and paste it here, or save it there as plain text (.txt)."
    ),
    "too_long_text": _l(
        "The text is longer than 200,000 characters. Bring one article at a time, "
        "or a part of it."
    ),
}

SENTENCES = {
    **TEXT_SENTENCES,
    "article": _l("There is no such article, or it is somebody else's."),
    "article_exists": _l("You have this very text as an article already."),
    "claim": _l("There is no such statement in this article any more."),
    "nothing_marked": _l("Mark the words that are said; none is marked."),
    "voice_not_in_text": _l(
        "“%(name)s” is not in the article. Enter the name as the article has it."
    ),
    "corrected_meanwhile": _l(
        "Somebody decided something about this article in between, maybe you in "
        "another tab. Nothing was changed just now. Here is how it stands; please "
        "decide again."
    ),
    "nothing_to_undo": _l("There is nothing to take back."),
    "nothing_to_redo": _l("There is nothing to bring back."),
    "library_article": _l("This article comes with the game and stays as it is."),
}

RIGHTS = {
    "own_text": _l("I wrote it myself"),
    "open_licence": _l("It has an open licence"),
    "school_contract": _l("My school's contract covers it"),
    "s60a_extract": _l("It is an extract for my teaching (§ 60a UrhG)"),
}

VERDICTS = {
    Verdict.ACCEPTED: _l("checked"),
    Verdict.REJECTED: _l("no statement"),
    Verdict.CHANGED: _l("corrected"),
    Verdict.ADDED: _l("added"),
}

CLAIM_TYPES = {
    ClaimType.DIRECT: _l("quoted word for word"),
    ClaimType.INDIRECT: _l("indirect speech"),
    ClaimType.REPORTED: _l("told in the article's words"),
    ClaimType.FREE_INDIRECT: _l("free indirect speech"),
    ClaimType.INDIRECT_FREE_INDIRECT: _l("indirect speech that goes on"),
}
