import { expect, test } from '@jest/globals';
import { GroupCommit } from './group-commit.js';

test('items that come while a commit is under way are committed together afterwards', async () => {
  const batches: (readonly number[])[] = [];
  let letGo = () => undefined as void;
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const group = new GroupCommit<number, number>(async (items) => {
    batches.push(items);
    begin();
    if (batches.length === 1) await new Promise<void>((resolve) => (letGo = resolve));
    return items.map((item) => item * 2);
  });
  const first = group.add(1);
  await begun;
  const others = [group.add(2), group.add(3)];
  letGo();
  expect(await Promise.all([first, ...others])).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1], [2, 3]]);
});

test('items that come in one turn of the event loop are committed together', async () => {
  const batches: (readonly number[])[] = [];
  const group = new GroupCommit<number, number>((items) => {
    batches.push(items);
    return Promise.resolve(items);
  });
  await Promise.all([group.add(1), group.add(2)]);
  expect(batches).toEqual([[1, 2]]);
});

test('a failed commit fails its own items, and the next are committed', async () => {
  const group = new GroupCommit<string, string>((items) =>
    items.includes('bad') ? Promise.reject(new Error('no room')) : Promise.resolve(items),
  );
  await expect(group.add('bad')).rejects.toThrow('no room');
  expect(await group.add('good')).toBe('good');
});
