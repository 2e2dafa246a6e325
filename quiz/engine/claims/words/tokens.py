"""A text's tokens by index: as they stand, small, quoted, at the start of something."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.span import Span
from quiz.engine.text.text import Text
from quiz.engine.text.token import is_address

LETTERS = range(3, 5)  # of an agency that writes itself small


@dataclass(frozen=True)
class Tokens:
    """What is seen of a token without knowing what word it is.

    What is asked a thousand times a text is a property that gives the look-up itself.
    """

    text: Text
    lexicon: Lexicon

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every token as it stands."""
        return tuple(token.text for token in self.text.tokens)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Every token in lower case, and as the lexicon writes it: "heißt"."""
        known = self.lexicon.spellings
        return tuple(known.get(word, word) for word in map(str.lower, self.words))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """Indices of the tokens inside quotation marks, marks included."""
        return frozenset(
            at
            for paragraph in self.text.paragraphs
            for q in paragraph.quotations
            for at in range(q.first, q.last + 1)
        )

    @cached_property
    def starts(self) -> frozenset[int]:
        """Indices of the tokens that begin a sentence or a quotation's first word."""
        firsts = {s.first for s in self.text.sentences}
        quotes = {q.first + 1 for p in self.text.paragraphs for q in p.quotations}
        colons = {at + 1 for at, word in enumerate(self.lower) if word == ":"}
        return frozenset(firsts | quotes | colons)

    @cached_property
    def _named_inside(self) -> frozenset[str]:
        """Words that stand capitalised inside a sentence somewhere: nouns, names."""
        return frozenset(
            token.text
            for at, token in enumerate(self.text.tokens)
            if token.is_word and token.is_capital and at not in self.starts
        )

    @cached_property
    def last_names(self) -> frozenset[str]:
        """Words that stand behind a known first name and close the name there."""
        known, tokens = self.lexicon.genders, self.text.tokens
        return frozenset(
            token.text
            for at, token in enumerate(tokens[:-1])
            if at and token.is_word and token.is_capital and token.text not in known
            if tokens[at - 1].text in known and not tokens[at + 1].is_capital
        )

    @cached_property
    def letters(self) -> frozenset[str]:
        """What the text calls agencies by small letters: "die Agentur nvk".

        Consonants alone, so that no other small word is taken for a name; also in
        brackets behind the full name ("die Agentur Nordtext (nvk)").
        """
        nouns, words = self.lexicon.nouns.outlet_nouns, self.words
        return frozenset(
            word
            for at, word in enumerate(words)
            if at and len(word) in LETTERS and word.isalpha() and word.islower()
            if not any(vowel in word for vowel in self.lexicon.words.vowels)
            if words[at - 1] in nouns
            or (
                words[at - 1] == "("
                and not nouns.isdisjoint(words[max(0, at - 4) : at])
            )
        )

    @cached_property
    def answers(self) -> defaultdict[object, dict[Hashable, Any]]:
        """What functions of the text gave: kept here by those marked with `once`."""
        return defaultdict(dict)

    @cached_property
    def word(self) -> Callable[[int], str]:
        """Gives the token as it stands."""
        return self.words.__getitem__

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens `[first, end)`."""
        tokens = self.text.tokens
        return Span(tokens[first].begin, tokens[end - 1].end)

    def is_mark(self, at: int) -> bool:
        """A quotation mark, or another mark inside quotation marks."""
        return at in self.quoted and not self.text.tokens[at].is_word

    def is_cut_off(self, at: int) -> bool:
        """A hyphen sticks to the word before: "Nahrungs- und Düngemittel"."""
        tokens = self.text.tokens
        return (
            at < len(tokens)
            and tokens[at].text == "-"
            and tokens[at - 1].end == tokens[at].begin
        )

    @cached_property
    def cases(self) -> Callable[[int], str]:
        """Gives the cases a determiner can mark; "" for any other word."""
        known = self.lexicon.words.determiners
        return tuple(known.get(word, "") for word in self.lower).__getitem__

    def is_determiner(self, at: int) -> bool:
        """An article, possessive, demonstrative or quantifier."""
        return self.lower[at] in self.lexicon.words.determiners

    def is_possessive(self, at: int) -> bool:
        """As in "seine", "ihrer", "deren": a determiner that says whose; not "sein"."""
        return self.is_determiner(at) and self.lower[at].startswith(self._owners)

    @cached_property
    def _owners(self) -> tuple[str, ...]:
        """What possessives begin with."""
        return (*self.lexicon.words.owners,)

    def is_preposition(self, at: int) -> bool:
        """It can be a preposition."""
        return self.lower[at] in self.lexicon.words.prepositions

    def is_pronoun(self, at: int) -> bool:
        """A personal pronoun (not the polite form inside a sentence)."""
        return self.lower[at] in self.lexicon.words.pronouns and (
            at in self.starts or not self.text.tokens[at].is_capital
        )

    def is_plain(self, at: int) -> bool:
        """A lower-case word that is neither a small word nor an adjective's head."""
        token = self.text.tokens[at]
        small = self.lower[at] in self.lexicon.small_words or is_address(token.text)
        return token.is_word and not token.is_capital and not small
