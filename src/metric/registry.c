#include "metric/metric.h"

#include <string.h>

#include "base/str.h"
#include "metric/rows.h"

const struct eco_metric *const eco_metrics[] = {
#define METRIC(folder, file, symbol) &eco_metric_##symbol,
#include "metric/metrics.def"
#undef METRIC
    NULL};

const int eco_metrics_count = sizeof eco_metrics / sizeof *eco_metrics - 1;

const char *const eco_scope_names[ECO_SCOPES] = {"entity", "group", "tie", "consumer", "focal", "ecosystem"};
const char *const eco_cost_names[] = {"linear in ties", "a little more than linear in ties", "a search from every node"};

const struct eco_metric *eco_metric_find(const char *id, enum eco_scope scope)
{
    for (int i = 0; i < eco_metrics_count; i++)
        if (eco_metrics[i]->scope == scope && strcmp(eco_metrics[i]->id, id) == 0)
            return eco_metrics[i];
    return NULL;
}

int eco_metric_number(const struct eco_metric *metric)
{
    for (int i = 0; i < eco_metrics_count; i++)
        if (eco_metrics[i] == metric)
            return i;
    return -1;
}

const char *eco_metric_nearest(const char *id)
{
    const char *ids[sizeof eco_metrics / sizeof *eco_metrics];
    for (int i = 0; i < eco_metrics_count; i++)
        ids[i] = eco_metrics[i]->id;
    int nearest = eco_nearest(id, ids, eco_metrics_count);
    return nearest < 0 ? NULL : ids[nearest];
}

struct eco_value eco_figure_value(struct eco_doc *doc, const struct eco_metric *metric, struct eco_figure figure)
{
    if (figure.undefined)
        return eco_value_null(doc, figure.undefined);
    if (metric->type == ECO_BOOL)
        return eco_value_bool(figure.value != 0);
    if (metric->type == ECO_INT)
        return eco_value_int((long long)figure.value);
    return eco_value_number(figure.value);
}
