/*
 * Words of the common tongue by the part they play in a query. What is in none of these lists is simply a word.
 */

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Parts of the body: they say where, for a patient's complaint as well as for a procedure. */
export const bodyParts = listed(
  'abdomen abdominal ankle arm back bone breast buttock cervical chest coccyx disc elbow face facet facial finger foot groin hand head heel hip jaw joint knee leg limb lower lumbar muscle nerve occipital pelvic pelvis rib sacral sacroiliac shoulder spinal spine thoracic tendon thumb toe trigeminal trunk upper vertebral wall wrist',
);

/** What is done, where nothing but this may tell two items for the same part of the body apart. */
export const acts = listed(
  'acupuncture alcohol aspiration botulinum capsaicin cement cryoneurolysis endoscopic explant fusion glycerol implant needling neurolysis paddle patch phenol programming prolotherapy prp pulsed radiofrequency refill replacement revision rhizotomy stimulator tenotomy trial',
);

/** Why something is done: of little weight beside the word for what is done. */
export const reasons = listed(
  'amputee arthritis cancer chronic crps disorder fracture headache neuralgia neuropathy osteoarthritis pain pdph postop ptsd radiculopathy sciatica spasm stenosis surgery syndrome trauma',
);

/** How a needle is guided. */
export const guides = listed('ct fluoroscopy landmark ultrasound');

/** Words that speak of a patient seen or a thing learnt, not of a procedure. */
export const encounters = listed(
  'conference consult consultation discussion evaluation examination lecture management meeting observation observed outpatient pain plan read referral review round session taper teaching visit',
);

/** Words that speak of a thing learnt whatever procedure is named beside them: `informed consent ESI`. */
export const lessons = listed(
  'anticoagulant cadaver complication consent examination lecture presentation simulation teaching',
);

/** Words after which comes the reason for a procedure or what goes with it: `epidural for rib fractures`. */
export const asides = listed('for with w under after due because given secondary');
