/* What tables say is what the ecosystem holds. What must be refused, and in which words, is in tests/bad. */
#include "base/str.h"
#include "model/vocabulary.h"
#include "read/read.h"
#include "support.h"

struct loaded {
    int code;
    struct eco_ecosystem *eco;
    struct eco_problems problems;
};

static struct eco_input input_of(const char *label, const char *text, size_t length)
{
    char *copy = malloc(length + 1); /* of the exact size, so that a sanitizer sees a step too far */
    memcpy(copy, text, length);
    copy[length] = '\0';
    return (struct eco_input){label, copy, length};
}

static struct loaded load_bytes(const char *relations, size_t length, const char *entities)
{
    struct loaded loaded = {0};
    struct eco_input first = input_of("ties.csv", relations, length), second = {0};
    if (entities)
        second = input_of("ents.csv", entities, strlen(entities));
    loaded.code = eco_reader_find("csv")->read_both(&first, entities ? &second : NULL, &loaded.eco, &loaded.problems);
    free((char *)first.data);
    free((char *)second.data);
    return loaded;
}

static struct loaded load(const char *relations, const char *entities)
{
    struct loaded loaded = load_bytes(relations, strlen(relations), entities);
    ck_assert_msg(loaded.code == ECO_OK, "%s: %s", loaded.problems.items[0].path, loaded.problems.items[0].text);
    return loaded;
}

static void finish(struct loaded *loaded)
{
    eco_ecosystem_destroy(loaded->eco);
    eco_problems_finish(&loaded->problems);
}

/* The relations as lines "from>to kind resource+resource weight". */
static const char *relations_of(const struct eco_ecosystem *eco)
{
    static struct eco_str out;
    out.length = 0;
    eco_str_add(&out, "");
    for (size_t i = 0; i < eco->relations_count; i++) {
        const struct eco_relation *r = &eco->relations[i];
        eco_str_printf(&out, "%s%s>%s %s ", i ? ", " : "", eco->entities[r->from].id, eco->entities[r->to].id,
                       eco_relation_kind(eco, r)->id);
        for (int k = 0; k < r->resources_count; k++)
            eco_str_printf(&out, "%s%s", k ? "+" : "", eco->resources.terms[r->resources[k]].id);
        eco_str_printf(&out, " %g", r->weight);
    }
    return eco_str_text(&out);
}

static void check(const char *text, const char *expected)
{
    struct loaded l = load(text, NULL);
    ck_assert_str_eq(relations_of(l.eco), expected);
    finish(&l);
}

START_TEST(defaults)
{
    struct loaded l = load("source,target\nhub,b\nb,c\n", NULL);
    ck_assert_str_eq(relations_of(l.eco), "hub>b tie tie 1, b>c tie tie 1");
    ck_assert_int_eq(l.eco->focal, -1);
    ck_assert_uint_eq(l.eco->entities_count, 3);
    ck_assert_str_eq(l.eco->entities[0].id, "hub");
    ck_assert_str_eq(l.eco->entities[0].name, "hub");
    ck_assert_str_eq(l.eco->entity_kinds.terms[l.eco->entities[2].kind].id, "entity");
    ck_assert_int_eq(l.eco->entities[0].since, ECO_NO_YEAR);
    const struct eco_relation *r = &l.eco->relations[0];
    ck_assert(!r->confidence_given && !r->resources_given && !r->inferred && !r->note);
    ck_assert_double_eq(r->confidence, 1);
    ck_assert_int_eq(r->since, ECO_NO_YEAR);
    ck_assert_int_eq(r->until, ECO_NO_YEAR);
    ck_assert_uint_eq(l.problems.count, 0);
    finish(&l);
}
END_TEST

