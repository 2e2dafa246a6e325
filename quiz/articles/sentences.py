"""What concerns articles, in words: errors, reasons of rights, kinds of claims."""

from flask_babel import lazy_gettext as _l

from quiz.engine.claims.claim import ClaimType, EntityKind
from quiz.engine.claims.review.decisions import Verdict

ENTITY_KINDS = {
    EntityKind.PERSON: _l("a person"),
    EntityKind.GROUP: _l("a group"),
    EntityKind.ORGANISATION: _l("a party, office or company"),
    EntityKind.OUTLET: _l("a newspaper, agency or station"),
    EntityKind.COUNTRY: _l("a country"),
    EntityKind.UNNAMED: _l("somebody without a name"),
}

NAMED_KINDS = {
    kind: name for kind, name in ENTITY_KINDS.items() if kind is not EntityKind.UNNAMED
}

VOICE_SENTENCES = {
    "name_missing": _l("Enter the name as the article has it."),
    "voice_not_in_text": _l(
        "The article names nobody “%(name)s”. Enter the name as it stands there."
    ),
    "voice_only_alike": _l(
        "The article names nobody “%(name)s”. It has: %(close)s. Enter the name as it "
        "stands there."
    ),
    "name_of_several": _l(
        "More than one is called “%(name)s” there: %(names)s. Enter the whole name."
    ),
    "which_of_two": _l(
        "Which of the two: “%(chosen)s” from the list or “%(name)s”? Empty this line, "
        "or choose “somebody else …” in the list."
    ),
    "nobody_or_typed": _l(
        "Nobody, as the list says, or “%(name)s”? Empty this line, or choose "
        "“somebody else …” in the list."
    ),
    "kind_unknown": _l("The article does not show it. Please choose."),
    "kind_otherwise": _l(
        "In this article “%(name)s” is %(kind)s. Choose that, or change it under “Who "
        "is who” first."
    ),
    "voice_is_no_name": _l(
        "“%(name)s” stands in the article, but these words name nobody. Enter a name, "
        "an office or a group as it stands there."
    ),
    "twice_on_the_way": _l(
        "“%(name)s” would stand twice on the way of the statement. Choose somebody "
        "else here, or nobody in between."
    ),
}

GLOSSARY_SENTENCES = {
    "glossary_line": _l("“%(line)s”: write word = meaning, not too long, on one line."),
    "glossary_word": _l(
        "The article does not have “%(word)s”. Write the word as it stands there."
    ),
    "glossary_size": _l("At most %(most)s words can be explained."),
}

SHARING_SENTENCES = {
    "shared_article": _l("Only the one who brought this article can do that."),
    "too_many_teachers": _l("At most %(most)s people can work on one article."),
}

TEXT_SENTENCES = {
    "empty_text": _l(
        "Paste the text of the article, choose a file, or have a page fetched."
    ),
    "not_german": _l(
        "This does not look like a German text. Only German articles can be read "
        "so far. Check whether the right text was pasted."
    ),
    "binary_text": _l(
        "This is not a text. Open it in the program it comes from, copy the text and "
        "paste it here."
    ),
    "too_long_text": _l(
        "The text is longer than 200,000 characters. Bring one article at a time, "
        "or a part of it."
    ),
}

