"""The whole of a list is given only where it is surely asked for."""

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message

from bot.entities import naming
from bot.nlu.whole_list import WholeList

BOSS = {"section": "recipients", "certainty": "not_listed", "owner": "not_listed.employer"}
POLICE = {"section": "recipients", "certainty": "named", "owner": "recipients.police"}


@pytest.fixture
def asked(tmp_path):
    """The intent of a message once the component has seen it."""
    component = WholeList.create(
        {"sure": 0.6}, LocalModelStorage(tmp_path), Resource("whole_list"), ExecutionContext({})
    )

    def intent(topic, confidence, *values):
        ranking = [{"name": topic, "confidence": confidence}]
        named = [naming("my boss", 0, 7, list(value), "test") for value in values]
        message = Message({"text": "…", "intent": ranking[0], "intent_ranking": ranking, "entities": named})
        return component.process([message])[0].get("intent")["name"]

    return intent


def test_a_list_that_is_hardly_asked_for_is_asked_back_on(asked):
    assert asked("recipients", 0.3) == "nlu_fallback"
    assert asked("recipients", 0.7) == "recipients"
    assert asked("retention", 0.3) == "retention"


def test_what_is_named_is_answered_however_it_is_asked(asked):
    assert asked("recipients", 0.3, [BOSS]) == "recipients"
    # Why the police get it has an answer of its own, why the boss does has none.
    assert asked("purposes", 0.3, [POLICE]) == "purposes"
    assert asked("purposes", 0.3, [BOSS]) == "nlu_fallback"
    # What nobody knows may be a recipient, but no law.
    assert asked("recipients", 0.3, []) == "recipients"
    assert asked("legal_bases", 0.3, []) == "nlu_fallback"
