"""The names of the domain's slots."""

AUDIENCE = "audience"
LAST_QUESTION = "last_question"
OFFER = "offer"
SESSION_STARTED_METADATA = "session_started_metadata"
