#include "graph/bridge.h"
#include "metric/figures.h"

START_TEST(degenerate)
{
    ECO_EXPECT_NONE(hub);
    ECO_EXPECT_NONE(authority);
    ECO_EXPECT(ECO_TEST_SINGLE, hub, NAN);
    ECO_EXPECT(ECO_TEST_SINGLE, authority, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, hub, NAN, NAN, NAN);
    ECO_EXPECT(ECO_TEST_NO_TIES, authority, NAN, NAN, NAN);
}
END_TEST

START_TEST(shapes)
{
    ECO_EXPECT(ECO_TEST_STAR, hub, 1, 0, 0, 0, 0);
    ECO_EXPECT(ECO_TEST_STAR, authority, 0, 0.5, 0.25, 0.25, 1);
    ECO_EXPECT(ECO_TEST_CHAIN, hub, 0, 0, 1, 0);
    ECO_EXPECT(ECO_TEST_CHAIN, authority, 0, 0, 0, 1);
    ECO_EXPECT(ECO_TEST_MESH, hub, 1, 1, 1, 1);
    ECO_EXPECT(ECO_TEST_ISLANDS, authority, 0, 0, 0, 0, 1);
    /* W W' = [[5, 2], [2, 1]]: eigenvalue 3 + 2 sqrt(2), vector (1 + sqrt(2), 1). */
    ECO_EXPECT("a>c:1, a>d:2, b>d:1", hub, 1, 0, 0, sqrt(2) - 1);
}
END_TEST

/* One connected network, but its givers and receivers fall into two equal halves. */
START_TEST(two_that_tie_for_the_lead)
{
    ECO_EXPECT("a>b, b>c", hub, NAN, NAN, NAN);
    ECO_EXPECT("a>b, b>c", authority, NAN, NAN, NAN);
    ECO_EXPECT("a<>b:2", hub, NAN, NAN);
    ECO_EXPECT("a>b, b>c:1.001", hub, 0, 1, 0);
}
END_TEST

/* igraph's own scores, where they mean something. */
START_TEST(as_igraph)
{
    struct eco_test_network network;
    eco_test_open(&network, "a>b:3, a>c:1, b>c:2, c>a:0.5, d>c:4, d>a:1, b>d:1", ECO_LEVEL_ENTITY);
    const struct eco_figure *hubs = eco_test_figures(&network, &eco_metric_hub);
    const struct eco_figure *authorities = eco_test_figures(&network, &eco_metric_authority);
    struct eco_igraph *igraph = eco_view_igraph(eco_analysis_view(network.analysis), NULL);
    igraph_vector_t hub, authority;
    igraph_vector_init(&hub, 0);
    igraph_vector_init(&authority, 0);
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
#if IGRAPH_VERSION_MAJOR >= 1
    igraph_hub_and_authority_scores(&igraph->directed, &hub, &authority, NULL, &igraph->weight, &options);
#else
    igraph_hub_and_authority_scores(&igraph->directed, &hub, &authority, NULL, true, &igraph->weight, &options);
#endif
    for (int i = 0; i < 4; i++) {
        ck_assert_double_eq_tol(hubs[i].value, VECTOR(hub)[i], 1e-9);
        ck_assert_double_eq_tol(authorities[i].value, VECTOR(authority)[i], 1e-9);
    }
    igraph_vector_destroy(&hub);
    igraph_vector_destroy(&authority);
    eco_test_close(&network);
}
END_TEST

ECO_TEST_PROGRAM("hub", degenerate, shapes, two_that_tie_for_the_lead, as_igraph)
