#include "base/utf8.h"
#include "write/grid.h"
#include "write/wrap.h"
#include "write/write.h"

/* What a person reads in a terminal. */

enum {
    WIDTH = 80,
    WIDTH_LEAST = 20, /* narrower screens wrap lines themselves */
    WIDTH_TEXT = 100  /* longer lines of text are hard to follow */
};

struct page {
    struct eco_str *out;
    int width, text_width;
    struct eco_style style;
    bool color;
};

/* A rule under a heading, as wide as its widest line. */
static void write_rule(const struct page *page, const char *rule, size_t start)
{
    int widest = 0, width = 0;
    struct eco_str line = {0};
    for (size_t i = start; i < page->out->length; i++) {
        if (page->out->data[i] != '\n') {
            eco_str_add_char(&line, page->out->data[i]);
            continue;
        }
        width = eco_utf8_width(eco_str_text(&line));
        widest = width > widest ? width : widest;
        line.length = 0;
    }
    eco_str_finish(&line);
    eco_str_repeat(page->out, rule, widest);
    eco_str_add_char(page->out, '\n');
}

static void write_heading(const struct page *page, const struct eco_block *block)
{
    struct eco_wrap wrap = {page->text_width, NULL, NULL, page->style.bold, page->style.off};
    size_t start = page->out->length;
    eco_wrap_write(page->out, block->text, &wrap);
    if (!page->color)
        write_rule(page, block->level == 1 ? "═" : "─", start);
}

static void write_text(const struct page *page, const struct eco_block *block)
{
    struct eco_wrap wrap = {.width = page->text_width};
    eco_wrap_write(page->out, block->text, &wrap);
}

static void write_table(const struct page *page, const struct eco_block *block)
{
    struct eco_wrap title = {page->text_width, NULL, NULL, page->style.bold, page->style.off};
    struct eco_wrap none = {page->text_width, NULL, NULL, page->style.dim, page->style.off};
    size_t start = page->out->length;
    if (block->text)
        eco_wrap_write(page->out, block->text, &title);
    if (page->out->length > start)
        eco_str_add_char(page->out, '\n');
    if (block->rows_count == 0)
        eco_wrap_write(page->out, "(none)", &none);
    eco_grid_write(page->out, block, page->width, &page->style);
}

static bool is_note(const struct eco_doc *doc, size_t i)
{
    return i < doc->blocks_count && doc->blocks[i].type == ECO_BLOCK_NOTE;
}

/* One note says that it is one; several stand as a list. */
static void write_note(const struct page *page, const struct eco_doc *doc, size_t i)
{
    bool first = i == 0 || !is_note(doc, i - 1), last = !is_note(doc, i + 1);
    struct eco_wrap wrap = {page->text_width, "- ", "  ", page->style.dim, page->style.off};
    if (first && last)
        wrap.first = "Note: ";
    else if (first)
        eco_str_printf(page->out, "%sNotes%s\n", page->style.dim, page->style.off);
    eco_wrap_write(page->out, doc->blocks[i].text, &wrap);
}

static void write_item(const struct page *page, const struct eco_block *block)
{
    struct eco_wrap wrap = {page->text_width, "  ", "      ", NULL, NULL};
    if (block->level > 1)
        wrap = (struct eco_wrap){page->text_width, "      ", "        ", page->style.dim, page->style.off};
    eco_wrap_write(page->out, block->text, &wrap);
}

static void write_block(const struct page *page, const struct eco_doc *doc, size_t i)
{
    const struct eco_block *block = &doc->blocks[i];
    bool goes_on = i > 0 && ((is_note(doc, i) && is_note(doc, i - 1)) ||
                             (block->type == ECO_BLOCK_ITEM && doc->blocks[i - 1].type == ECO_BLOCK_ITEM));
    if (page->out->length && !goes_on)
        eco_str_add_char(page->out, '\n');
    switch (block->type) {
    case ECO_BLOCK_HEADING: write_heading(page, block); break;
    case ECO_BLOCK_TEXT: write_text(page, block); break;
    case ECO_BLOCK_TABLE: write_table(page, block); break;
    case ECO_BLOCK_NOTE: write_note(page, doc, i); break;
    case ECO_BLOCK_ITEM: write_item(page, block); break;
    }
}

static int write(const struct eco_doc *doc, const struct eco_write_options *options, struct eco_str *out,
                 struct eco_problems *problems)
{
    (void)problems;
    int width = options->width ? options->width : WIDTH;
    width = width < WIDTH_LEAST ? WIDTH_LEAST : width;
    struct page page = {out, width, width < WIDTH_TEXT ? width : WIDTH_TEXT, eco_style_of(options->color), options->color};
    for (size_t i = 0; i < doc->blocks_count; i++)
        write_block(&page, doc, i);
    return ECO_OK;
}

const struct eco_doc_format eco_doc_format_table = {
    .name = "table",
    .suffix = ".txt",
    .meaning = "headings, sentences and tables, for people",
    .write = write,
};
