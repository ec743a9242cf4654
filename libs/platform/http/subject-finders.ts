import type { Subject } from '#platform/identity';
import type { SubjectKind } from './routes.js';
import type { SubjectFinder } from './subjects.js';

/** Every context's subject finders, by the kind that each is for. */
export class SubjectFinders {
  private byKind?: ReadonlyMap<SubjectKind, SubjectFinder>;

  /** `finders` is asked at first use: not all of the application is there when this is made. */
  constructor(private readonly finders: () => readonly SubjectFinder[]) {}

  has(kind: SubjectKind): boolean {
    return this.all().has(kind);
  }

  /** What the right must reach; undefined where there is no such subject in the municipality. */
  async find(kind: SubjectKind, municipality: string, id: string): Promise<Subject | undefined> {
    const finder = this.all().get(kind);
    if (!finder) throw new Error(`No context says how to find a ${kind}`);
    return finder.find(municipality, id);
  }

  private all(): ReadonlyMap<SubjectKind, SubjectFinder> {
    if (this.byKind) return this.byKind;
    const finders = this.finders();
    const byKind = new Map(finders.map((finder) => [finder.kind, finder]));
    if (byKind.size < finders.length) throw new Error('Two subject finders are for the same kind');
    return (this.byKind = byKind);
  }
}
