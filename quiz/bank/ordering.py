"""In which order the questions of a set come."""

from quiz.bank.models import BankItem, QuestionSet


def in_order(draft: QuestionSet) -> list[BankItem]:
    """The kept questions as they would come: as arranged, else as in the article."""
    return sorted((item for item in draft.items if item.is_kept), key=rank)


def rank(item: BankItem) -> tuple[bool, int, str, int, str, int]:
    """As arranged; those that came later behind them, in order of the article."""
    return (item.place is None, item.place or 0, *article_order(item))


def article_order(item: BankItem) -> tuple[str, int, str, int]:
    """Article by article where its proof begins; those about one claim together."""
    question = item.as_question()
    first = min((span.begin for span in question.evidence), default=0)
    return question.text, first, question.claim, item.position
