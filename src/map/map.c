#include "map/map.h"

#include <stdlib.h>

#include "map/render.h"
#include "map/svg.h"

static bool *used_kinds(const struct eco_picture *picture, const struct eco_map_curve *curves, int count)
{
    bool *used = eco_alloc((size_t)picture->kinds_count, sizeof *used);
    for (int i = 0; i < count; i++)
        used[picture->ties[curves[i].tie].kind] = true;
    return used;
}

int eco_map_write_svg(const struct eco_picture *picture, const struct eco_map_options *options, struct eco_str *out,
                      struct eco_problems *problems)
{
    struct eco_map_layout layout;
    struct eco_map_shapes shapes;
    struct eco_str drawn = {0};
    int count;
    eco_layout_radial(picture, options->top, &layout);
    struct eco_map_curve *curves = eco_map_curves(picture, &layout, &count);
    int code = eco_map_render(&layout, curves, count, &drawn, problems);
    if (code == ECO_OK)
        code = eco_map_shapes_read(eco_str_text(&drawn), layout.count, count, &shapes, problems);
    eco_str_finish(&drawn);
    if (code == ECO_OK) {
        bool *used = used_kinds(picture, curves, count);
        struct eco_map_sheet sheet = {picture, &layout, curves, count, &shapes, options->theme, used};
        eco_map_add_svg(out, &sheet);
        eco_map_shapes_finish(&shapes);
        free(used);
    }
    free(curves);
    eco_layout_finish(&layout);
    return code;
}