READING_SENTENCES = {
    "no_file": _l("Choose a file first."),
    "empty_file": _l("The file is empty. Choose another one."),
    "file_too_large": _l(
        "The file is larger than %(megabytes)d MB. Save only the pages with the "
        "article, or copy its text and paste it."
    ),
    "old_word_file": _l(
        "Files of this kind cannot be read. Open it in its program and save it as "
        "Word (.docx) or PDF, or copy the text and paste it."
    ),
    "unknown_file": _l(
        "This is no text, Word or PDF file. Copy the text of the article and paste it."
    ),
    "packed_too_much": _l(
        "Unpacked, this file would be far larger than any article. Copy the text of "
        "the article and paste it."
    ),
    "broken_file": _l(
        "The file is damaged or cut off. Open it, save it anew and try again, or copy "
        "the text and paste it."
    ),
    "encrypted_file": _l(
        "The file is locked with a password. Save it without one, or copy the text and "
        "paste it."
    ),
    "no_text_in_file": _l(
        "There is no text in the file, only pictures perhaps. Have the text recognised "
        "first (OCR), or type the part you need."
    ),
    "too_many_pages": _l(
        "The file has more than %(most)d pages. Save only the pages with the article."
    ),
    "no_article": _l(
        "No article was found there: perhaps it stands behind a login, or the page is "
        "only a list. Open it in the browser, copy the text and paste it."
    ),
    "no_fetching": _l(
        "This server fetches no pages. Open it in the browser, copy the text and paste "
        "it."
    ),
    "bad_address": _l("Enter a whole web address; it begins with https://."),
    "forbidden_address": _l(
        "Pages in an internal network cannot be fetched. Copy the text and paste it."
    ),
    "unreachable_address": _l(
        "Nobody answers at this address. Check it, or copy the text and paste it."
    ),
    "slow_address": _l(
        "The page took too long. Try again, or copy the text and paste it."
    ),
    "refused_there": _l(
        "The site does not give out this page (%(status)d). Open it in the browser, "
        "copy the text and paste it."
    ),
    "not_a_page": _l(
        "There is no page with text at this address. Enter the address of the article."
    ),
    "page_too_large": _l(
        "The page is larger than %(megabytes)d MB. Copy the text and paste it."
    ),
    "redirected_too_often": _l(
        "This address leads on and on. Enter the one that the browser shows in the end."
    ),
}

SENTENCES = {
    **TEXT_SENTENCES,
    **READING_SENTENCES,
    **VOICE_SENTENCES,
    "article": _l("There is no such article, or it is somebody else's."),
    "article_exists": _l("You have this very text as an article already."),
    "claim": _l("There is no such statement in this article any more."),
    "too_many_other_words": _l(
        "These are mostly other words. Say that this is no statement, and add the "
        "right words as a new one."
    ),
    "not_taken": _l(
        "Nothing was changed: the article has “%(name)s” as somebody else, so what you "
        "decided would be lost. Set that right under “Who is who” first."
    ),
    "yes_or_other": _l(
        "You said yes, and something else as well. Take that out, or press “Keep it "
        "so”. Nothing was decided."
    ),
    "which_name_stays": _l(
        "Which name stays, “%(one)s” or “%(other)s”? Please choose."
    ),
    "name_taken": _l(
        "Somebody else is called “%(name)s” in this article. If that is the same one, "
        "choose them at “The same as”."
    ),
    "nobody_changed": _l("Nothing was changed: choose somebody, and places or a name."),
    "two_decisions": _l(
        "Nothing was changed: more was filled in than this button is for. Decide one "
        "thing after the other, and leave the rest as it was."
    ),
    "name_too_long": _l("A name has at most %(most)s characters, on one line."),
    "nothing_marked": _l("Mark the words that are said; none is marked."),
    "corrected_meanwhile": _l(
        "Somebody decided something about this article in between, maybe you in "
        "another tab. Nothing was changed just now. Here is how it stands; please "
        "decide again."
    ),
    "read_anew": _l(
        "Newer rules have read this article since the page was opened, so its "
        "statements may have other numbers. Nothing was changed just now; please "
        "decide again."
    ),
    "nothing_to_undo": _l("There is nothing to take back."),
    "nothing_to_redo": _l("There is nothing to bring back."),
    "library_article": _l("This article comes with the game and stays as it is."),
}

TOPICS = {
    "politics": _l("politics in this country"),
    "world": _l("the world"),
    "economy": _l("economy and work"),
    "science": _l("science and technology"),
    "environment": _l("nature and environment"),
    "culture": _l("culture and media"),
    "sport": _l("sport"),
    "everyday": _l("school and everyday life"),
}

FORMS = {
    "news": _l("news item"),
    "report": _l("report"),
    "interview": _l("interview"),
    "liveblog": _l("liveblog"),
    "fact_check": _l("fact check"),
    "posts": _l("posts"),
    "press_release": _l("press release"),
    "opinion": _l("opinion"),
    "children": _l("news for children"),
    "easy": _l("easy language"),
}

LEVELS = {
    "easy": _l("easy to read"),
    "medium": _l("medium"),
    "demanding": _l("demanding"),
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
