import type { AbbreviationRow } from './abbreviation-row';

/** Everyday words and their short forms. */
export const generalRows: readonly AbbreviationRow[] = [
  ['injection', 'inj, injxn, injn, infiltration, shot, jab, inject, injected'],
  ['block', 'blk, blck, blok, bloc'],
  ['nerve block', 'nb, nerve blk, nerve blks'],
  ['nerve', 'nn, nrv'],
  ['joint', 'jt, jnt, jts'],
  ['ganglion', 'gang, ggl, ganglia'],
  ['diagnostic', 'dx, diag, diagnosis'],
  ['steroid', 'csi, cortisone, corticosteroid'],
  ['intraarticular', 'ia, intra articular'],
  ['ultrasound', 'us, usg, sono, ultrasonography, sonographic, u s'],
  ['fluoroscopy', 'fluoro, fluoroscopic, xray guided, x ray guided, c arm, carm'],
  ['xray', 'x ray, xr, radiograph'],
  ['percutaneous', 'perc, percut'],
  ['catheter', 'cath'],
  ['continuous', 'cont'],
  ['superior', 'sup'],
  ['lateral', 'lat'],
  ['anterior', 'ant'],
  ['posterior', 'post'],
  ['abdominal', 'abd, abdo'],
  ['upper limb', 'upper extremity, upper ext, ue'],
  ['lower limb', 'lower extremity, lower ext, le'],
  ['disc', 'disk'],
  ['replacement', 'replace, replaced, change, changeout, exchange, swap'],
  ['revision', 'revise, revised'],
  ['explant', 'explantation, explanted, removal, remove, removed, take out'],
  ['implant', 'perm, permanent, implantation, implanted, implantable, internalization, internalisation'],
  ['temporary', 'temp'],
  ['cancer', 'ca, onc, oncology, malignancy, malignant'],
  ['neurolysis', 'neurolytic, neurolyze'],
];

/** Regions of the spine. */
export const regionRows: readonly AbbreviationRow[] = [
  ['cervical', 'c spine, cspine, cerv, cervic, neck'],
  ['thoracic', 't spine, tspine, thor, mid back, midback, dorsal spine'],
  ['lumbar', 'l spine, lspine, lum, lumb, low back, lower back, ls spine'],
  ['sacral', 'sac, sacrum'],
  ['sacroiliac', 'si, s i, sacro iliac'],
  ['sacroiliac joint', 'sij, si joint, si jt, si jnt, sacroiliac joint, siji'],
];

/** Epidurals. A region letter may stand before those that end in `esi`; see `regionLetters`. */
export const epiduralRows: readonly AbbreviationRow[] = [
  ['epidural', 'esi, epi, epidural steroid injection, epidural steroid, epidural injection, epidurals'],
  ['transforaminal', 'tf, tfs, trans foraminal, xforaminal'],
  ['transforaminal epidural', 'tfesi, tfe, tfi, tf esi, tfepi'],
  ['interlaminar', 'il, ils, inter laminar, translaminar'],
  ['interlaminar epidural', 'ilesi, iesi, ile, il esi, ilepi'],
  ['selective nerve root block', 'snrb, snr, nrb, selective nerve block, nerve root injection'],
  ['caudal epidural', 'caudal'],
  ['epidural blood patch', 'ebp, blood patch'],
  ['lysis adhesion', 'loa, adhesiolysis, epidurolysis, lysis of adhesions, adhesions lysis'],
];

/** Facet joints, their nerves, the sacroiliac joint and everything heated, pulsed or frozen. */
export const facetAndAblationRows: readonly AbbreviationRow[] = [
  ['branch', 'brach, branchs, brnch'],
  ['medial branch', 'mb, medial branches, medial br'],
  ['medial branch block', 'mbb, mbbs, mbnb, mb block, facet nerve block, dmbb'],
  [
    'medial branch radiofrequency ablation',
    'mbrfa, mbrf, mbrfn, mbn, rfmb, facet rf, facet rfa, facet rfn, facet burn',
  ],
  ['facet joint', 'fj, z joint, zjoint, zygapophyseal joint, zygapophysial joint, zygapophyseal, facet jt'],
  ['facet joint injection', 'fji, iafj, iafji, facet inj, facet injection, facet shot'],
  ['facet block', 'fjb, facet joint block'],
  ['ton', 'third occipital nerve, third occipital, 3rd occipital'],
  ['sacral lateral branch block', 'slbb, lbb, slb'],
  ['dorsal ramus', 'dorsal rami'],
  ['atlantoaxial joint', 'aa joint, aaj, lateral atlantoaxial, laa joint, atlanto axial'],
  ['atlantooccipital joint', 'ao joint, aoj, atlantooccipital, atlanto occipital, atlanto occipital joint'],
  ['radiofrequency', 'rf, radio frequency'],
  [
    'radiofrequency ablation',
    'rfa, rfl, rfn, rftc, rfta, rfab, neurotomy, rf ablation, rf neurotomy, rf lesion, burn',
  ],
  [
    'radiofrequency ablation',
    'radiofrequency neurotomy, radiofrequency lesion, radiofrequency denervation, denervation',
  ],
  ['radiofrequency ablation', 'thermal ablation, nerve ablation, ablate, thermocoagulation, lesioning'],
  ['cooled radiofrequency ablation', 'cooled rf, cooled rfa, water cooled rf, water cooled rfa'],
  ['pulsed radiofrequency', 'prf, pulsed rf, pulse rf, pulsed rfa'],
  ['rhizotomy', 'rhizo, rhizolysis, rhizotomies'],
  ['genicular', 'geniculate, geniculars, genic'],
  ['genicular nerve block', 'gnb, gn block'],
  ['genicular radiofrequency ablation', 'gnrfa, grfa, gnrf'],
  ['sacroiliac radiofrequency ablation', 'sirfa, sijrfa, simplicity'],
  ['cryoneurolysis', 'cryo, cryoanalgesia, cryotherapy'],
  ['basivertebral nerve ablation', 'bvn, bvna, bvnra, basi vertebral, basivertebral'],
  ['basivertebral nerve ablation', 'bvn ablation, bvn rfa, bvn rf, basivertebral rfa, bvn rfl'],
];

