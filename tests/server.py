"""A running Whosees for tests; the evaluation speaks to it in the same way."""

from evaluation.server import Chat, Client, serving

__all__ = ["Chat", "Client", "serving"]
