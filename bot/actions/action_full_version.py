from rasa_sdk import Tracker

from bot.actions.question import audience_of
from bot.actions.switch import Switch
from knowledge import Audience


class ActionFullVersion(Switch):
    """The last answer in the words written for adults, and from here on every other."""

    topic = "full_version"
    words_of = "adult"
    way_back = "simpler"

    def audience(self, tracker: Tracker) -> Audience:
        return "staff" if audience_of(tracker) == "staff" else "adult"
