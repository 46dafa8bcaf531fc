import { AccessLinkRow } from './accounts/access-link.row';
import { BoardLinkRow } from './board/board-link.row';
import { AlarmReviewRow, ChartSettingRow, ForecastMadeRow } from './competencies/chart.row';
import { CatalogueEditionRow, CatalogueTermRow } from './catalogue/catalogue.row';
import { ActRow } from './db/act.row';
import { AttentionDismissalRow } from './dashboards/attention-dismissal.row';
import { CommitteeDecisionRow } from './dashboards/committee-decision.row';
import { CheckpointRow } from './db/checkpoint.row';
import { EventRow, LogHeadRow } from './db/event.row';
import { TextRow } from './db/text.row';
import { DecisionRow, EntryProcedureRow, EntryRow, EntryVersionRow, RatingRow } from './entries/entry.row';
import { StoppedTextRow } from './entries/stopped-text.row';
import { CredentialRow, DelegationRow, PersonRow, RoleRow } from './people/person.row';
import { DeadLetterRow, FollowerCursorRow } from './followers/follower.row';
import { LetterRow } from './credentials/letter.row';
import { JobRunRow } from './followers/job-run.row';
import { SigningKeyRow } from './ledger/signing-key.row';
import { LeaveRow, ProgramRow, RotationRow, SiteRow } from './programs/program.row';
import { QualificationRow } from './qualifications/qualification.row';
import { SignOffRow } from './sign-offs/sign-off.row';
import {
  SignatureAssertionRow,
  SignatureRow,
  SigningDocumentRow,
  StatementAcceptanceRow,
} from './signatures/signature.row';
import { RequirementDraftRow, RequirementSetRow } from './requirements/requirement-set.row';
import { RosterImportRow } from './members/roster-import.row';
import { MailRow, MailStopRow } from './mail/mail.row';
import { NoticeRow } from './mail/notice.row';
import { PasskeyRow } from './sessions/passkey.row';
import { RecoveryCodeRow } from './sessions/recovery-code.row';
import { SessionRow } from './sessions/session.row';
import { SigningQuestionRow } from './sessions/signing-question.row';

/** Every table of the product. */
export const rows = [
  PersonRow,
  CredentialRow,
  DelegationRow,
  ProgramRow,
  RoleRow,
  SiteRow,
  RotationRow,
  LeaveRow,
  RequirementSetRow,
  RequirementDraftRow,
  SessionRow,
  CatalogueEditionRow,
  CatalogueTermRow,
  EntryRow,
  EntryVersionRow,
  EntryProcedureRow,
  DecisionRow,
  RatingRow,
  TextRow,
  StoppedTextRow,
  EventRow,
  LogHeadRow,
  ActRow,
  FollowerCursorRow,
  DeadLetterRow,
  JobRunRow,
  CheckpointRow,
  LetterRow,
  SignOffRow,
  SigningDocumentRow,
  SignatureRow,
  SignatureAssertionRow,
  SigningQuestionRow,
  StatementAcceptanceRow,
  SigningKeyRow,
  BoardLinkRow,
  AccessLinkRow,
  AttentionDismissalRow,
  CommitteeDecisionRow,
  ChartSettingRow,
  AlarmReviewRow,
  ForecastMadeRow,
  RecoveryCodeRow,
  RosterImportRow,
  PasskeyRow,
  NoticeRow,
  MailRow,
  MailStopRow,
  QualificationRow,
];