START_TEST(every_column)
{
    struct loaded l = load("note,UNTIL,Since,at,SOURCE,basis,confidence,resources,kind,weight,Target,Source\n"
                           "why,2020,2013.0,\"p 3; table 2\",wang,Inferred,0.5,brand; data ,supply,0.25,b,hub\n",
                           NULL);
    /* of two columns "source" the first gives: here that is the fifth */
    ck_assert_str_eq(relations_of(l.eco), "wang>b supply brand+data 0.25");
    const struct eco_relation *r = &l.eco->relations[0];
    ck_assert_str_eq(r->note, "why");
    ck_assert_int_eq(r->since, 2013);
    ck_assert_int_eq(r->until, 2020);
    ck_assert(r->inferred && r->confidence_given && r->resources_given);
    ck_assert_double_eq(r->confidence, 0.5);
    ck_assert_int_eq(r->evidence.count, 1);
    ck_assert_str_eq(l.eco->sources[r->evidence.items[0].source].id, "hub");
    ck_assert_str_eq(r->evidence.items[0].at, "p 3; table 2");
    finish(&l);
}
END_TEST

START_TEST(names_of_the_evidence)
{
    const char *const headers[] = {"source,target,source", "source,target,Evidence Source", "source,target,source.1",
                                   "from,to,source", "Source,Target,evidence-source"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        char *text = eco_format("%s,at\nhub,b,wang,p 3\n", headers[i]);
        struct loaded l = load(text, NULL);
        ck_assert_str_eq(relations_of(l.eco), "hub>b tie tie 1");
        ck_assert_uint_eq(l.eco->sources_count, 1);
        ck_assert_str_eq(l.eco->sources[0].id, "wang");
        ck_assert_int_eq(l.eco->sources[0].year, ECO_NO_YEAR);
        ck_assert_uint_eq(l.problems.count, 0);
        finish(&l);
        free(text);
    }
}
END_TEST

START_TEST(several_sources)
{
    struct loaded l = load("source,target,source,at\na,b,x; y;z,p 1;;\"p \\; 3\"\n", NULL);
    const struct eco_evidences *evidence = &l.eco->relations[0].evidence;
    ck_assert_int_eq(evidence->count, 3);
    ck_assert_str_eq(l.eco->sources[evidence->items[1].source].id, "y");
    ck_assert_str_eq(evidence->items[0].at, "p 1");
    ck_assert_ptr_null(evidence->items[1].at);
    finish(&l);
    l = load("source,target,source,at\na,b,x;y,\"p 1; \\ p \\; 3\\\\\"\n", NULL);
    ck_assert_str_eq(l.eco->relations[0].evidence.items[1].at, " p ; 3\\");
    finish(&l);
}
END_TEST

START_TEST(separators_and_line_ends)
{
    check("source;target;weight\na;b;0,5\nb;c;1.5\n", "a>b tie tie 0.5, b>c tie tie 1.5");
    check("source\ttarget\tweight\ra\tb\t0.5\rb\tc\t2", "a>b tie tie 0.5, b>c tie tie 2");
    check("\xef\xbb\xbfsource,target,weight\r\n\"a\",\"b\",\"0.5\"\r\n\r\n,,\r\n", "a>b tie tie 0.5");
    check("sep=;\r\nsource;target;weight\r\na;b;1,25\r\n", "a>b tie tie 1.25");
    check("\"sep=|\"\nsource|target\na,1|b;2\n", "a,1>b;2 tie tie 1");
    check("\n\n  \nsource,target\n\na,b\n", "a>b tie tie 1");
    check(" source , \"target\" ,weight\n  a b , \" c \"\t, 2 \n", "a b> c  tie tie 2");
    check("\xc2\xa0source,target\na\xc2\xa0,b c\n", "a>b c tie tie 1");
    /* commas within a header of semicolons, and the other way round */
    check("source;target;\"a,b,c,d\"\nx;y;\n", "x>y tie tie 1");
    check("source,target,a;b;c;d\nx,y,\n", "x>y tie tie 1");
}
END_TEST

START_TEST(quoted_cells)
{
    check("source,target\n\"a, \"\"b\"\"\",c\"d\n", "a, \"b\">c\"d tie tie 1");
    struct loaded l = load("source,target,note\na,b,\"two\r\nlines\rand\nmore\"\nc,d,\n", NULL);
    ck_assert_str_eq(l.eco->relations[0].note, "two\nlines\nand\nmore");
    ck_assert_ptr_null(l.eco->relations[1].note);
    finish(&l);
}
END_TEST

