import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsString, Min, ValidateNested } from 'class-validator';
import {
  mailGroups,
  noticeKinds,
  accountMailKinds,
  type MailGroup,
  type MailKind,
  type NoticeKind,
} from '@countersign/domain/notices';
import { Id, Instant, OneOf, Optional } from '../fields';

/** Something that its reader is told of. */
export class NoticeView {
  @Id() id!: string;
  @OneOf(noticeKinds) kind!: NoticeKind;
  /** The entry or sign-off that it is about; absent where it is about several or none. */
  @Optional() @Id() objectId?: string;
  /** Of a nudge, an escalation and a digest: how many entries wait. */
  @Optional() @IsInt() @Min(0) count?: number;
  @Instant() at!: number;
  @IsBoolean() read!: boolean;
}

/** What the reader was told of in a program, the newest first. */
export class NoticesView {
  @IsInt() @Min(0) unread!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => NoticeView) notices!: NoticeView[];
}

/** How many notices the reader has not seen. */
export class NoticeCountView {
  @IsInt() @Min(0) unread!: number;
}

/** Which mails a person does not want. */
export class MailChoicesView {
  @OneOf(mailGroups, { each: true }) stopped!: MailGroup[];
}

/** What became of a link that stops mails. */
export class MailStopView {
  @OneOf(mailGroups) group!: MailGroup;
  @IsBoolean() stopped!: boolean;
}

/** Where mail goes: to a mail server, or into a folder of the server where none is set. */
export const mailWays = ['server', 'folder'] as const;
/** What became of a mail: it waits, was sent, lies in the folder, was not needed any more, or was given up. */
export const mailStates = ['waiting', 'sent', 'kept', 'dropped', 'dead'] as const;
/** What became of a mail. */
export type MailState = (typeof mailStates)[number];

/** A mail of a program, without its text: a link in it is for its reader alone. */
export class MailView {
  @Id() id!: string;
  @OneOf([...noticeKinds, ...accountMailKinds]) kind!: MailKind;
  /** Name of whom it is for. */
  @IsString() to!: string;
  @OneOf(mailStates) state!: MailState;
  @Instant() madeAt!: number;
  /** When it was sent, kept, dropped or given up. */
  @Optional() @Instant() doneAt?: number;
  /** Of one that waits: when it is tried. */
  @Optional() @Instant() nextAt?: number;
  /** What the last try said. */
  @Optional() @IsString() error?: string;
}

/** The mails of a program, the newest first. */
export class MailsView {
  @OneOf(mailWays) way!: (typeof mailWays)[number];
  @IsInt() @Min(0) waiting!: number;
  @IsInt() @Min(0) dead!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => MailView) mails!: MailView[];
}
