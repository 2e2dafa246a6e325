"""What the engine's reasons say, in sentences: for each name some, from rich to plain.

Of these the first is said for which the reason has all the words. They are put in for
`%(cue)s` and so on: roles of signs, `name` of the speaker or source, and `claim`.
"""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from quiz.articles.claims.sentences.rules import WORDS
from quiz.engine.claims.reason import Aspect

Sentences = dict[str, tuple[LazyString, ...]]

_FROM_UNCLEAR = (
    _l("The speaker is carried over from %(claim)s, where it is not quite clear."),
    _l("The speaker is carried over from words where it is not quite clear."),
)

_SPEAKER: Sentences = {
    "subject": (
        _l("%(speaker)s is the subject of %(cue)s."),
        _l("The speaker is the subject of the verb of saying."),
    ),
    "person_decided": (
        _l("A person has decided who says it: %(name)s."),
        _l("A person has decided that nobody is named."),
    ),
    "named_here": (
        _l("%(speaker)s is named beside it."),
        _l("The speaker is named beside it."),
    ),
    "named_behind_so": (
        _l("%(speaker)s stands right behind %(cue)s."),
        _l("The speaker stands right behind it."),
    ),
    "named_as_origin": (
        _l("The one who says it stands beside it: %(speaker)s."),
        _l("The one who says it stands beside it."),
    ),
    "named_before_colon": (
        _l("%(speaker)s stands before the colon."),
        _l("The speaker stands before the colon."),
    ),
    "named_as_document": (
        _l("It is written in: %(speaker)s."),
        _l("It is written in a document."),
    ),
    "named_as_cited": (
        _l("Cited is: %(speaker)s."),
        _l("The sentence names who is cited."),
    ),
    "named_as_owner": (
        _l("%(cue)s belongs to: %(speaker)s."),
        _l("The sentence names whose words they are."),
    ),
    "named_as_agent": (
        _l("Beside %(cue)s stands by whom: %(speaker)s."),
        _l("The sentence names by whom it was said."),
    ),
    "named_as_asked": (
        _l("%(speaker)s is asked."),
        _l("The text names who is asked."),
    ),
    "leaned_on": (
        _l(
            "With %(cue)s it is only passed on; the report relies on somebody else: "
            "%(speaker)s."
        ),
        _l("It is only passed on; the report relies on somebody else."),
    ),
    "pronoun": (
        _l("%(pronoun)s stands for %(name)s, last named here: %(antecedent)s."),
        _l("%(pronoun)s stands for %(name)s."),
        _l("A pronoun stands for the speaker."),
    ),
    "carried": (
        _l("The speaker of %(claim)s goes on: %(name)s."),
        _l("The speaker of the words before goes on."),
    ),
    "carried_by_pronoun": (
        _l("%(pronoun)s is still the speaker of %(claim)s: %(name)s."),
        _l("A pronoun stands for the speaker of the words before."),
    ),
    "about_before": (
        _l("Probably %(name)s is speaking: the subject of the sentence before."),
        _l("Probably the subject of the sentence before is speaking."),
    ),
    "spoke_last": (
        _l("Probably %(name)s is speaking, as last in %(claim)s."),
        _l("Probably whoever spoke last is speaking."),
    ),
    "not_named": (_l("Who says it is not in the article."),),
    "meant": (
        _l("%(speaker)s means here: %(name)s."),
        _l("The name stands elsewhere in the article."),
    ),
}

_SOURCE: Sentences = {
    "source_by_cue": (
        _l("%(cue)s shows the source: %(source)s."),
        _l("The source is named in the sentence."),
    ),
    "source_heard": (
        _l("The source is who was told: %(source)s."),
        _l("The source is who was told."),
    ),
    "source_itself": (
        _l("%(name)s reports it on its own account and so is the source, too."),
        _l("The speaker reports it on its own account and so is the source, too."),
    ),
    "source_carried": (
        _l("Source carried over from %(claim)s: %(name)s."),
        _l("The source is carried over from the words before."),
    ),
}

_HEDGE: Sentences = {
    "weakens": (_l("%(hedge)s weakens the statement."), _l("A word weakens it.")),
    "hearsay": (
        _l("%(hedge)s passes on what is being said."),
        _l("It passes on what is being said."),
    ),
}

