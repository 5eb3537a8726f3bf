"""Every action answers from the real knowledge."""

import pytest


@pytest.fixture(autouse=True)
def built(content):
    """The notice stands in the database."""
