import { InvalidArgumentError } from 'commander';
import { PersonId } from '#platform/kernel';

/** Reads `--person`. */
export function person(text: string): PersonId {
  const id = PersonId.safeParse(text);
  if (!id.success)
    throw new InvalidArgumentError('It must be a person id such as 6f1c2d3e-1a2b-4c3d-8e9f-0a1b2c3d4e5f.');
  return id.data;
}
