import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';
import { tenantTable } from '#platform/database';
import { eventType, refuse, type Decider, type EventOf, type Recorded } from '#platform/kernel';
import { readModel, streamId, type ReadModel } from '#platform/projections';
import { policy } from './index.js';

// A sent letter is delivered to every receiver's box, and the owner of a full box is reminded.
export const Sent = eventType('post.Sent', 1, z.object({ to: z.array(z.string()) }));
const Delivered = eventType('post.Delivered', 1, z.object({ from: z.string() }));
export const Reminded = eventType('post.Reminded', 1, z.object({}));
export const postEvents = { Sent, Delivered, Reminded };
export type PostEvent = EventOf<typeof postEvents>;
export type PostCommand = { readonly event: PostEvent };

/** Accepts every command, except a delivery from `nobody`. */
export const clerk: Decider<number, PostCommand, PostEvent, 'BOX_CLOSED'> = {
  initialState: 0,
  decide: ({ event }) =>
    event.type === 'post.Delivered' && event.data.from === 'nobody' ? refuse('BOX_CLOSED') : [event],
  evolve: (count) => count + 1,
};

/** Delivers a sent letter to every receiver's box. */
export const deliverWhenSent = policy<PostEvent>({
  name: 'deliver-when-sent',
  when: {
    'post.Sent': {
      react: (event) =>
        event.data.to.map((id) => ({
          to: 'box',
          id,
          command: { event: Delivered({ from: id === 'closed' ? 'nobody' : streamId(event) }) },
        })),
    },
  },
});
/** Reminds the owner of a box to which a letter was delivered. */
export const remindWhenDelivered = policy<PostEvent>({
  name: 'remind-when-delivered',
  when: {
    'post.Delivered': {
      react: (event) => [{ to: 'owner', id: streamId(event), command: { event: Reminded({}) } }],
    },
  },
});

/** Number of reminders to the owner of a box. */
@Entity()
export class Owner {
  @PrimaryColumn('text') ownerId!: string;
  @Column('text') tenant!: string;
  @Column('int') reminders!: number;
}
export class CreateOwner1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table owner (
        tenant text not null, owner_id text not null, reminders int not null, primary key (tenant, owner_id));
      ${tenantTable('owner')}`);
  }
  async down(): Promise<void> {}
}
const ownerOf = (event: Recorded) => [streamId(event)];
/** The read model of owners. */
export const owners = readModel<Owner, PostEvent>({
  name: 'owners',
  version: 1,
  entity: Owner,
  on: {
    'post.Sent': 'ignored',
    'post.Delivered': 'ignored',
    'post.Reminded': {
      rows: ownerOf,
      fold: (row, { tenant }, ownerId) => ({
        ownerId,
        tenant,
        reminders: (row?.reminders ?? 0) + 1,
      }),
    },
  },
}) as ReadModel;
