/* The registry's rows by name, for metrics that build on others. */
#ifndef ECO_METRIC_ROWS_H
#define ECO_METRIC_ROWS_H

#include "metric.h"

#ifdef __cplusplus
extern "C" {
#endif

#define METRIC(folder, file, symbol) extern const struct eco_metric eco_metric_##symbol;
#include "metrics.def"
#undef METRIC

#ifdef __cplusplus
}
#endif
#endif
