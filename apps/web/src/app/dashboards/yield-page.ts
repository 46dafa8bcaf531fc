import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { isCivilDate } from '@countersign/domain/calendar';
import { readYield } from '@countersign/contracts/dashboards/endpoints';
import type { YieldView } from '@countersign/contracts/dashboards/yield-views';
import { dayFull } from '@countersign/contracts/words/time';
import { unloggedCaution, unloggedFinding } from '@countersign/contracts/words/unlogged';
import { groupFinding, yieldCaution, yieldFinding } from '@countersign/contracts/words/yield';
import { InAddress, partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { saveCsv } from '../platform/save-file';
import { Days } from '../ui/fields/days';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { GroupSources } from './group-sources';
import { MixTablePart } from './mix-table';
import { SourceTablePart } from './source-table';
import { yieldCsv } from './yield-csv';
import { groupsBySite, mostlyWith, procedureDayTable, siteTable, supervisorTable } from './yield-lines';

/** Where the cases of a span come from, and where a fellow who lacks something finds it; no ranking. */
@Component({
  selector: 'cs-yield-page',
  imports: [Days, GroupSources, Icon, Loading, MixTablePart, SourceTablePart],
  templateUrl: './yield-page.html',
  styleUrl: './yield-page.css',
})
export class YieldPage {
  readonly #document = inject(DOCUMENT);
  readonly #address = inject(InAddress);
  protected readonly from = partOfAddress('from');
  protected readonly through = partOfAddress('through');
  /** The group that a fellow lacks; every group where none is chosen. */
  protected readonly lacking = partOfAddress('group');

  protected readonly read = inject(ProgramApi).read(readYield, () => ({
    query: {
      ...(isCivilDate(this.from()) && { fromOn: this.from() }),
      ...(isCivilDate(this.through()) && { toOn: this.through() }),
    },
  }));
  protected readonly view = this.read.view;
  protected readonly tables = computed(() => {
    const view = this.view();
    return (
      view && {
        sites: siteTable(view),
        mostly: mostlyWith(view),
        days: [
          procedureDayTable('Procedure days by fellow', view.unlogged.fellows),
          procedureDayTable('Procedure days by site', view.unlogged.sites),
        ],
        supervisors: supervisorTable(view),
        groups: groupsBySite(view),
      }
    );
  });
  protected readonly columns = computed(() => this.view()?.sites.map(({ source }) => source) ?? []);
  protected readonly chosen = computed(() => this.view()?.groups.find(({ id }) => id === this.lacking()));
  protected readonly caution = yieldCaution;
  protected readonly finding = yieldFinding;
  protected readonly unlogged = unloggedFinding;
  protected readonly question = unloggedCaution;
  protected readonly whereFound = groupFinding;
  protected readonly day = dayFull;

  protected backToUsual(): void {
    this.#address.choose({ from: null, through: null });
  }

  protected download(view: YieldView): void {
    saveCsv(this.#document, `where-cases-come-from-${view.fromOn}-${view.toOn}.csv`, yieldCsv(view));
  }
}
