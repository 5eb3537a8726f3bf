"""The figures of docs/performance.md: Whosees, the stock pipeline of `rasa init` and a bare handler, in one run."""
