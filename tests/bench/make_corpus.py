"""Annotated documents and predictions of our own, in the corpus' form.

Spans are given as the words that stand in the text, and looked up; "…" parts pieces.
"""

import gzip
import json
import re

from bench.gold import Document

TEXT = (
    "Die Stadt sperrt die Brücke. Lenk sagte, die Brücke sei marode. "
    "Sie werde im Mai gesperrt. „Wir bauen bald“, versprach Arndt. "
    "Nach Angaben der Polizei gab es keine Unfälle."
)
MARODE = {"content": "die Brücke sei marode", "speaker": "Lenk", "cue": "sagte"}
CLOSED = {
    "content": "Sie werde im Mai gesperrt.",
    "speaker": "Lenk",
    "type": "IndirectFreeIndirect",
}
BUILD = {
    "content": "„Wir bauen bald“",
    "speaker": "Arndt",
    "cue": "versprach",
    "type": "Direct",
}
UNHURT = {
    "content": "gab es keine Unfälle",
    "speaker": "der Polizei",
    "cue": "Nach Angaben",
}
GOLD = (MARODE, CLOSED, BUILD, UNHURT)
ROLES = {"content": "quote", "speaker": "speaker", "cue": "cue"}


def spans(text, words):
    found, after = [], 0
    for piece in filter(None, words.split(" … ")):
        begin = text.index(piece, after)
        after = begin + len(piece)
        found.append((begin, after))
    return found


def note(claims=GOLD, name="Brücke", text=TEXT):
    """One line of an annotated corpus."""
    tokens = [
        {"charBegin": m.start(), "charEnd": m.end(), "text": m.group()}
        for m in re.finditer(r"\w+|[^\w\s]", text)
    ]
    return {
        "doc": name,
        "originalText": text,
        "tokens": tokens,
        "annotations": [_annotation(text, tokens, claim) for claim in claims],
    }


def _annotation(text, tokens, claim):
    roles = {}
    for role, key in ROLES.items():
        there = spans(text, claim.get(role, ""))
        roles[key] = {
            "spans": [{"charBegin": begin, "charEnd": end} for begin, end in there],
            "tokenIds": [
                at
                for at, token in enumerate(tokens)
                if any(
                    b < token["charEnd"] and token["charBegin"] < e for b, e in there
                )
            ],
        }
    return roles | {"type": claim.get("type", "Indirect"), "isNested": False}


def document(claims=GOLD, name="Brücke", text=TEXT):
    made = note(claims, name, text)
    return Document(
        name,
        text,
        tuple(token["charBegin"] for token in made["tokens"]),
        tuple(token["charEnd"] for token in made["tokens"]),
        tuple(made["annotations"]),
    )


def line(claim, text=TEXT, **others):
    """A predicted claim as `bench.extraction` writes it."""
    made = {role: spans(text, claim.get(role, "")) for role in ROLES}
    made |= {"type": claim.get("type", "Indirect"), "nested": False, "sure": False}
    made |= {"confidence": 0.5, "grounds": ["clause_behind"]}
    return made | {"reasons": ["clause_behind", "named"]} | others


def write_corpus(path, notes):
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(each) + "\n" for each in notes)
    return path
