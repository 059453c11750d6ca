#include "map/svg.h"

#include <ctype.h>

#include "map/map.h"
#include "pictures.h"

static struct eco_str draw(const struct eco_picture *picture, int top)
{
    struct eco_map_options options = {top, ECO_MAP_AUTO};
    struct eco_problems problems = {0};
    struct eco_str svg = {0};
    ck_assert_int_eq(eco_map_write_svg(picture, &options, &svg, &problems), ECO_OK);
    return svg;
}

static int count(const struct eco_str *svg, const char *what)
{
    int found = 0;
    for (const char *s = eco_str_text(svg); (s = strstr(s, what)); s += strlen(what))
        found++;
    return found;
}

/* The words that begin tags and attributes, each once, between spaces. Quotes and angle brackets must balance. */
static void words_of(const struct eco_str *svg, struct eco_str *ret_words)
{
    bool in_tag = false;
    eco_str_add_char(ret_words, ' ');
    for (const char *s = eco_str_text(svg); *s; s++) {
        ck_assert_msg(in_tag ? *s != '<' : *s != '>', "brackets do not balance at %.40s", s);
        if (*s == '<' || *s == '>')
            in_tag = *s == '<';
        if (in_tag && *s == '"') {
            s = strchr(s + 1, '"');
            ck_assert_ptr_nonnull(s);
        } else if (in_tag && (*s == '<' || *s == ' ')) {
            size_t length = strcspn(s + 1, " =/>\n\"");
            char *word = eco_format(" %.*s ", (int)length, s + 1);
            if (length > 0 && !strstr(eco_str_text(ret_words), word))
                eco_str_add(ret_words, word + 1);
            free(word);
        }
    }
}

