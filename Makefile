# The commands of the project. `make run` and `make test` do all they need on a fresh machine.
.PHONY: run test train check install lint bench evaluate clean

run: install
	@.venv/bin/whosees serve

test: install
	@scripts/test

train: install
	@.venv/bin/whosees train

check: install
	@.venv/bin/whosees check

lint: install
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

bench: install
	@.venv/bin/python -m bench

evaluate: install
	@.venv/bin/python -m evaluation --part all --benchmark --leave-one-out

install:
	@scripts/install

clean:
	rm -rf .venv .cache .rasa models var results
