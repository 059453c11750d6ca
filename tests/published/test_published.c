/* The figures of networks of which somebody else printed them: values.csv is the list, README.md says where each value can
 * be read and how its definition maps to ours. */
#include <string.h>

#include "metric/figures.h"
#include "read/read.h"

#define VALUES "tests/published/values.csv"
enum { COLUMNS = 7, NETWORKS_AT_LEAST = 8 };

struct expected {
    const char *file, *metric, *id; /* id "" = a figure of the whole */
    double value, tolerance;        /* value NAN = undefined */
    const char *basis, *source;
};

/* "8/33", "0.25", or "-" for undefined. */
static double parse_value(const char *text)
{
    char *end;
    double value = strtod(text, &end);
    if (*end == '/')
        value /= strtod(end + 1, &end);
    return *end ? NAN : value;
}

static struct expected parse_line(char *line)
{
    char *cells[COLUMNS];
    int count = 0;
    for (char *cell; (cell = strsep(&line, ","));) {
        ck_assert_msg(count < COLUMNS, VALUES ": too many cells, the last is \"%s\"", cell);
        cells[count++] = cell;
    }
    ck_assert_msg(count == COLUMNS, VALUES ": %d cells after \"%s\"", count, cells[0]);
    struct expected e = {.file = cells[0], .metric = cells[1], .id = cells[2], .basis = cells[5], .source = cells[6]};
    e.value = parse_value(cells[3]);
    e.tolerance = parse_value(cells[4]);
    ck_assert_msg(!isnan(e.value) || strcmp(cells[3], "-") == 0, VALUES ": value \"%s\"", cells[3]);
    ck_assert_msg(e.tolerance >= 0 && e.tolerance < 0.01, VALUES ": tolerance \"%s\"", cells[4]);
    ck_assert_msg(strcmp(e.basis, "published") == 0 || strcmp(e.basis, "worked") == 0, VALUES ": \"%s\"", e.basis);
    ck_assert_msg(*e.source, VALUES ": %s of %s has no source", e.metric, e.file);
    return e;
}

static void open_file(struct eco_test_network *network, const char *file)
{
    char path[256];
    snprintf(path, sizeof path, "tests/data/%s.json", file);
    struct eco_problems problems = {0};
    int code = eco_read_file(eco_test_source(path), NULL, &network->eco, &problems);
    ck_assert_msg(code == ECO_OK && problems.count == 0, "%s: %s", path, problems.count ? problems.items[0].text : "");
    eco_problems_finish(&problems);
    eco_test_state(&network->state, network->eco);
    struct eco_analysis_options options = {.level = ECO_LEVEL_ENTITY, .focal = -1, .seed = 1};
    network->analysis = eco_analysis_create(network->eco, &network->state, &options);
}

static void check_value(struct eco_test_network *network, const struct expected *e)
{
    enum eco_scope scope = *e->id ? ECO_SCOPE_ENTITY : ECO_SCOPE_ECOSYSTEM;
    const struct eco_metric *metric = eco_metric_find(e->metric, scope);
    ck_assert_msg(metric != NULL, VALUES ": no metric \"%s\"", e->metric);
    const struct eco_figure *figures = eco_test_figures(network, metric);
    int entity = *e->id ? eco_ecosystem_find_entity(network->eco, e->id) : 0;
    ck_assert_msg(entity >= 0, "%s: no entity \"%s\"", e->file, e->id);
    struct eco_figure figure = figures[*e->id ? eco_analysis_view(network->analysis)->node_of_entity[entity] : 0];
    eco_test_sound(metric, figure);
    ck_assert_msg((figure.undefined != NULL) == isnan(e->value), "%s: %s of \"%s\" is %s", e->file, e->metric, e->id,
                  figure.undefined ? figure.undefined : "defined");
    /* A figure that was rounded may lie half a digit off, and that half is itself rounded. */
    ck_assert_msg(isnan(e->value) || fabs(figure.value - e->value) <= e->tolerance + 1e-15,
                  "%s: %s of \"%s\" is %.17g, not %.17g (%s: %s)", e->file, e->metric, e->id, figure.value, e->value,
                  e->basis, e->source);
}

START_TEST(every_value)
{
    char *text = eco_test_read(eco_test_source(VALUES)), *rest = text;
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(strsep(&rest, "\n"), "file,metric,id,value,tolerance,basis,source");
    struct eco_test_network network = {0};
    const char *file = "";
    int networks = 0;
    for (char *line; (line = strsep(&rest, "\n")) && *line;) {
        struct expected e = parse_line(line);
        if (strcmp(e.file, file) != 0) {
            if (*file)
                eco_test_close(&network);
            open_file(&network, e.file);
            file = e.file;
            networks++;
        }
        check_value(&network, &e);
    }
    ck_assert_int_ge(networks, NETWORKS_AT_LEAST);
    ck_assert_msg(rest == NULL, VALUES ": an empty line ends the list early");
    eco_test_close(&network);
    free(text);
}
END_TEST

/* Each network has its values and its section in README.md. */
START_TEST(every_file)
{
    char *values = eco_test_read(eco_test_source(VALUES));
    char *about = eco_test_read(eco_test_source("tests/published/README.md"));
    DIR *dir = opendir(eco_test_source("tests/data"));
    ck_assert(values && about && dir);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(dir));) {
        const char *suffix = strstr(entry->d_name, ".json");
        if (!suffix)
            continue;
        char name[300];
        int length = (int)(suffix - entry->d_name);
        snprintf(name, sizeof name, "\n%.*s,", length, entry->d_name);
        ck_assert_msg(strstr(values, name) != NULL, VALUES ": nothing on %s", entry->d_name);
        snprintf(name, sizeof name, "`%.*s.json`", length, entry->d_name);
        ck_assert_msg(strstr(about, name) != NULL, "tests/published/README.md: nothing on %s", entry->d_name);
        count++;
    }
    ck_assert_int_ge(count, NETWORKS_AT_LEAST);
    closedir(dir);
    free(values);
    free(about);
}
END_TEST

ECO_TEST_PROGRAM("published", every_value, every_file)
