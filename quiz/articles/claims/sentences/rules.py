"""What the rules that find statements go by, in sentences.

The names are the ids of the engine's rules (`claims/registry.py`); how sentences are
chosen and filled stands in `reasons.py`.
"""

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

_QUOTED = _l("Quoted word for word.")
_STANDS_BEFORE = (
    _l(
        "What was said stands before %(cue)s; the Konjunktiv %(mood)s marks it as "
        "another's words."
    ),
    _l("What was said stands before %(cue)s."),
)

WORDS: dict[str, tuple[LazyString, ...]] = {
    "quotation_with_verb": (
        _l("Quoted word for word; %(cue)s shows whose words they are."),
        _QUOTED,
    ),
    "quotation_with_so": (
        _l("Quoted word for word; behind %(cue)s stands who says it."),
        _QUOTED,
    ),
    "quotation_with_as": (
        _l("Quoted word for word; a clause with %(cue)s tells who says it."),
        _QUOTED,
    ),
    "quotation_with_any": (
        _l(
            "Quoted word for word; right behind it even %(cue)s shows who speaks, "
            "though it is no verb of saying."
        ),
        _QUOTED,
    ),
    "quotation_with_noun": (
        _l("Quoted word for word; the noun %(cue)s shows that somebody is speaking."),
        _QUOTED,
    ),
    "quotation_with_passive": (
        _l(
            "Quoted word for word; %(cue)s, in the passive, shows that somebody is "
            "speaking."
        ),
        _QUOTED,
    ),
    "quotation_points_before": (
        _l("Quoted word for word; %(cue)s in the next sentence points back to it."),
        _QUOTED,
    ),
    "quotation_beside": (
        _l("Quoted inside the sentence, not far from %(cue)s."),
        _QUOTED,
    ),
    "quotation_cited": (
        _l("Quoted word for word; %(cue)s tells that somebody is cited."),
        _QUOTED,
    ),
    "quotation_with_it": (
        _l("Quoted word for word, but %(cue)s names no person."),
        _QUOTED,
    ),
    "quotation_unframed": (
        _l("In quotation marks, but no word says whose words they are."),
    ),
    "quotation_named": (
        _l("Quoted inside the sentence; %(cue)s shows whose words they are."),
        _QUOTED,
    ),
    "quotation_in_brackets": (
        _l("Quoted in brackets, right behind the one who says it."),
    ),
    "quotation_with_source": (
        _l("Quoted word for word; %(cue)s shows where the words come from."),
        _QUOTED,
    ),
    "quotation_goes_on": (
        _l("Quoted without a new verb of saying: the words of %(claim)s go on."),
        _l("Quoted without a verb of saying of its own."),
    ),
    "quotation_after_colon": (
        _l("Quoted word for word; who says it stands before the colon."),
    ),
    "answer_headed": (
        _l("An answer in an interview; who gives it stands before the colon."),
    ),
    "answer_goes_on": (
        _l(
            "Another paragraph of an answer in an interview; who gives it stands "
            "before the colon."
        ),
    ),
    "answer_in_turn": (
        _l(
            "An answer in an interview; who is asked stands in the questions or "
            "before them."
        ),
    ),
    "post_headed": (
        _l("A post on the internet; the account stands before the colon."),
    ),
    "paragraph_introduced": (
        _l("The words stand in the paragraph behind %(cue)s and a colon."),
        _l("The words stand in the paragraph behind a colon."),
    ),
    "told_of_another": (
        _l("Somebody tells with %(cue)s what another one said."),
        _l("Somebody tells what another one said."),
    ),
    "talked_of": (
        _l("A document speaks of it: %(cue)s."),
        _l("A document speaks of it."),
    ),
    "clause_behind": (
        _l("Behind %(cue)s a clause with %(conjunction)s tells what was said."),
        _l("Behind %(cue)s stands what was said, in the Konjunktiv: %(mood)s."),
        _l("Behind %(cue)s stands what was said."),
        _l("It is told what somebody said."),
    ),
    "clause_after_colon": (
        _l("Behind %(cue)s and a colon stands what was said."),
        _l("Behind the colon stands what was said."),
    ),
    "mood_after_colon": (
        _l("Behind %(cue)s stands what was said, in the Konjunktiv: %(mood)s."),
        _l("Behind the colon stands what was said."),
    ),
    "clause_behind_passive": (
        _l("Behind %(cue)s, in the passive, stands what was said."),
        _l("It is told what somebody said."),
    ),
    "told_of_oneself": (
        _l("%(cue)s shows that somebody says this of himself."),
        _l("Somebody says this of himself."),
    ),
    "clause_behind_state": (
        _l("%(cue)s tells how somebody feels about it or what somebody is sure of."),
        _l("It is told how somebody feels about it."),
    ),
    "clause_behind_noun": (
        _l("Behind the noun %(cue)s stands what was said."),
        _l("It is told what somebody said."),
    ),
    "relative_clause": (
        _l("A relative clause behind %(cue)s gives what was said."),
        _l("A relative clause gives what was said."),
    ),
    "clause_denied": (
        _l("With %(cue)s something is denied: what is said is that it is not so."),
        _l("Something is denied: what is said is that it is not so."),
    ),
    "clause_asked": (
        _l("With %(cue)s something is asked; whoever asks does not say that it is so."),
        _l("Something is asked; whoever asks does not say that it is so."),
    ),
    "clause_cited": (
        _l("With %(cue)s an outlet cites whoever said it."),
        _l("An outlet cites whoever said it."),
    ),
    "clause_planned": (
        _l("With %(cue)s something is planned; nobody has said that it is so."),
        _l("Something is planned; nobody has said that it is so."),
    ),
    "clause_known": (
        _l("With %(cue)s it is told what somebody knows; nobody has said it."),
        _l("It is told what somebody knows; nobody has said it."),
    ),
    "hearsay": (
        _l("Beside %(cue)s it is left open whether this was said at all."),
        _l("It is left open whether this was said at all."),
    ),
    "clause_before_verb": (*_STANDS_BEFORE, _l("It is told what somebody said.")),
    "clause_before_so": (*_STANDS_BEFORE, _l("It is told what somebody said.")),
    "clause_before_it": (
        _l("What was said stands before %(cue)s, which names no person."),
        _l("It is told what was said, but not by whom."),
    ),
    "clause_before_unclear": (
        _l(
            "It stands before %(cue)s, but no form of the verb shows that these are "
            "another's words."
        ),
        _l("No form of the verb shows that these are another's words."),
    ),
    "as_says": (
        _l("A clause with %(cue)s tells whose words the sentence gives."),
        _l("A clause tells whose words the sentence gives."),
    ),
    "attributed": (
        _l("%(cue)s shows that the sentence gives another's words."),
        _l("The sentence names the one whose words it gives."),
    ),
    "points_back": (
        _l("%(cue)s points back to the words of %(claim)s."),
        _l("%(cue)s points back to words said before."),
        _l("It points back to words said before."),
    ),
    "points_before": (
        _l("%(cue)s in the next sentence says whose words this sentence gives."),
        _l("The next sentence says whose words this one gives."),
    ),
    "summary": (
        _l("%(cue)s only sums up what was said."),
        _l("What was said is only summed up."),
    ),
    "judgement": (
        _l("%(cue)s tells how somebody sees something, but not in their words."),
        _l("It is told how somebody sees something, but not in their words."),
    ),
    "predication": (
        _l("%(cue)s tells as what somebody sees something, in the article's words."),
        _l("It is told as what somebody sees something."),
    ),
    "heading": (
        _l("A heading: %(cue)s gives in short what was said."),
        _l("A heading gives in short what was said."),
    ),
    "heading_quotes": (
        _l("A heading quotes words of %(claim)s again."),
        _l("A heading quotes words that stand in the article, too."),
    ),
    "hearsay_goes_on": (
        _l("“Soll” behind %(claim)s tells what is said to have happened."),
        _l("“Soll” tells what is said to have happened."),
    ),
    "first_person_goes_on": (
        _l(
            "No verb of saying, but the first person behind %(claim)s: whoever spoke "
            "there goes on."
        ),
        _l("No verb of saying, but the first person: whoever spoke before goes on."),
    ),
    "mood_goes_on_strict": (
        _l(
            "No verb of saying, but the Konjunktiv %(mood)s: the words of %(claim)s "
            "go on."
        ),
        _l("No verb of saying, but the Konjunktiv %(mood)s: somebody is speaking."),
        _l("No verb of saying, but the Konjunktiv: somebody is speaking."),
    ),
    "mood_goes_on_loose": (
        _l(
            "No verb of saying, but %(mood)s can be a Konjunktiv that lets the words "
            "of %(claim)s go on."
        ),
        _l("No verb of saying, but a form that can be a Konjunktiv."),
    ),
    "mood_goes_on_plural": (
        _l(
            "No verb of saying, but %(mood)s stands for a Konjunktiv: the words of "
            "%(claim)s go on."
        ),
        _l("No verb of saying, but a form that stands for a Konjunktiv."),
    ),
    "mood_goes_on_beside": (
        _l(
            "No verb of saying, but the Konjunktiv %(mood)s in another clause: the "
            "words of %(claim)s go on."
        ),
        _l("No verb of saying, but the Konjunktiv in another clause."),
    ),
    "quoted_inside": (
        _l("These words stand in quotation marks inside %(claim)s."),
        _l("These words stand in quotation marks inside another statement."),
    ),
}