START_TEST(every_group_has_its_label)
{
    struct eco_test_picture p = eco_test_random_picture(20, 4, 1, 1);
    for (int i = 0; i < 20; i++)
        p.picture.nodes[i].label = eco_arena_format(&p.arena, "G%d", i);
    struct eco_str svg = draw(&p.picture, 80);
    for (int i = 0; i < 20; i++) {
        char *text = eco_format(">G%d</text>", i);
        ck_assert_int_eq(count(&svg, text), 1);
        free(text);
    }
    ck_assert_int_eq(count(&svg, "class=\"group\""), 20);
    ck_assert_int_eq(count(&svg, "<polygon"), p.picture.ties_count + count(&svg, "h30\"/><polygon"));
    ck_assert_int_eq(count(&svg, " more"), 0);
    eco_str_finish(&svg);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(folded_groups_are_counted)
{
    struct eco_test_picture p = eco_test_random_picture(83, 5, 2, 1);
    struct eco_str svg = draw(&p.picture, 60);
    ck_assert_int_eq(count(&svg, "class=\"group\""), 60);
    ck_assert_int_ge(count(&svg, "and 23 more"), 1);
    eco_str_finish(&svg);
    eco_test_picture_finish(&p);
}
END_TEST

START_TEST(the_legend_shows_what_occurs)
{
    struct eco_test_picture p = eco_test_random_picture(5, 2, 1, 1);
    p.picture.ties_count = 0;
    eco_test_add_tie(&p, 0, 1, 1, 0.5);
    eco_test_add_tie(&p, 2, 0, 3, 0.5);
    struct eco_str svg = draw(&p.picture, 80);
    ck_assert_int_eq(count(&svg, ">Equity</text>"), 1);
    ck_assert_int_eq(count(&svg, ">Competition</text>"), 1);
    ck_assert_int_eq(count(&svg, ">Supply</text>"), 0);
    ck_assert_int_eq(count(&svg, "inferred</text>"), 0);
    ck_assert_int_ge(count(&svg, "Size of a circle: strength (all of it)"), 1);
    ck_assert_int_ge(count(&svg, "Width of a line"), 1);
    eco_str_finish(&svg);
    eco_test_picture_finish(&p);
}
END_TEST

static const char *const hostile_texts[] = {
    "\"><script>alert(1)</script><a href=\"javascript:alert(1)\">",
    "' onload='alert(1)' x='",
    "</title></svg><svg onload=alert(1)>",
    "]]><!-- <![CDATA[ &lt;b&gt; &#x3c;b&#x3e; <?php ?>",
    "\xe2\x80\xae\x65vil\xe2\x80\xac \xe2\x80\x8f\xef\xbb\xbf",
    "javascript:alert(1)",
    "\x01\x02\x1b[31m\x7f \xff\xfe \xc3\x28 \xed\xa0\x80",
    "\\N \\G <b>bold</b> }; graph [label=x]",
};
enum { HOSTILE = sizeof hostile_texts / sizeof *hostile_texts };

/* Hostile and long: every tenth has 5,000 characters. */
static const char *hostile(struct eco_arena *arena, int number)
{
    if (number % 10 != 7)
        return hostile_texts[number % HOSTILE];
    char *text = eco_arena_alloc(arena, 5001, 1);
    for (int i = 0; i < 5000; i++)
        text[i] = "<a href=\"x\">'&"[i % 14];
    return text;
}

static void make_hostile(struct eco_test_picture *p)
{
    int next = 0;
    p->picture.title = hostile(&p->arena, next++);
    p->picture.note = hostile(&p->arena, next++);
    p->picture.source = hostile(&p->arena, next++);
    p->picture.size_label = hostile(&p->arena, next++);
    p->picture.size_meaning = hostile(&p->arena, next++);
    for (int i = 0; i < p->picture.nodes_count; i++) {
        struct eco_picture_node *node = &p->picture.nodes[i];
        node->label = hostile(&p->arena, next++);
        node->sector = hostile(&p->arena, i % 6);
        node->hover = eco_test_hover(&p->arena, hostile(&p->arena, next), hostile(&p->arena, next + 1));
        next += 2;
    }
    for (int i = 0; i < p->picture.kinds_count; i++)
        p->picture.kinds[i].label = hostile(&p->arena, next++);
    for (int i = 0; i < p->picture.ties_count; i++, next += 2)
        p->picture.ties[i].hover = eco_test_hover(&p->arena, hostile(&p->arena, next), hostile(&p->arena, next + 1));
}

START_TEST(hostile_text_stays_text)
{
    struct eco_test_picture harmless = eco_test_random_picture(70, 6, 3, 1), evil = eco_test_random_picture(70, 6, 3, 1);
    make_hostile(&evil);
    harmless.picture.note = harmless.picture.source = "a sentence";
    struct eco_str a = draw(&harmless.picture, 60), b = draw(&evil.picture, 60), words_a = {0}, words_b = {0};
    words_of(&a, &words_a);
    words_of(&b, &words_b);
    for (char *rest = words_b.data, *word; (word = strtok_r(rest, " ", &rest));) {
        char *wanted = eco_format(" %s ", word);
        ck_assert_msg(strstr(eco_str_text(&words_a), wanted) != NULL, "the hostile picture has \"%s\"", word);
        free(wanted);
    }
    ck_assert_int_eq(count(&b, "<script"), 0);
    ck_assert_int_eq(count(&b, "href=\"") + count(&b, "<a "), 0);
    ck_assert_int_eq(count(&b, "\xe2\x80\xae"), 0);
    for (const char *s = eco_str_text(&b); *s; s++)
        ck_assert(*s == '\n' || !iscntrl((unsigned char)*s));
    eco_str_finish(&a);
    eco_str_finish(&b);
    eco_str_finish(&words_a);
    eco_str_finish(&words_b);
    eco_test_picture_finish(&harmless);
    eco_test_picture_finish(&evil);
}
END_TEST

START_TEST(an_empty_map_says_so)
{
    struct eco_test_picture p = eco_test_random_picture(0, 0, 1, 1);
    struct eco_str svg = draw(&p.picture, 80);
    ck_assert_int_eq(count(&svg, "There are no groups to draw."), 1);
    ck_assert_int_eq(count(&svg, "</svg>"), 1);
    eco_str_finish(&svg);
    eco_test_picture_finish(&p);
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/svg");
    TCase *c = tcase_create("svg");
    tcase_add_test(c, every_group_has_its_label);
    tcase_add_test(c, folded_groups_are_counted);
    tcase_add_test(c, the_legend_shows_what_occurs);
    tcase_add_test(c, hostile_text_stays_text);
    tcase_add_test(c, an_empty_map_says_so);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
