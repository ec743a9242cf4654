import { specification } from '../../../platform/kernel/specification.js';
import { NewsId, NewsSeen, type ReadNews } from '../../contract/index.js';
import type { SeeNews } from './news.commands.js';
import { news } from './news.decider.js';

const { accepts } = specification('what a person has confirmed', news);

const event = (n: number) => `018f0c5e-0000-7000-8000-00000000090${n}`;
const november = NewsId.parse('meeting/018f0c5e-0000-7000-8000-000000000301');
const plan = NewsId.parse('plan/2026');
const read = (newsId: NewsId, n: number): ReadNews => ({ newsId, upTo: event(n) });
const see = (...items: ReadNews[]): SeeNews => ({ type: 'SeeNews', items });
const seen = (...items: ReadNews[]) => NewsSeen({ items });

accepts('one news item')
  .given()
  .when(see(read(november, 1)))
  .then(seen(read(november, 1)));
accepts('several news items at once')
  .given()
  .when(see(read(november, 1), read(plan, 2)))
  .then(seen(read(november, 1), read(plan, 2)));
accepts('the same item again, which changes nothing')
  .given(seen(read(november, 1), read(plan, 2)))
  .when(see(read(plan, 2), read(november, 1)))
  .then();
accepts('a confirmed item with later events, and records that item only')
  .given(seen(read(november, 1)))
  .when(see(read(november, 1), read(november, 3)))
  .then(seen(read(november, 3)));
accepts('an item named twice, and records it once')
  .given()
  .when(see(read(plan, 2), read(plan, 2)))
  .then(seen(read(plan, 2)));
accepts('an older state from another window, and keeps what was confirmed later')
  .given(seen(read(november, 1)), seen(read(november, 3)))
  .when(see(read(november, 1)))
  .then();
accepts('a confirmation of no items, which changes nothing').given().when(see()).then();
