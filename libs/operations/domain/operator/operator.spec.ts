import { specification } from '../../../platform/kernel/specification.js';
import { EventPassedOver } from '../../contract/index.js';
import type { PassOver } from './operator.commands.js';
import { operator } from './operator.decider.js';

const { accepts } = specification('an operator', operator);

const passOver = (changes: Partial<PassOver> = {}): PassOver => ({
  type: 'PassOver',
  kind: 'read-model',
  name: 'unit-register',
  eventId: '018f0c5e-0000-7000-8000-000000000001',
  reason: 'the name is too long for its column',
  ...changes,
});
const passedOver = ({ type: _, ...decision }: PassOver) => EventPassedOver(decision);

accepts('that a read model skips an event').given().when(passOver()).then(passedOver(passOver()));
accepts('the same decision again, and changes nothing').given(passedOver(passOver())).when(passOver()).then();
accepts('that another read model skips the same event')
  .given(passedOver(passOver()))
  .when(passOver({ name: 'board' }))
  .then(passedOver(passOver({ name: 'board' })));
accepts('that a policy of the same name skips the same event')
  .given(passedOver(passOver()))
  .when(passOver({ kind: 'policy' }))
  .then(passedOver(passOver({ kind: 'policy' })));
accepts('that a read model skips another event')
  .given(passedOver(passOver()))
  .when(passOver({ eventId: '018f0c5e-0000-7000-8000-000000000002' }))
  .then(passedOver(passOver({ eventId: '018f0c5e-0000-7000-8000-000000000002' })));
