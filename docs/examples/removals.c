/* Removes every group but the focal one in turn and prints what that costs: id, share of the value lost, groups that
 * fall. Build: cc removals.c $(pkg-config --cflags --libs ecograph) */
#include <ecograph/ecograph.h>
#include <stdio.h>
#include <stdlib.h>

static void complain(const struct eco_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        fprintf(stderr, "%s\n", problems->items[i].text);
}

static int fallen(const struct eco_outcome *outcome)
{
    const struct eco_cascade *cascade = eco_outcome_cascade(outcome);
    int count = 0;
    for (int i = 0; i < cascade->n; i++)
        count += cascade->round[i] > 0;
    return count;
}

static int remove_one(struct eco_study *study, int entity, struct eco_problems *problems)
{
    struct eco_scenario scenario;
    struct eco_whatif *whatif = NULL;
    eco_scenario_init(&scenario);
    eco_scenario_add_step(&scenario, ECO_STEP_REMOVE)->entities.id =
        (struct eco_words){&study->eco->entities[entity].id, 1};
    int code = eco_whatif_run(study->eco, &study->state, &study->analysis->options, &scenario, &whatif, problems);
    if (code == ECO_OK)
        printf("%s\t%.6f\t%d\n", study->eco->entities[entity].id, whatif->outcomes[0].value_lost.value,
               fallen(&whatif->outcomes[0]));
    eco_whatif_destroy(whatif);
    eco_scenario_finish(&scenario);
    return code;
}

int main(int argc, char **argv)
{
    struct eco_problems problems = {0};
    struct eco_ecosystem *eco = NULL;
    struct eco_study *study = NULL;
    struct eco_request request = ECO_REQUEST_DEFAULTS;
    int code = argc == 2 ? eco_read_file(argv[1], NULL, &eco, &problems) : ECO_EUSAGE;
    if (code == ECO_OK)
        code = eco_study_open(eco, &request, &study, &problems);
    for (int e = 0; code == ECO_OK && e < (int)eco->entities_count; e++)
        if (eco->entities[e].root == e && e != eco->focal)
            code = remove_one(study, e, &problems);
    complain(&problems);
    eco_study_close(study);
    eco_ecosystem_destroy(eco);
    eco_problems_finish(&problems);
    return code;
}
