#include "report/sweep_inner.h"

enum eco_unit eco_sweep_unit(const struct eco_sweep_figure *figure)
{
    return figure->metric ? figure->metric->unit : ECO_UNIT_NUMBER;
}

void eco_sweep_describe(const struct eco_sweep_answer *answer)
{
    eco_doc_heading(answer->doc, 1, "Sweep");
}
