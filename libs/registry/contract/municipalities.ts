/** A municipality whose people may sign in. */
export interface ServedMunicipality {
  /** Id of the tenant. */
  readonly id: string;
  readonly demo: boolean;
}

/** The municipalities of the installation, for those who are not signed in to one yet. */
export abstract class Municipalities {
  /** Every municipality in use, by id: not one that has become part of another. */
  abstract served(): Promise<readonly ServedMunicipality[]>;
}
