import type { EverydayRow } from './everyday-row';

/** Epidurals. */
export const epiduralCalls: readonly EverydayRow[] = [
  ['esi-il-cervical', 'neck esi, interlaminar cervical, cervical steroid injection'],
  ['esi-il-thoracic', 'mid back epidural, thoracic steroid injection'],
  [
    'esi-il-lumbar',
    'low back epidural, back epidural, epidural shot, paramedian epidural, parasagittal epidural, epidural injection, lumbar steroid injection, steroid shot back, back shot, low back injection, back injection',
  ],
  ['esi-caudal', 'sacral hiatus, sacral hiatus epidural, sacral epidural, caudal steroid, caudal catheter'],
  ['esi-tf-cervical', 'cervical root block, cervical nerve root injection, cervical periradicular'],
  ['esi-tf-thoracic', 'thoracic nerve root block, thoracic root block, thoracic nerve root injection'],
  [
    'esi-tf-lumbar',
    'nerve root injection, selective nerve root block, root block, periradicular, foraminal injection, foraminal epidural, nerve root sleeve, kambin triangle, infraneural, supraneural, subpedicular, l5 nerve block, l4 nerve block, l4 root, l5 root',
  ],
  [
    'esi-tf-sacral',
    's1 foramen injection, s1 nerve root, s1 root block, s2 nerve root block, s1 nerve block, s1 selective',
  ],
  [
    'blood-patch',
    'pdph patch, spinal headache patch, csf leak patch, blood patch pdph, fibrin glue, dural leak, csf leak, autologous blood',
  ],
  [
    'epidural-adhesiolysis',
    'neuroplasty, epidural neuroplasty, racz catheter, epidural scar, scar tissue epidural, hypertonic saline, epidural endoscopy, hyaluronidase, epidural lysis, epidural fibrosis, adhesions',
  ],
  [
    'epidural-catheter',
    'tunneled epidural catheter, epidural placement, labor analgesia, thoracotomy epidural, ob epidural, tea, epidural analgesia, epidural infusion, walking epidural, cse, combined spinal epidural, surgical epidural, perioperative epidural, epidural for surgery, preop epidural, epidural placed, epidural whipple, epidural thoracotomy, epidural laparotomy, epidural mastectomy, epidural rib fracture, rib fracture epidural, cancer epidural catheter, lea',
  ],
];

