"""How often somebody may ask: a bucket of tokens for each, which refills with time."""

from __future__ import annotations

import time
from collections import OrderedDict

# So that nobody can fill the memory with made-up keys.
_MOST_KEYS = 10_000


class Limit:
    """So many times a minute for each key; all of them at once, if need be."""

    def __init__(self, per_minute: int) -> None:
        self._size = per_minute
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def seconds_to_wait(self, key: str) -> float:
        """Counts one time for the key and gives 0, or gives how many seconds to wait until one more is allowed."""
        now = time.monotonic()
        left, since = self._buckets.pop(key, (float(self._size), now))
        left = min(self._size, left + (now - since) * self._size / 60)
        allowed = left >= 1
        self._buckets[key] = (left - allowed, now)
        while len(self._buckets) > _MOST_KEYS:
            self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - left) * 60 / self._size
