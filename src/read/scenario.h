/* From bytes to a scenario: the format ecograph-scenario/1. */
#ifndef ECO_READ_SCENARIO_H
#define ECO_READ_SCENARIO_H

#include "../base/error.h"
#include "../model/scenario.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Loads the scenario at `path` ("-" = standard input) for the ecosystem that it is about, which must outlive it: every id
 * and word is checked, and `ret_scenario->eco` is that ecosystem with what the steps bring. `figures` are the figures of
 * the whole that may be expected; NULL allows any name. 0, ECO_EINPUT, ECO_EIO or ECO_ELIMIT; on failure nothing is
 * returned and `problems` holds every error found, with its place. `problems->file` is set. */
int eco_scenario_read_file(const char *path, const struct eco_ecosystem *eco, const struct eco_words *figures,
                           struct eco_scenario *ret_scenario, struct eco_problems *problems);

/* The same for `length` bytes, with a NUL behind them. */
int eco_scenario_read(const char *data, size_t length, const struct eco_ecosystem *eco, const struct eco_words *figures,
                      struct eco_scenario *ret_scenario, struct eco_problems *problems);

#ifdef __cplusplus
}
#endif
#endif
