from bot.actions.section_action import SectionAction


class ActionTroubledFamilies(SectionAction):
    """The separate notice of the Troubled Families programme."""

    topic = "troubled_families"
