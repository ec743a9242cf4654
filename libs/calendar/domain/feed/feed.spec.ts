import type { CalendarDate } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { FeedOpened, FeedRevoked } from '../../contract/index.js';
import { feed } from './feed.decider.js';

const { accepts, refuses } = specification('calendar feed', feed);

const on = '2026-11-30' as CalendarDate;
const [first, second] = ['018f0c5e-0000-7000-8000-000000000501', '018f0c5e-0000-7000-8000-000000000502'] as const;

accepts('a first feed')
  .given()
  .when({ type: 'OpenFeed', feedId: first, on })
  .then(FeedOpened({ feedId: first, on }));
accepts('a new address, which ends the one before')
  .given(FeedOpened({ feedId: first, on }))
  .when({ type: 'OpenFeed', feedId: second, on })
  .then(FeedRevoked({ feedId: first, on }), FeedOpened({ feedId: second, on }));
accepts('the end of a feed')
  .given(FeedOpened({ feedId: first, on }))
  .when({ type: 'RevokeFeed', on })
  .then(FeedRevoked({ feedId: first, on }));
refuses('the end of a feed that there is not').given().when({ type: 'RevokeFeed', on }).with('NO_CALENDAR_FEED');
refuses('the end of a feed twice')
  .given(FeedOpened({ feedId: first, on }), FeedRevoked({ feedId: first, on }))
  .when({ type: 'RevokeFeed', on })
  .with('NO_CALENDAR_FEED');