START_TEST(guarded_cells)
{
    check("source,target,weight\n'=SUM(A1),'-5,'+2\n'plain,''@x,1\n=1+1,＝1,1\n",
          "=SUM(A1)>-5 tie tie 2, 'plain>'@x tie tie 1, =1+1>＝1 tie tie 1");
}
END_TEST

START_TEST(undirected_rows)
{
    check("Source,Target,Type,Weight\na,b,Undirected,0.5\nb,c,DIRECTED,2\nc,c,undirected,3\nd,e,,4\n",
          "a>b tie tie 0.5, b>a tie tie 0.5, b>c tie tie 2, c>c tie tie 3, d>e tie tie 4");
    struct loaded l = load("source,target,type\na,b,Supplier\nb,c,Supplier\nc,d,Mutual\n", NULL);
    ck_assert_str_eq(relations_of(l.eco), "a>b tie tie 1, b>c tie tie 1, c>d tie tie 1, d>c tie tie 1");
    ck_assert_uint_eq(l.problems.warnings, 1);
    finish(&l);
}
END_TEST

START_TEST(equal_rows_come_together)
{
    struct loaded l = load("source,target,weight,kind,resources,confidence,basis,source,at,since,until,note\n"
                           "a,b,1,supply,brand;data,,stated,x,p 1,,,first\n"
                           "a,b,2,supply,data;brand,0.5,inferred,x,p 1,,,\n"
                           "a,b,4,supply,brand;data,0.7,,y,,,,\n"
                           "a,b,8,supply,brand,,,,,,2000,\n"
                           "a,b,16,tie,brand;data,,,,,,,\n"
                           "b,a,32,supply,brand;data,,,,,,,\n"
                           "a,b,64,supply,brand,,,,,2001,,\n"
                           "a,a,128,,,,,,,,,\n",
                           NULL);
    ck_assert_str_eq(relations_of(l.eco),
                     "a>b supply brand+data 7, a>b supply brand 8, a>b tie brand+data 16, b>a supply brand+data 32, "
                     "a>b supply brand 64, a>a tie tie 128");
    const struct eco_relation *r = &l.eco->relations[0];
    ck_assert_double_eq(r->confidence, 0.5); /* the lowest that is given */
    ck_assert(r->inferred);
    ck_assert_str_eq(r->note, "first");
    ck_assert_int_eq(r->evidence.count, 2);
    ck_assert_uint_eq(l.problems.count, 0);
    ck_assert_uint_eq(l.problems.notes_count, 1);
    ck_assert_str_eq(l.problems.notes[0], "ties.csv: 8 rows read, 6 relations, 2 ties");
    finish(&l);
}
END_TEST

START_TEST(much_evidence_of_equal_rows)
{
    struct eco_str text = {0};
    eco_str_add(&text, "source,target,source\n");
    for (int i = 0; i < 1000; i++)
        eco_str_printf(&text, "a,b,s%d;t%d;u\n", i, i);
    struct loaded l = load(text.data, NULL);
    ck_assert_uint_eq(l.eco->relations_count, 1);
    ck_assert_int_eq(l.eco->relations[0].evidence.count, 2001);
    ck_assert_uint_eq(l.eco->sources_count, 2001);
    eco_str_finish(&text);
    finish(&l);
}
END_TEST

START_TEST(notes_say_one_of_one)
{
    struct loaded l = load("source,target\na,b\n", "id\na\n");
    ck_assert_uint_eq(l.problems.notes_count, 2);
    ck_assert_str_eq(l.problems.notes[0], "ties.csv: 1 row read, 1 relation, 1 tie");
    ck_assert_str_eq(l.problems.notes[1], "ents.csv: 1 row read, 2 entities in all");
    finish(&l);
}
END_TEST

