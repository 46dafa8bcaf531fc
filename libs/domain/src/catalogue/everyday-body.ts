import type { EverydayRow } from './everyday-row';

/** Muscles, scars and skin. */
export const softTissueCalls: readonly EverydayRow[] = [
  [
    'tpi',
    'muscle knot, muscle knots, knot injection, knots, knot shot, knot, trap injection, trapezius, trapezius injection, trap tpi, traps, rhomboid injection, levator scapulae injection, paraspinal injection, muscle injection, myofascial trigger point, wet needling, dry needle, gluteal trigger point, neck trigger point, muscle spasm injection, needling',
  ],
  [
    'piriformis-inj',
    'piriformis syndrome, piriformis muscle, piriformis botox, deep gluteal, buttock muscle injection, butt injection, buttock injection, piriformis shot',
  ],
  [
    'psoas-inj',
    'psoas muscle, iliopsoas muscle, quadratus lumborum muscle, ql trigger point, ql tpi, psoas botox, psoas trigger point, psoas shot',
  ],
  [
    'scalene-inj',
    'pectoralis minor, pectoralis minor block, pec minor, scalenes, scalene muscle, neurogenic thoracic outlet, tos injection, scalene botox, thoracic outlet block, pec minor block, pec minor botox',
  ],
  [
    'scar-neuroma-inj',
    'scar, keloid, neuroma, stump injection, amputation stump, residual limb injection, painful scar, surgical scar, incision injection, hernia scar, c section scar, stump shot, stump neuroma, amputation neuroma, incisional injection, neuroma amputation',
  ],
  [
    'capsaicin-topical',
    'chili patch, chili pepper patch, capsaicin, topical capsaicin, capsaicin feet, capsaicin cream, hot pepper patch, capsaicin application',
  ],
  [
    'acupuncture',
    'acu, ear needles, ear acupuncture, ear seeds, asp needles, needles ear, auriculotherapy, acupressure, moxibustion, cupping',
  ],
  [
    'botox-migraine',
    'botox headache, headache botox, chronic headache botox, 31 sites, 155 units, 31 injections, toxin headache, botox forehead, botox head, migraine injection',
  ],
  [
    'botox-dystonia',
    'botox neck, neck botox, botox spasm, torticollis, dystonia, spastic, spasticity, spasticity injection, xeomin, myobloc, jeuveau, daxxify, botox arm, botox leg, limb botox, botox masseter, pelvic floor botox, botox trapezius, botox muscle, blepharospasm, hemifacial spasm, sialorrhea, botox piriformis, stroke spasticity, neck dystonia',
  ],
];

