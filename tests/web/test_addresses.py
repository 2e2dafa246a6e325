"""After signing in one never leaves the site, whatever the address said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import create_environ
from werkzeug.wrappers import Request

from quiz.web.addresses import is_own_path, safe_next

OWN = [
    "/",
    "/articles",
    "/articles/new?x=1&y=%20",
    "/a#b",
    "/play/1/2",
    "/?next=//evil",
]
FOREIGN = [
    "", "//evil.example", "///evil.example", "////evil.example/..", "/\\evil.example",
    "\\\\evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil.example",
    "/\r/evil.example", "\t//evil.example", " //evil.example", "/ /evil.example",
    "http://evil.example", "https:evil.example", "https:/evil.example", "HTTP://evil",
    "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)", "data:text/html,x",
    "evil.example",
    "@evil.example", "user@evil.example", "?next=/", "#x", "..//evil",
    "./..//evil.example", "/x\r\nSet-Cookie: a=b",
    "/x\x00", "/\x7f/evil", "/" + "x" * 3000,
    "//[evil", "//evil.example:443",
    "//evil%E3%80%82example", "ftp://evil", "mailto:a@b",
    "vbscript:x", "file:///etc/passwd", "blob:https://evil", "/\u2028/evil\\x",
]  # fmt: skip


@pytest.mark.parametrize("target", OWN)
def test_paths_of_this_app_are_kept(target):
    assert safe_next(target, "/otherwise") == target


@pytest.mark.parametrize("target", FOREIGN)
def test_everything_else_is_replaced(target):
    assert safe_next(target, "/otherwise") == "/otherwise"


@given(st.text(alphabet="/\\.:@?#%\t\n\r a\u3002\uff0fhtps[]", max_size=30))
def test_a_browser_would_stay_whatever_is_tried(target):
    if is_own_path(target):
        # As browsers read it: controls dropped, a backslash is a slash.
        read = "".join(c for c in target if ord(c) > 32).replace("\\", "/")
        assert read.startswith("/")
        assert not read.startswith("//")
        Request(create_environ(path="/", base_url="http://here.example"))