/** Facet and sacroiliac joints and what is burnt or frozen. */
export const facetAndHeatCalls: readonly EverydayRow[] = [
  ['mbb-cervical', 'neck mbb, cervical facet nerve block, neck facet block'],
  ['mbb-thoracic', 'mid back mbb, thoracic facet nerve block'],
  [
    'mbb-lumbar',
    'facet nerve block, comparative block, diagnostic facet block, low back mbb, dorsal ramus block',
  ],
  ['facet-ia-cervical', 'neck facet, cervical facet steroid, cervical z joint'],
  ['facet-ia-thoracic', 'mid back facet, thoracic facet steroid, thoracic z joint'],
  ['facet-ia-lumbar', 'facet, facet steroid, facet joint, low back facet, lumbar z joint, facet arthrogram'],
  [
    'facet-cyst',
    'synovial cyst, synovial cyst aspiration, juxtafacet cyst, facet cyst fenestration, spinal cyst',
  ],
  [
    'atlantoaxial-inj',
    'c1-2 facet, c0-1 facet, c1-2 joint, c0-1 joint, occiput c1, atlas axis joint, lateral aa joint, occipitoatlantal, occipitocervical joint',
  ],
  [
    'si-joint',
    'sij steroid, sij block, sacroiliac injection, sacroiliac arthrogram, si shot, sacroiliitis injection',
  ],
  [
    'sacral-lateral-branch-block',
    'sacral lateral branches, posterior sacral block, si joint nerve block, s1-3 lateral branch block',
  ],
  ['rfa-mb-cervical', 'neck rfa, neck burn, neck nerve burn, neck ablation, c2-3 rfa, cervical facet burn'],
  ['rfa-mb-thoracic', 'mid back rfa, mid back ablation, thoracic facet burn'],
  [
    'rfa-mb-lumbar',
    'coolief lumbar, coolief back, ablation, nerve burn, nerve ablation, back ablation, back burn, low back rfa, low back burn, facet burn, facet denervation, facet neurotomy, facet rhizotomy, medial branch ablation, mb neurotomy, medial branch neurotomy, back rfa',
  ],
  [
    'rfa-mb-endoscopic',
    'endoscopic denervation, endoscopic neurotomy, endoscopic facet, endoscopic facet denervation, scope rhizotomy, endoscopic medial branch',
  ],
  [
    'rfa-si',
    'coolief si, coolief si joint, si joint ablation, si burn, si denervation, si neurotomy, simplicity, s1-3 rfa, sacral lateral branch rfa, palisade rfa',
  ],
  [
    'rfa-genicular',
    'knee burn, knee nerve burn, knee denervation, knee nerve ablation, cooled knee, cooled rf knee, geniculate ablation, knee neurotomy, knee nerve rf',
  ],
  ['rfa-hip', 'coolief hip, hip burn, hip nerve ablation, hip neurotomy, hip nerve rf, cooled rf hip'],
  [
    'rfa-shoulder',
    'coolief shoulder, shoulder burn, shoulder denervation, axillary nerve rfa, lateral pectoral nerve rfa, shoulder nerve ablation, cooled rf shoulder',
  ],
  [
    'rfa-occipital',
    'greater occipital rf, occipital neuralgia ablation, occipital neuralgia rf, occipital nerve ablation, occipital burn, lesser occipital rf',
  ],
  [
    'rfa-trigeminal',
    'tic douloureux ablation, trigeminal ablation, gasserian ablation, v2 rfa, v3 rfa, percutaneous trigeminal rhizotomy, trigeminal thermocoagulation, trigeminal neuralgia ablation, face nerve burn, trigeminal neuralgia rhizotomy',
  ],
  [
    'rfa-sympathetic',
    'sympathetic ablation, sympathectomy, stellate rf, lumbar sympathetic ablation, thoracic sympathetic rf, celiac rf, splanchnic burn, sympathetic chain rf, stellate ablation',
  ],
  [
    'rfa-drg-pulsed',
    'nerve root prf, drg rf, drg pulse, pulsed nerve root, drg ablation, radicular prf, ganglion prf',
  ],
  [
    'rfa-peripheral',
    'lfcn rfa, saphenous rfa, ilioinguinal rfa, pudendal rfa, sural rfa, intercostal ablation, cluneal ablation, meralgia ablation, neuroma rfa, peripheral burn, genitofemoral rfa, iliohypogastric rfa, median nerve rfa, ulnar nerve rfa, peroneal nerve rfa, peripheral prf, sural prf, ilioinguinal prf, intercostal prf, tibial rfa',
  ],
  [
    'cryoneurolysis',
    'freeze nerve, nerve freezing, freezing, cryoablation, cryo ablation, cryoprobe, cryoneuroablation, cold therapy nerve',
  ],
  [
    'tumor-ablation',
    'metastasis ablation, met ablation, mets ablation, spine met, bone mets, vertebral met, metastatic ablation, lytic lesion, tumor burn, sacral tumor, bone tumor, metastatic lesion, cryoablation bone, spine tumor, tumor cryoablation, bone cryo',
  ],
];

