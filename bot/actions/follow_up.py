"""What follow-ups have in common: they ask the last question again, in another way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.answer import ask, remember, say_more, say_talk
from bot.actions.question import Question, audience_of
from knowledge import Audience


class FollowUp(Action, ABC):
    """Turns the last question into the one that is meant now, and asks it."""

    @property
    @abstractmethod
    def topic(self) -> str:
        """The intent for which the action is named."""

    def name(self) -> str:
        return f"action_{self.topic}"

    @abstractmethod
    def meant(self, last: Question | None) -> Question | None:
        """The question that is meant; None where there is nothing to follow up."""

    def asks_for_more(self, last: Question) -> bool:
        """Whether what the last answer left for later is to be said, if it left anything."""
        return False

    def audience(self, tracker: Tracker) -> Audience:
        return audience_of(tracker)

    def nothing_to_follow(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[EventType]:
        """Say what there is to say where nothing is meant."""
        say_nothing_yet(dispatcher, audience_of(tracker))
        return []

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        last = Question.last(tracker)
        if (
            last
            and not last.in_full
            and self.asks_for_more(last)
            and say_more(dispatcher, last, self.audience(tracker))
        ):
            return remember(replace(last, in_full=True))
        question = self.meant(last)
        if question is None:
            return self.nothing_to_follow(dispatcher, tracker)
        ask(dispatcher, question, self.audience(tracker))
        return remember(question)


def say_nothing_yet(dispatcher: CollectingDispatcher, audience: Audience) -> None:
    """That there is no answer yet to follow up."""
    say_talk(dispatcher, "utter_nothing_yet", audience)
