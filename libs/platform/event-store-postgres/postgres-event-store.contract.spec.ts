import { eventStoreContract } from '#platform/event-store/contract';
import { logUnderTest } from './log-under-test.js';

eventStoreContract('PostgreSQL', logUnderTest);
