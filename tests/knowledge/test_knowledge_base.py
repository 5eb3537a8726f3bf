"""What the knowledge answers, found and not found."""

import pytest

from knowledge import Mention, UnknownIdError


def quotes(statements) -> list[str]:
    return [statement.quote for statement in statements]


def test_something_named_is_answered_with_its_line_and_no_other(knowledge_base):
    [finding] = knowledge_base.asked_about("recipients", [Mention("the cops", ("recipients.police",), "named")])
    assert (finding.outcome, finding.section) == ("answered", "recipients")
    assert quotes(finding.cited) == ["Police"]
    assert "Prevention and detection of crime" in quotes(finding.related)


def test_something_that_may_fall_under_a_line_is_not_answered_as_listed(knowledge_base):
    [finding] = knowledge_base.asked_about(
        "recipients", [Mention("Home Office", ("recipients.government_agencies",), "may_include")]
    )
    assert finding.outcome == "may_cover"
    assert quotes(finding.cited) == ["Government agencies e.g. DWP"]
    assert finding.named.adult == "Home Office"


def test_something_known_not_to_be_listed_is_named_back(knowledge_base):
    [finding] = knowledge_base.asked_about("recipients", [Mention("my boss", ("not_listed.employer",), "not_listed")])
    assert (finding.outcome, finding.cited) == ("not_listed", ())
    assert finding.named.adult == "your employer"


def test_something_unknown_is_named_back_in_the_persons_own_words(knowledge_base):
    [finding] = knowledge_base.asked_about("recipients", [Mention("Tesco", (), "unknown")])
    assert finding.outcome == "not_listed"
    assert finding.named.child == "Tesco"


def test_who_is_described_is_told_back_within_quotes(knowledge_base):
    described = "the man who sells me my bread"
    [finding] = knowledge_base.asked_about("recipients", [Mention(described, (), "unknown")])
    assert (finding.outcome, finding.named.adult) == ("not_listed", f"‘{described}’")


def test_one_name_for_two_lines_cites_both(knowledge_base):
    owners = ("recipients.education_providers", "recipients.education_providers_all_ages")
    [finding] = knowledge_base.asked_about("recipients", [Mention("school", owners, "named")])
    assert len(set(quotes(finding.cited))) == 2


def test_two_things_named_are_two_findings_in_order(knowledge_base):
    mentions = [Mention("police", ("recipients.police",), "named"), Mention("Tesco", (), "unknown")]
    assert [finding.outcome for finding in knowledge_base.asked_about("recipients", mentions)] == [
        "answered",
        "not_listed",
    ]


def test_the_groups_of_a_list_hold_each_of_its_lines_once(knowledge_base):
    for section in ("recipients", "purposes", "legal_bases"):
        finding = knowledge_base.whole(section)
        assert sum(group.size for group in finding.groups) == len(set(quotes(finding.cited)))


def test_what_we_read_as_related_is_never_cited(knowledge_base):
    police = knowledge_base.statement("recipients.police")
    finding = knowledge_base.read_as_related("purposes", [police])
    assert finding.cited == ()
    assert "Prevention and detection of crime" in quotes(finding.related)
    assert all(statement.section == "purposes" for statement in finding.related)


def test_links_count_both_ways(knowledge_base):
    police = knowledge_base.statement("recipients.police")
    for reason in knowledge_base.read_as_related("purposes", [police]).related:
        assert police in knowledge_base.read_as_related("recipients", [reason]).related


def test_silence_is_told_before_any_fact(knowledge_base):
    for topic in knowledge_base.topics():
        finding = knowledge_base.silence_on(topic)
        assert finding.outcome == "not_covered" and finding.topic == topic
        assert "not" in finding.silence.adult and finding.who_can_tell.adult


def test_every_fact_from_outside_has_a_source_and_a_day(knowledge_base):
    facts = [fact for topic in knowledge_base.topics() for fact in knowledge_base.silence_on(topic).facts]
    assert facts
    for fact in facts:
        assert fact.sources, fact.id
        for source in fact.sources:
            assert source.title and source.checked_on, fact.id


@pytest.mark.parametrize(
    "ask",
    [
        lambda kb: kb.statement("recipients.nobody"),
        lambda kb: kb.silence_on("weather"),
        lambda kb: kb.section("weather"),
    ],
)
def test_asking_for_what_does_not_exist_says_so(knowledge_base, ask):
    with pytest.raises(UnknownIdError):
        ask(knowledge_base)
