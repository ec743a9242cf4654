import { z } from 'zod';
import { SchoolYear } from '#platform/kernel';

/** The year in which a school year begins, as it stands in a path or query: `2026`. */
export const SchoolYearInPath = z.coerce.number().pipe(SchoolYear);
