#include "write/layout.h"

static int larger(int a, int b)
{
    return a > b ? a : b;
}

static int total(const struct eco_layout_column *columns, int count)
{
    int sum = 0;
    for (int k = 0; k < count; k++)
        if (columns[k].width)
            sum += columns[k].width + (sum ? ECO_LAYOUT_GAP : 0);
    return sum;
}

static int shown(const struct eco_layout_column *columns, int count)
{
    int sum = 0;
    for (int k = 0; k < count; k++)
        sum += columns[k].width > 0;
    return sum;
}

/* The one to leave out: highest rank, of equal ones the last. */
static int most_dispensable(const struct eco_layout_column *columns, int count)
{
    int found = -1;
    for (int k = 0; k < count; k++)
        if (columns[k].width && (found < 0 || columns[k].rank >= columns[found].rank))
            found = k;
    return found;
}

/* Gives `spare` columns to the texts, always to the narrowest of those that are still cut. */
static int widen_texts(struct eco_layout_column *columns, int count, int spare)
{
    while (spare > 0) {
        int narrowest = -1;
        for (int k = 0; k < count; k++) {
            bool cut = columns[k].text && columns[k].width && columns[k].width < columns[k].natural;
            if (cut && (narrowest < 0 || columns[k].width < columns[narrowest].width))
                narrowest = k;
        }
        if (narrowest < 0)
            break;
        columns[narrowest].width++;
        spare--;
    }
    return spare;
}

/* Titles stand on one line where there is room for the whole of them. */
static void widen_figures(struct eco_layout_column *columns, int count, int spare)
{
    for (int k = 0; k < count; k++) {
        int wanted = columns[k].natural - columns[k].width;
        if (columns[k].width && wanted > 0 && wanted <= spare) {
            columns[k].width = columns[k].natural;
            spare -= wanted;
        }
    }
}

/* Leaves out columns of at least `rank` until the rest fits; one column always stays. */
static void leave_out(struct eco_layout_column *columns, int count, int width, int rank)
{
    while (total(columns, count) > width && shown(columns, count) > 1) {
        int last = most_dispensable(columns, count);
        if (columns[last].rank < rank)
            break;
        columns[last].width = 0;
    }
}

int eco_layout_fit(struct eco_layout_column *columns, int count, int width)
{
    for (int k = 0; k < count; k++)
        columns[k].width = larger(columns[k].easy, 1);
    leave_out(columns, count, width, 1);
    for (int k = 0; k < count && total(columns, count) > width; k++)
        if (columns[k].width)
            columns[k].width = larger(columns[k].least, 1);
    leave_out(columns, count, width, 0);
    int spare = width - total(columns, count);
    if (spare < 0) { /* one column is left: a text is cut, a figure is not */
        int last = most_dispensable(columns, count);
        if (columns[last].text)
            columns[last].width = larger(width, 1);
    } else {
        widen_figures(columns, count, widen_texts(columns, count, spare));
    }
    return total(columns, count);
}
