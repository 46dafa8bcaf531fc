import { Injectable, signal } from '@angular/core';

/** Where somebody stands in the map, kept while they look behind one of its numbers. */
@Injectable({ providedIn: 'root' })
export class GridPlace {
  /** The one cell that Tab reaches. */
  readonly stop = signal({ row: 0, column: 0 });
  /** Whether that cell was opened, so that whoever comes back stands on it again. */
  opened = false;
}
