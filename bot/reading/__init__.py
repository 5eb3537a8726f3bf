"""Reads a message whole: takes it apart, has its parts understood, and says what is to be answered, in which order."""

from bot.reading.reader import AUDIENCE, Reader
from bot.reading.understood import Understood

__all__ = ["AUDIENCE", "Reader", "Understood"]
