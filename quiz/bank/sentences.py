"""What concerns question sets, in words: errors, kinds, mistakes."""

from flask_babel import lazy_gettext as _l

from quiz.engine.questions.question import QuestionKind, Skill

SENTENCES = {
    "question_set": _l("There is no such question set, or it is somebody else's."),
    "library_set": _l("This set comes with the game and stays as it is."),
    "draft": _l("There is no such draft any more. Perhaps it was published."),
    "edited_meanwhile": _l(
        "The draft was changed somewhere else in the meantime. Load the page again; "
        "what you typed here is not saved yet."
    ),
    "too_few_kept": _l("A set needs at least %(needed)s questions. Tick some more."),
    "not_playable": _l(
        "A round needs at least %(needed)s questions that do not give each other's "
        "answer away; here there are only %(found)s."
    ),
    "too_few_questions": _l(
        "Only %(found)s of these questions go together; a round needs %(needed)s."
    ),
    "blocked_kept": _l(
        "Not published, because these questions would be unfair: %(numbers)s. Untick "
        "or mend them; it says there what is wrong."
    ),
    "no_such_words": _l(
        "The article does not have these words. Copy them from it as they stand there, "
        "or leave the field empty."
    ),
    "shared_set": _l("Only those whose set or article it is can delete it."),
    "not_to_be_copied": _l("This set is for a class only and cannot be copied."),
    "visibility": _l("Choose who may play it."),
    "rights_too_narrow": _l(
        "The rights of the article do not allow that. Beyond your class only texts of "
        "your own or with an open licence may be shown; your school may see questions "
        "that you wrote yourself, in words of your own and without places in the text."
    ),
    "no_school": _l("Say first at which school you teach (“School”, above)."),
    "too_many_articles": _l("A set has questions about at most %(most)s articles."),
    "too_few_articles": _l("Choose at least %(needed)s articles."),
    "nothing_asked_about": _l(
        "The rules find no question in “%(title)s”. Check its statements first, or "
        "leave it out."
    ),
    "no_questions_in_article": _l(
        "The rules find no question in this article. Look at its statements first, or "
        "choose another one."
    ),
    "nothing_to_draw": _l(
        "Nothing in the library fits that is not in the set already. Look for less."
    ),
    "empty_title": _l("Enter a title for the set."),
}

OWN_LINES = {
    "few": _l("That is too little. Write some more lines."),
    "many": _l("That is too much: at most 12 lines."),
    "long": _l("A line has at most 200 characters."),
    "no_right": _l("Put * before the right answer."),
    "one_right": _l("Put * before one answer only, or choose “Several right answers”."),
    "all_right": _l("At least one answer must be wrong."),
    "verdict": _l("Write “richtig” or “falsch”."),
    "number": _l("Write one number, such as 42, or 42 +- 3."),
    "twice": _l("Two lines are the same. Every line must be another one."),
    "pair": _l("Every line needs a left and a right side with = between them."),
    "one_answer": _l("At least two different right sides are needed."),
    "gap": _l("Put at least one place in brackets: [so]."),
    "marks": _l("Mark at most half of 4 to 40 words."),
    "accepted": _l("An answer to be typed has at most 60 characters."),
}

KINDS = {
    QuestionKind.WHO_SAID: _l("Who said it?"),
    QuestionKind.WHICH_SOURCE: _l("Who reported it?"),
    QuestionKind.RIGHT_OR_WRONG_ATTRIBUTION: _l("Right or wrong attribution?"),
    QuestionKind.SAID_IT: _l("Did they say it?"),
    QuestionKind.ONE_OF_TWO: _l("One or the other?"),
    QuestionKind.WHOSE_VOICE: _l("Whose voice?"),
    QuestionKind.OWN_VOICE: _l("The article or somebody else?"),
    QuestionKind.CHAIN_ORDER: _l("Order the chain"),
    QuestionKind.ALL_BY: _l("Which are theirs?"),
    QuestionKind.MATCH_SPEAKERS: _l("Whose is which?"),
    QuestionKind.ROLES: _l("Who has which role?"),
    QuestionKind.SOURCE_STATED: _l("Is a source named?"),
    QuestionKind.PRECISION_ORDER: _l("From exact to vague"),
    QuestionKind.WHOM_TO_ASK: _l("Whom could one ask?"),
    QuestionKind.HEDGE_SPOT: _l("What is not certain?"),
    QuestionKind.CERTAINTY_RANK: _l("How certain?"),
    QuestionKind.WHICH_SOLL: _l("What does “soll” mean?"),
    QuestionKind.DIRECT_OR_INDIRECT: _l("Word for word?"),
    QuestionKind.MOOD_MEANING: _l("Why the Konjunktiv?"),
    QuestionKind.WHOSE_WORD: _l("Whose choice of words?"),
    QuestionKind.HEADLINE_CHECK: _l("What did the headline leave out?"),
    QuestionKind.CUE_SPOT: _l("Which words show it?"),
    QuestionKind.KEEP_THE_ATTRIBUTION: _l("Pass it on fairly"),
    QuestionKind.CARRY_OVER: _l("Who goes on speaking?"),
    QuestionKind.WHO_IS_MEANT: _l("Who is meant?"),
    QuestionKind.INTEREST: _l("What has the voice to do with it?"),
    QuestionKind.STATEMENT_TYPE: _l("What kind of statement?"),
    QuestionKind.QUESTION_OR_CLAIM: _l("Claim or open question?"),
    QuestionKind.OWN: _l("My own question"),
    QuestionKind.POLL: _l("What do you think?"),
}

SKILLS = {
    Skill.SPEAKER: _l("Who said it?"),
    Skill.SOURCE: _l("Who reported it?"),
    Skill.CHAIN: _l("The route of the news"),
    Skill.HEDGE: _l("How certain is it?"),
    Skill.DIRECTNESS: _l("Word for word or indirect?"),
    Skill.REFERENCE: _l("Who goes on speaking?"),
    Skill.FAIRNESS: _l("Passing it on fairly"),
    Skill.WORDING: _l("Whose choice of words?"),
    Skill.STATEMENT: _l("What kind of statement?"),
    Skill.CRITICISM: _l("Judging a source"),
}

LEVELS = {"easy": _l("easy"), "middle": _l("middling"), "hard": _l("hard")}

# Numbered as in the definition of the question kinds; a later version adds some.
MISCONCEPTIONS = {
    "M1": _l("takes the one who reported it for the one who said it"),
    "M2": _l("takes a person mentioned in the words for their speaker"),
    "M3": _l("takes somebody else in the article for the speaker"),
    "M4": _l("takes the one spoken to for the speaker"),
    "M5": _l("takes indirect speech for something untrue"),
    "M6": _l("takes words without doubt for something proven"),
    "M7": _l("takes “media reports” for several independent confirmations"),
    "M8": _l("takes two agencies of one side for two independent sources"),
    "M9": _l("takes all agencies and stations to be alike"),
    "M10": _l("takes an expert for a party, or for neutral by title"),
    "M11": _l("takes the reporter's word for the speaker's"),
    "M12": _l("takes the headline for what the text says"),
    "M13": _l("takes every “soll” for hearsay"),
    "M14": _l("takes a whole country or group for one person"),
    "M15": _l("takes an office for the person in it"),
    "M16": _l("thinks the newspaper saw everything itself"),
    "M17": _l("takes an opinion or a forecast for a fact"),
    "M18": _l("takes quotation marks for a proof"),
    "M19": _l("guesses somebody who is not in the article"),
    "M20": _l("mixes up people, bodies and sources that nobody can ask"),
    "M21": _l("does not see whether a source is named, and how exactly"),
}
