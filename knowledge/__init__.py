"""The notice as data: read from files, checked, stored, and asked.

This package knows nothing of Rasa, of chat or of the web. Its public surface is what is named here.
"""

from knowledge._content import Content, fingerprint, load_content
from knowledge._knowledge_base import KnowledgeBase
from knowledge._model import (
    AUDIENCES,
    GLOSSARY,
    LISTS,
    SECTIONS,
    Audience,
    Certainty,
    Contact,
    Explained,
    Fact,
    Finding,
    Group,
    Line,
    Mention,
    Name,
    Notice,
    Outcome,
    Section,
    Source,
    Statement,
    Wordings,
)
from knowledge._store import build, open_knowledge_base
from knowledge.errors import (
    ContentError,
    KnowledgeError,
    NotBuiltError,
    UnknownIdError,
)

__all__ = [
    "AUDIENCES",
    "GLOSSARY",
    "LISTS",
    "SECTIONS",
    "Audience",
    "Certainty",
    "Contact",
    "Content",
    "ContentError",
    "Explained",
    "Fact",
    "Finding",
    "Group",
    "KnowledgeBase",
    "KnowledgeError",
    "Line",
    "Mention",
    "Name",
    "NotBuiltError",
    "Notice",
    "Outcome",
    "Section",
    "Source",
    "Statement",
    "UnknownIdError",
    "Wordings",
    "build",
    "fingerprint",
    "load_content",
    "open_knowledge_base",
]
