"""Where the wording alone does not tell the topic, what is named or nearly named does."""

import pytest


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("will Citizens Advice receive it from you", "recipients"),
        ("Care Act wording?", "legal_bases"),
        ("probation: listed y/n", "recipients"),
        ("and the DPA?", "legal_bases"),
        ("probation recipient line pls", "recipients"),
        ("DPIA", "impact_assessment"),
        ("where do adult social services get their facts from", "data_source"),
        ("is tracking of families on the Troubled Families programme one of them", "purposes"),
    ],
)
def test_what_is_named_decides_the_topic(understand, text, topic):
    assert understand(text)[0] == topic


# Other lines of the notice had more examples written for them than this one.
@pytest.mark.xfail(strict=True, reason="linked until 27 November 2026, not by that day's model")
@pytest.mark.parametrize(
    "text", ["do you use my data for inspecting quality", "is it used so that you can check standards are kept up"]
)
def test_what_means_nearly_a_name_is_linked_to_its_line(understand, text):
    _, entities = understand(text)
    assert [owner["owner"] for each in entities for owner in each["value"]] == ["purposes.service_quality"]


def test_a_law_that_nobody_knows_is_named_as_one(understand):
    intent, entities = understand("is the Frobnication Act 1999 one of your laws")
    assert intent == "legal_bases"
    assert [(each["text"], each["value"][0]["certainty"]) for each in entities] == [("Frobnication Act", "unknown")]
