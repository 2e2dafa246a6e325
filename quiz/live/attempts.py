"""Whose wrong codes are counted at the door of live games.

A code is short, since it is read from a wall, and opens nothing but a seat in a game
whose host sees who comes. A school sits behind one address, and some mistype it at
first; right codes are never counted.
"""

from quiz.web.limits import Attempts, Delay, Limit, by_address, by_browser

JOIN = Attempts(
    delays=(Delay(by_browser, free=2),),
    soft=(Limit("120/hour", by_address),),
    hard=(Limit("600/hour", by_address),),
)
