"""Where the lines and points of the progress chart lie; a template draws them."""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.engine.questions.question import Skill
from quiz.progress.service import PlayedRound

WIDTH, HEIGHT = 480, 240
LEFT, RIGHT, TOP, BOTTOM = 86, 12, 16, 34

# Questions have three options, sometimes four: what guessing alone would bring.
CHANCE = 1 / 3


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing, from its upper left corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The accuracy of one skill, round by round."""

    skill: Skill
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """As the `points` of an SVG polyline."""
        return " ".join(f"{point.x:g},{point.y:g}" for point in self.points)


@dataclass(frozen=True, slots=True)
class Chart:
    """All that is drawn.

    Attributes:
        grid: height of each share that has a line: 0, ½ and 1, and its percent.
        ticks: where each round stands, and its number.
        chance: height of the line of guessing.
    """

    curves: tuple[Curve, ...]
    grid: tuple[tuple[float, int], ...]
    ticks: tuple[tuple[float, int], ...]
    chance: float


def chart(rounds: Sequence[PlayedRound], first_number: int) -> Chart:
    """The chart of these rounds, oldest first, counted from that number on."""
    xs = [_x(at, len(rounds)) for at in range(len(rounds))]
    curves = tuple(
        Curve(
            skill,
            tuple(
                Point(x, height(each.accuracy[skill]))
                for x, each in zip(xs, rounds, strict=True)
                if skill in each.accuracy
            ),
        )
        for skill in Skill
    )
    every = 1 if len(rounds) <= 10 else 2
    ticks = [(x, first_number + at) for at, x in enumerate(xs)]
    return Chart(
        curves=tuple(curve for curve in curves if curve.points),
        grid=tuple((height(share), round(share * 100)) for share in (0, 0.5, 1)),
        ticks=tuple(ticks[::every]),
        chance=height(CHANCE),
    )


def height(share: float) -> float:
    """Where a share from 0 to 1 lies, measured from the top."""
    return round(TOP + (1 - share) * (HEIGHT - TOP - BOTTOM), 1)


def _x(at: int, count: int) -> float:
    inner = WIDTH - LEFT - RIGHT
    if count == 1:
        return round(LEFT + inner / 2, 1)
    margin = inner * 0.04
    return round(LEFT + margin + (inner - 2 * margin) * at / (count - 1), 1)
