import type { Subject } from '#platform/identity';
import type { SubjectKind } from './routes.js';
import type { SubjectFinder } from './subjects.js';

/** Every context's subject finders, by the kind that each is for. */
export class SubjectFinders {
  private readonly byKind: ReadonlyMap<SubjectKind, SubjectFinder>;

  constructor(finders: readonly SubjectFinder[]) {
    this.byKind = new Map(finders.map((finder) => [finder.kind, finder]));
    if (this.byKind.size < finders.length) throw new Error('Two subject finders are for the same kind');
  }

  has(kind: SubjectKind): boolean {
    return this.byKind.has(kind);
  }

  /** What the right must reach; undefined where there is no such subject in the municipality. */
  async find(kind: SubjectKind, municipality: string, id: string): Promise<Subject | undefined> {
    const finder = this.byKind.get(kind);
    if (!finder) throw new Error(`No context says how to find a ${kind}`);
    return finder.find(municipality, id);
  }
}
