from bot.actions.section_action import SectionAction


class ActionChildNotice(SectionAction):
    """The notice made for children."""

    topic = "child_notice"
