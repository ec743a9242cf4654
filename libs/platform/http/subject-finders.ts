import type { EarlierReads } from '#platform/streams';
import type { SubjectKind } from './routes.js';
import type { FoundSubject, SubjectFinder } from './subjects.js';

/** Every context's subject finders, by subject kind. */
export class SubjectFinders {
  private byKind?: ReadonlyMap<SubjectKind, SubjectFinder>;

  /** `finders` is called at first use: the application is not complete when this is constructed. */
  constructor(private readonly finders: () => readonly SubjectFinder[]) {}

  has(kind: SubjectKind): boolean {
    return this.all().has(kind);
  }

  /** The subject that the right must reach; undefined if the municipality has no such subject. */
  async find(kind: SubjectKind, tenant: string, id: string, reads?: EarlierReads): Promise<FoundSubject | undefined> {
    const finder = this.all().get(kind);
    if (!finder) throw new Error(`No context says how to find a ${kind}`);
    return finder.find(tenant, id, reads);
  }

  private all(): ReadonlyMap<SubjectKind, SubjectFinder> {
    if (this.byKind) return this.byKind;
    const finders = this.finders();
    const byKind = new Map(finders.map((finder) => [finder.kind, finder]));
    if (byKind.size < finders.length) throw new Error('Two subject finders are for the same kind');
    return (this.byKind = byKind);
  }
}