START_TEST(unknown_words_are_taken)
{
    struct loaded l = load("source,target,kind,resources\na,b,suply,brands\nb,c,suply,brands\nc,d,suply,\n", NULL);
    ck_assert_uint_eq(l.problems.warnings, 2);
    ck_assert_str_eq(l.problems.items[0].path, "row 2, kind");
    ck_assert_str_eq(l.problems.items[0].text,
                     "\"suply\" is no built-in relation kind; taken as cooperative, without flags (did you mean \"supply\"?)");
    ck_assert_int_eq(l.problems.items[0].line, 2);
    ck_assert_int_eq(l.problems.items[0].column, 5);
    ck_assert_str_eq(relations_of(l.eco), "a>b suply brands 1, b>c suply brands 1, c>d suply suply 1");
    ck_assert(l.eco->relation_kinds.terms[l.eco->relations[0].kind].used);
    ck_assert(!l.eco->relation_kinds.declared);
    finish(&l);
}
END_TEST

START_TEST(other_columns_are_named_once)
{
    struct loaded l = load("Source,Target,Type,Id,Label,timeset,Weight,\na,b,Directed,0,x,,1,\na,c,Directed,1,y,,1,\n", NULL);
    ck_assert_uint_eq(l.problems.warnings, 1);
    ck_assert_str_eq(l.problems.items[0].text, "ignored the columns \"Id\", \"Label\", \"timeset\"");
    ck_assert_int_eq(l.problems.items[0].line, 1);
    ck_assert_int_eq(l.problems.items[0].column, 20);
    finish(&l);
}
END_TEST

START_TEST(a_table_of_entities)
{
    struct loaded l = load("source,target\nx,part\nhub,x\n",
                           "Id,Label,Kind,Part of,sector,country,since,until,tags,aliases,capabilities,source,at\n"
                           "part,A part,partner,hub,audio,DK,2001,2002,\"iot; b\",华米;Anhui,sound,wang,p 3\n"
                           "hub,,focal,,,,,,,,,,\nlone,,,,,,,,,,,,\n");
    const struct eco_ecosystem *eco = l.eco;
    ck_assert_uint_eq(eco->entities_count, 4);
    const struct eco_entity *part = &eco->entities[0];
    ck_assert_str_eq(part->id, "part");
    ck_assert_str_eq(part->name, "A part");
    ck_assert_str_eq(eco->entity_kinds.terms[part->kind].id, "partner");
    ck_assert_int_eq(part->part_of, 1);
    ck_assert_int_eq(part->root, 1);
    ck_assert_str_eq(part->sector, "audio");
    ck_assert_str_eq(part->country, "DK");
    ck_assert_int_eq(part->since, 2001);
    ck_assert_int_eq(part->until, 2002);
    ck_assert_int_eq(part->tags.count, 2);
    ck_assert_str_eq(part->tags.items[1], "b");
    ck_assert_int_eq(part->aliases.count, 2);
    ck_assert_str_eq(part->aliases.items[0], "华米");
    ck_assert_str_eq(part->capabilities.items[0], "sound");
    ck_assert_int_eq(part->evidence.count, 1);
    ck_assert_str_eq(part->evidence.items[0].at, "p 3");
    ck_assert_str_eq(eco->entities[1].name, "hub");
    ck_assert_str_eq(eco->entity_kinds.terms[eco->entities[2].kind].id, "entity");
    ck_assert_str_eq(eco->entities[3].id, "x");
    ck_assert_uint_eq(l.problems.warnings, 1);
    ck_assert_str_eq(l.problems.items[0].file, "ties.csv");
    ck_assert_str_eq(l.problems.items[0].text, "\"x\" has no row in the table of entities");
    finish(&l);
}
END_TEST

START_TEST(a_whole_may_come_from_the_relations)
{
    struct loaded l = load("source,target\nhub,b\n", "id,part_of\nb,hub\n");
    ck_assert_int_eq(l.eco->entities[0].part_of, 1);
    ck_assert_int_eq(l.eco->entities[0].root, 1);
    finish(&l);
}
END_TEST

