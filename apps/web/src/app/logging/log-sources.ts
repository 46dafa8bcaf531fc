import { computed, inject } from '@angular/core';
import { readProgress } from '@countersign/contracts/dashboards/endpoints';
import { readEntry, readLogContext } from '@countersign/contracts/entries/endpoints';
import { Api } from '../platform/api';
import { problemOf } from '../platform/problem';
import { ProgramCatalogue } from '../platform/program-catalogue';
import { Session } from '../platform/session';

/** What the log page reads before and while somebody writes. Call it where `inject` works. */
export function logSources(entryId: () => string | undefined) {
  const api = inject(Api);
  const session = inject(Session);
  const catalogue = inject(ProgramCatalogue);
  const inProgram = () => (session.programId() === '' ? undefined : { programId: session.programId() });

  const context = api.resource(readLogContext, () => {
    const program = inProgram();
    return program && { params: program };
  });
  const entry = api.resource(readEntry, () => {
    const program = inProgram();
    const id = entryId();
    return program && id ? { params: { ...program, entryId: id } } : undefined;
  });
  const progress = api.resource(readProgress, () => {
    const program = inProgram();
    const fellowId = session.view()?.person.id;
    return program && fellowId ? { params: { ...program, fellowId } } : undefined;
  });

  return {
    catalogue: catalogue.index,
    nameOf: (itemId: string) => catalogue.name(itemId),
    context: computed(() => (context.hasValue() ? context.value() : undefined)),
    /** The entry that is edited, amended or logged once more. */
    entry: computed(() => (entry.hasValue() ? entry.value() : undefined)),
    progress: computed(() => (progress.hasValue() ? progress.value() : undefined)),
    /** Why the page cannot start; numbers that are missing are no reason. */
    trouble: computed(() => {
      const error = context.error() ?? entry.error() ?? catalogue.error();
      return error ? problemOf(error) : null;
    }),
    reload(): void {
      context.reload();
      entry.reload();
      catalogue.reload();
    },
    reloadEntry: () => entry.reload(),
    reloadProgress: () => progress.reload(),
  };
}
