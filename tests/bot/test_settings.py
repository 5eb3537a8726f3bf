"""What a council sets for its own installation."""

import re

import pytest
from pydantic import ValidationError

from bot.settings import HOME, Settings

DOCUMENTED = dict(
    re.findall(r"^\| `WHOSEES_(\w+)` \| (.*?) \|", (HOME / "docs" / "settings.md").read_text(encoding="utf-8"), re.M)
)


def test_every_setting_is_documented_and_every_documented_setting_exists():
    # Read before settings are, for it decides what is imported.
    assert set(DOCUMENTED) - {"TENSORFLOW"} == {name.upper() for name in Settings.__fields__}


@pytest.mark.parametrize("name", sorted(set(DOCUMENTED) - {"TENSORFLOW", "DATABASE_URL", "ACTION_SERVER"}))
def test_the_documented_default_is_the_real_one(name, monkeypatch):
    for each in DOCUMENTED:
        monkeypatch.delenv(f"WHOSEES_{each}", raising=False)
    real = getattr(Settings(), name.lower())
    shown = DOCUMENTED[name].strip("`").rstrip("/")
    assert shown in (str(real), str(real).lower(), str(real).removeprefix(f"{HOME}/"))


def test_a_setting_is_read_from_the_environment(monkeypatch):
    monkeypatch.setenv("WHOSEES_PORT", "6001")
    monkeypatch.setenv("WHOSEES_TRUST_FORWARDED_FOR", "true")
    assert (Settings().port, Settings().trust_forwarded_for) == (6001, True)


def test_a_setting_that_is_no_number_is_refused_by_name(monkeypatch):
    monkeypatch.setenv("WHOSEES_PORT", "five thousand")
    with pytest.raises(ValidationError, match="port"):
        Settings()
