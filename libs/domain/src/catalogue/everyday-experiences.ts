import type { EverydayRow } from './everyday-row';

/** Patients seen and what they suffer from. */
export const patientCalls: readonly EverydayRow[] = [
  [
    'exp-new-chronic-outpatient',
    'new patient eval, new patient visit, initial visit, initial consult, initial eval, new eval, new visit, new chronic pain, outpatient consult, clinic consult, intake, first visit, new referral, new patient clinic, history and physical',
  ],
  [
    'exp-continuity',
    'longitudinal, longitudinal patient, longitudinal clinic, fu visit, fu clinic, follow up visit, follow up clinic, recheck, established patient, return patient, return clinic, continuity patient, telehealth visit, post procedure follow up, follow up patient, rtc',
  ],
  [
    'exp-inpatient-chronic',
    'inpatient pain consult, inpatient chronic pain, floor consult, ward consult, hospital consult, consult inpatient, chronic pain inpatient',
  ],
  [
    'exp-acute',
    'postop pain, postoperative pain, post op pain, postop pain consult, acute pain rounds, acute pain patient, aps rounds, perioperative pain, surgical pain consult, trauma pain, rib fracture pain, regional rounds, pain rounds, acute on chronic pain, acute pain management',
  ],
  [
    'exp-cancer',
    'cancer patient, cancer pain consult, cancer pain clinic, tumor pain, malignant pain, oncology patient, oncologic pain, chemo pain, cancer bone pain',
  ],
  [
    'exp-palliative',
    'palliative patient, palliative care, palliative medicine, palli, end of life, end of life care, comfort care, hospice patient, dying patient, terminal patient',
  ],
  [
    'exp-pediatric',
    'kid, kids, kid with pain, teen, teenager, adolescent, child, infant, pediatric patient, pediatric pain clinic, childrens hospital, pediatric consult',
  ],
  [
    'exp-pregnancy',
    'pregnant patient, breastfeeding, breast feeding, lactating, postpartum, gravid, obstetric patient, nursing mother, pregnant back pain, pregnancy pain, obstetric pain',
  ],
  [
    'exp-sud',
    'addiction patient, addict, drug abuse, substance abuse, substance abuse patient, opioid addiction, opioid dependence, ivdu, alcoholic, alcohol use disorder, heroin, fentanyl use disorder, aberrant behavior, sud consult, active user, recovery patient',
  ],
  [
    'exp-dx-neuropathic',
    'diabetic neuropathy, nerve pain, polyneuropathy, peripheral neuropathy, small fiber, small fiber neuropathy, chemo neuropathy, cipn, nerve damage pain, diabetic feet, painful feet, neuralgia',
  ],
  [
    'exp-dx-headache',
    'cluster, cluster headache, tension headache, cervicogenic headache, migraine patient, headache clinic, headache patient, face pain, atypical facial pain, trigeminal neuralgia patient, occipital neuralgia, chronic migraine patient, cephalgia, orofacial pain, jaw pain',
  ],
  [
    'exp-dx-lbp',
    'backache, back ache, lumbago, discogenic pain, discogenic, mechanical back pain, facet pain, facet arthropathy, spondylosis, chronic low back pain, back pain patient, si joint pain, degenerative disc disease, ddd',
  ],
  ['exp-dx-neck', 'whiplash, cervical spondylosis, neck ache, chronic neck pain, stiff neck, cervical pain'],
  [
    'exp-dx-radicular',
    'pinched nerve, herniated disc, disc herniation, hnp, slipped disc, bulging disc, cervical radiculopathy, lumbar radiculopathy, cervical radic, lumbar radic, radicular pain, radicular leg pain, leg pain, arm pain',
  ],
  [
    'exp-dx-stenosis',
    'spinal canal stenosis, central stenosis, foraminal stenosis, claudication, lumbar stenosis, cervical stenosis, spinal stenosis, lumbar spinal stenosis',
  ],
  [
    'exp-dx-psps',
    'post lami, post laminectomy, post laminectomy syndrome, post lami syndrome, post laminectomy pain, failed back syndrome, failed back surgery syndrome, flbs, persistent spinal pain, psps2, psps type 2, back pain after surgery',
  ],
  [
    'exp-dx-myofascial',
    'myofascial pain syndrome, muscle spasm, muscle spasms, myofascial pain, muscle ache, muscular pain',
  ],
  [
    'exp-dx-fibromyalgia',
    'fms, central sensitization, chronic widespread pain, pain all over, total body pain',
  ],
  ['exp-dx-crps', 'crps patient, crps type 1, crps type 2, crps foot, crps hand, crps arm, crps leg'],
  ['exp-dx-phn', 'herpes zoster, shingles pain, zoster pain, postherpetic, herpetic neuralgia'],
  [
    'exp-dx-phantom',
    'phantom limb, phantom pain, phantom limb pain, amputee pain, amputation pain, residual limb pain, amputee patient, rlp, post amputation pain',
  ],
  [
    'exp-dx-visceral',
    'endometriosis, ibs, irritable bowel, pancreatitis, chronic pancreatitis, chronic abdominal pain, belly pain, interstitial cystitis, bladder pain, vulvodynia, prostatitis, testicular pain, pelvic floor pain, crohns, gastroparesis, flank pain, chronic pelvic pain, rectal pain, groin pain, orchialgia',
  ],
  [
    'exp-dx-joint',
    'knee oa, hip oa, shoulder oa, knee arthritis, hip arthritis, rheumatoid, rheumatoid arthritis, djd, degenerative joint disease, gout, knee pain, hip pain, shoulder pain, arthralgia, hand oa, ankle pain, foot pain, osteoarthritis knee, osteoarthritis hip',
  ],
  [
    'exp-dx-sickle',
    'sickle, sickle cell crisis, sickle crisis, sickle cell pain, vaso occlusive crisis, vaso occlusive, hbss, pain crisis',
  ],
  [
    'exp-dx-central',
    'stroke pain, thalamic, spinal cord injury, spinal cord injury pain, ms pain, multiple sclerosis, dejerine roussy, central post stroke, post stroke, cord injury pain, parkinson pain, syrinx, myelopathy pain',
  ],
  [
    'exp-dx-postsurgical',
    'post herniorrhaphy, post hernia pain, post thoracotomy pain, post mastectomy pain, chronic post op pain, post surgical pain, persistent postsurgical pain, pain after surgery, chronic postop pain, post knee replacement pain, post tka pain, mesh pain, pain after mastectomy',
  ],
  [
    'exp-dx-vcf',
    'vertebral fracture, vertebral compression fracture, osteoporosis, spine fracture, compression deformity, insufficiency fracture, fragility fracture, wedge fracture',
  ],
];

