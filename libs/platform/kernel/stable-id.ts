import { v5 } from 'uuid';

const SAMSPILL = 'b3f7c0c2-52a0-5f0e-9a53-6f3f3f1f6a11';

/** The same parts always give the same id, which makes a repeated command, import or reaction idempotent. */
export const stableId = (...parts: readonly (string | number)[]): string => v5(parts.join('\u001f'), SAMSPILL);
