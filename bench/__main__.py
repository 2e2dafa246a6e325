"""`make bench`: quality on a corpus, speed against floors measured in the same run.

    python -m bench [quality] [extraction] [web] [studio] [boards]   all without a name

Figures of shared machines swing; the ratios are what travels.
"""

import sys

from bench import boards, speed, studio, web
from bench.corpus import MISSING, corpus_file
from bench.quality import quality_of, read, summary
from bench.speed import Speed

AIM_ANSWER = 4.0  # times a bare Flask route with one committed insert
AIM_SEAT = 5.0  # the same with leaderboards and everything else that follows
AIM_HOME = 5.0  # times a bare Flask page
AIM_STEP_MS = 8.0  # a question, its answer and the feedback together
AIM_START_MS = 10.0
AIM_RESULT_MS = 8.0
AIM_HOME_MS = 3.0
AIM_PASTE_S = 1.0
AIM_DRAFT_KB = 150.0


def show_quality() -> None:
    """The figures for the annotated corpus, if there is one."""
    file = corpus_file()
    if file is None:
        print(MISSING)
        return
    print(f"Quality on {file.name} (docs/measuring.md says what the figures mean)")
    for name, figures in summary(quality_of(*read(file, None))):
        print(f"  {name:<28} {figures}")


def show_extraction() -> None:
    """Articles a second and memory, for the library, a longest text and the corpus."""
    print("Extraction, one core (floor: the same texts only tokenised)")
    _line("library", speed.measured(speed.bundled()))
    _line("longest text allowed", speed.measured(speed.longest()))
    corpus = speed.corpus()
    if corpus:
        _line("corpus", speed.measured(corpus))
    else:
        print(f"  {MISSING}")


def _line(what: str, found: Speed) -> None:
    letters = found.characters / found.texts
    print(
        f"  {what:<22} {found.per_s:8.1f} articles/s of {letters:7.0f} characters  "
        f"= floor / {found.floor_per_s / found.per_s:4.1f}   "
        f"peak {found.peak_mib:5.0f} MiB"
    )


def show_web() -> None:
    """CPU time of answering and of the home page, as ratios to bare Flask."""
    least, cost = web.costs()
    print("Web, CPU ms of the server a request (floor: bare Flask, same server)")
    print(f"  bare page {least['page']:.2f}   bare insert {least['answer']:.2f}")
    ratio = cost["answer"] / least["answer"]
    print(f"  answer    {cost['answer']:.2f} = {ratio:.1f} × (aim ≤ {AIM_ANSWER:.0f})")
    ratio = cost["seat"] / least["answer"]
    print(f"  at a seat {cost['seat']:.2f} = {ratio:.1f} × (aim ≤ {AIM_SEAT:.0f})")
    ratio = cost["home"] / least["page"]
    print(f"  home      {cost['home']:.2f} = {ratio:.1f} × (aim ≤ {AIM_HOME:.0f})")
    step = cost["question"] + cost["answer"] + cost["feedback"]
    print(f"  question  {cost['question']:.2f}   feedback {cost['feedback']:.2f}")
    print(f"  a step    {step:.2f} (aim ≤ {AIM_STEP_MS:.0f})")
    print(f"  start     {cost['start']:.2f} (aim ≤ {AIM_START_MS:.0f})")
    print(f"  result    {cost['result']:.2f} (aim ≤ {AIM_RESULT_MS:.0f})")
    print(f"  home of who has played {cost['played']:.2f} (aim ≤ {AIM_HOME_MS:.0f})")


def show_studio() -> None:
    """What making a set costs: time, bytes and CPU."""
    found, least = studio.measured(), web.floor()["page"]
    print("Studio (an article of 1,000 words; one worker)")
    print(f"  questions composed   {found.questions_per_s:7.0f}/s")
    print(f"  pasted → set         {found.paste_s:7.2f} s (aim < {AIM_PASTE_S:.0f})")
    print(f"  page of a draft      {found.draft_kb:7.0f} kB (aim < {AIM_DRAFT_KB:.0f})")
    print(
        f"  page of a draft      {found.draft_ms:7.1f} ms CPU = "
        f"{found.draft_ms / least:.0f} × a bare Flask page"
    )


def show_boards() -> None:
    """Reading leaderboards and reports: the same with few players and with many."""
    boards.show(boards.measured())


def main(arguments: list[str]) -> int:
    """Show what was asked for; 2 for a name that is none."""
    parts = {
        "quality": show_quality,
        "extraction": show_extraction,
        "web": show_web,
        "studio": show_studio,
        "boards": show_boards,
    }
    if set(arguments) - parts.keys():
        print("python -m bench [quality] [extraction] [web] [studio] [boards]")
        return 2
    for name in arguments or parts:
        parts[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
