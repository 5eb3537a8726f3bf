from bot.actions.section_action import SectionAction


class ActionScope(SectionAction):
    """What the notice covers."""

    topic = "scope"
