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
        ("heard my data will be sold, terrified", "purposes"),
        ("is tracking of families on the Troubled Families programme one of them", "purposes"),
    ],
)
def test_what_is_named_decides_the_topic(understand, text, topic):
    assert understand(text)[0] == topic


# Most questions that name nothing ask for a whole list, so what is said so shortly is taken for that.
_TOO_LITTLE_SAID = pytest.mark.xfail(
    strict=True, reason="taken for a question about the whole list since 27 November 2026"
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("do you look at my file to see if the help was any good", "purposes.service_quality"),
        ("is it so you can plan ahead for how many places you will need", "purposes.service_improvement"),
        (
            "which law stops you locking people up who can't decide for themselves",
            "legal_bases.mental_capacity_act_2005",
        ),
        pytest.param("do you use my data for inspecting quality", "purposes.service_quality", marks=_TOO_LITTLE_SAID),
        ("is it used so that you can check standards are kept up", "purposes.service_quality"),
    ],
)
def test_what_means_a_line_by_none_of_its_names_is_linked_to_it(understand, text, line):
    _, entities = understand(text)
    assert [owner["owner"] for each in entities for owner in each["value"]] == [line]


def test_a_law_that_nobody_knows_is_named_as_one(understand):
    intent, entities = understand("is the Frobnication Act 1999 one of your laws")
    assert intent == "legal_bases"
    assert [(each["text"], each["value"][0]["certainty"]) for each in entities] == [("Frobnication Act", "unknown")]
