import {
  plainWord,
  type CatalogueIndex,
  type Guidance,
  type LevelType,
  type Side,
} from '@countersign/domain/catalogue';
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

/** Where the words of an edition are looked up; absent while the catalogue is on its way. */
export type CatalogueWords = Pick<CatalogueIndex, 'word'> | undefined;

/** A level, technique, target or region as people read it: `L4`, `L5 DR`, `Vertebral body`, `iPACK`. */
export function levelName(key: string, words: CatalogueWords): string {
  return words?.word(key) ?? plainWord(key);
}

/** Levels with their sides in one line: `L4, L5 left` or `L4 left, L5 both sides`. */
export function levelsInWords(levels: readonly LevelAndSide[], words: CatalogueWords): string {
  const [first] = levels;
  if (first === undefined) return '';
  const nameOf = ({ level }: LevelAndSide) => levelName(level, words);
  if (levels.every(({ side }) => side === first.side)) {
    const names = levels.map(nameOf).join(', ');
    return first.side === undefined ? names : `${names} ${sideInLine[first.side]}`;
  }
  return levels
    .map((one) => (one.side === undefined ? nameOf(one) : `${nameOf(one)} ${sideInLine[one.side]}`))
    .join(', ');
}

/** Where in the body: `L4, L5 left`, `Both sides`, empty where nothing was recorded. */
export function whereInWords(
  { levels, side }: Pick<DraftProcedure, 'levels' | 'side'>,
  words: CatalogueWords,
): string {
  if (levels.length === 0) return side === undefined ? '' : sideAlone[side];
  const named = levelsInWords(levels, words);
  return side === undefined ? named : `${named}, ${sideInLine[side]}`;
}
