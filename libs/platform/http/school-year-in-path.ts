import { z } from 'zod';
import { SchoolYear } from '#platform/kernel';

/** The first calendar year of a school year, as in a path or query: `2026`. */
export const SchoolYearInPath = z.coerce.number().pipe(SchoolYear);
