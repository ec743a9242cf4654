/** «2026/27» for the school year that begins in 2026. */
export const schoolYearInWords = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;

/** The year that a school year begins in, for a day: August begins a new one. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(5, 7)) >= 8 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;
