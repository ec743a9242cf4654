/** Publications of one period, as far as decisions need them. */
export interface Published {
  /** Number of versions. */
  readonly versions: number;
  /** Checksum of the latest; null where there is none. */
  readonly sha256: string | null;
}
