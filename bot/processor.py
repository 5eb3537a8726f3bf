"""How a message becomes answers: Rasa's own processor, with actions in its process and every answer accounted for."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, Event, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY
from rasa_sdk.executor import ActionExecutor

from bot.conversations import Conversations
from bot.reading import AUDIENCE, Reader
from bot.settings import settings

logger = logging.getLogger(__name__)

_FORGET = "delete_chat"
_FAILED = "utter_failed"


class Messages(OutputChannel):
    """Keeps the messages of one exchange, each whole: text, buttons and what it is made of."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "chat"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        kept = {key: message[key] for key in ("text", "buttons", "custom") if message.get(key)}
        self.messages.append({"recipient_id": recipient_id, **kept})


class WordedAction(RemoteAction):
    """A custom action whose answers are worded by the responder. What filled the placeholders is not kept."""

    @staticmethod
    async def _utter_responses(
        responses: list[dict[str, Any]],
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
    ) -> list[BotUttered]:
        uttered = []
        for response in responses:
            worded = await nlg.generate(response.pop("response"), tracker, output_channel.name(), **response)
            data = {"buttons": response.get("buttons") or None, "custom": response.get("custom") or None}
            uttered.append(BotUttered(worded["text"], data))
        return uttered


class InProcessAction(WordedAction):
    """A custom action of rasa_sdk, called instead of sent for: same call, same answer, no server between."""

    def __init__(self, name: str, executor: ActionExecutor) -> None:
        super().__init__(name, action_endpoint=None)
        self._executor = executor

    async def run(
        self,
        output_channel: OutputChannel,
        nlg: NaturalLanguageGenerator,
        tracker: DialogueStateTracker,
        domain: Domain,
    ) -> list[Event]:
        # The actions read slots and the latest message, never the history, so it need not be written out for them.
        state = tracker.current_state(EventVerbosity.NONE)
        called = await self._executor.run(
            {"next_action": self.name(), "sender_id": tracker.sender_id, "tracker": state}
        )
        utterances = await self._utter_responses(called["responses"], output_channel, nlg, tracker)
        return [*utterances, *(_slot_set_or_other(event) for event in called["events"])]


class Processor(MessageProcessor):
    """Answers the questions of one message in turn, and keeps all of the exchange or none of it."""

    _executor: ActionExecutor | None
    _reader: Reader

    @classmethod
    def adopt(cls, processor: MessageProcessor, conversations: Conversations) -> Processor:
        """A processor with the model that another has loaded; loading twice would cost seconds and memory."""
        adopted = cls.__new__(cls)
        adopted.__dict__.update(processor.__dict__)
        adopted.tracker_store = conversations
        adopted._executor = None if processor.action_endpoint else _executor()
        adopted._reader = Reader(adopted._understand)
        return adopted

    @property
    def conversations(self) -> Conversations:
        return self.tracker_store

    async def begin(self, conversation_id: str, audience: str) -> list[dict[str, Any]]:
        """Open a conversation; gives the greeting."""
        output = Messages()
        tracker = self.conversations.init_tracker(conversation_id)
        tracker.model_id = self.model_metadata.model_id
        tracker.assistant_id = self.model_metadata.assistant_id
        await self._update_tracker_session(tracker, output, {"audience": audience})
        await self.conversations.save(tracker)
        return output.messages

    async def answer(self, tracker: DialogueStateTracker, text: str, audience: str | None) -> list[dict[str, Any]]:
        """Answer each question of a message in turn; from here on in the words of `audience`, if one is given.

        Each message has with it in whose words the conversation goes on, for that may be asked for in words.
        """
        output = Messages()
        self._go_on_in_words_of(audience, tracker)
        for understood in await self._reader.read(text):
            await asyncio.sleep(0)
            if tracker.get_slot(AUDIENCE) != "staff":
                self._go_on_in_words_of(understood.pop(AUDIENCE, None), tracker)
            answered = len(output.messages)
            message = UserMessage(
                understood["text"], output, tracker.sender_id, input_channel="chat", parse_data=understood
            )
            await self._handle_message_with_tracker(message, tracker)
            await self._run_prediction_loop(output, tracker)
            if len(output.messages) == answered:
                await self._say_that_it_failed(output, tracker)
        if tracker.latest_message.parse_data[INTENT][INTENT_NAME_KEY] == _FORGET:
            await self.conversations.forget(tracker)
        else:
            await self.conversations.keep_last(tracker, settings().session_turns)
        return [{**message, AUDIENCE: tracker.get_slot(AUDIENCE)} for message in output.messages]

    def _go_on_in_words_of(self, audience: str | None, tracker: DialogueStateTracker) -> None:
        if audience and audience != tracker.get_slot(AUDIENCE):
            tracker.update(SlotSet(AUDIENCE, audience), self.domain)

    async def _understand(self, text: str) -> dict[str, Any]:
        # Between the parts of a long message others get their turn.
        await asyncio.sleep(0)
        return await self.parse_message(UserMessage(text, input_channel="chat"))

    async def _say_that_it_failed(self, output: Messages, tracker: DialogueStateTracker) -> None:
        logger.error("Nothing answered a message understood as %s.", tracker.latest_message.intent.get(INTENT_NAME_KEY))
        words = await self.nlg.generate(_FAILED, tracker, output.name())
        await self.execute_side_effects([BotUttered(words["text"])], tracker, output)

    async def _run_action(self, action: Action, *arguments: Any, **options: Any) -> bool:
        if type(action) is RemoteAction:
            name = action.name()
            action = (
                InProcessAction(name, self._executor) if self._executor else WordedAction(name, self.action_endpoint)
            )
        return await super()._run_action(action, *arguments, **options)


def _executor() -> ActionExecutor:
    executor = ActionExecutor()
    executor.register_package("bot.actions")
    return executor


def _slot_set_or_other(event: dict[str, Any]) -> Event:
    return SlotSet(event["name"], event["value"]) if event["event"] == "slot" else Event.from_parameters(event)
