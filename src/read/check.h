/* Rules across the entries of an ecosystem, whatever format it came in. */
#ifndef ECO_READ_CHECK_H
#define ECO_READ_CHECK_H

#include "../model/ecosystem.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Two relations with the same ends, kind and set of resources, and years that overlap. */
struct eco_clash {
    int relation, other; /* relation > other */
};

/* All relations that repeat an earlier one, ascending; those of kind -1 are left out. Free `*ret_clashes`. */
size_t eco_check_repeats(const struct eco_ecosystem *eco, struct eco_clash **ret_clashes);

/* The first entity on each cycle of part_of; free `*ret_firsts`. */
size_t eco_check_cycles(const struct eco_ecosystem *eco, int **ret_firsts);
/* `"a" -> "b" -> "a"`: a cycle gone round once, in few words where it is long; free it. */
char *eco_check_cycle_text(const struct eco_ecosystem *eco, int first);

#ifdef __cplusplus
}
#endif
#endif
