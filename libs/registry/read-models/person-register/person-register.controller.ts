import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId } from '#platform/kernel';
import { OnePerson, PersonFilter, PersonPage } from './person-register.dto.js';
import { GetPerson, ListPeople } from './person-register.query.js';

@Controller('people')
export class PersonRegisterController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({ right: 'registry.read', summary: 'People at work in the municipality, by name.', answer: PersonPage })
  list(@Query({ schema: PersonFilter }) filter: PersonFilter, @Asked() asker: Asker) {
    return this.queries.execute(new ListPeople(asker, filter));
  }

  @QueryRoute({
    path: ':personId',
    right: 'registry.read',
    summary: 'One person with their roles.',
    answer: OnePerson,
  })
  one(@Param('personId', { schema: PersonId }) personId: PersonId, @Asked() asker: Asker) {
    return this.queries.execute(new GetPerson(asker, personId));
  }
}
