"""What can go wrong in the game, in the game's own words."""


class QuizError(Exception):
    """Something a person asked for cannot be done.

    Args:
        reason: a short stable code such as "too_few_questions"; the web layer
            turns it into a sentence in the reader's language.
        **details: values for that sentence.
    """

    def __init__(self, reason: str = "", **details: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


class NotFound(QuizError):
    """No such thing, or not for this person: strangers cannot tell the two apart."""


class NotAllowed(QuizError):
    """The person is known and may see the thing, but not do this to it."""


class Conflict(QuizError):
    """It was already done, or somebody else was first."""


class Invalid(QuizError):
    """What was given cannot be used."""


class Busy(QuizError):
    """It can be done, but not just now: ask again in some seconds."""
