#include "report/sweep_inner.h"

void eco_sweep_describe(const struct eco_sweep_answer *answer)
{
    eco_doc_heading(answer->doc, 1, "Sweep");
}
