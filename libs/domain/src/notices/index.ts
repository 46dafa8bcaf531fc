export {
  accountMailKinds,
  groupOf,
  isMailed,
  mailGroups,
  noticeKinds,
  type MailGroup,
  type MailKind,
  type NoticeKind,
} from './notice-kinds';
export { afterQuietHours } from './quiet-hours';
export {
  daysOnService,
  isEscalationDue,
  isNudgeDue,
  isSilent,
  mayRemind,
  type LogSilence,
} from './reminders';
