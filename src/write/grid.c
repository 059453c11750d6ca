#include "write/grid.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "write/layout.h"
#include "write/wrap.h"

enum {
    BAR_CELLS = 10,
    TITLE_WORD = 16, /* longer words of a title are split where room is short */
    CELL_LINES = 6,  /* of a sentence in the last column */
    CELL_LEAST = 20  /* columns in which a sentence can be read */
};

/* A column of the view with what is known about it. */
struct shown {
    const struct eco_column *column;
    int key;     /* number of the table's column; -1 = the table has none */
    char *title; /* cleaned */
    struct eco_layout_column layout;
};

struct grid {
    const struct eco_block *block;
    const struct eco_style *style;
    struct shown *shown;
    int count;
    int width;           /* of the screen */
    int bar;             /* which of the shown has the bar; -1 = none */
    struct eco_str cell; /* scratch */
};

struct eco_style eco_style_of(bool color)
{
    return color ? (struct eco_style){"\x1b[1m", "\x1b[2m", "\x1b[36m", "\x1b[0m"} : (struct eco_style){"", "", "", ""};
}

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static const struct eco_value *value_at(const struct grid *grid, int row, const struct shown *shown)
{
    static const struct eco_value absent = {ECO_ABSENT, {NULL}};
    int table_row = grid->block->rows ? grid->block->rows[row] : row;
    return shown->key < 0 ? &absent : eco_table_cell(grid->block->table, table_row, shown->key);
}

