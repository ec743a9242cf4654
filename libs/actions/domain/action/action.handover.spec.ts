import { specification } from '../../../platform/kernel/specification.js';
import { HandoverAccepted, HandoverDeclined, HandoverOffered } from '../../contract/index.js';
import { action } from './action.decider.js';
import {
  accept,
  acceptHandover,
  agreed,
  anna,
  berit,
  carl,
  completed,
  corrected,
  declined,
  declineHandover,
  handedOver,
  health,
  nationalNumber,
  offer,
  offered,
  today,
} from './action.examples.js';

const an = specification('an action', action);

an.accepts('to be offered to another').given(agreed()).when(offer()).then(offered());
an.accepts('the same offer again, which changes nothing').given(agreed(), offered()).when(offer()).then();
an.accepts('a new offer in place of an open one')
  .given(agreed(), offered())
  .when(offer({ to: carl }))
  .then(HandoverOffered({ from: anna, to: carl, toServiceId: health, on: today, reason: null }));
an.accepts('to be offered again after it was declined')
  .given(agreed(), offered(), declined())
  .when(offer())
  .then(offered());
an.refuses('to be offered to its owner')
  .given(agreed())
  .when(offer({ to: anna }))
  .with({ rule: 'HANDOVER_TO_SELF', at: 'to' });
an.refuses('to be offered to one who is not active')
  .given(agreed())
  .when(offer({ receiverIsActive: false }))
  .with({ rule: 'RECEIVER_NOT_ACTIVE', at: 'to' });
an.refuses('an offer with a national number in its reason')
  .given(agreed())
  .when(offer({ reason: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' });
an.refuses('to be offered when it has ended').given(agreed(), completed()).when(offer()).with('ACTION_ENDED');

an.accepts('to be taken over by the one it is offered to')
  .given(agreed(), offered())
  .when(acceptHandover())
  .then(handedOver());
an.accepts('to be handed on by its new owner, from the new owner')
  .given(agreed(), offered(), handedOver(), offered({ from: berit, to: carl }))
  .when(acceptHandover({ by: carl }))
  .then(HandoverAccepted({ from: berit, to: carl, toServiceId: health, on: today }));
an.accepts('that one who took it over has accepted it already')
  .given(agreed(), offered(), handedOver())
  .when(accept({ by: berit }))
  .then();
an.refuses('to be taken over when nothing is offered')
  .given(agreed())
  .when(acceptHandover())
  .with('NO_HANDOVER_OFFERED');
an.refuses('to be taken over twice')
  .given(agreed(), offered(), handedOver())
  .when(acceptHandover())
  .with('NO_HANDOVER_OFFERED');
an.refuses('to be taken over by anyone else')
  .given(agreed(), offered())
  .when(acceptHandover({ by: carl }))
  .with('ONLY_RECEIVER_MAY_ANSWER');
an.refuses('to be taken over by the one first offered, when it was offered anew')
  .given(agreed(), offered(), offered({ to: carl }))
  .when(acceptHandover())
  .with('ONLY_RECEIVER_MAY_ANSWER');
an.refuses('to be taken over when a correction has given it another owner since')
  .given(agreed(), offered(), corrected({ ownerId: carl }))
  .when(acceptHandover())
  .with('NO_HANDOVER_OFFERED');
an.refuses('to be taken over when it has ended')
  .given(agreed(), offered(), completed())
  .when(acceptHandover())
  .with('ACTION_ENDED');

an.accepts('that the offer is declined, with a reason')
  .given(agreed(), offered())
  .when(declineHandover({ reason: 'har permisjon' }))
  .then(HandoverDeclined({ to: berit, on: today, reason: 'har permisjon' }));
an.refuses('that an offer is declined when there is none')
  .given(agreed())
  .when(declineHandover())
  .with('NO_HANDOVER_OFFERED');
an.refuses('that another declines the offer')
  .given(agreed(), offered())
  .when(declineHandover({ by: carl }))
  .with('ONLY_RECEIVER_MAY_ANSWER');
an.refuses('a declined offer with a national number in its reason')
  .given(agreed(), offered())
  .when(declineHandover({ reason: nationalNumber }))
  .with({ rule: 'TEXT_HOLDS_NATIONAL_NUMBER', at: 'reason' });
