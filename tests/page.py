"""What must be right about every HTML page, whatever is on it."""

from collections import Counter
from html.parser import HTMLParser

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")


class Page(HTMLParser):
    """Reads a page and keeps what the rules look at."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.open: list[tuple[str, dict[str, str]]] = []
        self.tags: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.texts: dict[int, list[str]] = {}
        self.doctype = ""
        self._numbers: list[int] = []
        self.feed(html)
        self.close()
        self.problems += [f"<{tag}> is never closed" for tag, _ in self.open]

    def handle_decl(self, decl):
        self.doctype = decl.lower()

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if len(given) < len(attrs):
            self.problems.append(f"<{tag}> says an attribute twice")
        self.tags.append((tag, given, tuple(t for t, _ in self.open)))
        number = len(self.tags) - 1
        self.texts[number] = []
        if tag == "img":
            self.handle_data(given.get("alt", ""))
        if tag not in VOID:
            self.open.append((tag, given))
            self._numbers.append(number)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            inside = self.open[-1][0] if self.open else "nothing"
            self.problems.append(f"</{tag}> closes inside <{inside}>")
            return
        self.open.pop()
        self._numbers.pop()

    def handle_data(self, data):
        for number in self._numbers:
            self.texts[number].append(data)

    def text(self, number: int) -> str:
        return " ".join("".join(self.texts[number]).split())

    def every(self, *names: str) -> list[tuple[int, dict[str, str]]]:
        return [(n, a) for n, (tag, a, _) in enumerate(self.tags) if tag in names]


def problems(html: str) -> list[str]:
    """What is wrong with the page, in words; nothing if all is well."""
    page = Page(html)
    rules = (frame, headings, ids, labels, pictures, inline, foreign, controls, forms)
    return page.problems + [problem for rule in rules for problem in rule(page)]


def frame(page):
    if page.doctype != "doctype html":
        yield "no <!doctype html>"
    languages = [a.get("lang") for _, a in page.every("html")]
    if languages not in (["de"], ["en"]):
        yield f"<html lang> is {languages}"
    if len(page.every("main")) != 1:
        yield "not exactly one <main>"


def headings(page):
    titles = [
        page.text(n) for n, _ in page.every("title") if "svg" not in page.tags[n][2]
    ]
    firsts = [page.text(n) for n, _ in page.every("h1")]
    if len(titles) != 1 or len(firsts) != 1 or not titles[0] or not firsts[0]:
        yield f"needs one title and one h1, has {titles} and {firsts}"
        return
    title = titles[0].partition(" · ")[0].casefold()
    first = firsts[0].casefold()
    if title not in first and first not in title:
        yield f"the title {titles[0]!r} and the heading {firsts[0]!r} disagree"


def ids(page):
    counted = Counter(a["id"] for _, a, _ in page.tags if "id" in a)
    yield from (
        f"id {name!r} is there {n} times" for name, n in counted.items() if n > 1
    )
    for tag, given, _ in page.tags:
        for name in REFERENCES:
            for target in given.get(name, "").split():
                if target not in counted:
                    yield f"<{tag} {name}={target!r}> points at nothing"
        link = given.get("href", "")
        if tag == "a" and link.startswith("#") and link[1:] not in counted:
            yield f"the link {link!r} leads nowhere"


def labels(page):
    labelled = {a["for"] for n, a in page.every("label") if "for" in a and page.text(n)}
    for number, given in page.every("input", "select", "textarea"):
        if given.get("type") in UNLABELLED:
            continue
        named = given.get("aria-label") or given.get("aria-labelledby")
        wrapped = "label" in page.tags[number][2]
        if not (named or wrapped or given.get("id") in labelled):
            yield f"the field {given.get('name')!r} has no label"


def pictures(page):
    for _, given in page.every("img"):
        if "alt" not in given:
            yield f"the picture {given.get('src')!r} has no alt"
    for number, given in page.every("svg"):
        named = given.get("aria-label") or given.get("aria-labelledby")
        hidden = given.get("aria-hidden") == "true"
        if not hidden and not (
            given.get("role") == "img" and (named or page.text(number))
        ):
            yield "an <svg> is neither hidden nor named"


def inline(page):
    for tag, given, _ in page.tags:
        if tag == "script" and not given.get("src"):
            yield "an inline script"
        if tag == "style" or "style" in given:
            yield f"an inline style at <{tag}>"
        for name, value in given.items():
            if name.startswith("on"):
                yield f"an inline handler {name} at <{tag}>"
            if value.strip().lower().startswith("javascript:"):
                yield f"a javascript: address at <{tag}>"


def foreign(page):
    for tag, given, _ in page.tags:
        loaded = [
            given.get("src", ""),
            given.get("srcset", ""),
            given.get("action", ""),
        ]
        if tag == "link":
            loaded.append(given.get("href", ""))
        for address in loaded:
            if address.startswith(("http:", "https:", "//")):
                yield f"<{tag}> loads {address!r} from another host"


def controls(page):
    for number, given in page.every("a", "button"):
        named = (
            page.text(number) or given.get("aria-label") or given.get("aria-labelledby")
        )
        if not named:
            yield f"a link or button without a name: {given}"


def forms(page):
    posts = [a for _, a in page.every("form") if a.get("method", "").lower() == "post"]
    tokens = [a for _, a in page.every("input") if a.get("name") == "csrf_token"]
    if len(tokens) < len(posts):
        yield f"{len(posts)} forms that post, but only {len(tokens)} form tokens"
