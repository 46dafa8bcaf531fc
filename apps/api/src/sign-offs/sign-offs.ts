import { Inject, Injectable } from '@nestjs/common';
import { standingOn } from '@countersign/domain/competency';
import type { SupervisionLevel } from '@countersign/domain/entry';
import type { Reading } from '../db/context';
import type { SignatureRow } from '../signatures/signature.row';
import { Signatures } from '../signatures/signatures';
import { SignOffGrounds } from './sign-off-grounds';
import { SignOffRow } from './sign-off.row';

/** A competency that was signed off, as it stands today. Days are civil dates at the program. */
export interface SignedCompetency {
  readonly id: string;
  readonly fellowId: string;
  readonly competencyId: string;
  /** Competencies of the fellow's requirements of today for which it stands; the same one, unless a version followed. */
  readonly standsAs: readonly string[];
  /** As the set had it when it was asked for. */
  readonly title: string;
  readonly state: 'signed' | 'lapsed' | 'suspended' | 'revoked';
  /** When the last signature was given, UTC ms, and on which day. */
  readonly signedAt: number;
  readonly signedOn: string;
  /** Day on which it was suspended or revoked; null otherwise. */
  readonly endedOn: string | null;
  /** Newest practice; null for none, or where it does not lapse. */
  readonly lastPracticeOn: string | null;
  /** Last day on which it holds if no practice follows; null where it does not lapse. */
  readonly currentThroughOn: string | null;
  readonly supervision: SupervisionLevel;
  readonly highRisk: boolean;
  /** Rules that the waiver is for; 0 where there is none. */
  readonly waived: number;
  readonly demonstration: boolean;
  readonly setId: string;
  readonly setVersion: number;
  /** In the order of signing. */
  readonly signatures: readonly SignatureRow[];
}

/** What other features know of sign-offs. */
@Injectable()
export class SignOffs {
  constructor(
    @Inject(Signatures) private readonly signatures: Signatures,
    @Inject(SignOffGrounds) private readonly grounds: SignOffGrounds,
  ) {}

  /**
   * Every competency that was signed off and did not make way for a newer sign-off, the oldest signature first. Whether
   * the reader may know it is the caller's business.
   * @param fellowIds of whom; everybody of the program unless told
   */
  async held(
    view: Reading,
    programId: string,
    fellowIds?: readonly string[],
  ): Promise<readonly SignedCompetency[]> {
    const all = await view.manager.find(SignOffRow, {
      where: (['signed', 'suspended', 'revoked'] as const).map((state) => ({ programId, state })),
      order: { signedAt: 'ASC', id: 'ASC' },
    });
    const rows = all.filter((row) => fellowIds === undefined || fellowIds.includes(row.fellowId));
    const ids = rows.map(({ id }) => id);
    const signed = await this.signatures.of(view, { programId, subject: 'sign-off' }, ids);
    const today = await this.grounds.today(view, programId, rows);
    return rows.flatMap((row) => {
      const { signedAt, signedOn } = row;
      const { lapse = null, standsAs = [] } = today.get(row.id) ?? {};
      const state = standingOn(row.state, lapse) as SignedCompetency['state'];
      if (signedAt === null || signedOn === null) return [];
      return [
        {
          ...{ id: row.id, fellowId: row.fellowId, competencyId: row.competencyId, title: row.title },
          ...{ state, signedAt, signedOn, endedOn: row.endedOn, standsAs: standsAs.map(({ id }) => id) },
          lastPracticeOn: lapse?.lastPracticeOn ?? null,
          currentThroughOn: lapse?.currentThroughOn ?? null,
          ...{ supervision: row.supervision, demonstration: row.demonstration, highRisk: row.highRisk },
          waived: row.waiverTextId === null ? 0 : row.unmet.length,
          ...{ setId: row.setId, setVersion: row.setVersion },
          signatures: signed.get(row.id) ?? [],
        },
      ];
    });
  }
}