static const char *text_at(struct grid *grid, int row, const struct shown *shown)
{
    grid->cell.length = 0;
    eco_str_add(&grid->cell, "");
    eco_text_write_cell(&grid->cell, value_at(grid, row, shown), shown->column->unit);
    return eco_str_text(&grid->cell);
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int longest_word(const char *title)
{
    int longest = 0;
    while (*title) {
        size_t length = strcspn(title, " ");
        struct eco_str word = {0};
        eco_str_add_bytes(&word, title, length);
        longest = larger(longest, eco_utf8_width(word.data));
        eco_str_finish(&word);
        title += length + strspn(title + length, " ");
    }
    return smaller(longest, TITLE_WORD);
}

static void measure(struct grid *grid, struct shown *shown)
{
    int widest = 0, figures = 0, others = 0;
    for (int row = 0; row < grid->block->rows_count; row++) {
        enum eco_value_type type = value_at(grid, row, shown)->type;
        widest = larger(widest, eco_utf8_width(text_at(grid, row, shown)));
        figures += type == ECO_INT || type == ECO_NUMBER;
        others += type > ECO_NULL && type != ECO_INT && type != ECO_NUMBER;
    }
    bool text = shown->column->unit != ECO_UNIT_SHOWN && (others || (!figures && shown->column->unit == ECO_UNIT_NONE));
    int title = longest_word(shown->title), least = text ? smaller(widest, ECO_LAYOUT_TEXT_LEAST) : widest;
    int easy = text && shown->column->rank == 0 ? smaller(widest, larger(least, grid->width / 4)) : least;
    shown->layout = (struct eco_layout_column){.rank = shown->column->rank, .text = text,
                                               .natural = larger(widest, eco_utf8_width(shown->title)),
                                               .easy = larger(easy, title), .least = larger(least, title)};
}

static void init(struct grid *grid, const struct eco_block *block, int width, const struct eco_style *style)
{
    *grid = (struct grid){.block = block, .style = style, .count = block->columns_count, .width = width, .bar = -1};
    grid->shown = eco_alloc((size_t)grid->count, sizeof *grid->shown);
    for (int k = 0; k < grid->count; k++) {
        struct eco_str title = {0};
        const struct eco_column *column = &block->columns[k];
        eco_utf8_clean(&title, column->title ? column->title : column->key);
        eco_str_add(&title, "");
        grid->shown[k] = (struct shown){column, eco_table_column(block->table, column->key), title.data};
        measure(grid, &grid->shown[k]);
    }
}

static void finish(struct grid *grid)
{
    for (int k = 0; k < grid->block->columns_count; k++)
        free(grid->shown[k].title);
    free(grid->shown);
    eco_str_finish(&grid->cell);
}

/* Decides on widths and moves what is left out behind the rest; returns the columns that the grid takes. */
static int fit(struct grid *grid)
{
    size_t count = (size_t)grid->count;
    struct eco_layout_column *layout = eco_alloc(count, sizeof *layout);
    struct shown *sorted = eco_alloc(count, sizeof *sorted);
    for (size_t k = 0; k < count; k++)
        layout[k] = grid->shown[k].layout;
    int used = eco_layout_fit(layout, grid->count, grid->width);
    int first = 0, last = 0;
    for (size_t k = 0; k < count; k++)
        last += layout[k].width > 0;
    grid->count = last;
    for (size_t k = 0; k < count; k++) {
        grid->shown[k].layout = layout[k];
        sorted[layout[k].width ? first++ : last++] = grid->shown[k];
    }
    free(grid->shown);
    free(layout);
    grid->shown = sorted;
    return used;
}

/* The bar takes only room that nothing else wants. */
static int place_bar(struct grid *grid, int used)
{
    for (int k = 0; k < grid->count && used + 1 + BAR_CELLS <= grid->width; k++) {
        if (eco_str_equal(grid->shown[k].column->key, grid->block->bar)) {
            grid->bar = k;
            return used + 1 + BAR_CELLS;
        }
    }
    return used;
}

static void write_bar(const struct grid *grid, struct eco_str *out, const struct eco_value *value)
{
    static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    double share = value->type == ECO_NUMBER ? value->as.number : value->type == ECO_INT ? (double)value->as.integer : 0;
    share = share > 0 ? fmin(share, 1) : 0;
    int filled = (int)lround(share * BAR_CELLS * 8);
    if (share > 0) {
        eco_str_add(out, grid->style->bar);
        eco_str_repeat(out, "█", filled / 8);
        eco_str_add(out, eighths[filled ? filled % 8 : 1]);
        eco_str_add(out, grid->style->off);
    }
    eco_str_repeat(out, " ", BAR_CELLS - (filled ? (filled + 7) / 8 : share > 0));
}

static void write_padded(struct eco_str *out, const struct shown *shown, const char *text)
{
    int width = shown->layout.width, missing = width - eco_utf8_width(text);
    if (missing < 0) {
        size_t start = out->length;
        eco_utf8_fit(out, text, width);
        missing = width - eco_utf8_width(out->data + start); /* half of a wide character */
        text = "";
    }
    if (!shown->layout.text)
        eco_str_repeat(out, " ", missing);
    eco_str_add(out, text);
    if (shown->layout.text)
        eco_str_repeat(out, " ", missing);
}

/* Nothing but the terminal's own ground stands at the end of a line. */
static void trim_line(struct eco_str *out, size_t start)
{
    while (out->length > start && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
}

/* Line `line` of a title; "" where it has none. */
static void title_line(struct eco_str *ret_text, const struct shown *shown, int line)
{
    const char *at = shown->title;
    ret_text->length = 0;
    eco_str_add(ret_text, "");
    for (; line >= 0 && *at; line--) {
        const char *next;
        size_t length = eco_wrap_line(at, shown->layout.width, &next);
        if (line == 0)
            eco_str_add_bytes(ret_text, at, length);
        at = next;
    }
}

static int title_lines(const struct shown *shown)
{
    int lines = 0;
    for (const char *at = shown->title; *at; lines++)
        eco_wrap_line(at, shown->layout.width, &at);
    return lines;
}

static void write_header(struct grid *grid, struct eco_str *out, int used)
{
    int lines = 0;
    for (int k = 0; k < grid->count; k++)
        lines = larger(lines, title_lines(&grid->shown[k]));
    for (int line = 0; line < lines; line++) {
        eco_str_add(out, grid->style->bold);
        size_t start = out->length;
        for (int k = 0; k < grid->count; k++) { /* short titles stand on the rule */
            title_line(&grid->cell, &grid->shown[k], line - lines + title_lines(&grid->shown[k]));
            eco_str_repeat(out, " ", k ? ECO_LAYOUT_GAP : 0);
            write_padded(out, &grid->shown[k], eco_str_text(&grid->cell));
            eco_str_repeat(out, " ", k == grid->bar ? 1 + BAR_CELLS : 0);
        }
        trim_line(out, start);
        eco_str_add(out, grid->style->off);
        eco_str_add_char(out, '\n');
    }
    eco_str_add(out, grid->style->dim);
    eco_str_repeat(out, "─", used);
    eco_str_add(out, grid->style->off);
    eco_str_add_char(out, '\n');
}

/* Text in the last column goes on below instead of being cut, where it is not one of those that may be left out. */
static bool goes_on_below(const struct grid *grid, int k)
{
    const struct shown *shown = &grid->shown[k];
    return k == grid->count - 1 && k != grid->bar && shown->layout.text && shown->column->rank == 0 &&
           shown->layout.width >= CELL_LEAST;
}

/* Writes `text` in the last column, which begins after `indent` columns, line by line. */
static void write_lines(struct eco_str *out, const char *text, int indent, int width)
{
    text += strspn(text, " ");
    for (int line = 1; *text; line++) {
        const char *next = "";
        if (line == CELL_LINES)
            eco_utf8_fit(out, text, width);
        else
            eco_str_add_bytes(out, text, eco_wrap_line(text, width, &next));
        text = next;
        if (*text) {
            eco_str_add_char(out, '\n');
            eco_str_repeat(out, " ", indent);
        }
    }
}

static void write_row(struct grid *grid, struct eco_str *out, int row)
{
    size_t start = out->length;
    int used = 0;
    for (int k = 0; k < grid->count; k++) {
        const struct shown *shown = &grid->shown[k];
        const char *text = text_at(grid, row, shown);
        eco_str_repeat(out, " ", k ? ECO_LAYOUT_GAP : 0);
        used += k ? ECO_LAYOUT_GAP : 0;
        if (goes_on_below(grid, k))
            write_lines(out, text, used, shown->layout.width);
        else
            write_padded(out, shown, text);
        used += shown->layout.width;
        if (k == grid->bar) {
            eco_str_add_char(out, ' ');
            write_bar(grid, out, value_at(grid, row, shown));
            used += 1 + BAR_CELLS;
        }
    }
    trim_line(out, start);
    eco_str_add_char(out, '\n');
}

/* What the reader does not see, so that nobody takes the view for the whole. */
static void write_foot(const struct grid *grid, struct eco_str *out)
{
    struct eco_wrap wrap = {grid->width, "", "  ", grid->style->dim, grid->style->off};
    struct eco_str text = {0};
    if (grid->block->rows_left > 0)
        eco_str_printf(&text, "and %d more", grid->block->rows_left);
    if (grid->count < grid->block->columns_count) {
        eco_str_add(&text, text.length ? "; not shown for want of room: " : "not shown for want of room: ");
        for (int k = grid->count; k < grid->block->columns_count; k++) {
            eco_str_add(&text, k == grid->count ? "" : ", ");
            eco_str_add(&text, grid->shown[k].title);
        }
    }
    eco_wrap_write(out, eco_str_text(&text), &wrap);
    eco_str_finish(&text);
}

void eco_grid_write(struct eco_str *out, const struct eco_block *block, int width, const struct eco_style *style)
{
    struct grid grid;
    init(&grid, block, width, style);
    int used = place_bar(&grid, fit(&grid));
    if (block->rows_count > 0 && grid.count > 0) {
        write_header(&grid, out, used);
        for (int row = 0; row < block->rows_count; row++)
            write_row(&grid, out, row);
    }
    write_foot(&grid, out);
    finish(&grid);
}
