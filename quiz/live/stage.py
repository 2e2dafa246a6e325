"""What everybody in a live game sees at a moment; never more than they may know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from quiz.articles.article_text import ArticleText
from quiz.articles.highlighting import Paragraph
from quiz.bank.page import excerpts
from quiz.engine.live import course
from quiz.engine.live.state import Phase, Ranking, State
from quiz.engine.questions.option import Option
from quiz.live import results
from quiz.live.models import LiveGame, LiveItem
from quiz.live.results import Result
from quiz.live.teams import TeamResult, crests_of, results_of_teams
from quiz.play.service import Place
from quiz.play.sheet import Sheet
from quiz.play.steps import Step

ASKING = frozenset({Phase.QUESTION, Phase.ANSWERING, Phase.LOCKED})
RANKING = frozenset({Phase.STANDINGS, Phase.PODIUM})
TOP = 5
"""How many lines of standings are shown to all; the others see their own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How often an option was chosen."""

    option: Option
    count: int


@dataclass(frozen=True, slots=True)
class Stage:
    """What everybody sees.

    Attributes:
        questions: how many the game has.
        left_s: for how long the phase lasts; None until the host ends it.
        is_ranked: whether everybody is told their rank by now.
        sheet: the question; its key is nobody's business before it is told.
        proof: where the article shows it, once it is told.
        bars: how often each option was chosen, in the order shown.
        results: how everybody stands, once the key is told.
        crests: of all teams, by their number.
        teams: how they stand, the best first; nobody is told before the end.
    """

    game_id: UUID
    code: str | None
    title: str
    state: State
    questions: int
    left_s: int | None
    is_ranked: bool
    sheet: Sheet | None = None
    proof: tuple[Paragraph, ...] = ()
    bars: tuple[Bar, ...] = ()
    results: Mapping[UUID, Result] = field(default_factory=dict)
    crests: Mapping[int, str] = field(default_factory=dict)
    teams: tuple[TeamResult, ...] = ()

    @property
    def phase(self) -> str:
        """Its phase, in a word."""
        return self.state.phase.value

    @property
    def key(self) -> str:
        """Names the question and the vote; the same as long as one answer is asked."""
        return f"{self.state.number}.{self.state.vote}"

    @property
    def lists_options(self) -> bool:
        """Whether the wall may list them: what is typed has only its key as options."""
        sheet = self.sheet
        return sheet is not None and not sheet.question.form.is_typed and not sheet.rows

    @property
    def top(self) -> tuple[Result, ...]:
        """Who leads, equals among them."""
        return tuple(self.results.values())[:TOP]

    @property
    def most(self) -> int:
        """The largest number of the bars, at least 1."""
        return max((bar.count for bar in self.bars), default=0) or 1


def state_of(game: LiveGame, now: datetime) -> State:
    """Where a game stands at that moment."""
    return course.at(game.kept_state, game.played_by, now)


def stage_of(session: Session, game: LiveGame, now: datetime) -> Stage:
    """What everybody in the game sees at that moment."""
    state, rules = state_of(game, now), game.played_by
    left = None if state.until is None else state.until - (state.paused_at or now)
    shows_key = state.tells_the_key
    item = _item(session, game, state) if state.phase in ASKING or shows_key else None
    sheet = None if item is None else _sheet(game, item, is_told=shows_key)
    found = results.results_of(session, game, state) if _is_told(state) else {}
    return Stage(
        game_id=game.id,
        code=game.code,
        title=game.question_set.title,
        state=state,
        questions=rules.questions,
        left_s=None if left is None else max(0, round(left.total_seconds())),
        is_ranked=state.is_over or rules.ranking is Ranking.AFTER_EACH,
        sheet=sheet,
        proof=_proof(sheet) if sheet is not None and shows_key else (),
        bars=_bars(session, game, state, sheet),
        results=found,
        crests=crests_of(game),
        teams=results_of_teams(game, found) if state.is_over else (),
    )


def text_of(game: LiveGame) -> ArticleText | None:
    """The article, to be read at any time; None where it may not be shown."""
    article = game.question_set.article
    if game.question_set.visibility == "school" and article.is_protected:
        return None
    return ArticleText.of(article)


def _is_told(state: State) -> bool:
    return state.tells_the_key or state.is_over


def _item(session: Session, game: LiveGame, state: State) -> LiveItem | None:
    wanted = select(LiveItem).where(
        LiveItem.game_id == game.id, LiveItem.number == state.number
    )
    return session.scalars(wanted).one_or_none()


def _sheet(game: LiveGame, item: LiveItem, *, is_told: bool) -> Sheet:
    asked, question = item.item, item.item.as_question()
    options = {option.id: option for option in question.options}
    article = asked.article
    return Sheet(
        place=Place(game.id, item.number),
        steps=(Step(item.number, None, asked.counts),),
        question=question,
        shown=tuple(options[each] for each in item.option_order),
        reply=() if is_told else None,
        share=1.0 if is_told else None,  # it is the key that is shown, nobody's reply
        article=ArticleText.of(article),
        keeps_text_back=text_of(game) is None,
        is_void=asked.is_void,
    )


def _proof(sheet: Sheet) -> tuple[Paragraph, ...]:
    if sheet.keeps_text_back:
        return ()
    return excerpts(sheet.article.text, sheet.question)


def _bars(
    session: Session, game: LiveGame, state: State, sheet: Sheet | None
) -> tuple[Bar, ...]:
    is_shown = state.phase is Phase.DISTRIBUTION
    if not is_shown or sheet is None or sheet.question.form.is_typed:
        return ()
    counts = results.chosen(session, game, state.number)
    return tuple(Bar(option, counts[option.id]) for option in sheet.shown)