/** Discs, sympathetic chain, bones and small operations on the spine. */
export const discAndBoneCalls: readonly EverydayRow[] = [
  [
    'discography',
    'disc stimulation, disc provocation, disc study, disc pressure test, discometry, provocation test disc, disc stim test',
  ],
  [
    'idet-biacuplasty',
    'disc heating, disc rf, disc ablation, intradiscal heating, electrothermal, transdiscal, disc annuloplasty, disctrode, annular tear rf',
  ],
  [
    'intradiscal-biologic',
    'disc prp, disc stem cell, stem cell disc, disc steroid, disc allograft, discseel, fibrin disc, methylene blue disc, ozone disc, disc biologic, disc regen, intradiscal stem cell, mesenchymal disc',
  ],
  [
    'percutaneous-disc-decompression',
    'perc discectomy, coblation, nucleotomy, laser disc, automated discectomy, disc decompressor, disc coblation, apld, hydrodiscectomy, disc shave, perc disc',
  ],
  [
    'bvna',
    'vertebrogenic, vertebrogenic pain, vertebrogenic ablation, relievant, endplate, modic, modic changes, bvn burn, vertebral nerve ablation',
  ],
  [
    'stellate',
    'satellite ganglion, cervicothoracic, cervical symp, sgb ptsd, ptsd shot, ptsd injection, arm crps block, arm sympathetic block, upper extremity crps block, hot flash, long covid block, c6 sympathetic block, neck sympathetic',
  ],
  [
    'thoracic-sympathetic',
    't2 sympathetic, t3 sympathetic, thoracic chain, t2-3 sympathetic, thoracic symp chain, hyperhidrosis',
  ],
  [
    'celiac',
    'pancreatic cancer block, pancreas block, pancreatic block, plexus alcohol, solar plexus, abdominal cancer block, celiac alcohol, transaortic, pancreatic cancer plexus block',
  ],
  ['splanchnic', 'greater splanchnic, splanchnic alcohol, t11 splanchnic, retrocrural'],
  [
    'lumbar-sympathetic',
    'leg crps block, foot crps block, leg sympathetic block, lumbar chain, lumbar sympathetic chain, lower extremity crps block, lumbar plexus sympathetic, lumbar ganglion block, crps block, vascular leg block, l3 sympathetic, paravertebral sympathetic lumbar',
  ],
  [
    'superior-hypogastric',
    'pelvic plexus, pelvic cancer block, presacral plexus, pelvic pain block, hypogastric neurolysis',
  ],
  [
    'ganglion-impar',
    'tailbone ganglion, tailbone block, tailbone nerve block, perineal block, perineal pain block, rectal pain block, ganglion impar alcohol, coccyx nerve block',
  ],
  [
    'iv-regional-sympathetic',
    'guanethidine, bretylium, tourniquet block, iv block, intravenous block, bier block arm',
  ],
  [
    'vertebroplasty',
    'bone cement, cement, vertebral cement, pmma, vertebral plasty, cement vertebra, cement fracture, spine cement, compression fracture cement',
  ],
  [
    'kyphoplasty',
    'balloon, balloon augmentation, vertebral body augmentation, spine jack, osseofix, kiva, compression fracture balloon, fracture reduction, kyphon',
  ],
  [
    'sacroplasty',
    'sacral kyphoplasty, sacral vertebroplasty, sacrum cement, sacral fracture, sacral insufficiency fracture, cement sacrum, sacral insufficiency, sif cement',
  ],
  [
    'mild',
    'vertos, ligamentum flavum debulking, debulking, percutaneous lumbar decompression, mild decompression, stenosis decompression, flavum, percutaneous decompression',
  ],
  [
    'interspinous-spacer',
    'spacer, interspinous, spinous process spacer, x stop, stenosis spacer, interlaminar spacer, superion vertiflex',
  ],
  [
    'interspinous-fixation',
    'spinous process fusion, spinous process fixation, interlaminar fusion, interspinous clamp, aurora zip, stabilink, coflex, spinous fusion',
  ],
  [
    'si-fusion',
    'painteq, cornerloc, rialto, catamaran, si bone, si fixation, fuse si, fuse sacroiliac, si allograft, si screw, si implant, si stabilization, sacroiliac screws, transfasten, ifuse tnt',
  ],
  [
    'endoscopic-discectomy',
    'endoscopic disc, endo disc, joimax, spine scope, spine endoscopy, endoscopic foraminotomy, biportal, ube, endoscopic lumbar discectomy, endoscopic laminotomy, tessys, microdiscectomy, discectomy, full endoscopic',
  ],
];
