/* The public face of libecograph: load an ecosystem, measure it, ask what happens when a partner leaves.
 *
 * The program `ecograph` is one client of this library. Conventions: a fallible function returns 0 or an `eco_code` and
 * writes its `ret_` parameters only on success; what went wrong stands in a `struct eco_problems`; the library prints
 * nothing, calls no setlocale and keeps no state between calls but igraph's error handlers. It is for one thread at a
 * time, because igraph is. Pairs of init/finish and create/destroy accept what was zeroed or NULL.
 *
 *     read/       bytes to an ecosystem, scenario files
 *     model/      what a file states; a state beside it says what counts
 *     graph/      entity and group view as flat arrays
 *     metric/     the registry of figures and the analysis that computes each once
 *     scenario/   cascades, what-if, sweeps
 *     report/     whole answers
 *     write/      an answer as text, JSON or CSV; an ecosystem as a file
 */
#ifndef ECOGRAPH_ECOGRAPH_H
#define ECOGRAPH_ECOGRAPH_H

#include "base/error.h"
#include "base/memory.h"
#include "base/str.h"
#include "doc/doc.h"
#include "graph/view.h"
#include "metric/analysis.h"
#include "metric/metric.h"
#include "metric/rows.h"
#include "model/ecosystem.h"
#include "model/scenario.h"
#include "model/state.h"
#include "read/read.h"
#include "report/report.h"
#include "report/whatif.h"
#include "scenario/cascade.h"
#include "scenario/whatif.h"
#include "write/write.h"

#endif
