"""How a message is understood: components of the Rasa pipeline in config.yml, one a file."""
