import { specification } from '../../../platform/kernel/specification.js';
import { action } from './action.decider.js';
import {
  accept,
  accepted,
  acceptHandover,
  agreed,
  berit,
  completed,
  corrected,
  handedOver,
  nationalNumber,
  offer,
  offered,
  saidNo,
  sayNo,
  started,
} from './action.examples.js';

const an = specification('an action', action);

an.accepts('to be declined by its owner, with the reason').given(agreed()).when(sayNo()).then(saidNo());
an.accepts('to be declined again with the same reason, which changes nothing')
  .given(agreed(), saidNo())
  .when(sayNo())
  .then();
an.accepts('to be declined again with another reason')
  .given(agreed(), saidNo())
  .when(sayNo({ reason: 'Hører til helsestasjonen' }))
  .then(saidNo({ reason: 'Hører til helsestasjonen' }));
an.accepts('to be accepted by its owner after it was declined')
  .given(agreed(), saidNo())
  .when(accept())
  .then(accepted());
an.accepts('to be offered to another person after it was declined')
  .given(agreed(), saidNo())
  .when(offer())
  .then(offered());
an.accepts('a handover after it was declined')
  .given(agreed(), saidNo(), offered())
  .when(acceptHandover())
  .then(handedOver());
an.accepts('to be declined by the owner that a correction of the protocol named')
  .given(agreed(), saidNo(), corrected({ ownerId: berit }))
  .when(sayNo({ by: berit }))
  .then({ ...saidNo(), data: { ...saidNo().data, by: berit } });
an.refuses('to be declined by anyone but its owner')
  .given(agreed())
  .when(sayNo({ by: berit }))
  .with('ONLY_OWNER_MAY_DECLINE');
an.refuses('to be declined after it was accepted')
  .given(agreed(), accepted())
  .when(sayNo())
  .with('ACTION_ALREADY_ACCEPTED');
an.refuses('to be declined after it was started')
  .given(agreed(), started())
  .when(sayNo())
  .with('ACTION_ALREADY_ACCEPTED');
an.refuses('to be declined by a person who accepted a handover of it')
  .given(agreed(), offered(), handedOver())
  .when(sayNo({ by: berit }))
  .with('ACTION_ALREADY_ACCEPTED');
an.refuses('to be declined after it ended').given(agreed(), completed()).when(sayNo()).with('ACTION_ENDED');
an.refuses('to be declined with a national number in the reason')
  .given(agreed())
  .when(sayNo({ reason: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' });
