"""What the pipeline finds in a message beside its intent, by the names that domain.yml has for it."""

# What is named: a stretch of the message with what it may stand for, as {section, certainty, owner}.
NAME = "name"
# The ISO 639-1 code of the language that the message is in, where it is another than English.
LANGUAGE = "language"
