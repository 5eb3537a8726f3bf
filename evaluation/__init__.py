"""How well Whosees answers: questions written apart from the training data, put to the running bot and scored."""
