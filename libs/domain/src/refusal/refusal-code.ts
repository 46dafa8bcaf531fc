/** Who may do what. */
type AccessRefusal = 'access/not-allowed' | 'access/own-entry' | 'access/own-letter' | 'access/own-sign-off';

/** What may be recorded of an encounter. */
type ContentRefusal =
  | 'entry/contradiction'
  | 'entry/detail-needed'
  | 'entry/detail-not-of-item'
  | 'entry/detail-not-of-level'
  | 'entry/detail-out-of-range'
  | 'entry/detail-unknown-value'
  | 'entry/duplicate-level'
  | 'entry/fewer-leads'
  | 'entry/future-date'
  | 'entry/guidance-not-of-item'
  | 'entry/impossible-date'
  | 'entry/level-not-of-item'
  | 'entry/none-excludes-others'
  | 'entry/outside-training'
  | 'entry/not-of-experience'
  | 'entry/procedure-needed'
  | 'entry/reason-only-if-aborted'
  | 'entry/region-not-of-item'
  | 'entry/repeated'
  | 'entry/required'
  | 'entry/reversed-days'
  | 'entry/row-repeated'
  | 'entry/side-not-of-item'
  | 'entry/side-on-level'
  | 'entry/simulation-only'
  | 'entry/single-level-item'
  | 'entry/sunset-item'
  | 'entry/supervisor-left'
  | 'entry/technique-not-of-item'
  | 'entry/techniques-contradict'
  | 'entry/too-many-procedures'
  | 'entry/unknown-complication'
  | 'entry/unknown-diagnosis'
  | 'entry/unknown-item'
  | 'entry/unknown-site'
  | 'entry/unknown-supervisor'
  | 'entry/unknown-value';

/** What may happen to an entry next. */
type LifeRefusal =
  | 'entry/amend-instead'
  | 'entry/contest-expired'
  | 'entry/correction-pending'
  | 'entry/needs-new-version'
  | 'entry/no-contested-correction'
  | 'entry/no-open-correction'
  | 'entry/not-allowed-now'
  | 'entry/not-editable'
  | 'entry/nothing-to-undo'
  | 'entry/own-correction'
  | 'entry/own-entry'
  | 'entry/unchanged'
  | 'entry/undo-expired';

/** What a supervisor may say with a decision. */
type ReviewRefusal =
  | 'review/correction-changes-nothing'
  | 'review/correction-contradicts'
  | 'review/correction-empty'
  | 'review/correction-repeated'
  | 'review/correction-repeats-row'
  | 'review/correction-unknown-procedure'
  | 'review/correction-unknown-value'
  | 'review/narrative-needed'
  | 'review/rating-needed'
  | 'review/rating-twice'
  | 'review/rating-unknown'
  | 'review/rating-unknown-procedure'
  | 'review/reason-needed'
  | 'review/reason-unknown';

/** What may be kept in free text. */
type PrivacyRefusal = 'privacy/identifies' | 'privacy/may-identify';

/** To whom a waiting entry may be handed over. */
type HandOverRefusal = 'hand-over/not-supervisor' | 'hand-over/same';

/** Who may decide in whose name, and when. */
type DelegationRefusal =
  | 'delegation/impossible-date'
  | 'delegation/not-supervisor'
  | 'delegation/overlap'
  | 'delegation/own'
  | 'delegation/past'
  | 'delegation/reversed'
  | 'delegation/too-long';

/** Who may hold which role in a program, when, and who says so. */
type PeopleRefusal =
  | 'people/cohort-of-fellow'
  | 'people/director-only'
  | 'people/impossible-date'
  | 'people/last-director'
  | 'people/overlap'
  | 'people/own-role'
  | 'people/reversed';

/** Which password may be chosen. */
type PasswordRefusal =
  'password/common' | 'password/guessable' | 'password/personal' | 'password/same' | 'password/too-short';

