"""What the style sheets promise: contrast, small size, fonts of our own."""

import gzip
import re
from hashlib import sha256

import pytest

from quiz.config import ROOT

CSS = ROOT / "static" / "css"
BASE = (CSS / "base.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block))
    for block in re.findall(r":root \{(.*?)\n *\}", BASE, flags=re.DOTALL)
)
ROLES = ("speaker", "cue", "source", "content", "hedge")
LINES = "dashed|double|dotted|wavy|overline|color"
AA, AAA, SHAPES = 4.5, 7.0, 3.0


def luminance(colour):
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PAIRS = [
    *((text, ground, AAA) for text in ("ink", "soft") for ground in ("paper", "sheet")),
    *((text, ground, AA) for text in ("deep", "bad") for ground in ("paper", "sheet")),
    ("on-deep", "deep", AAA),
    ("good", "good-wash", AA),
    ("bad", "bad-wash", AA),
    ("cue", "cue-wash", AA),
    ("ink", "wash", AAA),
    ("edge", "sheet", SHAPES),
    ("focus", "paper", SHAPES),
    *(("ink", f"{role}-wash", AAA) for role in ROLES),
    *((role, f"{role}-wash", SHAPES) for role in ROLES),
    *(("paper", role, AA) for role in ROLES),
]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground", "least"), PAIRS)
def test_what_is_read_stands_out_from_its_ground(palette, text, ground, least):
    assert contrast(palette[text], palette[ground]) >= least


def test_every_role_has_a_line_of_its_own():
    lines = {
        re.search(rf"\.mark--{role} \{{[^}}]*?({LINES})", BASE)[1]
        for role in (*ROLES, "mood")
    }
    assert len(lines) == len(ROLES) + 1


def test_the_style_sheets_of_a_page_stay_small():
    for rooms in (("play", "round"), ("progress",)):
        sheets = [(CSS / f"{name}.css").read_bytes() for name in ("base", *rooms)]
        assert len(gzip.compress(b"".join(sheets))) <= 9_000


def test_every_font_is_the_file_that_is_named_with_its_licence():
    told = (ROOT / "static" / "vendor" / "VENDOR.txt").read_text(encoding="utf-8")
    fonts = sorted((ROOT / "static" / "fonts").glob("*.woff2"))
    assert fonts
    for font in fonts:
        assert sha256(font.read_bytes()).hexdigest() in told
        assert f"static/fonts/{font.name}" in told
    for licence in re.findall(r"static/fonts/\S+\.txt", told):
        assert "SIL Open Font License" in (ROOT / licence).read_text(encoding="utf-8")


def test_fonts_are_preloaded_from_where_the_style_sheet_loads_them():
    layout = (ROOT / "templates" / "_shared" / "layout.html").read_text("utf-8")
    preloaded = re.findall(r'script_root }}/static/(fonts/[^"]+)"', layout)
    assert sorted(preloaded) == sorted(re.findall(r'url\("\.\./(fonts/[^"]+)"', BASE))


def test_no_style_sheet_loads_from_another_host():
    for sheet in CSS.glob("*.css"):
        assert not re.search(r"https?:|@import|url\(['\"]?//", sheet.read_text("utf-8"))
