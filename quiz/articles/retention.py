"""How long a text that may not be kept for good is kept."""

from datetime import date

from quiz.articles.models import Article

FOR_A_YEAR = ("school_contract", "s60a_extract")
"""Rights that end with the school year: the text is deleted then."""


def school_year_end(today: date) -> date:
    """31 July, when most of Germany's school years are over; this one or the next."""
    end = date(today.year, 7, 31)
    return end if today < end else date(today.year + 1, 7, 31)


def kept_until(article: Article) -> date | None:
    """The last day on which an article is kept; None for as long as its owner likes."""
    if article.owner_id is None or article.rights_basis not in FOR_A_YEAR:
        return None
    return school_year_end(article.created_at.date())
