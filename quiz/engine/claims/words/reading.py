"""A text and the language's knowledge side by side: what each token can be."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from quiz.engine.claims.words.tokens import Tokens
from quiz.engine.lexicon.grammar import Form, Mood
from quiz.engine.lexicon.vocabulary.verbs import VerbForm
from quiz.engine.text.token import is_address, is_compound

MIN_OUTLET = 3  # letters of the shortest outlet's name


@dataclass(frozen=True)
class Reading(Tokens):
    """Answers, for a token's index, what kinds of word it can be."""

    @cached_property
    def common_nouns(self) -> frozenset[str]:
        """Capitalised words that the text uses with an article somewhere."""
        return frozenset(
            token.text
            for at, token in enumerate(self.text.tokens)
            if at and token.is_word and token.is_capital and self._has_own_article(at)
            if token.text not in self.lexicon.genders
        )

    def _has_own_article(self, at: int) -> bool:
        """Not as in "beim Konkurrenten Ott": the article is that of the word before."""
        small = self.is_determiner(at - 1) or not self.text.tokens[at - 1].is_capital
        held = self.lower[at - 1] in self.lexicon.words.contractions
        return self.has_article(at - 1) and (small or held)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Words that stand somewhere as surnames do: behind another written large."""
        times, tokens = self.lexicon.words.not_names, self.text.tokens
        behind = (at + 1 for at in self._nouns if tokens[at].text not in times)
        words = {tokens[at].text for at in behind if at in self._nouns}
        return frozenset(words - self.common_nouns - times)

    def has_article(self, at: int) -> bool:
        """The word is an article or holds one ("im"), or the word before it does."""
        return (
            self.is_determiner(at)
            or self.lower[at] in self.lexicon.words.contractions
            or (at > 0 and self.lower[at - 1] in self.lexicon.words.contractions)
        )

    @cached_property
    def is_noun(self) -> Callable[[int], bool]:
        """A capitalised word that is a noun or a name, also at a sentence's start."""
        return self._nouns.__contains__

    @cached_property
    def _nouns(self) -> frozenset[int]:
        """Indices of all tokens that are nouns; they are asked for many times."""
        return frozenset(filter(self._is_noun, range(len(self.lower))))

    def _is_noun(self, at: int) -> bool:
        token = self.text.tokens[at]
        if token.text in self.lexicon.outlets and len(token.text) >= MIN_OUTLET:
            return True  # "dpa", "taz": agencies and papers that write themselves small
        if is_address(token.text) or token.text in self.letters:
            return True
        if not token.is_word or not (token.is_capital or is_compound(token.text)):
            return False
        if at in self.starts and self._is_other_word(at):
            return False
        return token.text not in self.lexicon.words.polite

    def bare(self, name: str) -> str:
        """The name without its genitive ending."""
        return self.lexicon.inflection.names.bare(name)

    def is_genitive_name(self, at: int) -> bool:
        """It ends as names in the genitive do."""
        return self.lexicon.inflection.names.is_genitive(self.word(at))

    def is_plural_verb(self, at: int) -> bool:
        """A finite verb, taken for one, has several as its subject."""
        ends, lower = self.lexicon.inflection.verbs, self.lower[at]
        return lower.endswith(ends.plural) or lower in ends.plural_auxiliaries

    def is_named(self, word: str) -> bool:
        """The word stands with a capital somewhere inside a sentence."""
        return word in self._named_inside

    def is_unproven(self, at: int) -> bool:
        """A capital that only the sentence's start accounts for, in all the text."""
        return at in self.starts and self.word(at) not in self._named_inside

    def _is_other_word(self, at: int) -> bool:
        lower = self.lower[at]
        if lower in self.lexicon.small_words or lower in self.lexicon.strict_mood:
            return True
        if self._looks_like_adverb(at) or lower in self.lexicon.words.auxiliaries:
            return True
        if self.word(at) in self.lexicon.nouns.statements:
            return False
        if any(r.form is Form.FINITE for r in self.lexicon.verbs.get(lower, ())):
            return lower == self.lexicon.verbs.get(lower, ())[0].verb.infinitive
        return self._is_sentence_initial_adjective(at)

    def _looks_like_adverb(self, at: int) -> bool:
        """As in "Unmissverständlich sagt …", "Darüber hinaus wirft …"."""
        lower, word = self.lower[at], self.word(at)
        if word in self._named_inside or word in self.lexicon.countries:
            return False
        rest = lower
        for beginning in self.lexicon.words.adverbs.pronominal:
            rest = rest.removeprefix(beginning)
        if rest != lower and rest in self.lexicon.words.prepositions:
            return True
        return lower.endswith(self.lexicon.words.adverbs.endings)

    def _is_sentence_initial_adjective(self, at: int) -> bool:
        """As in "Russische Agenturen": a noun comes after it."""
        if at + 1 >= len(self.lower) or not self._inflected(at):
            return False
        follower = self.text.tokens[at + 1]
        if not (follower.is_word and follower.is_capital):
            return False
        if self.country_of_adjective(at) is not None:
            return True
        if self.word(at) in self._named_inside or self.word(at) in self.lexicon.genders:
            return False
        return self.lower[at].endswith(self.lexicon.inflection.adjectives.opening)

    def _inflected(self, at: int) -> bool:
        return self.lower[at].endswith(self.lexicon.inflection.adjectives.endings)

    @cached_property
    def is_adjective(self) -> Callable[[int], bool]:
        """A lower-case word with an adjective's ending and nothing else known of it."""
        return self._adjectives.__contains__

    @cached_property
    def _adjectives(self) -> frozenset[int]:
        return frozenset(filter(self._is_adjective, range(len(self.lower))))

    def _is_adjective(self, at: int) -> bool:
        token = self.text.tokens[at]
        if not token.is_word:
            return token.text[0].isdigit()
        if token.is_capital:
            opens = at in self.starts and not self.is_noun(at)
            known = self.country_of_adjective(at) is not None and self._inflected(at)
            return known or (opens and self._is_sentence_initial_adjective(at))
        if not self._inflected(at) or self.lower[at] in self.lexicon.small_words:
            return False
        return self.lower[at] not in self.lexicon.finite

    def country_of_adjective(self, at: int) -> str | None:
        """As in "russischen" → "Russland", however inflected; None for other words."""
        return self.lexicon.adjective_forms.get(self.words[at].lower())

    @cached_property
    def heads(self) -> frozenset[int]:
        """Indices of all nouns but those that are adjectives of countries, too."""
        return frozenset(at for at in self._nouns if not self.country_of_adjective(at))

    @cached_property
    def openers(self) -> frozenset[int]:
        """Indices of the tokens that a noun phrase or a pronoun can begin with."""
        small = self.lexicon.words.determiners.keys() | self.lexicon.words.pronouns
        found = (at for at, word in enumerate(self.lower) if word in small)
        return self._nouns.union(self._adjectives, found)

    @cached_property
    def _idle(self) -> frozenset[int]:
        """The tokens of fixed phrases: "es sei denn", "sage und schreibe"."""
        rows = self.lexicon.idioms
        return frozenset(
            at
            for first, word in enumerate(self.lower)
            for row in rows.get(word, ())
            if self.lower[first : first + len(row)] == row
            for at in range(first, first + len(row))
        )

    def verbs(self, at: int) -> tuple[VerbForm, ...]:
        """Its readings as a speech verb; a capital only at a sentence's start."""
        found = self.lexicon.verbs.get(self.lower[at], ())
        if not found or at in self._idle:
            return ()
        inside = self.text.tokens[at].is_capital and at not in self.starts
        return () if inside else found

    def is_finite(self, at: int) -> bool:
        """A form of an auxiliary or of a verb of speech, or one in the Konjunktiv."""
        return self.lower[at] in self.lexicon.finite

    def looks_finite(self, at: int) -> bool:
        """A finite verb: known, or in the form of a weak verb's past."""
        lower = self.lower[at]
        if self.text.tokens[at].is_capital and at not in self.starts:
            return False
        if lower in self.lexicon.finite:
            return True
        past = lower.endswith(self.lexicon.inflection.verbs.past)
        return past and self.is_plain(at)

    @cached_property
    def is_strict_mood(self) -> Callable[[int], bool]:
        """A form of Konjunktiv I that is nothing else."""
        return self._strict_moods.__contains__

    @cached_property
    def _strict_moods(self) -> frozenset[int]:
        """Indices of all such tokens; they are asked for many times."""
        return frozenset(filter(self._is_strict_mood, range(len(self.lower))))

    def _is_strict_mood(self, at: int) -> bool:
        if at in self._idle:
            return False
        if self.text.tokens[at].is_capital:
            opens = self.lexicon.words.opening_mood
            return at in self.starts and self.lower[at] in opens
        if self.lower[at] in self.lexicon.strict_mood:
            return not self._is_before_noun(at)
        return self._has_mood_ending(at)

    def _is_before_noun(self, at: int) -> bool:
        """As in "eine heiße Sache": an adjective that looks like a verb."""
        behind = at + 1 < len(self.lower) and self.is_noun(at + 1)
        return behind and at > 0 and self.is_determiner(at - 1)

    def _has_mood_ending(self, at: int) -> bool:
        """As in "der Stein stamme aus …": a form in -e right behind its subject.

        Forms in -te are the past of weak verbs; before a noun it is an adjective.
        """
        if not self._ends_like_mood(self.lower[at]):
            return False
        if at == 0 or at + 1 >= len(self.lower) or not self.text.tokens[at].is_word:
            return False
        if self.lower[at - 1] == ",":  # "ob er gehe, lasse er offen"
            behind = self.lower[at + 1]
            return behind in self.lexicon.words.reflexive or self.is_pronoun(at + 1)
        subjects = self.lexicon.words.mood_subjects
        if not (self.is_noun(at - 1) or self.lower[at - 1] in subjects):
            return False
        opens = at > 1 and not self.text.tokens[at - 2].is_word
        if opens and self.lower[at - 1] in self.lexicon.words.anybody:
            return True  # "…, man kommentiere laufende Verfahren nicht"
        if self.lower[at + 1] == "," and at + 2 < len(self.lower):
            return not self.is_adjective(at + 2)  # "große, leere Hallen"
        return not self.is_noun(at + 1) and not self.is_adjective(at + 1)

    def _ends_like_mood(self, lower: str) -> bool:
        known, adverbs = self.lexicon, self.lexicon.words.adverbs
        ends = known.inflection.verbs
        if not lower.endswith(ends.mood) or lower in known.small_words:
            return False
        past = lower.endswith(ends.past_like_mood)
        if is_address(lower) or (past and not lower.endswith(known.mood_endings)):
            return False
        if lower.endswith(adverbs.no_mood):
            return False
        return lower not in adverbs.in_e and lower not in known.finite

    def is_loose_mood(self, at: int) -> bool:
        """A form that may stand in for Konjunktiv I."""
        return self.lower[at] in self.lexicon.loose_mood

    def has_mood(self, first: int, end: int) -> Mood:
        """The mood outside quotation marks in `[first, end)`.

        The forms in -e are also the first person's; beside "ich" they count nothing.
        """
        known = self._moods.get((first, end))
        if known is None:
            known = self._moods[first, end] = self._mood_in(first, end)
        return known

    @cached_property
    def _moods(self) -> dict[tuple[int, int], Mood]:
        """What `has_mood` has found; the same clause is asked about again and again."""
        return {}

    def _mood_in(self, first: int, end: int) -> Mood:
        outside = [at for at in range(first, end) if at not in self.quoted]
        words = {self.lower[at] for at in outside}
        if not words.isdisjoint(self.lexicon.words.first_person):
            return Mood.NONE
        if not self._strict_moods.isdisjoint(outside):
            return Mood.STRICT
        loose = not words.isdisjoint(self.lexicon.loose_mood)
        return Mood.LOOSE if loose else Mood.NONE
