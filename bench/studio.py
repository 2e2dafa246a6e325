"""What a teacher waits for: a pasted article as a set, and the weight of the studio."""

import re
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle

from bench.player import Fields, Forms, Player
from bench.process import Server, prepare
from quiz.articles.bundled import bundled_articles
from quiz.engine.claims.extract import extract
from quiz.engine.questions.compose import compose

WORDS = 1000
PASTES = 5
LOOKS = 40
_ASSET = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|mjs|woff2|svg)[^"]*)"')
_IMPORT = re.compile(r'from "(\./[^"]+)"')


@dataclass(frozen=True, slots=True)
class Studio:
    """Figures of the studio.

    Attributes:
        questions_per_s: composed from claims that are there, one core.
        paste_s: from sending an article of 1,000 words to the page of its set.
        draft_kb: what a browser with nothing cached loads for the page of a draft.
        draft_ms: CPU time of that page.
    """

    questions_per_s: float
    paste_s: float
    draft_kb: float
    draft_ms: float


def measured() -> Studio:
    """All figures, on a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        game = {
            "DATABASE_URL": f"sqlite:///{folder}/game.sqlite",
            "QUIZ_SECRET_KEY": "only for this measurement",
            "WEB_CONCURRENCY": "1",
        }
        prepare(**game)
        with Server(["app.py"], "/readyz", **game) as server:
            teacher = Player(server.port)
            register(teacher)
            pastes = [_paste(teacher, number) for number in range(PASTES)]
            draft = teacher.post(f"{pastes[-1][1]}/draft", token_of(teacher))
            before = server.cpu_s()
            for _ in range(LOOKS):
                teacher.get(draft)
            spent = server.cpu_s() - before
            weight = _weight(teacher, draft)
            return Studio(
                questions_per_s=_questions_per_s(),
                paste_s=sorted(seconds for seconds, _ in pastes)[PASTES // 2],
                draft_kb=weight / 1000,
                draft_ms=1000 * spent / LOOKS,
            )


def thousand_words() -> str:
    """Paragraphs of the bundled articles, about 1,000 words of them."""
    paragraphs = [p for a in bundled_articles() for p in a.text.split("\n\n")]
    taken: list[str] = []
    for paragraph in cycle(paragraphs):
        if sum(len(each.split()) for each in taken) >= WORDS:
            return "\n\n".join(taken)
        taken.append(paragraph)
    return ""


def _questions_per_s() -> float:
    found = [extract(article.text) for article in bundled_articles()]
    began = time.perf_counter()
    made = sum(len(compose(each, seed)) for seed in range(3) for each in found)
    return made / (time.perf_counter() - began)


def register(teacher: Player) -> None:
    """Make an account and be signed in."""
    [fields] = [
        fields
        for path, fields in Forms(teacher.get("/account/register")).found
        if path.endswith("/register")
    ]
    own = {"name": "messung", "password": "four apples for a donkey"}
    teacher.post("/account/register", fields | own)


def _paste(teacher: Player, number: int) -> tuple[float, str]:
    """Seconds from sending the article to the page of its set, and its address."""
    token = token_of(teacher)
    article = {
        "text": f"Nummer {number} von heute\n\n{thousand_words()}",
        "title": f"Nummer {number}",
        "outlet": "Messung",
        "published_on": "2026-03-02",
        "rights_basis": "own_text",
    }
    began = time.perf_counter()
    there = teacher.post("/articles/new", token | article)
    made = teacher.post(f"{there}/questions", token)
    teacher.get(made)
    return time.perf_counter() - began, made


def token_of(teacher: Player) -> Fields:
    """What every form must send."""
    forms = Forms(teacher.get("/articles/new")).found
    return {"csrf_token": next(f["csrf_token"] for _, f in forms if "csrf_token" in f)}


def _weight(teacher: Player, path: str) -> int:
    """Bytes over the wire of a page with all that it loads, each once."""
    before = teacher.received
    waiting, loaded = sorted(set(_ASSET.findall(teacher.get(path)))), set[str]()
    while waiting:
        asset = waiting.pop()
        if asset not in loaded:
            loaded.add(asset)
            body = teacher.get_bytes(asset)
            if ".mjs" in asset:
                names = _IMPORT.findall(body.decode())
                waiting += [f"/static/js/{name.removeprefix('./')}" for name in names]
    return teacher.received - before
