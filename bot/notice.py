"""The knowledge that this process answers from."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sqlalchemy.engine import make_url

import knowledge
from bot.settings import settings


def build() -> knowledge.Content:
    """Check the notice's folder and put it into the database, unless it is there already; gives the content."""
    content = knowledge.load_content(settings().notice)
    url = make_url(settings().database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    knowledge.build(content, settings().database_url)
    return content


@lru_cache(maxsize=1)
def knowledge_base() -> knowledge.KnowledgeBase:
    """The knowledge of the notice as its files stand now; NotBuiltError where the database holds another state."""
    return knowledge.open_knowledge_base(settings().database_url, knowledge.fingerprint(settings().notice))
