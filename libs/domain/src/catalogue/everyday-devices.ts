import type { EverydayRow } from './everyday-row';

/** Stimulators. */
export const stimulatorCalls: readonly EverydayRow[] = [
  [
    'scs-trial',
    'stim, stimulator, stim lead trial, temp scs, temporary scs, 10 khz trial, high frequency trial, trial leads, percutaneous trial, scs temp leads, spinal stim trial, nevro trial, abbott trial, boston trial, medtronic trial, saluda trial, trial stim, neurostimulator trial, neuromodulation trial',
  ],
  [
    'scs-implant',
    'stim, stimulator, stage 2, stage ii, permanent, final implant, scs placement, scs permanent, stim placement, leads and battery, leads and generator, stimulator permanent, nevro implant, abbott implant, boston implant, neurostimulator implant',
  ],
  [
    'scs-paddle',
    'paddle electrode, laminotomy lead, laminectomy lead, laminectomy paddle, surgical paddle, paddle laminectomy, laminotomy',
  ],
  [
    'ipg-replace',
    'generator of spinal cord stimulator, battery swap, ipg swap, new battery, battery depleted, dead battery, battery end of life, eol battery, eri ipg, gen change, generator exchange, generator replacement, generator pocket, pocket pain, move battery, battery revision, upgrade ipg, pocket relocation, stim battery change, scs battery change, battery',
  ],
  [
    'scs-revision',
    'lead migration, migrated lead, lead fracture, broken lead, lead moved, reposition lead, revise lead, stim lead revision, scs lead revision, scs lead migration, stim revision lead, replace lead',
  ],
  [
    'scs-explant',
    'remove stimulator, stim explant, take out stim, infected stimulator, infected stim, drg explant, pns explant, device removal, device explant, hardware removal, stimulator out, ipg removal, battery removal, scs take out, remove scs, stim out',
  ],
  [
    'scs-lead-pull',
    'pull scs leads, pull stim leads, remove trial leads, end of trial, trial leads out, lead removal, lead pull clinic, scs trial lead pull, take out trial leads, temporary lead removal, trial removal, drg lead pull, end trial lead pull',
  ],
  [
    'drg-trial',
    'drg stimulation trial, drg stimulator trial, drg temp, drg lead trial, dorsal root ganglion stimulator trial',
  ],
  [
    'drg-implant',
    'drg permanent, drg stim implant, drg stimulator implant, drg battery, proclaim drg, axium, dorsal root ganglion implant',
  ],
  [
    'pns-trial',
    'pens, percutaneous electrical nerve stimulation, sprint pns, 60 day stim, 60 day pns, temp nerve stim, peripheral stim trial, spr therapeutics, peripheral nerve stim trial, temporary stim lead',
  ],
  [
    'pns-implant',
    'permanent peripheral nerve stim, curonix, freedom, stimwave, bluewind, moventis, ons, occipital stim implant, nalu implant, peripheral stim implant, bioness',
  ],
  [
    'pnfs',
    'peripheral field stim, field stimulation, subcutaneous stim, subcutaneous leads, subq leads, subcutaneous nerve stim, sub q field stim',
  ],
  [
    'restorative-multifidus',
    'multifidus, multifidus stimulator, multifidus implant, mainstay medical, restorative neuromodulation, l2 multifidus stim',
  ],
  [
    'sacral-nerve-stim',
    'axonics, bladder stim, bladder stimulator, sacral stim, sacral stimulator, pelvic stim, pelvic stimulator, s3 lead, medtronic interstim, pne, snm stage 1, sacral nerve trial, incontinence stim',
  ],
  [
    'stim-programming',
    'scs adjustment, stim adjustment, adjust stim, adjust scs, device check, stimulator check, scs check, scs interrogation, interrogate device, ipg interrogation, telemetry, parameter change, impedance check, program stim, stim tune up, remote programming, rep visit, device interrogation, stim settings, drg programming, drg reprogram, pns programming',
  ],
];

/** Pumps and the subarachnoid space. */
export const pumpCalls: readonly EverydayRow[] = [
  [
    'it-trial-single',
    'intrathecal bolus trial, single shot trial, it morphine trial, morphine trial, prialt trial, ziconotide trial, hydromorphone trial, it test dose, pump trial single, baclofen test dose, screening bolus, it bolus, intrathecal morphine, duramorph, single shot it',
  ],
  [
    'it-trial-catheter',
    'it catheter trial, externalized catheter, continuous trial, pump trial catheter, tunneled intrathecal catheter, catheter trial inpatient, trial epidural catheter, epidural pump trial, temporary intrathecal catheter',
  ],
  [
    'it-pump-implant',
    'pump, targeted drug delivery, tdd, drug delivery system, pump placement, new pump, synchromed, flowonix, prometra, morphine pump, pump insertion, cancer pump, pump and catheter, synchromed implant',
  ],
  [
    'it-pump-revision',
    'pump removal, replace pump, remove pump, pump swap, pump battery, pump eol, pump eri, pump end of life, catheter replacement, catheter leak, catheter kink, catheter fracture, flipped pump, pump flip, pump pocket, pump pocket revision, pump infection, it catheter revision, pump malfunction, take out pump',
  ],
  [
    'it-pump-refill',
    'fill pump, refill pump, pump refil, pump top up, pump check, pump interrogation, interrogate pump, pump rate, rate increase, pump adjustment, pump adjust, pump programming, pump program, pump titration, drug change pump, ptm, pump telemetry, fill baclofen pump, baclofen refill, prialt refill, pump bolus, pump reprogram',
  ],
  [
    'it-catheter-study',
    'cathetergram, catheter study, cath study, pump study, pump catheter study, pump myelogram, catheter aspiration, catheter port aspiration, rotor study, catheter patency, catheter check, it catheter study, pump contrast study, access port',
  ],
  [
    'it-neurolysis',
    'subarachnoid phenol, subarachnoid neurolysis, spinal alcohol, spinal phenol, spinal neurolysis, epidural alcohol, epidural neurolysis, hyperbaric phenol, intrathecal neurolytic',
  ],
  [
    'lumbar-puncture',
    'csf tap, csf, opening pressure, csf opening pressure, spinal anesthesia, spinal anesthetic, subarachnoid block, spinal, spinal needle, diagnostic tap, it injection, intrathecal injection, spinal injection, lumbar drain',
  ],
];