/* What fails, says so once, and loads nothing. */
static void check_failure(const char *relations, size_t length, const char *entities, int line, int column, const char *words)
{
    struct loaded l = load_bytes(relations, length, entities);
    ck_assert_int_eq(l.code, ECO_EINPUT);
    ck_assert_ptr_null(l.eco);
    ck_assert_msg(l.problems.errors == 1, "%s: %s", words, l.problems.items[l.problems.count - 1].text);
    const struct eco_problem *problem = NULL;
    for (size_t i = 0; i < l.problems.count && !problem; i++)
        problem = l.problems.items[i].warning ? NULL : &l.problems.items[i];
    ck_assert_ptr_nonnull(problem);
    ck_assert_msg(strstr(problem->text, words) != NULL, "%s", problem->text);
    ck_assert_msg(problem->line == line && problem->column == column, "%d:%d %s", problem->line, problem->column, problem->text);
    ck_assert_uint_eq(l.problems.notes_count, 0);
    finish(&l);
}

START_TEST(hostile_bytes)
{
    check_failure("", 0, NULL, 1, 1, "the table is empty");
    check_failure("\xef\xbb\xbf\r\n \n\n", 8, NULL, 1, 1, "the table is empty");
    check_failure("source,target\na,\0b\n", 19, NULL, 2, 3, "zero bytes");
    check_failure("source,target\na,\xff\n", 18, NULL, 2, 3, "not UTF-8");
    check_failure("\xff\xfes\0o\0", 6, NULL, 1, 1, "UTF-16");
    check_failure("\xfe\xff\0s\0o", 6, NULL, 1, 1, "UTF-16");
    check_failure("s\0o\0u\0", 6, NULL, 1, 2, "UTF-16");
    check_failure("source,target\na,\"b\nc,d\n", 22, NULL, 2, 3, "never closed");
    check_failure("source,target\na,\"b\"c\n", 21, NULL, 2, 6, "behind a closing quote");
    check_failure("source,target\n\"a\x1b[31m\",b\n", 25, NULL, 2, 1, "U+001B");
    check_failure("source,target\n\"a\nb\",b\n", 22, NULL, 2, 1, "one line");
    check_failure("source,target,weight\na,b,0,5\n", 29, NULL, 2, 7, "a cell that holds the separator stands in quotes");
}
END_TEST

START_TEST(hostile_sizes)
{
    struct eco_str text = {0};
    eco_str_add(&text, "source,target");
    for (int i = 0; i < 1000000; i++)
        eco_str_add(&text, ",x");
    eco_str_add(&text, "\na,b");
    eco_str_repeat(&text, ",", 1000000);
    struct loaded l = load(text.data, NULL);
    ck_assert_uint_eq(l.problems.warnings, 1);
    ck_assert_uint_lt(strlen(l.problems.items[0].text), 200);
    finish(&l);

    text.length = 0;
    eco_str_add(&text, "source,target\n");
    eco_str_repeat(&text, "x", 5000);
    eco_str_add(&text, ",b\n");
    l = load(text.data, NULL);
    ck_assert_uint_eq(strlen(l.eco->entities[0].id), 5000);
    finish(&l);

    text.length = 0;
    eco_str_add(&text, "source,target\n");
    eco_str_repeat(&text, "x", ECO_STRING_LIMIT + 1);
    eco_str_add(&text, ",b\n");
    l = load_bytes(text.data, text.length, NULL);
    ck_assert_uint_eq(l.problems.errors, 1);
    ck_assert_str_eq(l.problems.items[0].path, "row 2, source");
    finish(&l);

    text.length = 0;
    eco_str_add(&text, "source,target,resources\na,b,");
    for (int i = 0; i <= ECO_LIST_LIMIT; i++)
        eco_str_printf(&text, "%x;", i);
    l = load_bytes(text.data, text.length, NULL);
    ck_assert_int_eq(l.code, ECO_EINPUT);
    ck_assert_ptr_nonnull(strstr(l.problems.items[0].text, "more than the limit of 10000"));
    finish(&l);
    eco_str_finish(&text);
}
END_TEST

