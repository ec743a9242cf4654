import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSame } from '#platform/kernel/plain';
import { mergeDrafts } from '#meetings/domain/draft';
import { withRow, type Draft } from './draft.js';
import { anAction, anEmptyDraft } from './draft.examples.js';
import {
  arrived,
  beginWriting,
  choose,
  failed,
  isSafe,
  recovered,
  resumed,
  saved,
  sent,
  typed,
  type ServerState,
  type Writing,
} from './writing.js';

const IDS = ['a', 'b'] as const;
const BEGINNING: Draft = { ...anEmptyDraft, place: '', actions: IDS.map((id) => anAction(id, { text: '' })) };

/** A server as in ADR 0042: merges by field, and answers a conflict with both texts. */
class Server {
  private readonly revisions: Draft[] = [BEGINNING];
  get latest(): ServerState {
    return { revision: String(this.revisions.length - 1), draft: this.revisions.at(-1)! };
  }
  save(base: string, mine: Draft): { readonly saved: ServerState } | { readonly conflict: ServerState } {
    const { draft, conflicts } = mergeDrafts(this.revisions[Number(base)]!, mine, this.latest.draft);
    if (conflicts.length > 0) return { conflict: this.latest };
    if (!isSame(draft, this.latest.draft)) this.revisions.push(draft);
    return { saved: this.latest };
  }
}

/** A person at a machine: the page in memory, and the local copy while anything is unsaved. */
class Writer {
  writing: Writing;
  copy: Writing | null = null;
  /** The server's answer that has not arrived at the page. */
  private answer: ReturnType<Server['save']> | null = null;

  constructor(private readonly server: Server) {
    this.writing = beginWriting(server.latest);
  }
  private now(writing: Writing): void {
    this.writing = writing;
    this.copy = isSafe(writing) ? null : writing;
  }
  type(where: string, token: string): void {
    const { mine } = this.writing;
    if (where === 'place') return this.now(typed(this.writing, { ...mine, place: `${mine.place ?? ''}${token}` }));
    if (where === 'new')
      return this.now(typed(this.writing, { ...mine, actions: [...mine.actions, anAction(token, { text: token })] }));
    const text = `${mine.actions.find(({ actionId }) => actionId === where)?.text ?? ''}${token}`;
    if (mine.actions.some(({ actionId }) => actionId === where))
      this.now(typed(this.writing, withRow(mine, 'actions', where, { text })));
    else this.now(typed(this.writing, { ...mine, actions: [...mine.actions, anAction(where, { text })] }));
  }
  /** Sends the save. */
  send(): void {
    if (!this.writing.sending) this.now(sent(this.writing));
  }
  /** Delivers it to the server, which answers. */
  reach(): void {
    const { sending, known } = this.writing;
    if (sending && !this.answer) this.answer = this.server.save(known.revision, sending);
  }
  /** Delivers the answer to the page. */
  receive(): void {
    const { answer } = this;
    if (!answer || !this.writing.sending) return;
    this.answer = null;
    this.now('saved' in answer ? saved(this.writing, answer.saved) : arrived(this.writing, answer.conflict));
  }
  /** Loses the request or its answer, or ends the session. */
  lose(): void {
    this.answer = null;
    if (this.writing.sending) this.now(failed(this.writing, 'offline'));
  }
  /** Sends, delivers and answers a save. */
  save(): void {
    this.send();
    this.reach();
    this.receive();
  }
  /** Notifies of others' changes; a pending answer contains them too. */
  notified(): void {
    if (!this.writing.sending) this.now(arrived(this.writing, this.server.latest));
  }
  /** Crashes the page and opens it again. */
  crash(): void {
    this.answer = null;
    const { copy } = this;
    this.now(resumed(this.server.latest, copy ? [copy] : []));
  }
  both(): void {
    const [first] = this.writing.conflicts;
    if (first) this.now(choose(this.writing, first.at, 'both'));
  }
  /** Restores everything, and this person completes the work. */
  settle(): void {
    this.lose();
    this.now(recovered(this.writing));
    for (let round = 0; round < 6; round += 1) {
      this.notified();
      for (const { at } of this.writing.conflicts) this.now(choose(this.writing, at, 'both'));
      this.send();
      this.reach();
      this.receive();
    }
  }
}

const STEPS = ['save', 'notified', 'send', 'reach', 'receive', 'lose', 'crash', 'both'] as const;
type Step = { readonly happens: (typeof STEPS)[number] } | { readonly into: string };
const happenings: fc.Arbitrary<Step> = fc.record({ happens: fc.constantFrom(...STEPS, 'save', 'notified') });
const typing: fc.Arbitrary<Step> = fc.record({ into: fc.constantFrom('place', 'place', 'a', 'b', 'new') });
const aStep = fc.record({
  who: fc.integer({ min: 0, max: 1 }),
  step: fc.oneof({ weight: 5, arbitrary: happenings }, { weight: 3, arbitrary: typing }),
});

test('whatever happens in whatever order, no typed text is lost', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 12, maxLength: 40 }), (steps) => {
      const server = new Server();
      const writers = [new Writer(server), new Writer(server)];
      const tokens: string[] = [];
      for (const [i, { who, step }] of steps.entries()) {
        const writer = writers[who]!;
        if ('into' in step) {
          tokens.push(`<${i}>`);
          writer.type(step.into, `<${i}>`);
        } else writer[step.happens]();
        // Memory may be lost at any time: the server and the local copies must contain all text.
        const kept = JSON.stringify([server.latest.draft, ...writers.map(({ copy }) => copy)]);
        expect(tokens.filter((token) => !kept.includes(token))).toEqual([]);
      }
      for (let round = 0; round < 3; round += 1) for (const writer of writers) writer.settle();
      const inTheDraft = JSON.stringify(server.latest.draft);
      expect(tokens.filter((token) => !inTheDraft.includes(token))).toEqual([]);
      for (const writer of writers) {
        writer.notified();
        expect(writer.writing.mine).toEqual(server.latest.draft);
        expect(writer.copy).toBeNull();
      }
    }),
    { seed: 1, numRuns: 300 },
  );
});
