"""The paragraphs of an HTML tree, in order."""

import re

from lxml import etree, html

from quiz.engine.text.plain import whole

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (
    *_HEADINGS,
    *("p", "li", "blockquote", "pre", "figcaption", "caption", "td", "th", "dt", "dd"),
)
# A line's end within a paragraph; two of them end it.
_LINE_END = "\u2028"
_PARAGRAPH_END = re.compile(rf"{_LINE_END}\s*{_LINE_END}")
_NO_TEXT = ("script", "style", "noscript", "template", "head", "svg")


def tree_of(source: str | bytes) -> html.HtmlElement | None:
    """The tree; None where there is nothing in it. Nothing outside is loaded."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    for each in tree.iter("br"):
        each.tail = _LINE_END + (each.tail or "")
    return tree


def blocks_of(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Each paragraph's element name and its words; empty ones are left out."""
    found = []
    for element in tree.iter(*_BLOCKS):
        if not any(inner is not element for inner in element.iter(*_BLOCKS)):
            for text in _PARAGRAPH_END.split(element.text_content()):
                words = " ".join(whole(text).split())
                if words:
                    found.append((str(element.tag), words))
    return found
