/** «2026/27» for the school year that begins in 2026. */
export const schoolYearInWords = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** The first year of a day's school year, which begins in August. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(5, 7)) >= 8 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;
