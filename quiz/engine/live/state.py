"""Where a live game stands, and by which rules it is played."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

FEWEST_TEAMS, MOST_TEAMS = 2, 8


class Phase(StrEnum):
    """What everybody sees, in the order in which it comes; `TALK` leads back."""

    LOBBY = "lobby"
    READING = "reading"
    QUESTION = "question"
    ANSWERING = "answering"
    LOCKED = "locked"
    TALK = "talk"
    REVEAL = "reveal"
    DISTRIBUTION = "distribution"
    STANDINGS = "standings"
    PODIUM = "podium"


TELLS_THE_KEY = frozenset({Phase.REVEAL, Phase.DISTRIBUTION, Phase.STANDINGS})
"""While a question is in one of these, its key and explanation may be shown."""


class Ranking(StrEnum):
    """When the host wants standings; the podium comes in any case."""

    AT_THE_END = "end"
    AFTER_EACH = "each"


@dataclass(frozen=True, slots=True)
class Bonuses:
    """What brings points beside accuracy."""

    streak: bool = False
    confidence: bool = False
    speed: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """How a game is played; nothing of it changes once it has begun.

    Attributes:
        stems_s: of each question how long its stem stands alone.
        reading_s: how long the text is read together; 0 for not at all.
        answering_s: how long answers are taken; None until the host locks.
        talks: each question is voted on, talked about, and voted on again.
        is_automatic: every phase but the last ends by itself.
        teams: how many there are; 0 for none.
    """

    stems_s: tuple[int, ...]
    reading_s: int = 0
    answering_s: int | None = None
    talks: bool = False
    is_automatic: bool = False
    ranking: Ranking = Ranking.AT_THE_END
    bonuses: Bonuses = Bonuses()
    teams: int = 0

    def __post_init__(self) -> None:
        if not self.stems_s:
            raise ValueError("a game needs a question")
        if self.is_automatic and self.answering_s is None:
            raise ValueError("what ends by itself needs a time")
        if self.teams and not FEWEST_TEAMS <= self.teams <= MOST_TEAMS:
            raise ValueError("so many teams cannot be told apart")

    @property
    def votes(self) -> int:
        """How many times each question is voted on."""
        return 2 if self.talks else 1

    @property
    def questions(self) -> int:
        """How many there are."""
        return len(self.stems_s)

    def as_json(self) -> dict[str, Any]:
        """The same as JSON keeps it."""
        return asdict(self) | {"stems_s": list(self.stems_s)}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """The rules that were kept."""
        known = dict(body)
        known["stems_s"] = tuple(known["stems_s"])
        known["ranking"] = Ranking(known["ranking"])
        known["bonuses"] = Bonuses(**known["bonuses"])
        return cls(**known)


@dataclass(frozen=True, slots=True)
class State:
    """Where a game stands.

    Attributes:
        since: when the phase began.
        until: when it ends by itself; None for never. While the game is paused it
            stays as it was.
        number: the question, from 1; 0 before the first.
        vote: which vote on it, from 1.
        version: grows with everything that players may see change.
        paused_at: since when all clocks stand; None while they run.
        takes_in: whether who is not in yet may join.
        patience: by how much times are longer than the rules say, because somebody
            needs it; None for no limit.
        skipped: questions that were left out, and count for nobody.
    """

    phase: Phase
    since: datetime
    until: datetime | None = None
    number: int = 0
    vote: int = 1
    version: int = 1
    paused_at: datetime | None = None
    takes_in: bool = True
    patience: float | None = 1.0
    skipped: tuple[int, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be asked."""
        return self.phase is Phase.PODIUM

    @property
    def is_paused(self) -> bool:
        """Whether all clocks stand."""
        return self.paused_at is not None

    @property
    def tells_the_key(self) -> bool:
        """Whether the key of its question may leave the server."""
        return self.phase in TELLS_THE_KEY

    def changed(self, **values: Any) -> Self:  # noqa: ANN401 (any attribute)
        """The same with other values, as a new version."""
        return replace(self, version=self.version + 1, **values)

    def longer(self, seconds: float | None) -> timedelta | None:
        """That time for whoever needs longest; None for no limit."""
        if seconds is None or self.patience is None:
            return None
        return timedelta(seconds=seconds * self.patience)

    def as_json(self) -> dict[str, Any]:
        """The same as JSON keeps it."""
        moments = {
            "since": self.since.isoformat(),
            "until": self.until and self.until.isoformat(),
            "paused_at": self.paused_at and self.paused_at.isoformat(),
        }
        return asdict(self) | moments | {"skipped": list(self.skipped)}

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> Self:
        """The state that was kept."""
        known = dict(body)
        known["phase"] = Phase(known["phase"])
        known["skipped"] = tuple(known["skipped"])
        known["since"] = datetime.fromisoformat(known["since"])
        known["until"] = _moment(known["until"])
        known["paused_at"] = _moment(known["paused_at"])
        return cls(**known)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