/** What may be written down of a qualification. */
type QualificationRefusal =
  | 'qualification/number'
  | 'qualification/reversed'
  | 'qualification/specialty-needed'
  | 'qualification/specialty-of-board'
  | 'qualification/title-needed';

/** Where a fellow may be planned, and when away. */
type ScheduleRefusal = 'schedule/outside-training' | 'schedule/overlap';

/** Which entries one act may approve. */
type BatchRefusal = 'batch/empty' | 'batch/not-alike' | 'batch/pulled' | 'batch/repeated' | 'batch/too-large';

/** What a requirement set may say. */
type RequirementRefusal =
  | 'requirement/about-empty'
  | 'requirement/any-of-impossible'
  | 'requirement/asks-nothing'
  | 'requirement/choice-unknown'
  | 'requirement/competencies-missing'
  | 'requirement/competency-cycle'
  | 'requirement/competency-twice'
  | 'requirement/competency-unknown'
  | 'requirement/date-impossible'
  | 'requirement/demonstration-elsewhere'
  | 'requirement/demonstration-otherwise'
  | 'requirement/example-verified'
  | 'requirement/filter-empty'
  | 'requirement/group-unknown'
  | 'requirement/help-impossible'
  | 'requirement/id-form'
  | 'requirement/item-unknown'
  | 'requirement/key-unknown'
  | 'requirement/kind-unknown'
  | 'requirement/list-empty'
  | 'requirement/mapping-twice'
  | 'requirement/mapping-unknown'
  | 'requirement/n-impossible'
  | 'requirement/need-impossible'
  | 'requirement/not-a-list'
  | 'requirement/not-an-object'
  | 'requirement/rules-missing'
  | 'requirement/share-impossible'
  | 'requirement/short-title-length'
  | 'requirement/text-missing'
  | 'requirement/text-too-long'
  | 'requirement/too-many'
  | 'requirement/verification-incomplete'
  | 'requirement/version-impossible'
  | 'requirement/window-impossible';

/** What a committee may record. */
type CommitteeRefusal =
  | 'committee/day-impossible'
  | 'committee/level-impossible'
  | 'committee/milestone-missing'
  | 'committee/milestone-twice'
  | 'committee/reason-needed';

/** By which numbers a chart may be made. */
type ChartRefusal = 'chart/limit-unattainable' | 'chart/rates-reversed';

/** Which display links a program may have. */
type BoardRefusal = 'board/link-day-impossible' | 'board/link-too-long' | 'board/too-many-links';

/** How a competency is signed off. */
type SignOffRefusal =
  | 'sign-off/complete'
  | 'sign-off/director-next'
  | 'sign-off/held'
  | 'sign-off/instant-impossible'
  | 'sign-off/no-rules'
  | 'sign-off/not-flagged'
  | 'sign-off/not-ready'
  | 'sign-off/not-requester'
  | 'sign-off/other-competency'
  | 'sign-off/other-version'
  | 'sign-off/own'
  | 'sign-off/reason-missing'
  | 'sign-off/set-unverified'
  | 'sign-off/signed-before'
  | 'sign-off/supervisor-first'
  | 'sign-off/transition'
  | 'sign-off/waiver-text-missing';

/** How anything is signed. */
type SignatureRefusal = 'signature/statement-needed';

/**
 * Every code with which a rule refuses what a person asks for. A rule that refuses with another does not compile, and
 * neither does the registry of problems while one of these has no row there.
 */
export type RefusalCode =
  | AccessRefusal
  | ContentRefusal
  | LifeRefusal
  | ReviewRefusal
  | PrivacyRefusal
  | BatchRefusal
  | DelegationRefusal
  | HandOverRefusal
  | PasswordRefusal
  | PeopleRefusal
  | QualificationRefusal
  | ScheduleRefusal
  | RequirementRefusal
  | BoardRefusal
  | CommitteeRefusal
  | ChartRefusal
  | SignOffRefusal
  | SignatureRefusal;
