import { computed, signal, type Signal } from '@angular/core';
import type { CatalogueIndex, ProcedureRole } from '@countersign/domain/catalogue';
import {
  checkApproval,
  checkCorrectedContent,
  type Help,
  type NextTime,
  type SupervisionLevel,
} from '@countersign/domain/entry';
import type { ApproveBody, CorrectionBody, LineRatingBody } from '@countersign/contracts/reviews/bodies';
import type { EntryView } from '@countersign/contracts/entries/views';
import { problemInWords } from '@countersign/contracts/words/problem';

type Content = EntryView['content'];

/** What is chosen for each procedure, by its place. */
class PerLine<Value> {
  readonly #values = signal<ReadonlyMap<number, Value>>(new Map());

  at(position: number): Value | undefined {
    return this.#values().get(position);
  }

  set(position: number, value: Value | undefined): void {
    this.#values.update((before) => {
      const after = new Map(before);
      if (value === undefined) after.delete(position);
      else after.set(position, value);
      return after;
    });
  }

  clear(): void {
    this.#values.set(new Map());
  }
}

/** An approval in the making: ratings in one tap or apart, corrections, words. Nothing is preselected. */
export class ApprovalDraft {
  /** Each procedure is judged apart. */
  readonly apart = signal(false);
  readonly help = signal<Help | undefined>(undefined);
  readonly nextTime = signal<NextTime | undefined>(undefined);
  readonly helps = new PerLine<Help>();
  readonly nextTimes = new PerLine<NextTime>();
  readonly keepDoing = signal('');
  readonly nextTimeText = signal('');
  /** Roles and supervision levels are being set right. */
  readonly correcting = signal(false);
  readonly roles = new PerLine<ProcedureRole>();
  readonly supervisions = new PerLine<SupervisionLevel>();
  readonly correctionReason = signal('');

  /** @param catalogue undefined while it is on its way: what a correction contradicts is then said by the server alone */
  constructor(
    private readonly content: Signal<Content>,
    private readonly catalogue: Signal<CatalogueIndex | undefined>,
  ) {}

  /** All is rated, and low enough for the fellow to be told what to do next time. */
  readonly isLow = computed(() => this.#fault(this.#rated()) === 'review/narrative-needed');
  readonly nextTimeMissing = computed(() => this.isLow() && this.nextTimeText().trim() === '');
  readonly reasonMissing = computed(
    () => this.#corrections().length > 0 && this.correctionReason().trim() === '',
  );
  /** What a correction contradicts, in a sentence, by the place of its procedure. */
  readonly contradictions = computed((): ReadonlyMap<number, string> => {
    const [catalogue, corrections] = [this.catalogue(), this.#corrections()];
    if (catalogue === undefined || corrections.length === 0) return new Map();
    const faults = checkCorrectedContent(this.content(), corrections, catalogue).map(
      ({ code, field = '', detail: values = {} }) => {
        const position = corrections[Number(field.split('/')[2])]?.position ?? 0;
        return [position, problemInWords({ code, values })] as const;
      },
    );
    return new Map(faults.toReversed());
  });
  /** What is still to be done before it can be sent; null when nothing is. */
  readonly missing = computed(() => {
    const fault = this.#fault(this.body());
    if (fault === 'review/narrative-needed') return 'Say what to do next time';
    if (fault !== null) return this.apart() ? 'Rate each procedure to approve' : 'Rate the help to approve';
    if (this.contradictions().size > 0) return 'The correction contradicts the entry';
    return this.reasonMissing() ? 'Say why you correct it' : null;
  });
  /** The help that was given, `4` or `5, 2`. */
  readonly said = computed(() => {
    const { help, ratings = [] } = this.#rated();
    return help === undefined ? ratings.map((rating) => rating.help).join(', ') : `${help}`;
  });
  /** What would be sent now. */
  readonly body = computed((): ApproveBody => {
    const corrections = this.#corrections();
    return {
      ...this.#rated(),
      ...filled('keepDoing', this.keepDoing()),
      ...filled('nextTimeText', this.nextTimeText()),
      ...(corrections.length === 0 ? {} : { corrections }),
      ...(corrections.length === 0 ? {} : filled('correctionReason', this.correctionReason())),
    };
  });

  /** Rates the next procedure that has no rating, or all in one tap. */
  rateNext(help: Help): void {
    if (!this.apart()) return this.help.set(help);
    const open = this.content().procedures.findIndex((_, position) => this.helps.at(position) === undefined);
    if (open !== -1) this.helps.set(open, help);
  }

  /** Nothing is chosen and nothing said. */
  clear(): void {
    for (const chosen of [this.apart, this.correcting]) chosen.set(false);
    this.help.set(undefined);
    this.nextTime.set(undefined);
    for (const lines of [this.helps, this.nextTimes, this.roles, this.supervisions]) lines.clear();
    for (const text of [this.keepDoing, this.nextTimeText, this.correctionReason]) text.set('');
  }

  /** Judges each procedure apart, from what was chosen for all. */
  rateApart(): void {
    this.apart.set(true);
    const given = this.help();
    if (given !== undefined) this.helps.set(0, given);
  }

  #rated(): ApproveBody {
    if (this.apart()) return { ratings: this.#lineRatings() };
    return { ...optional('help', this.help()), ...optional('nextTime', this.nextTime()) };
  }

  #lineRatings(): LineRatingBody[] {
    return this.content().procedures.flatMap((_, position) => {
      const help = this.helps.at(position);
      return help === undefined
        ? []
        : [{ position, help, ...optional('nextTime', this.nextTimes.at(position)) }];
    });
  }

  /** A value that the fellow had recorded already corrects nothing. */
  #corrections(): CorrectionBody[] {
    if (!this.correcting()) return [];
    return this.content().procedures.flatMap(({ role, supervision }, position) => {
      const [newRole, newLevel] = [this.roles.at(position), this.supervisions.at(position)];
      const values = {
        ...(newRole === role ? {} : optional('role', newRole)),
        ...(newLevel === supervision ? {} : optional('supervision', newLevel)),
      };
      return Object.keys(values).length === 0 ? [] : [{ position, ...values }];
    });
  }

  #fault(approval: ApproveBody): string | null {
    const checked = checkApproval(approval, this.content().procedures.length);
    return checked.ok ? null : checked.code;
  }
}

function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [N in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]?: Value });
}

function filled<Name extends string>(name: Name, text: string): { [N in Name]?: string } {
  return optional(name, text.trim() === '' ? undefined : text.trim());
}