/** Blocks of nerves, plexuses and planes, and what destroys nerves with alcohol. */
export const nerveCalls: readonly EverydayRow[] = [
  [
    'pnb-upper',
    'arm block, forearm block, hand block, wrist block, finger block, digital block, digital nerve block, radial block, radial nerve block, ulnar block, ulnar nerve block, median nerve block, median block, musculocutaneous, brachial plexus, costoclavicular, upper limb block, elbow block, interscalene catheter, shoulder nerve block, axillary nerve block, dorsal scapular, spinal accessory, raptir, interscalene block',
  ],
  [
    'pnb-lower',
    'leg block, thigh block, lower limb block, lower extremity block, femoral, femoral catheter, sciatic, sciatic nerve block, popliteal, popliteal sciatic, pop block, pop sciatic, saphenous block, saphenous nerve block, tibial block, tibial nerve block, peroneal nerve block, fibular nerve block, sural nerve block, ankle block, foot block, fascia iliaca, obturator block, obturator nerve block, subgluteal, knee block, hip fracture block, posterior femoral cutaneous, spank',
  ],
  [
    'pnb-genicular-diag',
    'geniculate block, genicular, knee genicular, genicular diagnostic, knee nerve test block',
  ],
  [
    'pnb-hip-articular',
    'pericapsular nerve group, pericapsular, hip denervation test, hip fracture peng, hip articular nerve block, accessory obturator, obturator femoral articular, hip nerve test block',
  ],
  [
    'intercostal',
    'rib nerve block, rib fracture block, rib fracture intercostal, intercostal nerve, intercostal injection, rib injection nerve',
  ],
  [
    'paravertebral',
    'paravert, paravertebral block, pvb catheter, thoracic paravertebral, mastectomy paravertebral',
  ],
  [
    'truncal-plane',
    'plane block, fascial plane, fascial plane block, interfascial block, esp catheter, tap catheter, subcostal tap, transversus abdominis, serratus plane, serratus anterior, pecs 1, pecs 2, pecs, parasternal block, chest wall block, abdominal wall block, retrolaminar, erector spinae catheter, rectus sheath catheter, qlb, trunk block, sap block, rib fracture plane block',
  ],
  [
    'acnes-inj',
    'abdominal wall shot, abdominal wall trigger point, abdominal wall nerve, anterior cutaneous nerve, cutaneous nerve entrapment, abdominal wall, carnett, carnett sign, rectus nerve entrapment, abdominal trigger point, belly wall injection',
  ],
  [
    'ilioinguinal',
    'groin block, groin nerve block, groin injection, inguinal block, inguinal nerve block, hernia block, hernia nerve block, inguinal hernia pain block, hernia pain block',
  ],
  ['pudendal', 'pudendal injection, pudendal neuralgia, alcock, pelvic nerve block, pudendal nerve'],
  [
    'cluneal',
    'cluneal nerve, cluneal nerve injection, cluneals, clunial, buttock nerve, iliac crest nerve, inferior cluneal',
  ],
  [
    'carpal-tunnel-inj',
    'carpal tunnel, carpal tunnel steroid, median nerve wrist, median nerve hydrodissection, cubital tunnel injection, ulnar nerve elbow, ulnar hydrodissection, ulnar nerve hydrodissection, meralgia, meralgia block, lfcn, lfcn injection, lateral femoral cutaneous nerve block, entrapment, nerve entrapment injection, nerve hydrodissection, perineural injection, tarsal tunnel, guyon canal, radial tunnel, peroneal entrapment, fibular tunnel, morton neuroma, lateral thigh nerve',
  ],
  [
    'suprascapular-block',
    'supra scapular, supra scap block, suprascap, suprascapular nerve, scapular nerve block, suprascapular notch',
  ],
  [
    'occipital-block',
    'occipital, occipital shot, occipital injection, back of head, back of head shot, numbing shot head, head shot, occipital neuralgia block, occipital neuralgia injection, occipital nerve injection, headache block, headache shot, c2 occipital, migraine block, migraine nerve block',
  ],
  [
    'sphenopalatine',
    'nasal block, nose block, intranasal block, intranasal lidocaine, q tip block, cotton swab block, allevio, meckel ganglion, transnasal, nasal lidocaine, headache nose block, migraine nose block',
  ],
  [
    'trigeminal-block',
    'trigeminal nerve, trigeminal nerve block, trigeminal neuralgia block, face block, face nerve block, v1 block, maxillary, mandibular, maxillary block, mandibular block, ophthalmic nerve block, foramen ovale, gasserian',
  ],
  [
    'glossopharyngeal',
    'throat nerve block, ninth nerve, cranial nerve 9, ninth cranial nerve, glossopharyngeal nerve, glossopharyngeal neuralgia block',
  ],
  [
    'superficial-cervical-plexus',
    'cervical plexus, neck plexus, neck plexus block, superficial cervical, neck block',
  ],
  [
    'auriculotemporal',
    'supraorbital, infraorbital, supratrochlear, mental nerve, forehead block, forehead nerve block, eyebrow block, temple block, scalp, scalp nerve block, scalp injection, zygomaticotemporal, auriculotemporal nerve, cheek nerve block, temple injection',
  ],
  [
    'chem-peripheral',
    'phenol nerve, phenol injection, phenol peripheral nerve, alcohol nerve block, alcohol injection nerve, alcohol peripheral nerve, peripheral neurolysis, phenol obturator, nerve neurolysis, phenol motor point, chemical denervation, neurolytic block, neurolytic peripheral',
  ],
  [
    'chem-intercostal',
    'intercostal neurolytic, phenol intercostal, alcohol intercostal, rib phenol, rib alcohol, intercostal chemical neurolysis',
  ],
  [
    'chem-gasserian',
    'trigeminal glycerol, trigeminal alcohol, trigeminal neurolysis, gasserian neurolysis, glycerol, glycerol injection, glycerol trigeminal',
  ],
];

