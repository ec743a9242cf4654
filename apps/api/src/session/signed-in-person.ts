import { Injectable } from '@nestjs/common';
import { ProblemError } from '#platform/http';
import { rightsOf, type Asker } from '#platform/identity';
import { Directory, nameOn, numberOn } from '#registry/contract';

/** Describes the signed-in person to the pages. */
@Injectable()
export class SignedInPerson {
  constructor(private readonly directory: Directory) {}

  /** The person with their roles and rights today, as `WhoAnswer`. */
  async describe(asker: Asker) {
    const { personId, tenant, roles, language, today } = asker;
    const [[person], own] = await Promise.all([
      this.directory.people(tenant, [personId]),
      this.directory.municipality(tenant),
    ]);
    // Signed out between the two queries: the registry no longer knows them.
    if (!person || !own) throw new ProblemError('sign-in-required');
    const { languageForm, demo } = own;
    return {
      personId,
      name: person.name,
      title: person.title,
      roles,
      municipality: { number: numberOn(own, today), name: nameOn(own, today), languageForm, demo },
      rights: rightsOf(asker),
      language,
      today,
    };
  }
}
