# Redraws the answer and the map of every scenario: make -f docs/examples/scenarios.mk [out/huami-leaves.svg ...]
# A map shows the ecosystem as the scenario leaves it.
ecograph ?= ecograph
out ?= out
scenarios := $(wildcard data/scenarios/*.json)

all: $(scenarios:data/scenarios/%.json=$(out)/%.svg) $(scenarios:data/scenarios/%.json=$(out)/%.txt)

$(out)/%.txt: data/scenarios/%.json data/xiaomi.json | $(out)
	$(ecograph) whatif data/xiaomi.json --scenario $< -o $@

$(out)/%.after.json: data/scenarios/%.json data/xiaomi.json | $(out)
	$(ecograph) whatif data/xiaomi.json --scenario $< --write $@ -o /dev/null

$(out)/%.svg: $(out)/%.after.json
	$(ecograph) map $< -o $@

$(out):
	mkdir -p $@

.PHONY: all
.PRECIOUS: $(out)/%.after.json
