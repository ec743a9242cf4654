import { Entity } from 'typeorm';
import { dayOf, FIRST_DAY, type Recorded } from '#platform/kernel';
import { readModel } from '#platform/projections';
import type { MunicipalityEvent } from '#registry/contract';
import type { MunicipalityFact } from '../contract/facts.js';
import { FactRow, remember } from './fact-row.js';

@Entity('statistics_municipality')
export class MunicipalityFactRow extends FactRow<MunicipalityFact> {}

const fold = remember<MunicipalityFact, MunicipalityFactRow>((row) => row);
const happenedOn = ({ metadata }: Recorded) => dayOf(new Date(metadata.occurredAt));

/** Settings and school calendars, as they were known at each moment. */
export const municipalityFacts = readModel<MunicipalityFactRow, MunicipalityEvent>({
  name: 'statistics-municipality',
  version: 2,
  entity: MunicipalityFactRow,
  on: {
    'registry.MunicipalityRegistered': fold((_, { data }) => ({
      settings: [{ from: FIRST_DAY, settings: data.settings }],
      calendars: [],
    })),
    'registry.SettingsChanged': fold(
      (known, event) =>
        known && {
          ...known,
          settings: [
            ...known.settings.filter(({ from }) => from !== happenedOn(event)),
            { from: happenedOn(event), settings: event.data.settings },
          ],
        },
    ),
    'registry.SchoolCalendarSet': fold(
      (known, { data }) =>
        known && {
          ...known,
          calendars: [
            ...known.calendars.filter((it) => it.schoolYear !== data.schoolYear || it.kind !== data.kind),
            data,
          ],
        },
    ),
    'registry.MunicipalityChanged': 'ignored',
    'registry.MunicipalityNumberChanged': 'ignored',
    'registry.MunicipalityFormed': 'ignored',
    'registry.SetupStepConfirmed': 'ignored',
  },
});
