import type { Diagnosis } from '@countersign/domain/catalogue';
import type { DiagnosisGroup } from '@countersign/domain/entry';

/** How the codes of a group start. It only puts the likely ones first; which cannot stand beside a group, a rule says. */
const starts: Readonly<Record<DiagnosisGroup, readonly string[]>> = {
  neuropathic: ['B02.2', 'E11.4', 'G54.6', 'G56', 'G57', 'G62', 'G89.0'],
  'headache-facial': ['G43', 'G44', 'G50', 'G96.0', 'G97.1', 'M54.81'],
  'low-back': ['M46.1', 'M47.816', 'M47.817', 'M48.06', 'M51.36', 'M53.3', 'M54.5', 'M80.08', 'M96.1'],
  neck: ['G44.86', 'M47.812', 'M48.02', 'M54.2', 'M79.12'],
  radicular: ['M51.1', 'M54.1'],
  myofascial: ['M79.1', 'M79.7'],
  crps: ['G90.5'],
  joint: ['M16', 'M17', 'M25.5', 'M46.1', 'M53.3', 'M70'],
  'visceral-pelvic': ['K86'],
  'post-surgical': ['G89.22', 'G89.28', 'G97.1', 'M96.1', 'T85'],
  other: ['D57', 'G89.29', 'G89.3', 'G89.4', 'M47.814', 'M54.6', 'Z79'],
};

/** What to look for in the list of diagnoses. */
export interface DiagnosisSearch {
  readonly query: string;
  readonly group: DiagnosisGroup | undefined;
  /** Also those of other groups, while nothing is typed. */
  readonly all: boolean;
}

/** Diagnoses that fit: those of the group, and once something is typed or all are asked for, the others after them. */
export function findDiagnoses(
  diagnoses: readonly Diagnosis[],
  { query, group, all }: DiagnosisSearch,
): readonly Diagnosis[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = diagnoses.filter((one) => {
    const text = [one.icd10cm, one.label, ...one.synonyms].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const own = found.filter((one) => isOf(one, group));
  const isNarrow = words.length === 0 && !all && own.length > 0;
  return isNarrow ? own : [...own, ...found.filter((one) => !isOf(one, group))];
}

/** A diagnosis as it is read: `M54.16 Lumbar radiculopathy`. */
export function diagnosisText({ icd10cm, label }: Pick<Diagnosis, 'icd10cm' | 'label'>): string {
  return `${icd10cm} ${label}`;
}

function isOf({ icd10cm }: Diagnosis, group: DiagnosisGroup | undefined): boolean {
  return group !== undefined && starts[group].some((start) => icd10cm.startsWith(start));
}
