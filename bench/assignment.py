"""Which predicted claim stands for which gold claim: the best one-to-one choice."""

from collections.abc import Mapping
from dataclasses import dataclass, field

LEAST_GAIN = 1e-9  # smaller ones are rounding

Pair = tuple[int, int]


@dataclass
class _Search:
    """One search for the exchange that gains most, along edges of weight > 0.

    Attributes:
        partner: left of each right so far.
        reached: the most that can be gained on the way to each right.
        origin: the left from which each right is reached with that gain.
    """

    weights: Mapping[Pair, float]
    partner: dict[int, int]
    reached: dict[int, float] = field(default_factory=dict)
    origin: dict[int, int] = field(default_factory=dict)

    def spread(self) -> None:
        """Follow edges until no way gains more; free lefts begin with nothing."""
        taken = set(self.partner.values())
        gained = {left: 0.0 for left, _ in self.weights if left not in taken}
        changed = True
        while changed:
            changed = False
            for (left, right), weight in self.weights.items():
                if left not in gained or self.partner.get(right) == left:
                    continue
                gain = gained[left] + weight
                if gain > self.reached.get(right, 0.0) + LEAST_GAIN:
                    self.reached[right], self.origin[right] = gain, left
                    changed = True
                    if right in self.partner:
                        other = self.partner[right]
                        gained[other] = gain - self.weights[other, right]

    def best_exchange(self) -> list[Pair]:
        """The new pairs along the way to the free right that gains most."""
        free = [right for right in self.reached if right not in self.partner]
        if not free:
            return []
        right = max(free, key=lambda at: (self.reached[at], -at))
        right_of = {left: at for at, left in self.partner.items()}
        pairs = [(self.origin[right], right)]
        while (left := pairs[-1][0]) in right_of:
            right = right_of[left]
            pairs.append((self.origin[right], right))
        return pairs


def best_pairs(weights: Mapping[Pair, float]) -> list[Pair]:
    """The one-to-one pairs with the largest sum of weights, in order.

    Pairs that are not in `weights`, or weigh nothing, are never made. Repeats the
    exchange that gains most while there is one (successive augmenting paths), so the
    result does not depend on the order of the claims beyond exact ties.
    """
    heavy = {pair: weight for pair, weight in weights.items() if weight > LEAST_GAIN}
    partner: dict[int, int] = {}
    while True:
        search = _Search(heavy, partner)
        search.spread()
        exchange = search.best_exchange()
        if not exchange:
            return sorted((left, right) for right, left in partner.items())
        partner |= {right: left for left, right in exchange}
