"""What is ticked on a page."""

import re


def ticked_in(page, name):
    """The values of the boxes of that name that are ticked."""
    boxes = re.findall(rf'name="{name}"\s+value="([^"]*)"( checked)?', page)
    return [value for value, is_ticked in boxes if is_ticked]
