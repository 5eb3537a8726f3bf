"""What a council sets for its own installation, from the environment: WHOSEES_PORT, WHOSEES_DATABASE_URL and so on."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pydantic import BaseSettings, Field

HOME = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """All settings with their defaults; docs/settings.md explains each."""

    notice: Path = Field(HOME / "knowledge" / "content" / "social_care", description="folder of the notice")
    database_url: str = Field(
        f"sqlite:///{HOME / 'var' / 'knowledge.db'}", description="where the knowledge is kept; any SQLAlchemy URL"
    )
    models: Path = Field(HOME / "models", description="folder of trained models")
    host: str = Field("127.0.0.1", description="address to serve on")
    port: int = Field(5005, description="port to serve on")
    action_server: str | None = Field(
        None, description="URL of a separate action server; by default actions run in the bot's own process"
    )
    session_minutes: int = Field(60, description="minutes without a message after which a conversation is deleted")
    session_turns: int = Field(
        3, description="how many of a conversation's last messages are kept, at least; twice as many at most"
    )
    most_conversations: int = Field(
        5_000, description="conversations kept in memory at most; of more, the longest quiet are deleted"
    )
    messages_per_minute: int = Field(600, description="messages that one conversation may send in a minute")
    sessions_per_minute: int = Field(600, description="conversations that one address may open in a minute")
    messages_at_once: int = Field(100, description="messages that may wait at once, over all conversations")
    origins: str | None = Field(
        None, description="origins whose pages may embed the chat, separated by spaces, like https://www.example.gov.uk"
    )
    leave_to: str = Field(
        "https://www.bbc.co.uk/weather", description="the neutral page to which “Leave this page” goes"
    )
    trust_forwarded_for: bool = Field(
        False, description="take a client's address from X-Forwarded-For (only behind a proxy that sets it)"
    )

    class Config:
        env_prefix = "whosees_"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