/** Stimulators and pumps, with names under which they are sold. */
export const deviceRows: readonly AbbreviationRow[] = [
  [
    'stimulator',
    'stim, stims, neuromod, stimulation, neurostim, neurostimulator, neurostimulation, neuromodulation',
  ],
  [
    'spinal cord stimulator',
    'scs, dcs, dorsal column stimulator, dorsal column stim, cord stim, spinal stim',
  ],
  [
    'spinal cord stimulator',
    'nevro, saluda, evoke, wavewriter, intellis, inceptiv, hfx, hf10, high frequency stim',
  ],
  ['peripheral nerve stimulator', 'pns, peripheral stim, nerve stim, bioness, curonix'],
  ['peripheral nerve field stimulator', 'pnfs, pfns, field stim, sub q stim'],
  ['occipital nerve stimulator', 'ons'],
  ['sacral nerve stimulator', 'sns, snm, axonics'],
  ['dorsal root ganglion', 'drg'],
  ['dorsal root ganglion stimulator', 'drgs, drg s, drg stim, drg stimulation, drg scs'],
  ['pulse generator', 'ipg, battery, generator, scs ipg, stim ipg'],
  [
    'pulse generator replacement',
    'scs battery, stim battery, scs generator, stim generator, battery dead, stimulator battery, stimulator ipg, spinal cord stimulator battery, spinal cord stimulator ipg',
  ],
  ['rate change', 'rate change'],
  ['drug change', 'drug change'],
  ['paddle lead', 'paddle, surgical lead, lami lead'],
  [
    'lead pull',
    'trial pull, pull leads, stim pull, lead removal, trial lead removal, pull lead, leads out, pull trial leads, scs lead removal, stim lead removal, scs lead pull',
  ],
  ['programming', 'reprogram, reprogramming, reprogrammed'],
  [
    'restorative neurostimulation',
    'restorative stim, multifidus stim, reactiv8, reactivate, mainstay, reactiv',
  ],
  ['intrathecal', 'it, intra thecal, subarachnoid'],
  [
    'intrathecal pump',
    'itp, idds, itdd, ids, iddp, itps, pain pump, drug pump, morphine pump, opioid pump, synchromed',
  ],
  ['intrathecal pump', 'intrathecal drug delivery, prometra, intrathecal pain pump'],
  ['intrathecal baclofen', 'itb'],
  ['intrathecal baclofen pump', 'itb pump, baclofen pump'],
  ['ziconotide', 'prialt'],
  ['catheter access port', 'cap, side port, sideport, catheter access'],
];

/** Discs, bones and what is put between them. */
export const discAndBoneRows: readonly AbbreviationRow[] = [
  [
    'discography',
    'disco, discogram, provocation discogram, provocative discogram, discograms, disc stim, discogr',
  ],
  ['intradiscal', 'intra discal, intradiscals, in disc'],
  ['biacuplasty', 'cooled disc rf, cooled intradiscal'],
  ['disc decompression', 'pdd, disc decomp, nucleoplasty, dekompressor, percutaneous discectomy'],
  ['kyphoplasty', 'kypho, kp, bkp, kyph, balloon kypho, balloon kyphoplasty'],
  ['vertebroplasty', 'vp, vplasty, vertebro, pvp, v plasty'],
  ['vertebral augmentation', 'vert aug, vertebral aug'],
  [
    'bone metastasis ablation',
    'bone met ablation, bone mets ablation, tumor ablation, tumour ablation, tumor rfa, met ablation',
  ],
  [
    'bone metastasis ablation',
    'spine tumor ablation, tumor rf, tumor radiofrequency ablation, metastasis ablation',
  ],
  [
    'interspinous spacer',
    'iss, isd, interspinous device, interspinous process device, indirect decompression',
  ],
  ['interspinous fixation', 'isf, interspinous fusion'],
  ['sacroiliac joint fusion', 'si fusion, sij fusion, sacroiliac fusion, si jt fusion, fuse si joint'],
  [
    'lumbar decompression',
    'mild procedure, pild, minimally invasive lumbar decompression, ligamentum flavum',
  ],
  ['lumbar decompression', 'mild'],
  ['endoscopic discectomy', 'endo discectomy, peld, endoscopic spine, endo spine, endoscopic decompression'],
];
