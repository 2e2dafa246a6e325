"""What rooms further up may want to know; who sends does not know who listens.

Every signal is sent with the session as its sender, inside the transaction in which it
happens, so that what follows from it is kept with it or not at all.
"""

from blinker import Signal

round_finished = Signal()
"""The last question of a round was answered: `round_id`, `player_id`, `set_id`."""

answers_leave = Signal()
"""Answers are about to be deleted with a thing: `of` and `id`.

`of` is "article", "set", "user", "player", "class" or "seat".
"""

account_leaves = Signal()
"""An account is about to be deleted with what belongs to it alone: `user_id`."""

answers_change = Signal()
"""Answers of these players moved to them, count from now on, or were marked anew.

It tells `player_ids`.
"""

clearing_up = Signal()
"""Once a day, while what is over is deleted: `now`."""

cleared_up = Signal()
"""The day's clearing up is done and kept; a transaction of its own: `now`.

For what reads much before it writes.
"""
