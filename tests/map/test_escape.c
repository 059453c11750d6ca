#include "map/escape.h"

#include "support.h"

static void check_xml(const char *text, const char *wanted)
{
    struct eco_str out = {0};
    eco_xml_text(&out, text);
    ck_assert_str_eq(eco_str_text(&out), wanted);
    eco_str_finish(&out);
}

static void check_dot(const char *text, const char *wanted)
{
    struct eco_str out = {0};
    eco_dot_text(&out, text);
    ck_assert_str_eq(eco_str_text(&out), wanted);
    eco_str_finish(&out);
}

START_TEST(xml_markup_becomes_text)
{
    check_xml("", "");
    check_xml("Xiaomi 小米", "Xiaomi 小米");
    check_xml("<b a=\"1\" c='2'>&amp;</b>", "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;");
    check_xml("]]>", "]]&gt;");
}
END_TEST

START_TEST(xml_holds_no_character_that_xml_forbids)
{
    check_xml("a\x01" "b\x1b[31mc\x7f", "a\xef\xbf\xbd" "b\xef\xbf\xbd[31mc\xef\xbf\xbd");
    check_xml("\xff\xfe<", "\xef\xbf\xbd\xef\xbf\xbd&lt;");
    check_xml("\xef\xbf\xbe-\xef\xbf\xbf-\xef\xbf\xbd", "\xef\xbf\xbd-\xef\xbf\xbd-\xef\xbf\xbd"); /* U+FFFE, U+FFFF */
    check_xml("\xef\xbc\xa1", "\xef\xbc\xa1");                                                     /* U+FF21 stays */
    check_xml("a\xe2\x80\xae" "b\xe2\x80\x8f" "c\xef\xbb\xbf", "abc"); /* marks that reorder or hide */
    check_xml("a\tb\nc", "a b c");
}
END_TEST

START_TEST(dot_expands_nothing)
{
    check_dot("a\\N\"b", "a\\\\N\\\"b");
    check_dot("&lt;", "&amp;lt;");
    check_dot("x\x02y", "x\xef\xbf\xbdy");
}
END_TEST

static Suite *suite(void)
{
    Suite *s = suite_create("map/escape");
    TCase *c = tcase_create("escape");
    tcase_add_test(c, xml_markup_becomes_text);
    tcase_add_test(c, xml_holds_no_character_that_xml_forbids);
    tcase_add_test(c, dot_expands_nothing);
    suite_add_tcase(s, c);
    return s;
}

ECO_TEST_MAIN(suite)
