from rasa_sdk import Tracker

from bot.actions.switch import Switch
from knowledge import Audience


class ActionSimpler(Switch):
    """The last answer in the words written for children, and from here on every other."""

    topic = "simpler"
    words_of = "child"
    way_back = "full_version"

    def audience(self, tracker: Tracker) -> Audience:
        return "child"