/* Cutting a table anywhere, or changing a byte, never does more than fail. */
START_TEST(torn_tables)
{
    const char *text = "\xef\xbb\xbfsep=;\r\nsource;target;Type;weight;source;at;note;resources\r\n"
                       "\"小 \"\"x\"\"\";b;Undirected;0,5;w;p;\"two\r\nlines\";brand;data\r\n'=x;b;;1;;;;\r\n";
    size_t length = strlen(text);
    static const char bytes[] = {'"', ';', ',', '\n', '\r', '\\', 'x', '\xff', '\'', ' '};
    for (size_t i = 0; i <= length; i++) {
        struct loaded l = load_bytes(text, i, NULL);
        ck_assert((l.code == ECO_OK) == (l.eco != NULL));
        finish(&l);
        char *changed = strdup(text);
        changed[i < length ? i : 0] = bytes[i % sizeof bytes];
        l = load_bytes(changed, length, text);
        ck_assert((l.code == ECO_OK) == (l.eco != NULL));
        finish(&l);
        free(changed);
    }
}
END_TEST

START_TEST(content_tells)
{
    const struct eco_reader *csv = eco_reader_find("csv");
    const char *const tables[] = {"source,target\n", "Target;x;Source\n", "\xef\xbb\xbf\"source\"\t\"target\"", "sep=;\nsource;target",
                                  "from,to\n"};
    const char *const others[] = {"{\"source\": 1, \"target\": 2}", "source\n", "<graphml/>", "source target\n", "\"source,target"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        ck_assert_msg(csv->matches(tables[i], strlen(tables[i])), "%s", tables[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!csv->matches(others[i], strlen(others[i])), "%s", others[i]);
}
END_TEST

START_TEST(files_come_in_pairs)
{
    const char *ties = eco_test_file("ties.csv", "source,target\na,b\n"), *ents = eco_test_file("ents.csv", "id,kind\na,firm\nb,firm\n");
    struct loaded l = {0}, alone = {0};
    ck_assert_int_eq(eco_read_files(ties, ents, NULL, &l.eco, &l.problems), ECO_OK);
    ck_assert_int_eq(eco_read_files(ties, NULL, NULL, &alone.eco, &alone.problems), ECO_OK);
    ck_assert_str_eq(l.eco->entity_kinds.terms[l.eco->entities[0].kind].id, "firm");
    ck_assert_str_ne(l.eco->digest, alone.eco->digest);
    finish(&l);
    finish(&alone);
    l = (struct loaded){0};
    ck_assert_int_eq(eco_read_files(ties, eco_test_path("none.csv"), NULL, &l.eco, &l.problems), ECO_EIO);
    finish(&l);
    const char *json = eco_test_file("a.json", "{\"format\": \"ecograph/1\", \"entities\": [], \"relations\": []}");
    l = (struct loaded){0};
    ck_assert_int_eq(eco_read_files(json, ents, NULL, &l.eco, &l.problems), ECO_EUSAGE);
    finish(&l);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("read/csv");
    TCase *tests = tcase_create("tables");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, defaults);
    tcase_add_test(tests, every_column);
    tcase_add_test(tests, names_of_the_evidence);
    tcase_add_test(tests, several_sources);
    tcase_add_test(tests, separators_and_line_ends);
    tcase_add_test(tests, quoted_cells);
    tcase_add_test(tests, guarded_cells);
    tcase_add_test(tests, undirected_rows);
    tcase_add_test(tests, equal_rows_come_together);
    tcase_add_test(tests, much_evidence_of_equal_rows);
    tcase_add_test(tests, notes_say_one_of_one);
    tcase_add_test(tests, unknown_words_are_taken);
    tcase_add_test(tests, other_columns_are_named_once);
    tcase_add_test(tests, a_table_of_entities);
    tcase_add_test(tests, a_whole_may_come_from_the_relations);
    tcase_add_test(tests, hostile_bytes);
    tcase_add_test(tests, hostile_sizes);
    tcase_add_test(tests, torn_tables);
    tcase_add_test(tests, content_tells);
    tcase_add_test(tests, files_come_in_pairs);
    suite_add_tcase(suite, tests);
    return suite;
}

ECO_TEST_MAIN(suite)
