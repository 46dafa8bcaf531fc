import { inject } from '@angular/core';
import { readProgress } from '@countersign/contracts/competencies/endpoints';
import { readEntry, readLogContext } from '@countersign/contracts/entries/endpoints';
import { ProgramApi } from '../platform/program-api';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Session } from '../platform/session';

/** What the log page reads before and while somebody writes. Call it where `inject` works. */
export function logSources(entryId: () => string | undefined) {
  const api = inject(ProgramApi);
  const { personId } = inject(Session);
  const catalogue = inject(ProgramCatalogue);

  const context = api.read(readLogContext, () => ({}));
  const entry = api.read(readEntry, () => {
    const id = entryId();
    return id === undefined ? undefined : { params: { entryId: id } };
  });
  const progress = api.read(readProgress, () => {
    const fellowId = personId();
    return fellowId === undefined ? undefined : { params: { fellowId } };
  });

  return {
    catalogue: catalogue.index,
    nameOf: (itemId: string) => catalogue.name(itemId),
    context: context.view,
    /** The entry that is edited, amended or logged once more. */
    entry: entry.view,
    progress: progress.view,
    /** Without these the page cannot start; numbers that are missing are no reason. */
    needed: [context, entry, catalogue.read],
    reloadContext: () => context.reload(),
    reloadEntry: () => entry.reload(),
    reloadProgress: () => progress.reload(),
  };
}
