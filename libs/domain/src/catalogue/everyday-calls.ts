import { anesthesiaCalls, jointCalls, nerveCalls, softTissueCalls } from './everyday-body';
import { pumpCalls, stimulatorCalls } from './everyday-devices';
import { learningCalls, patientCalls } from './everyday-experiences';
import { discAndBoneCalls, epiduralCalls, facetAndHeatCalls } from './everyday-spine';

/**
 * What people call an item besides its name and the synonyms in the catalogue, by item id: lay words, brands, drugs and
 * the reason for it. Our own list; ids that a catalogue does not have are passed over. Words that mean the same for
 * every item belong in the table of abbreviations instead.
 */
export const everydayCalls: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...epiduralCalls,
    ...facetAndHeatCalls,
    ...discAndBoneCalls,
    ...stimulatorCalls,
    ...pumpCalls,
    ...softTissueCalls,
    ...nerveCalls,
    ...jointCalls,
    ...anesthesiaCalls,
    ...patientCalls,
    ...learningCalls,
  ].map(([itemId, called]) => [itemId, called.split(', ')] as const),
);
