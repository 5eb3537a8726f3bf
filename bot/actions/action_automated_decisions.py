from bot.actions.section_action import SectionAction


class ActionAutomatedDecisions(SectionAction):
    """Whether a computer decides."""

    topic = "automated_decisions"
