#include "report/lenses.h"

#include <stdlib.h>

void eco_lenses_add(struct eco_study *study, struct eco_doc *doc)
{
    char *sentences[] = {eco_vrio_sentence(study), eco_pestel_sentence(study)};
    if (sentences[0] || sentences[1])
        eco_doc_heading(doc, 2, "Two lenses");
    for (int k = 0; k < 2; k++) {
        if (sentences[k])
            eco_doc_text(doc, "%s", sentences[k]);
        free(sentences[k]);
    }
}