/** What is learnt beside the procedures. */
export const learningCalls: readonly EverydayRow[] = [
  [
    'exp-neuro-exam',
    'neuro examination, neurological examination, full neuro exam, detailed neuro exam, neurologic examination, reflexes, strength testing, sensory exam, motor exam, cranial nerve exam, dermatome exam, neurology rotation, neurology clinic',
  ],
  [
    'exp-neuroimaging',
    'imaging, reviewed imaging, mri, reviewed mri, reading mri, mri read, mri reading, ct read, ct scan review, scan review, films, read films, xray review, radiology, radiology rounds, looked at mri, spine mri, brain mri, mri spine, mri brain, mri lumbar, mri cervical, neuroradiology',
  ],
  [
    'exp-electrodiagnostic',
    'nerve conduction, nerve conduction study, ncv, emg ncv, nerve study, emg lab, emg review, electromyography, electrodiagnostics, nerve test',
  ],
  [
    'exp-msk-exam',
    'physical exam, physical examination, shoulder exam, knee exam, spine exam, hip exam, back exam, neck exam, gait, gait exam, range of motion, rom exam, functional assessment, functional evaluation, msk examination, musculoskeletal, orthopedic exam, provocative maneuvers, pmr exam, joint examination, pt eval, functional status',
  ],
  [
    'exp-rehab-plan',
    'pt, pt eval, pt order, pt prescription, ot, physical therapy, physical therapy plan, physical therapy referral, physical therapy eval, physical therapy order, occupational therapy, occupational therapy plan, home exercise, home exercise program, hep, exercise plan, therapy plan, therapy referral, pt ot, rehab, rehabilitation, aquatic therapy, pool therapy, work hardening, vocational rehab, rehab referral, functional plan',
  ],
  [
    'exp-psych-history',
    'psych hx, psychiatric hx, psychiatric history, psychosocial history, psychiatry, psychiatry consult, psychiatry rotation, psychiatric eval, depression, anxiety, depression screen, depression screening, anxiety screen, trauma history, phq, phq9, gad7, suicide screen, suicide risk, mood, mood disorder, ptsd, psych interview, psych assessment, psych consult',
  ],
  [
    'exp-mental-status',
    'mse psych, mini mental, mmse, moca, cognitive exam, cognitive screen, cognitive testing, mental exam, mental state',
  ],
  [
    'exp-psychological-therapy',
    'hypnosis, hypnotherapy, mindfulness, meditation, relaxation, guided imagery, cognitive behavioral, cognitive behavioral therapy, psychotherapy, counseling, behavioral therapy, behavioral medicine, mbsr, psychologist, psych session, psych therapy, acceptance and commitment, pain coping, coping skills, talk therapy',
  ],
  [
    'exp-mdt',
    'tumor board, team meeting, multidisciplinary clinic, multidisciplinary meeting, multidisciplinary conference, interdisciplinary meeting, interdisciplinary conference, interdisciplinary rounds, interdisciplinary clinic, idt meeting, case conference, team rounds, team clinic, spine conference, patient care conference, multi d clinic',
  ],
  [
    'exp-pmp',
    'rehab program, pain rehab program, pain rehabilitation, pain rehabilitation program, pain school, day program, intensive program, functional restoration program, chronic pain rehab, boot camp, pain management program, program session, work conditioning program',
  ],
  [
    'exp-addiction',
    'methadone clinic, methadone maintenance, detox, detox unit, addiction rounds, addiction psychiatry, addiction consult, addiction service, mat clinic, moud clinic, moud, opioid treatment program, addiction day, addiction rotation, suboxone clinic, bup clinic, recovery clinic',
  ],
  [
    'exp-surgery-obs',
    'or day, or case, operating room, neurosurgery or, neurosurgery observation, neurosurgery case, spine or, spine case, watch surgery, watched surgery, observe surgery, observed surgery, surgery shadowing, scrubbed, laminectomy observation, laminectomy, watch laminectomy, watch lami, fusion observation, spine surgery observation, spine surgery observed, ortho spine, shadow surgeon, observed fusion, neurosurg',
  ],
  [
    'exp-msk-ultrasound',
    'ultrasound, diagnostic us, diagnostic msk ultrasound, ultrasound scan, us scan, scan, nerve us, ultrasound exam, us exam, pocus, joint scan, shoulder scan, shoulder ultrasound, nerve scan, sonography, scanning session, tendon ultrasound',
  ],
  [
    'exp-opioid-initiation',
    'opioids, opioid, start opioid, new opioid, opioid initiation, opioid prescribing, opioid management, opioid rx, prescription, methadone start, methadone rotation, methadone, rotate opioid, rotate morphine, opioid conversion, uds, urine drug screen, urine tox, opioid agreement, opioid contract, pain contract, prescription monitoring, narcan, naloxone, soapp, oxycodone, morphine, hydrocodone, tramadol, fentanyl patch, opioid risk tool, long acting opioid, med management, risk assessment opioid, equianalgesic',
  ],
  [
    'exp-opioid-taper',
    'wean opioid, tapering, weaning, taper opioid, deprescribe, stop opioid, come off opioid, get off opioid, opioid reduction, reduce opioid, mme reduction, opioid weaning, benzo taper, discontinue opioid, opioid stop, taper plan, med management, legacy patient',
  ],
  [
    'exp-adjuvant',
    'prescription, medication management, med management, meds, med check, medication, medication plan, medication adjustment, adjuvants, gabapentin, gabapentin titration, med titration, pregabalin, lyrica, neurontin, duloxetine, cymbalta, venlafaxine, milnacipran, savella, amitriptyline, nortriptyline, tca, tricyclic, nsaid, nsaids, antidepressant, anticonvulsant, topiramate, topamax, carbamazepine, ldn, low dose naltrexone, muscle relaxant, muscle relaxer, tizanidine, cyclobenzaprine, lidocaine patch, non opioid, nonopioid, non opioid meds, acetaminophen, celecoxib, membrane stabilizer, multimodal, multimodal plan, ssri, memantine, polypharmacy',
  ],
  [
    'exp-anticoag-plan',
    'hold plavix, plavix, clopidogrel, eliquis, apixaban, xarelto, rivaroxaban, warfarin, coumadin, heparin, lovenox, enoxaparin, asra, asra guidelines, doac, antiplatelet, aspirin, hold aspirin, hold anticoagulant, stop blood thinner, hold blood thinner, bridging, bridge, anticoagulant plan, anticoagulant management, periprocedural anticoagulation, inr',
  ],
  [
    'exp-consent',
    'consented, consent discussion, consenting, informed consent discussion, risks and benefits, risk benefit discussion, shared decision, shared decision making, consent talk',
  ],
  [
    'exp-complication-mgmt',
    'complication management, managed complication, wet tap, dural puncture, pdph, pdph management, vasovagal, vasovagal management, infection, hematoma, epidural hematoma, epidural abscess, pneumothorax, ptx, last, local anesthetic toxicity, intralipid, code, rapid response, post procedure complication, adverse reaction, contrast reaction, allergic reaction, anaphylaxis, nerve injury, spinal headache, bad outcome, complication vasovagal, complication wet tap',
  ],
  [
    'exp-qi',
    'quality improvement project, quality project, quality, root cause, near miss, incident report, safety report, safety project, patient safety, safety, pdsa, audit, m and m, morbidity and mortality',
  ],
  [
    'exp-teaching',
    'teach, taught, lecturing, lecture given, gave talk, talk, presentation, presented, poster, poster presentation, oral presentation, case report, case presentation, abstract, publication, resident lecture, resident teaching, medical student teaching, morning report, conference presentation, didactics, didactic, m and m presentation, board review, research',
  ],
  [
    'exp-simulation',
    'simulator, sim lab, sim session, simulation lab, simulation session, cadaver session, cadaver course, cadaver workshop, workshop, skills lab, mannequin, mock code',
  ],
  [
    'exp-buprenorphine',
    'suboxone, suboxone start, subutex, sublocade, brixadi, zubsolv, bup patch, bup induction, bup micro induction, microinduction, micro induction, microdosing, microdose, micro dose, bernese, low dose bup, low dose induction, switch to bup, rotate to bup, buprenorphine rotation, buprenorphine patch, bup naloxone, bup nx',
  ],
];
