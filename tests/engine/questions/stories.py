"""Invented news with notes of who says what in them."""

from pathlib import Path
from typing import Any

from quiz.engine.claims.claim import Extraction
from tests.engine.make_extraction import make_extraction

BRIDGE = (Path(__file__).parent / "bridge.de.txt").read_text(encoding="utf-8")

Note = dict[str, Any]

BRIDGE_NOTES: Note = {
    "entities": [
        {
            "name": "Mara Lenk",
            "kind": "person",
            "aliases": ["Lenk", "Bürgermeisterin", "Bürgermeisterin Mara Lenk"],
        },
        {"name": "Jonas Ried", "kind": "person", "aliases": ["Ried", "Feuerwehrchef"]},
        {"name": "Tilda Voss", "kind": "person", "aliases": ["Voss", "Schülerin"]},
        {"name": "Stadtwerke", "kind": "organisation"},
        {"name": "Brückenfreunde", "kind": "organisation", "aliases": ["Verein"]},
        {"name": "Talpost", "kind": "outlet", "aliases": ["Zeitung Talpost"]},
        {"name": "Nordwort", "kind": "outlet", "aliases": ["Agentur Nordwort"]},
        {"name": "Radio Wiese", "kind": "outlet", "aliases": ["Sender Radio Wiese"]},
    ],
    "claims": [
        {
            "sentence": "„Wir öffnen",
            "content": ["Wir öffnen den Weg erst im Mai"],
            "speaker": "Mara Lenk",
            "speaker_text": "Bürgermeisterin Mara Lenk",
            "cue": ["sagte"],
            "type": "Direct",
            "sources": ["Talpost"],
        },
        {
            "sentence": "Die Kosten",
            "content": ["Die Kosten seien gedeckt"],
            "speaker": "Mara Lenk",
            "cue": [],
            "type": "IndirectFreeIndirect",
            "sources": ["Talpost"],
            "inherited": True,
        },
        {
            "sentence": "Die Umleitung",
            "content": ["Die Umleitung koste die Retter zwölf Minuten"],
            "speaker": "Jonas Ried",
            "speaker_text": "Ried",
            "cue": ["sagte"],
            "type": "Indirect",
            "sources": ["Nordwort"],
        },
        {
            "sentence": "Lenk habe",
            "content": ["Lenk habe die Gefahr viel zu spät erkannt"],
            "speaker": "Jonas Ried",
            "speaker_text": "Ried",
            "cue": ["so"],
            "type": "Indirect",
            "sources": [],
        },
        {
            "sentence": "„Unser Bus",
            "content": ["Unser Bus fährt jetzt einen riesigen Umweg durch den Wald"],
            "speaker": "Tilda Voss",
            "speaker_text": "Voss",
            "cue": ["erzählte"],
            "type": "Direct",
            "sources": ["Radio Wiese"],
        },
        {
            "sentence": "Sie schlug",
            "content": ["ein kleines Boot über den Fluss fahren zu lassen"],
            "speaker": "Tilda Voss",
            "speaker_text": "Sie",
            "cue": ["schlug", "vor"],
            "type": "Indirect",
            "sources": [],
        },
        {
            "sentence": "Die Stadtwerke teilten",
            "content": ["dass die Leitungen unter der Brücke trocken geblieben sind"],
            "speaker": "Stadtwerke",
            "speaker_text": "Die Stadtwerke",
            "cue": ["teilten mit"],
            "type": "Indirect",
            "sources": [],
        },
        {
            "sentence": "Der Verein",
            "content": ["das alte Geländer in das Museum zu bringen"],
            "speaker": "Brückenfreunde",
            "speaker_text": "Der Verein Brückenfreunde",
            "cue": ["forderte"],
            "type": "Indirect",
            "sources": [],
        },
        {
            "sentence": "Wie die Talpost",
            "content": ["sind schon dreißig Spenden eingegangen"],
            "speaker": "Talpost",
            "speaker_text": "die Talpost",
            "cue": ["Wie", "berichtete"],
            "type": "Indirect",
            "sources": [],
        },
        {
            "sentence": "Ried bestritt",
            "content": ["dass ein Löschwagen im Fluss gelandet ist"],
            "speaker": "Jonas Ried",
            "speaker_text": "Ried",
            "cue": ["bestritt"],
            "type": "Indirect",
            "sources": [],
        },
        {
            "sentence": "„Dann tanzen",
            "content": ["Dann tanzen wir alle zusammen auf der neuen Brücke"],
            "speaker": "Mara Lenk",
            "speaker_text": "Lenk",
            "cue": ["versprach"],
            "type": "Direct",
            "sources": ["Radio Wiese"],
        },
    ],
}


def bridge() -> Extraction:
    """Three persons, two bodies and three outlets argue about a bridge."""
    return make_extraction(BRIDGE, BRIDGE_NOTES)


def told(
    raw: str, entities: list[dict[str, Any]], *claims: dict[str, Any]
) -> Extraction:
    """A short story; a claim's sentence, cue and sources may be left out."""
    whole = [
        {
            "sentence": each["content"][0],
            "type": "Indirect",
            "cue": [],
            "sources": [],
            **each,
        }
        for each in claims
    ]
    return make_extraction(raw, {"entities": entities, "claims": whole})


def person(name: str, *aliases: str, **more: Any) -> Note:
    return {"name": name, "kind": "person", "aliases": [*aliases], **more}


def outlet(name: str, *aliases: str) -> Note:
    return {"name": name, "kind": "outlet", "aliases": [*aliases]}
