# Thin on purpose: everything is in packaging/setup_env.py, which needs no make (Windows: README.md).
# Arguments go through ARGS:  make run ARGS="compare 'Why is the sky blue?'"   make test ARGS="-k gguf"
PYTHON ?= python3
ARGS ?=

.PHONY: run test check faults bench screenshots translations manual package clean
run test check faults bench screenshots translations manual package clean:
	@$(PYTHON) packaging/setup_env.py $@ -- $(ARGS)
