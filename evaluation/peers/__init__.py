"""Other ways to tell what a message asks, one a file, trained on the same examples and asked the same questions.

Each file has a class `Peer` with `train(examples)`, and `understand(text)` giving an intent; where it works in another
process, `process` is its id. Each runs in a process of its own, so that time and memory are its own.
"""

# By the name of its file, in the order of the table.
PEERS = {
    "whosees": "Whosees",
    "nearest_neighbour": "Nearest neighbour on MiniLM sentence vectors",
    "tfidf": "TF-IDF and logistic regression (scikit-learn)",
    "nlpjs": "nlp.js",
    "stock_rasa": "Rasa as `rasa init` sets it up (DIET)",
}


class Unavailable(Exception):
    """The peer can't run on this machine; the message says why."""
