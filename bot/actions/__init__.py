"""The custom actions, one a file.

They run in the bot's own process, or in a server of their own: rasa run actions --actions bot.actions
"""
