"""The paragraphs of an HTML tree, in order."""

from lxml import etree, html

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (
    *_HEADINGS,
    *("p", "li", "blockquote", "pre", "figcaption", "caption", "td", "th", "dt", "dd"),
)
_NO_TEXT = ("script", "style", "noscript", "template", "head", "svg")


def tree_of(source: str | bytes) -> html.HtmlElement | None:
    """The tree; None where there is nothing in it. Nothing outside is loaded."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, ValueError):
        return None
    etree.strip_elements(tree, *_NO_TEXT, with_tail=False)
    return tree


def blocks_of(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Each paragraph's element name and its words; empty ones are left out."""
    found = []
    for element in tree.iter(*_BLOCKS):
        if not any(inner is not element for inner in element.iter(*_BLOCKS)):
            text = " ".join(element.text_content().split())
            if text:
                found.append((str(element.tag), text))
    return found
