import { Component, computed, inject } from '@angular/core';
import { isCivilDate } from '@countersign/domain/calendar';
import { readYield } from '@countersign/contracts/dashboards/endpoints';
import { dayFull } from '@countersign/contracts/words/time';
import { unloggedCaution, unloggedFinding } from '@countersign/contracts/words/unlogged';
import { groupFinding, yieldCaution, yieldFinding } from '@countersign/contracts/words/yield';
import { InAddress, partOfAddress } from '../platform/in-address';
import { ProgramApi } from '../platform/program-api';
import { Days } from '../ui/fields/days';
import { Loading } from '../ui/loading';
import { SaveTables } from '../ui/save-tables';
import { GroupSources } from './group-sources';
import { MixTablePart } from './mix-table';
import { SourceTablePart } from './source-table';
import { groupsBySite, mostlyWith, procedureDayTable, siteTable, supervisorTable } from './yield-lines';
import { yieldTables } from './yield-tables';

/** Where the cases of a span come from, and where a fellow who lacks something finds it; no ranking. */
@Component({
  selector: 'cs-yield-page',
  imports: [Days, GroupSources, Loading, MixTablePart, SaveTables, SourceTablePart],
  templateUrl: './yield-page.html',
  styleUrl: './yield-page.css',
})
export class YieldPage {
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
  protected readonly tablesOf = yieldTables;

  protected backToUsual(): void {
    this.#address.choose({ from: null, through: null });
  }
}