/** Joints, bursas and tendons. */
export const jointCalls: readonly EverydayRow[] = [
  ['tmj', 'jaw, jaw injection, jaw shot, jaw joint, jaw steroid, temporomandibular joint'],
  [
    'joint-shoulder',
    'shoulder, shoulder shot, frozen shoulder, adhesive capsulitis, rotator cuff, rotator cuff injection, hydrodilatation, hydrodilation, shoulder bursa, bicipital tendon, biceps tendon, bicep injection, ac joint, acromioclavicular, glenohumeral, subacromial, subdeltoid, calcific tendinitis, barbotage, scapulothoracic bursa, shoulder bursitis, shoulder steroid, shoulder gel',
  ],
  [
    'joint-elbow-wrist-hand',
    'elbow, wrist, hand, thumb, finger, hand injection, thumb injection, thumb joint, thumb arthritis, finger injection, olecranon, olecranon bursa, carpometacarpal, basal joint, trigger thumb, trigger finger, de quervain, golfers elbow, elbow shot, wrist shot, pip joint, dip joint, mcp joint, radiocarpal, ganglion cyst wrist, wrist tendon, tennis elbow, epicondylitis, elbow bursa, knuckle',
  ],
  [
    'joint-hip',
    'hip, hip shot, hip steroid, hip bursa, hip bursitis, gt bursa, trochanteric bursitis, gluteal tendon, gluteus medius tendon, hamstring, hamstring origin, hamstring tendon, ischial bursa, ischial tuberosity, iliopsoas bursa, hip arthrogram, pubic symphysis, pubis, osteitis pubis, hip arthritis injection, hip gel, ischiofemoral, outer hip',
  ],
  [
    'joint-knee',
    'knee, knee shot, knee steroid, knee gel, gel shot, rooster comb, rooster shot, knee ha, synvisc one, zilretta, baker cyst, popliteal cyst, prepatellar bursa, patellar, patellofemoral, knee tap, knee drain, knee effusion, arthrocentesis, it band, pes bursa, pes anserine bursitis, viscosupplement knee, hymovis, gel one, visco three, knee arthritis injection',
  ],
  [
    'joint-ankle-foot',
    'ankle, foot, heel, toe, heel spur, heel shot, heel injection, foot shot, ankle shot, achilles, retrocalcaneal bursa, plantar fascia, plantar fasciitis, big toe, big toe joint, toe joint, great toe, hallux, first mtp, sinus tarsi, tibiotalar, subtalar, midfoot, talonavicular, peroneal tendon, morton neuroma',
  ],
  [
    'tenotomy-us',
    'pnt, tendon fenestration, tendon needling, fasciotomy, tenjet, us tenotomy, tendon scraping, tenotomy elbow, tenotomy epicondyle, tenotomy lateral epicondyle, achilles tenotomy, patellar tenotomy',
  ],
  [
    'joint-rib-sternal',
    'rib joint, rib injection, rib head, rib shot, costovertebral, costotransverse, costochondral, costochondritis, sternum, sternal joint, xiphoid, xiphisternal, tietze, sternocostal, manubriosternal, chest wall joint, slipping rib, rib cartilage',
  ],
  [
    'coccyx-inj',
    'tailbone, tailbone shot, tailbone injection, tail bone, coccydynia, coccygodynia, coccygeal, coccygeal injection, coccyx steroid, coccyx joint, sacrococcygeal, butt bone',
  ],
  [
    'regenerative-other',
    'platelet rich plasma, prp injection, stem cell, stem cells, stem cell injection, exosomes, dextrose, dextrose prolotherapy, regenerative, regenerative medicine, amniotic, a2m, bone marrow concentrate, orthobiologics, biologic injection, sugar injection',
  ],
];

/** Anesthesia. */
export const anesthesiaCalls: readonly EverydayRow[] = [
  [
    'iv-access',
    'iv line, iv access, peripheral line, us iv, us guided iv, cannula, venous access, angiocath, iv stick, venipuncture, iv insertion, iv catheter',
  ],
  ['mask-ventilation', 'bag valve mask, bag mask ventilation, ambu, bagging, mask airway'],
  [
    'intubation',
    'tube, tubed, laryngoscopy, video laryngoscopy, c mac, mcgrath, endotracheal tube, igel, laryngeal mask, rsi, rapid sequence, airway management, supraglottic airway',
  ],
  [
    'sedation',
    'propofol, propofol sedation, versed, midazolam, midaz, mod sed, mac case, monitored anesthesia care, deep sedation, twilight, mac sedation, versed fentanyl',
  ],
  [
    'infusion',
    'ketamine drip, lidocaine drip, magnesium, magnesium infusion, dexmedetomidine, precedex, iv infusion, iv ketamine, infusion clinic, lidocaine iv, dhe infusion',
  ],
  [
    'pca-setup',
    'dilaudid pca, hydromorphone pca, morphine pca, fentanyl pca, pca pump, pca start, start pca, pca order, pca adjust, patient controlled',
  ],
];
