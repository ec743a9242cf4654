import { z } from 'zod';

/** The municipality's decisions about its weekly digest and its mail (R7, R19). */
export const DigestSettings = z.object({
  /** Day of the weekly digest, from Monday (1) to Friday (5). A person may choose another. */
  weekday: z.int().min(1).max(5),
  /** Hour of the day at which mail is composed, Europe/Oslo. */
  hour: z.int().min(7).max(15),
  /** Days after which the bytes of a sent mail are deleted; it can still be rendered from its event. */
  keepBytesDays: z.int().min(1).max(3650),
  /** True where an action's owner may answer by a one-time link in a mail, without signing in. */
  answersByLink: z.boolean(),
});
export type DigestSettings = z.infer<typeof DigestSettings>;

export const DEFAULT_DIGESTS: DigestSettings = { weekday: 1, hour: 7, keepBytesDays: 400, answersByLink: false };
