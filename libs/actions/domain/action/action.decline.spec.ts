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

an.accepts('that its owner says no, with the reason').given(agreed()).when(sayNo()).then(saidNo());
an.accepts('the same no again, which changes nothing').given(agreed(), saidNo()).when(sayNo()).then();
an.accepts('another reason for the no')
  .given(agreed(), saidNo())
  .when(sayNo({ reason: 'Hører til helsestasjonen' }))
  .then(saidNo({ reason: 'Hører til helsestasjonen' }));
an.accepts('that the owner thinks better of it').given(agreed(), saidNo()).when(accept()).then(accepted());
an.accepts('to be offered to another by one who said no').given(agreed(), saidNo()).when(offer()).then(offered());
an.accepts('to be taken over after a no')
  .given(agreed(), saidNo(), offered())
  .when(acceptHandover())
  .then(handedOver());
an.accepts('a no from the owner that the protocol was corrected to')
  .given(agreed(), saidNo(), corrected({ ownerId: berit }))
  .when(sayNo({ by: berit }))
  .then({ ...saidNo(), data: { ...saidNo().data, by: berit } });
an.refuses('a no from somebody else')
  .given(agreed())
  .when(sayNo({ by: berit }))
  .with('ONLY_OWNER_MAY_DECLINE');
an.refuses('a no after a yes').given(agreed(), accepted()).when(sayNo()).with('ACTION_ALREADY_ACCEPTED');
an.refuses('a no when it has been started').given(agreed(), started()).when(sayNo()).with('ACTION_ALREADY_ACCEPTED');
an.refuses('a no from one who took it over')
  .given(agreed(), offered(), handedOver())
  .when(sayNo({ by: berit }))
  .with('ACTION_ALREADY_ACCEPTED');
an.refuses('a no when it has ended').given(agreed(), completed()).when(sayNo()).with('ACTION_ENDED');
an.refuses('a no with a national number in its reason')
  .given(agreed())
  .when(sayNo({ reason: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' });
