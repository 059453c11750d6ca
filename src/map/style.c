#include "map/style.h"

#include "map/layout.h"

/* Okabe and Ito's colours (2008), which people with any colour vision tell apart, then one of Tol's (2021). */
enum color { BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY, OLIVE, WINE, GREY, COLORS };

static const struct {
    const char *fill;       /* of circles and lines */
    const char *ink, *glow; /* of text on a light and on a dark page */
} colors[COLORS] = {
    [BLUE] = {"#0072B2", "#005A8D", "#6FB8E8"},       [VERMILLION] = {"#D55E00", "#A84A00", "#FF9A57"},
    [GREEN] = {"#009E73", "#00724F", "#4FCFA9"},      [PURPLE] = {"#CC79A7", "#96477A", "#E7A8CB"},
    [ORANGE] = {"#E69F00", "#8A5E00", "#F5BE4B"},     [SKY] = {"#56B4E9", "#1A719F", "#8BCDF2"},
    [OLIVE] = {"#999933", "#66661A", "#C9C96B"},      [WINE] = {"#882255", "#882255", "#D981AC"},
    [GREY] = {"#7A7A7A", "#565656", "#B0B0B0"},
};

static const enum color sectors[ECO_MAP_SECTORS + 1] = {BLUE, ORANGE, GREEN, PURPLE, SKY, VERMILLION, OLIVE, WINE, GREY};

static const enum color cooperative[] = {BLUE, GREEN, ORANGE, PURPLE, SKY, OLIVE};
enum { COOPERATIVE = sizeof cooperative / sizeof *cooperative };
static const char *const dashes[] = {"", "9 4", "2 3.5", "10 3 2 3"};
enum { DASHES = sizeof dashes / sizeof *dashes };

static enum color kind_color(const struct eco_picture_kind *kind)
{
    if (kind->relation_class == ECO_COMPETITIVE)
        return VERMILLION;
    return kind->relation_class == ECO_REGULATORY ? GREY : cooperative[kind->place % COOPERATIVE];
}

const char *eco_map_kind_color(const struct eco_picture_kind *kind)
{
    return colors[kind_color(kind)].fill;
}

const char *eco_map_kind_dashes(const struct eco_picture_kind *kind)
{
    if (kind->relation_class == ECO_COOPERATIVE)
        return dashes[(kind->place + kind->place / COOPERATIVE) % DASHES];
    return dashes[(kind->place + (kind->relation_class == ECO_COMPETITIVE ? 1 : 3)) % DASHES];
}

const char *eco_map_sector_color(int color)
{
    return colors[sectors[color]].fill;
}

static void add_page(struct eco_str *out, bool dark)
{
    const char *page = dark ? "#15181D" : "#FFFFFF", *ink = dark ? "#ECECEC" : "#1B1B1B", *soft = dark ? "#ABB0B8" : "#555555";
    eco_str_printf(out, ".page{fill:%s}.rim{stroke:%s}.ink{fill:%s}.soft{fill:%s}.label{fill:%s;stroke:%s}.halo{stroke:%s}\n", page,
                   page, ink, soft, ink, page, page);
    eco_str_printf(out, ".wedge{stroke:%s;fill-opacity:%s}.sample{stroke:%s}.disc{stroke:%s}\n", page, dark ? ".17" : ".085",
                   soft, soft);
    for (int s = 0; s <= ECO_MAP_SECTORS; s++)
        eco_str_printf(out, ".name%d{fill:%s}\n", s, dark ? colors[sectors[s]].glow : colors[sectors[s]].ink);
}

static void add_kind(struct eco_str *out, const struct eco_picture_kind *kind, int number, bool dark)
{
    enum color color = kind_color(kind);
    const char *paint = dark ? colors[color].glow : colors[color].fill, *dash = eco_map_kind_dashes(kind);
    eco_str_printf(out, ".k%d path{stroke:%s", number, paint);
    if (*dash)
        eco_str_printf(out, ";stroke-dasharray:%s", dash);
    eco_str_printf(out, "}.k%d polygon{fill:%s}\n", number, paint);
}

static void add_colors(struct eco_str *out, const struct eco_picture *picture, const bool *used, bool dark)
{
    add_page(out, dark);
    for (int k = 0; k < picture->kinds_count; k++)
        if (used[k])
            add_kind(out, &picture->kinds[k], k, dark);
}

void eco_map_add_style(struct eco_str *out, const struct eco_picture *picture, const bool *used, enum eco_map_theme theme)
{
    eco_str_add(out, "<style>\n"
                     "text{font-family:system-ui,\"Noto Sans CJK SC\",sans-serif}\n"
                     ".start{text-anchor:start}.middle{text-anchor:middle}.end{text-anchor:end}\n");
    eco_str_printf(out, ".label{font-size:%.1fpx;stroke-width:3.2px;stroke-linejoin:round;paint-order:stroke}\n"
                        ".hub{font-size:%.0fpx;font-weight:700;fill:#FFFFFF}\n"
                        ".name{font-size:%.0fpx;font-weight:700}.small{font-size:%.1fpx}.text{font-size:14px}\n"
                        ".head{font-size:27px;font-weight:700}.strong{font-weight:700}\n",
                   ECO_MAP_LABEL_SIZE, ECO_MAP_HUB_SIZE, ECO_MAP_TITLE_SIZE, ECO_MAP_SMALL_SIZE);
    eco_str_add(out, ".wedge{stroke-width:4px;stroke-linejoin:round}.rim{stroke-width:1.5px}.tie{opacity:.74}.tie path{fill:none}\n"
                     ".other{opacity:.4}.inferred{opacity:.36}.tie:hover{opacity:1}.group:hover .rim{stroke-width:4px}\n"
                     ".sample{fill:none}.disc{fill:none;stroke-width:1.2px}\n");
    for (int s = 0; s <= ECO_MAP_SECTORS; s++)
        eco_str_printf(out, ".s%d{fill:%s}\n", s, colors[sectors[s]].fill);
    eco_str_printf(out, ".focal{fill:#333A45}\n");
    add_colors(out, picture, used, theme == ECO_MAP_DARK);
    if (theme == ECO_MAP_AUTO) {
        eco_str_add(out, "@media (prefers-color-scheme:dark){\n");
        add_colors(out, picture, used, true);
        eco_str_add(out, "}\n");
    }
    eco_str_add(out, "</style>\n");
}
