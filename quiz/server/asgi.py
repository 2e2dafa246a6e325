"""What uvicorn and an application hand to each other."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

GOES_ON = "quiz.goes_on"
"""Under which name the scope of a request has whether its answer is a stream."""
