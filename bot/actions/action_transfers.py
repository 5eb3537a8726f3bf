from bot.actions.section_action import SectionAction


class ActionTransfers(SectionAction):
    """Whether data leaves the EEA."""

    topic = "transfers"
