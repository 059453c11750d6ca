/* Numbers: printed the same everywhere, compared the same everywhere. */
#ifndef ECO_BASE_NUMBER_H
#define ECO_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { ECO_NUMBER_SIZE = 32 };

/* The number with up to 12 significant digits in its shortest form ("0.1", "1e-7", "944000000"); -0 prints as 0.
 * `value` must be finite. Writes at most ECO_NUMBER_SIZE bytes with the NUL; returns `buffer`. */
char *eco_number_print(char buffer[ECO_NUMBER_SIZE], double value);
/* The shortest decimal number that reads back as the same double, in the same form: for data, not for figures. -0
 * prints as 0. */
char *eco_number_print_exact(char buffer[ECO_NUMBER_SIZE], double value);
/* Rounded to the 12 digits that are printed: what two machines agree on. */
double eco_number_round(double value);

/* Reads a decimal number that fills the whole text (no hexadecimal, inf or nan; '.' as point in every locale). */
bool eco_number_read(const char *text, double *ret_value);
bool eco_integer_read(const char *text, long *ret_value);

/* Equal within a relative 1e-9 / the given tolerance. */
bool eco_number_near(double a, double b, double relative);

/* Ranks, 1 = largest; equal values (relative 1e-9) get the mean of their ranks. NaN marks an undefined value: it
 * gets rank NaN and takes no place. `ret_ranks` has `count` elements. */
void eco_rank(const double *values, int count, double *ret_ranks);

/* The places of the values by falling value; equal ones (relative 1e-9 of the first of them) keep their order, NaN comes
 * last. `ret_order` has `count` elements. */
void eco_order(const double *values, int count, int *ret_order);

/* Percentile `p` in [0,100] of `count` >= 1 ascending values, linear interpolation (type 7). */
double eco_percentile(const double *sorted, size_t count, double p);

#ifdef __cplusplus
}
#endif
#endif
