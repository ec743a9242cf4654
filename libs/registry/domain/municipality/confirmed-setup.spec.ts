import { specification } from '../../../platform/kernel/specification.js';
import type { MunicipalityEvent } from '../../contract/index.js';
import { withToday } from '../dated-commands.js';
import type { MunicipalityCommand } from './municipality.commands.js';
import { municipality, type MunicipalityRule } from './municipality.decider.js';
import { confirm, confirmed, day, registered } from './municipality.examples.js';
import type { Municipality } from './municipality.state.js';

const a = specification(
  'a new municipality',
  withToday<Municipality, MunicipalityCommand, MunicipalityEvent, MunicipalityRule>(municipality, () =>
    day('2026-10-01'),
  ),
);

a.accepts('that its coordinator has looked at the settings it began with')
  .given(registered())
  .when(confirm('settings'))
  .then(confirmed('settings'));
a.accepts('that somebody looks at the name after the settings')
  .given(registered(), confirmed('settings'))
  .when(confirm('details'))
  .then(confirmed('details'));
a.accepts('that somebody looks at the settings once more, which changes nothing')
  .given(registered(), confirmed('settings'))
  .when(confirm('settings'))
  .then();
a.refuses('to be looked at before it is registered').given().when(confirm('details')).with('NOT_FOUND');
