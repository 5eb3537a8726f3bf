"""What the ways into the words for children and out of them have in common."""

from __future__ import annotations

from abc import ABC

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from bot.actions.action_session_start import greet
from bot.actions.answer import ask, remember
from bot.actions.follow_up import FollowUp, say_nothing_yet
from bot.actions.question import Question, audience_of
from bot.actions.slots import AUDIENCE
from knowledge import Audience


class Switch(FollowUp, ABC):
    """The last answer in the words of another audience, and from here on every other.

    Staff stay staff: the next caller is another one. So they are only told the last answer in other words.
    """

    words_of: Audience
    way_back: str

    def meant(self, last: Question | None) -> Question | None:
        return last

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict) -> list[EventType]:
        last, audience = Question.last(tracker), audience_of(tracker)
        stays = audience == "staff"
        switched = [] if stays else [SlotSet(AUDIENCE, self.words_of)]
        if last:
            ask(dispatcher, last, self.audience(tracker), offering=() if stays else (self.way_back,))
            return [*remember(last), *switched]
        if stays:
            say_nothing_yet(dispatcher, audience)
        else:
            greet(dispatcher, self.words_of)
        return switched
