"""The text of a Markdown file."""

from markdown_it import MarkdownIt

from quiz.errors import Invalid
from quiz.readers.blocks import blocks_of, tree_of
from quiz.readers.decoding import text_of_upload
from quiz.readers.document import Document, of_paragraphs


def read_markdown(raw: bytes) -> Document:
    """Its headings and paragraphs without the signs; links keep their words.

    Raises:
        Invalid: "binary_text"; "no_text_in_file".
    """
    source = text_of_upload(raw)
    tree = tree_of(MarkdownIt("commonmark", {"html": False}).render(source))
    paragraphs = [text for _, text in blocks_of(tree)] if tree is not None else []
    if not paragraphs:
        raise Invalid("no_text_in_file")
    return Document(of_paragraphs(paragraphs)).titled()
