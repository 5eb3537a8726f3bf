"""A running Whosees for tests; the evaluation speaks to it in the same way."""

from evaluation.server import HOME, Chat, Client, serving

__all__ = ["HOME", "Chat", "Client", "serving"]
