import type { RollOverTaskView } from '@countersign/contracts/roll-over/views';

/** Where a thing is done. */
export interface TaskLink {
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

/**
 * The page on which something is done.
 * @param personId whom it is about; empty for nobody
 * @param isDirector whether the reader signs letters
 */
export function linkOfTask(
  { kind }: Pick<RollOverTaskView, 'kind'>,
  personId: string,
  isDirector: boolean,
): TaskLink {
  switch (kind) {
    case 'returned':
      return { path: ['/fellows', personId, 'entries'], query: { state: 'returned' } };
    case 'waiting':
      return { path: ['/waiting'] };
    case 'drafts':
    case 'ready':
      return { path: ['/fellows', personId] };
    case 'letter':
      return { path: isDirector ? ['/fellows', personId, 'letter'] : ['/letters'] };
    case 'cohort':
    case 'unbound':
    case 'draft-set':
      return { path: ['/requirements'] };
    case 'rotation':
      return { path: ['/year'], query: { fellow: personId } };
    case 'qualifications':
      return { path: ['/people', personId, 'qualifications'] };
    case 'edition':
      return { path: ['/program'] };
    default:
      return { path: ['/people', personId] };
  }
}
