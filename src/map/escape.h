/* Text from outside on its way into XML. This is the only door: nothing else writes such text into a picture. */
#ifndef ECO_MAP_ESCAPE_H
#define ECO_MAP_ESCAPE_H

#include "../base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends `text` as character data or attribute value: valid UTF-8 of characters that XML allows, without controls and
 * invisible marks, with < > & " ' written as references. */
void eco_xml_text(struct eco_str *out, const char *text);

/* The same for a quoted string of the DOT language, where Graphviz would also expand backslashes and entities. */
void eco_dot_text(struct eco_str *out, const char *text);

#ifdef __cplusplus
}
#endif
#endif
