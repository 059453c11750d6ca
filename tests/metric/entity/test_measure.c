#include "metric/entity/measure.h"

#include "metric/figures.h"

static igraph_error_t halves(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    igraph_integer_t n = igraph_vcount(&igraph->directed);
    IGRAPH_CHECK(igraph_vector_resize(ret_values, n));
    for (igraph_integer_t i = 0; i < n; i++)
        VECTOR(*ret_values)[i] = i == 1 ? IGRAPH_NAN : (double)i / 2;
    return IGRAPH_SUCCESS;
}

static igraph_error_t fail_each(const struct eco_igraph *igraph, igraph_vector_t *ret_values)
{
    return igraph_strength(&igraph->directed, ret_values, igraph_vss_1(99), IGRAPH_ALL, IGRAPH_LOOPS, NULL);
}

static igraph_error_t count_nodes(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    *ret_value = (double)igraph_vcount(&igraph->directed);
    return IGRAPH_SUCCESS;
}

static igraph_error_t no_number(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    (void)igraph;
    *ret_value = IGRAPH_NAN;
    return IGRAPH_SUCCESS;
}

static igraph_error_t fail_one(const struct eco_igraph *igraph, igraph_real_t *ret_value)
{
    (void)igraph;
    (void)ret_value;
    IGRAPH_ERROR("it cannot be done", IGRAPH_EINVAL);
}

START_TEST(each)
{
    struct eco_test_network network;
    eco_test_open(&network, "a>b, c", ECO_LEVEL_ENTITY);
    struct eco_figure figures[3];
    ck_assert_int_eq(eco_measure_each(network.analysis, halves, "no number", figures), ECO_OK);
    ck_assert_double_eq(figures[0].value, 0);
    ck_assert_str_eq(figures[1].undefined, "no number");
    ck_assert_double_eq(figures[1].value, 0);
    ck_assert_ptr_null(figures[2].undefined);
    ck_assert_double_eq(figures[2].value, 1);
    ck_assert_int_eq(eco_measure_none(network.analysis, "never", figures), ECO_OK);
    ck_assert_str_eq(figures[2].undefined, "never");
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
    eco_test_close(&network);
}
END_TEST

START_TEST(one)
{
    struct eco_test_network network;
    eco_test_open(&network, "a>b, c", ECO_LEVEL_ENTITY);
    struct eco_figure figure = ECO_UNDEFINED("unset");
    ck_assert_int_eq(eco_measure_one(network.analysis, count_nodes, "no number", &figure), ECO_OK);
    ck_assert_ptr_null(figure.undefined);
    ck_assert_double_eq(figure.value, 3);
    ck_assert_int_eq(eco_measure_one(network.analysis, no_number, "no number", &figure), ECO_OK);
    ck_assert_str_eq(figure.undefined, "no number");
    eco_test_close(&network);
}
END_TEST

START_TEST(failures)
{
    struct eco_test_network network;
    eco_test_open(&network, "a>b, c", ECO_LEVEL_ENTITY);
    struct eco_figure figures[3] = {ECO_DEFINED(7)};
    ck_assert_int_eq(eco_measure_each(network.analysis, fail_each, "", figures), ECO_ELIMIT);
    ck_assert_int_eq(eco_measure_one(network.analysis, fail_one, "", figures), ECO_ELIMIT);
    ck_assert_double_eq(figures[0].value, 7);
    ck_assert_uint_eq(network.analysis->problems.errors, 2);
    ck_assert_str_eq(network.analysis->problems.items[1].text, "igraph: it cannot be done");
    ck_assert(IGRAPH_FINALLY_STACK_EMPTY);
    eco_test_close(&network);
}
END_TEST

ECO_TEST_PROGRAM("measure", each, one, failures)
