"""CPU time of a page and of an answer, beside bare Flask doing the least possible.

Only the server's own processes are counted, each kind of request in a stretch of its
own; one worker process each, the same server, the same SQLite settings.
"""

import re
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.player import Fields, Forms, Player
from bench.process import Server, prepare
from bench.studio import register, token_of

PAGES = 600
ROUNDS = 60
FLOOR = ["-m", "bench.floor"]

Cost = dict[str, float]


def costs() -> tuple[Cost, Cost]:
    """CPU milliseconds a request: of the floor, and of the game."""
    with tempfile.TemporaryDirectory() as folder:
        least = floor()
        game = {
            "DATABASE_URL": f"sqlite:///{folder}/game.sqlite",
            "QUIZ_SECRET_KEY": "only for this measurement",
            "WEB_CONCURRENCY": "1",
        }
        prepare(**game)
        with Server(["app.py"], "/readyz", **game) as server:
            return least, _game_costs(server)


def floor() -> Cost:
    """CPU milliseconds a request of bare Flask doing the least possible."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "floor.sqlite"
        settings = {"FLOOR_DATABASE": str(file), "WEB_CONCURRENCY": "1"}
        with Server(FLOOR, "/", **settings) as server:
            return _floor_costs(server)


def _floor_costs(server: Server) -> Cost:
    player = Player(server.port)

    def pages() -> None:
        for _ in range(PAGES):
            player.get("/")

    def answers() -> None:
        for _ in range(PAGES):
            player.post("/answers", {"choice": "1"})

    pages()
    return {
        "page": _per_request(server, PAGES, pages),
        "answer": _per_request(server, PAGES, answers),
    }


def _game_costs(server: Server) -> Cost:
    player = Player(server.port)

    def homes() -> None:
        for _ in range(PAGES):
            player.get("/")

    homes()
    cost = {"home": _per_request(server, PAGES, homes)}
    places: list[str] = []
    start = partial(_start_rounds, player, places)
    cost["start"] = _per_request(server, ROUNDS, start)
    sizes = {place: _size(player.get(place)) for place in places}
    spent = {"question": 0.0, "answer": 0.0, "feedback": 0.0}
    for number in range(1, max(sizes.values()) + 1):
        forms: list[tuple[str, Fields]] = []
        look = partial(_look, player, _at(number, sizes))
        spent["question"] += _spent(server, partial(look, forms))
        spent["answer"] += _spent(server, partial(_send, player, forms))
        spent["feedback"] += _spent(server, partial(look, []))
    count = sum(sizes.values())
    cost |= {kind: 1000 * s / count for kind, s in spent.items()}
    cost["result"] = _per_request(server, ROUNDS, partial(_see, player, places))
    cost["played"] = _per_request(server, PAGES, homes)
    return cost | {"seat": 1000 * _seat_cost(server)}


def _seat_cost(server: Server) -> float:
    """CPU seconds of an answer at a seat, over whole rounds: with all that follows.

    The answer that finishes a round brings the totals of the leaderboards up to date;
    how sure somebody is, is said each time.
    """
    pupil = _pupil(server)
    started: list[str] = []
    _start_rounds(pupil, started)
    sizes = {place: _size(pupil.get(place)) for place in started}
    spent, count = 0.0, 0
    for number in range(1, max(sizes.values()) + 1):
        forms: list[tuple[str, Fields]] = []
        _look(pupil, _at(number, sizes), forms)
        spent += _spent(server, partial(_send, pupil, forms))
        count += len(forms)
    return spent / count


def _pupil(server: Server) -> Player:
    """Somebody at a seat of a class."""
    teacher, pupil = Player(server.port), Player(server.port)
    register(teacher)
    sent = token_of(teacher) | {"name": "7b", "seats": "1"}
    page = teacher.get(teacher.post("/classes", sent))
    [code] = re.findall(r'class="code">\s*([A-Z0-9]+-[A-Z0-9]+)', page)
    path, fields = next(
        form for form in Forms(pupil.get("/join")).found if form[0] == "/join"
    )
    pupil.post(path, fields | {"code": code})
    return pupil


def _size(page: str) -> int:
    """How many questions the round has."""
    found = re.search(r"(?:Frage|Question) \d+ (?:von|of) (\d+)", page)
    if found is None:
        raise RuntimeError("not a page of a round")
    return int(found.group(1))


def _at(number: int, sizes: dict[str, int]) -> list[str]:
    """Where that question is asked, in the rounds that have so many."""
    return [
        f"{place.rpartition('/')[0]}/{number}"
        for place, size in sizes.items()
        if number <= size
    ]


def _start_rounds(player: Player, places: list[str]) -> None:
    """Rounds of one player, each at its first question."""
    forms = [form for form in Forms(player.get("/")).found if "set" in form[1]]
    places += [player.post(*forms[n % len(forms)]) for n in range(ROUNDS)]


def _see(player: Player, places: list[str]) -> None:
    for place in places:
        player.get(f"{place.rpartition('/')[0]}/result")


def _look(player: Player, places: list[str], forms: list[tuple[str, Fields]]) -> None:
    for place in places:
        page = player.get(place)
        forms += [(place, f) for to, f in Forms(page).found if to == place]


def _send(player: Player, forms: list[tuple[str, Fields]]) -> None:
    for place, fields in forms:
        cards = [name for name in fields if name.startswith("card")]
        ordered = {name: str(n) for n, name in enumerate(cards, start=1)}
        player.post(place, fields | ordered)


def _per_request(server: Server, count: int, work: Callable[[], None]) -> float:
    return 1000 * _spent(server, work) / count


def _spent(server: Server, work: Callable[[], None]) -> float:
    before = server.cpu_s()
    work()
    return server.cpu_s() - before
