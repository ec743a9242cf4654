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

accepts('one piece of news')
  .given()
  .when(see(read(november, 1)))
  .then(seen(read(november, 1)));
accepts('all of it at once')
  .given()
  .when(see(read(november, 1), read(plan, 2)))
  .then(seen(read(november, 1), read(plan, 2)));
accepts('the same once more, and says nothing')
  .given(seen(read(november, 1), read(plan, 2)))
  .when(see(read(plan, 2), read(november, 1)))
  .then();
accepts('what has come since, and only that')
  .given(seen(read(november, 1)))
  .when(see(read(november, 1), read(november, 3)))
  .then(seen(read(november, 3)));
accepts('what was named twice, once')
  .given()
  .when(see(read(plan, 2), read(plan, 2)))
  .then(seen(read(plan, 2)));
accepts('a window left behind, and forgets nothing that was confirmed in another')
  .given(seen(read(november, 1)), seen(read(november, 3)))
  .when(see(read(november, 1)))
  .then();
accepts('that there was nothing to confirm').given().when(see()).then();