_DOUBT: Sentences = {
    "nobody_named": (_l("Nobody is named who says it."),),
    "name_shared": (
        _l("More than one has this name: %(speaker)s."),
        _l("More than one has this name."),
    ),
    "voices_joined": (
        _l("More than one speaks at once; noted is only %(name)s."),
        _l("More than one speaks at once."),
    ),
    "pronoun": (_l("Only a pronoun stands for the speaker."),),
    "pronoun_open": (
        _l("%(speaker)s can mean more than one."),
        _l("The pronoun can mean more than one."),
    ),
    "pronoun_fits_nobody": (
        _l("%(speaker)s fits nobody named before."),
        _l("The pronoun fits nobody named before."),
    ),
    "other_paragraph": (
        _l("Since the words it is carried over from, a new paragraph has begun."),
    ),
    "carried_from_weak": _FROM_UNCLEAR,
    "carried_from_aside": (
        _l("The sentence before names its speaker only in passing."),
    ),
    "carried_from_doubtful": _FROM_UNCLEAR,
    "goes_on_later": (
        _l(
            "The speaker is taken to go on from a sentence that is not their own words."
        ),
    ),
    "sentence_says_more": (
        _l("The sentence says more than this; perhaps somebody else is speaking."),
    ),
    "other_pronoun": (
        _l("The sentence begins with a pronoun that does not fit the speaker."),
    ),
    "words_contested": (
        _l("Another statement found here has some of the same words."),
    ),
    "marks_unclear": (
        _l("Its quotation marks are not clear; perhaps more people are speaking."),
    ),
    "line_breaks": (
        _l("A line ends in mid-sentence; perhaps it goes on in the next one."),
    ),
    "reporter_leans": (
        _l("The outlet relies on somebody else, and it is not clear on whom."),
    ),
    "name_unclear": (
        _l("Perhaps a name is read wrongly here: %(name)s."),
        _l("Perhaps a name is read wrongly here."),
    ),
    "no_statement": (
        _l("The words have no verb: perhaps they are no whole statement."),
    ),
    "epithet": (_l("The speaker is called by another word here than by the name."),),
    "role_may_be_named": (
        _l("Perhaps this is somebody whose name the text gives: %(name)s."),
        _l("Perhaps this is somebody whose name the text gives."),
    ),
    "heading_inside": (
        _l(
            "A heading seems to stand in these words: a sentence begins in their midst."
        ),
    ),
    "source_may_go_on": (
        _l("What stands behind the source may belong to its name or to the words."),
    ),
    "words_go_on": (_l("The words seem to go on behind the colon."),),
    "word_unaccounted": (
        _l("It is not clear what this is for, perhaps a source: %(unaccounted)s."),
        _l("A word beside it is not accounted for; perhaps it names a source."),
    ),
    "talk_may_go_on": (
        _l("The speaker told an outlet before; perhaps this was said there, too."),
    ),
    "maybe_told": (
        _l("Does it tell whose %(speaker)s is, or who was told?"),
        _l("It is not clear whether the name is a source."),
    ),
    "voice_inside": (
        _l("What another says is told in it; perhaps the words are theirs."),
    ),
    "guessed": (_l("No word names the speaker: it is only presumed."),),
    "speaker_unnamed": (
        _l("A group, or somebody without a name: %(name)s."),
        _l("A group, or somebody without a name."),
    ),
    "speaker_vague": (
        _l("It is not clear who or what this is: %(name)s."),
        _l("It is not clear who or what the speaker is."),
    ),
    "known_by_role": (
        _l("Mentioned without a name: %(name)s."),
        _l("The speaker is mentioned without a name."),
    ),
    "too_short": (_l("Too short to be asked about."),),
    "weak_rule": (_l("Too many statements of this kind turn out to be wrong."),),
    "doubtful": (_l("The rules are not certain enough here."),),
}

SENTENCES: dict[Aspect, Sentences] = {
    Aspect.WORDS: WORDS,
    Aspect.SPEAKER: _SPEAKER,
    Aspect.SOURCE: _SOURCE,
    Aspect.HEDGE: _HEDGE,
    Aspect.DOUBT: _DOUBT,
}
UNEXPLAINED = (_l("A rule without an explanation of its own decided: %(rule)s."),)
