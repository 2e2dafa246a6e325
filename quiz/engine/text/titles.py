"""Titles written with full stops that end nothing: each becomes one word.

"Prof. Dr. med. Anna Lenk", "Dipl.-Ing. (FH) Ott", "Bgm. Moor", "Oberst a. D. Beck",
"Max Huber, M. A.," are read as "Prof. Anna Lenk", "Dipl. Ott", "Bürgermeister Moor",
"Oberst a. D. Beck" and "Max Huber", and "der/die" as "der"; every word still covers
its place in the text.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from quiz.engine.lexicon.files import WrittenTitles
from quiz.engine.lexicon.lexicon import Lexicon
from quiz.engine.text.token import Token

_LONGEST_SUBJECT = 6  # letters of "pharm" and its like
_LONGEST_ENDING = 2  # letters of "in" behind "Dr."
_LONGEST_MARK = 5  # tokens of "LL. M." with a comma
_BLANK_LINE = 3  # pieces into which a line break and a blank line cut white space
_FOR_ALL = "/*:_"
_SET_APART = ("(", ",")  # what opens a mark behind a name
_SCHOOL = range(2, 5)  # letters of "ETH" and its like


def with_whole_titles(
    tokens: Sequence[Token], raw: str, lexicon: Lexicon
) -> list[Token]:
    """The tokens, those of a degree, an office or a mark behind them as one word.

    The last full stop stays on its own where a sentence may end with it.
    """
    reader = _Titles(tokens, raw, lexicon)
    found: list[Token] = []
    done = 0
    for at in reader.places():
        stop, text = reader.whole(at) if at >= done else (0, "")
        if stop:
            begin, end = tokens[at].begin, tokens[stop - 1].end
            is_capital = text[0].isupper()
            found += tokens[done:at]
            found.append(Token(begin, end, text, is_word=True, is_capital=is_capital))
            done = stop
    return [*found, *tokens[done:]]


class _Titles(NamedTuple):
    """A text's tokens, read for titles; each method gives one past what it reads."""

    tokens: Sequence[Token]
    raw: str
    lexicon: Lexicon

    @property
    def written(self) -> WrittenTitles:
        """The words titles are known by."""
        return self.lexicon.written_titles

    def places(self) -> Iterator[int]:
        """Where a title can begin, as its first word shows or what stands behind it."""
        firsts = self.written.words
        marks = self.lexicon.mark_beginnings.union(self.written.generations, _FOR_ALL)
        texts = [token.text for token in self.tokens]
        following = zip_longest(texts, texts[1:], texts[2:], fillvalue="")
        for at, (here, behind, third) in enumerate(following):
            mark = third if behind in _SET_APART else behind
            is_initial = behind == "." and len(here) == 1
            if is_initial or here in firsts or mark in marks:
                yield at

    def whole(self, at: int) -> tuple[int, str]:
        """Where the title that begins here ends, and how it is read; 0 for none.

        So it is for an article in two genders.
        """
        if end := self._past_articles(at):
            return end, self._text(at)
        return self._title(at)

    def _title(self, at: int) -> tuple[int, str]:
        token, words = self.tokens[at], self.written
        if end := self._past_generation(at):
            mark = self.tokens[at + (token.text == ",")].text
            return self._less_stop(end), mark + "."
        if not token.is_word:
            return 0, ""
        if end := self._past_degrees(at):
            texts = (each.text for each in self.tokens[at:end])
            degree = next((text for text in texts if text in words.degrees), token.text)
            text = words.full.get(degree, f"{degree}.")
            return self._before_name(end) or self._less_stop(end), text
        if token.text in words.full and self._is_glued(at + 1, "."):
            end = self._past_any(at + 2, self.lexicon.office_marks) or at + 2
            before = self.tokens[at - 1] if at else token
            inside = token.is_capital or before.is_capital or before.text == "."
            followed = self._before_name(end) or self._text(end) in words.full
            return end * bool(inside and followed), words.full[token.text]
        if end := self._past_initials(at):
            return end, self.raw[token.begin : self.tokens[end - 1].end]
        if not token.is_capital:
            return 0, ""
        if end := self._past_former(at):
            mark = " ".join(self.raw[token.end : self.tokens[end - 1].end].split())
            return self._less_stop(end), f"{token.text} {mark}"
        return self._past_marks(at + 1), token.text

    def _past_articles(self, at: int) -> int:
        """Past "der/die", "die*der": one article for all genders; 0 for none."""
        articles = self.lexicon.words.articles
        is_pair = self._text(at).lower() in articles and any(
            self._is_glued(at + 1, mark) for mark in _FOR_ALL
        )
        both = is_pair and self._text(at + 2).lower() in articles
        return at + 3 if both and self._is_glued(at + 2, self._text(at + 2)) else 0

    def _past_degrees(self, at: int) -> int:
        """Past "Univ.-Prof. Dr. med.", "PD Dr."; 0 where no degree begins here."""
        fronts = self.written.fronts
        end, found = at, 0
        while True:
            if more := self._past_degree(end):
                end = found = more
                continue
            stop = end + 1 + self._is_glued(end + 1, ".")
            stop += self._is_glued(stop, "-")
            if self._text(end) not in fronts or stop == end + 1:
                return found
            end = stop

    def _past_degree(self, at: int) -> int:
        """Past one degree with what belongs to it, "Dr. rer. nat."; 0 for none."""
        words = self.written
        if self._text(at) in words.unstopped:
            return self._past_unstopped(at)
        if self._text(at) not in words.degrees or not self._is_glued(at + 1, "."):
            return 0
        end = at + 2
        while more := self._past_any(end, self.lexicon.office_marks) or self._past_part(
            end
        ):
            end = more
        return end

    def _past_unstopped(self, at: int) -> int:
        """Past "PD", "DI (FH)" before a name or another degree; 0 for none of them."""
        first = end = self._past_letters(at)
        while end and not self._before_name(end):
            if self._text(end) not in self.written.unstopped:
                return first if self._past_degree(end) else 0
            end = self._past_letters(end)
        return first if end else 0

    def _past_letters(self, at: int) -> int:
        """Past the letters and their bracket; 0 where it holds something else."""
        return self._past_part(at + 1) if self._text(at + 1) == "(" else at + 1

    def _past_part(self, at: int) -> int:
        """Past "med.", "-Ing.", "(FH)" or the ending of "Dr.in"; 0 for none of them."""
        if at + 1 >= len(self.tokens):
            return 0
        word, after = self.tokens[at], self.tokens[at + 1]
        glued = word.begin == self.tokens[at - 1].end
        if glued and after.is_word and not word.text.isalnum() and word.text != "(":
            return at + 2 + self._is_glued(at + 2, ".")
        if word.text.isupper() and len(word.text) in _SCHOOL and after.is_capital:
            return at + 1  # "Dipl. Ing. ETH Anna Lenk"
        if word.text == "(" and after.is_word:
            stop = at + 2 + self._is_glued(at + 2, ".")
            return stop + 1 if self._is_glued(stop, ")") else 0
        if not word.is_word or word.is_capital:
            return 0
        if len(word.text) <= _LONGEST_SUBJECT and self._is_glued(at + 1, "."):
            return at + 2  # no sentence begins with a small letter
        return at + 1 if glued and len(word.text) <= _LONGEST_ENDING else 0

    def _past_generation(self, at: int) -> int:
        """Past "jun." or ", senior," behind a name; 0 for none of them."""
        is_comma = self._text(at) == ","
        begin = at + is_comma
        named = at > 0 and self.tokens[at - 1].is_capital
        if not named or self._text(begin) not in self.written.generations:
            return 0
        end = begin + 1 + self._is_glued(begin + 1, ".")
        return end + (is_comma and self._text(end) == ",")

    def _past_initials(self, at: int) -> int:
        """Past "J.-P." before a name; 0 for nothing of the kind."""
        end = at + 5
        text = "".join(token.text for token in self.tokens[at:end])
        is_pair = text[1:3] == ".-" and text[4:] == "."
        is_pair = is_pair and (text[0] + text[3]).isupper()
        return self._before_name(end) if is_pair else 0

    def _past_former(self, at: int) -> int:
        """Past the mark that an office is over, "a. D.", "im Ruhestand"; 0 for none."""
        end = self._past_any(at + 1, self.lexicon.office_marks)
        if not end or self.tokens[end - 1].text == ".":
            return end
        office, lexicon = self.tokens[at].text, self.lexicon
        known = office.lower().endswith(lexicon.title_endings)
        known = known or office in lexicon.titles
        return end if known or self._before_name(end) else 0

    def _past_marks(self, at: int) -> int:
        """Past degrees and seats behind a name: "M. A.", ", MdB,", "(LL. M.)"."""
        while more := self._past_mark(at):
            at = more
        return at

    def _past_mark(self, at: int) -> int:
        """Past one of them; 0 for none."""
        opening = self._text(at)
        begin = at + (opening in _SET_APART)
        end = self._past_any(begin, self.written.behind)
        if not end:
            return 0
        if opening == "(":
            return end + 1 if self._text(end) == ")" else 0
        if opening == "," and self._text(end) == ",":
            return end + (not self._before_name(end + 1))  # ", LL. M., Partnerin …"
        end = self._less_stop(end)
        return 0 if opening == "," and self._text(end)[:1].isalnum() else end

    def _past_any(self, at: int, marks: Container[str]) -> int:
        """Past the longest of these marks here, however spaced; 0 for none."""
        text, found = "", 0
        for end in range(at, min(at + _LONGEST_MARK, len(self.tokens))):
            text += self.tokens[end].text
            if text not in self.lexicon.mark_beginnings:
                break
            if text in marks:
                found = end + 1
        return found

    def _text(self, at: int) -> str:
        """The token there; nothing behind the last."""
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _is_glued(self, at: int, mark: str) -> bool:
        """Whether this mark follows the token before without a blank."""
        found = at > 0 and self._text(at) == mark
        return found and self.tokens[at].begin == self.tokens[at - 1].end

    def _before_name(self, at: int) -> int:
        """The place itself where a capitalised word follows in the line, else 0."""
        return at if self._goes_on(at) and self.tokens[at].is_capital else 0

    def _goes_on(self, at: int) -> bool:
        """Whether a token follows without a blank line between."""
        if at >= len(self.tokens):
            return False
        gap = self.raw[self.tokens[at - 1].end : self.tokens[at].begin]
        return len(gap.splitlines()) < _BLANK_LINE

    def _less_stop(self, end: int) -> int:
        """The end without a last full stop with which the sentence may end."""
        return end - (self.tokens[end - 1].text == "." and self._may_end(end))

    def _may_end(self, end: int) -> bool:
        """Whether a sentence may end there: nothing follows, or a small word does."""
        if not self._goes_on(end):
            return True
        after, words = self.tokens[end], self.lexicon.words
        known = (words.determiners, words.prepositions, words.pronouns)
        is_small = any(after.text.lower() in w for w in (*known, words.auxiliaries))
        return after.is_capital and is_small and after.text not in self.lexicon.genders
