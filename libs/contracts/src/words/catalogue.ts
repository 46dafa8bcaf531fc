import type { Guidance, LevelType, Side } from '@countersign/domain/catalogue';
import type { DraftProcedure, LevelAndSide } from '@countersign/domain/entry';

/** How the needle or the lead was guided. */
export const guidanceWords: Readonly<Record<Guidance, string>> = {
  fluoroscopy: 'Fluoroscopy',
  ultrasound: 'Ultrasound',
  landmark: 'Landmark',
  ct: 'CT',
  'nerve-stimulation': 'Nerve stimulation',
  emg: 'EMG',
  endoscopic: 'Endoscopic',
};

/** The same in the middle of a sentence. */
export const guidanceInLine: Readonly<Record<Guidance, string>> = {
  fluoroscopy: 'fluoroscopy',
  ultrasound: 'ultrasound',
  landmark: 'landmarks',
  ct: 'CT',
  'nerve-stimulation': 'nerve stimulation',
  emg: 'EMG',
  endoscopic: 'endoscopy',
};

/** A side as a choice of a form. */
export const sideWords: Readonly<Record<Side, string>> = {
  left: 'Left',
  right: 'Right',
  bilateral: 'Both',
  midline: 'Midline',
};

/** A side that stands for itself. */
export const sideAlone: Readonly<Record<Side, string>> = { ...sideWords, bilateral: 'Both sides' };

/** A side at the end of a line. */
export const sideInLine: Readonly<Record<Side, string>> = {
  left: 'left',
  right: 'right',
  bilateral: 'both sides',
  midline: 'midline',
};

/** Heading of the level picker. */
export const levelTypeWords: Readonly<Record<LevelType, string>> = {
  none: '',
  nerve: 'Nerves',
  vertebra: 'Vertebrae',
  interspace: 'Interspaces',
  joint: 'Joints',
  'nerve-root': 'Nerve roots',
  'medial-branch': 'Medial branch nerves',
  disc: 'Discs',
  muscle: 'Muscles',
  'nerve-division': 'Nerve divisions',
  'lateral-branch': 'Lateral branches',
  dermatome: 'Dermatomes',
};

/**
 * A key of the catalogue edition as people read it: `L4`, `L5 DR`, `Vertebral body`. The edition's levels, targets,
 * regions and techniques are words joined by hyphens, or names already.
 */
export function levelName(key: string): string {
  if (!/^[a-z]/.test(key)) return key;
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Levels with their sides in one line: `L4, L5 left` or `L4 left, L5 both sides`. */
export function levelsInWords(levels: readonly LevelAndSide[]): string {
  const [first] = levels;
  if (first === undefined) return '';
  if (levels.every(({ side }) => side === first.side)) {
    const names = levels.map(({ level }) => levelName(level)).join(', ');
    return first.side === undefined ? names : `${names} ${sideInLine[first.side]}`;
  }
  return levels
    .map(({ level, side }) =>
      side === undefined ? levelName(level) : `${levelName(level)} ${sideInLine[side]}`,
    )
    .join(', ');
}

/** Where in the body: `L4, L5 left`, `Both sides`, empty where nothing was recorded. */
export function whereInWords({ levels, side }: Pick<DraftProcedure, 'levels' | 'side'>): string {
  if (levels.length === 0) return side === undefined ? '' : sideAlone[side];
  const named = levelsInWords(levels);
  return side === undefined ? named : `${named}, ${sideInLine[side]}`;
}
