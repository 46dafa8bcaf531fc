import { MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { attentionReasons, type AttentionReason } from '@countersign/domain/statistics';
import { applyDecorators } from '../decorate';
import { CivilDate, Id, Key, OneOf, Optional, Prose, TEXT_KIND } from '../fields';
import { ProseBody } from '../prose-body';

/** What a concern rested on, as the list said it. */
const Basis = (): PropertyDecorator =>
  applyDecorators(MaxLength(64), JSONSchema({ type: 'string', maxLength: 64, [TEXT_KIND]: 'name' }));

/** Sets a concern aside. */
export class DismissConcernBody extends ProseBody {
  /** Made by the client, so that what is sent twice is there once. */
  @Id() id!: string;
  @Id() fellowId!: string;
  /** Absent where the concern is about no competency. */
  @Optional() @Key() competencyId?: string;
  @OneOf(attentionReasons) reason!: AttentionReason;
  @Basis() basis!: string;
  /** Why it needs nothing more now. */
  @Prose(1000) note!: string;
}

/** What a packet is for: a meeting of the committee, or the talk with the fellow twice a year. */
export const packetKinds = ['committee', 'semi-annual'] as const;

/** One of {@link packetKinds}. */
export type PacketKind = (typeof packetKinds)[number];

/** What packet is wanted. */
export class PacketQuery {
  @OneOf(packetKinds) kind!: PacketKind;
  /** `hidden` leaves out who the fellow is and who rated, wrote and was present. */
  @Optional() @OneOf(['hidden']) names?: 'hidden';
}

/** Of which days numbers are asked. */
export class SpanQuery {
  /** The first day; where it is left out, that of the trainings that hold today, and at most a year ago. */
  @Optional() @CivilDate() fromOn?: string;
  /** The last day; today where it is left out, or lies ahead. */
  @Optional() @CivilDate() toOn?: string;
}
