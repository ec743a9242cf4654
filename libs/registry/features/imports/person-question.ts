import type { Role } from '#platform/identity';

/** A role in a question, so that namesakes can be told apart; `place` by name, null in the whole municipality. */
export interface PersonRole {
  readonly role: Role;
  readonly place: string | null;
}

/** A person that a line may refer to: a registered one, or one from an earlier line of the file. */
export interface PersonOption {
  /** The answer that chooses this person: the person's id, or `line-` and the number of the earlier line. */
  readonly answer: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  /** Roles held today or later; of an earlier line, the role on it. */
  readonly roles: readonly PersonRole[];
  /** The earlier line; null for a registered person. */
  readonly line: number | null;
}

/** A line whose person is uncertain. */
export interface PersonQuestion {
  /** The line in question; answers refer to it. */
  readonly line: number;
  readonly file: string;
  readonly name: string;
  readonly email: string | null;
  readonly title: string | null;
  /** The role on the line, if any. */
  readonly roles: readonly PersonRole[];
  readonly options: readonly PersonOption[];
  /** The given answer, if it is one of the options or `new`. */
  readonly answer: string | null;
}
