"""Who may do what: the roles, and the one table of permissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from quiz.errors import NotAllowed


class Role(StrEnum):
    """What somebody is here. Pupils have no accounts: they play as guests.

    A newcomer registered by themselves, and nobody has said yet that they teach.
    """

    GUEST = "guest"
    NEWCOMER = "newcomer"
    TEACHER = "teacher"
    ADMIN = "admin"


class Action(StrEnum):
    """What somebody may want to do beyond playing.

    To read keys is to read those of sets and articles that others made.
    """

    PLAY = "play"
    HAVE_ACCOUNT = "have_account"
    BRING_ARTICLES = "bring_articles"
    MAKE_SETS = "make_sets"
    RUN_CLASSES = "run_classes"
    READ_KEYS = "read_keys"
    MANAGE_PEOPLE = "manage_people"


_AT_WORK = frozenset({Role.NEWCOMER, Role.TEACHER, Role.ADMIN})

MAY: Mapping[Action, frozenset[Role]] = MappingProxyType(
    {
        Action.PLAY: frozenset(Role),
        Action.HAVE_ACCOUNT: _AT_WORK,
        Action.BRING_ARTICLES: _AT_WORK,
        Action.MAKE_SETS: _AT_WORK,
        Action.RUN_CLASSES: _AT_WORK,
        Action.READ_KEYS: frozenset({Role.TEACHER, Role.ADMIN}),
        Action.MANAGE_PEOPLE: frozenset({Role.ADMIN}),
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a request or a command.

    Attributes:
        user_id: their account; None for a guest.
        role: what they are.
    """

    user_id: UUID | None
    role: Role

    @property
    def is_signed_in(self) -> bool:
        """Whether they have an account and are signed in to it."""
        return self.user_id is not None

    def may(self, action: Action) -> bool:
        """Whether the table lets them do it at all (not: to this very thing)."""
        return self.role in MAY[action]

    def must(self, action: Action) -> None:
        """Nothing, if they may do it.

        Raises:
            NotAllowed: they may not; "not_let_in": not yet.
        """
        if action is Action.READ_KEYS and self.role is Role.NEWCOMER:
            raise NotAllowed("not_let_in")
        if not self.may(action):
            raise NotAllowed("not_your_role", action=action.value)


GUEST = Actor(user_id=None, role=Role.GUEST)
