import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readRaters } from '@countersign/contracts/raters/endpoints';
import { counted, percent } from '@countersign/contracts/words/count';
import {
  agreementInWords,
  connectivityInWords,
  differenceInWords,
  levelInWords,
  raterInWords,
  reliabilityInWords,
} from '@countersign/contracts/words/raters';
import { dayFull } from '@countersign/contracts/words/time';
import { ProgramApi } from '../platform/program-api';
import { Loading } from '../ui/loading';
import { PersonName } from '../ui/person-name';
import { SaveTables } from '../ui/save-tables';
import { IntervalBar } from './interval-bar';
import { ratersTables } from './raters-tables';

/** Raters beside one another, for the director: fair means with intervals, how much a rating says; no league. */
@Component({
  selector: 'cs-raters-page',
  imports: [PersonName, IntervalBar, Loading, RouterLink, SaveTables],
  templateUrl: './raters-page.html',
  styleUrl: './raters-page.css',
})
export class RatersPage {
  protected readonly read = inject(ProgramApi).read(readRaters, () => ({}));
  protected readonly view = this.read.view;
  /** The finding: how many of the supervisors can be told apart from colleagues. */
  protected readonly title = computed(() => {
    const raters = this.view()?.raters ?? [];
    const told = raters.filter(({ effect }) => effect !== undefined);
    const apart = told.filter(({ effect }) => effect && (effect.low > 0 || effect.high < 0)).length;
    if (told.length === 0) return 'Ratings are too few to tell supervisors apart';
    const who = counted(apart, 'supervisor rates', 'supervisors rate');
    return apart === 0
      ? 'No supervisor surely rates otherwise than colleagues'
      : `${who} surely otherwise than colleagues on the same fellows`;
  });
  protected readonly fellowsTitle = computed(() => {
    const fellows = this.view()?.fellows ?? [];
    const thin = fellows.filter((one) => one.thin).length;
    return thin === 0
      ? 'Every fellow has ratings enough, from supervisors enough'
      : `${thin} of ${counted(fellows.length, 'fellow has', 'fellows have')} thin ratings`;
  });
  protected readonly tables = ratersTables;
  /** One interval of 95 % in twenty misses what is true. */
  protected readonly byChance = computed(() => ((this.view()?.raters ?? []).length / 20).toFixed(1));
  protected readonly day = dayFull;
  protected readonly connectivity = connectivityInWords;
  protected readonly reliability = reliabilityInWords;
  protected readonly said = raterInWords;
  protected readonly level = levelInWords;
  protected readonly agreement = agreementInWords;
  protected readonly difference = differenceInWords;
  protected readonly percent = percent;
}
