import { Controller, Inject } from '@nestjs/common';
import { PacketQuery } from '@countersign/contracts/dashboards/bodies';
import { CommitteeDecisionBody } from '@countersign/contracts/dashboards/committee-bodies';
import { CommitteeView } from '@countersign/contracts/dashboards/committee-views';
import { readCommittee, readPacket, recordDecision } from '@countersign/contracts/dashboards/endpoints';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { packetPdf } from './packet-pages';
import { ReadCommittee } from './read-committee';
import { ReadPacket } from './read-packet';
import { RecordDecision } from './record-decision';

@Controller()
export class CommitteeController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(ReadCommittee) private readonly committee: ReadCommittee,
    @Inject(ReadPacket) private readonly packets: ReadPacket,
    @Inject(RecordDecision) private readonly recording: RecordDecision,
  ) {}

  @Handle(readCommittee, { view: CommitteeView })
  look({ actor, params }: Handled<typeof readCommittee>): Promise<CommitteeView> {
    return this.db.read(actor, (view) => this.committee.run(view, params));
  }

  @Handle(readPacket, { query: PacketQuery })
  async packet({ actor, params, query }: Handled<typeof readPacket>): Promise<Uint8Array> {
    return packetPdf(await this.db.read(actor, (view) => this.packets.run(view, params, query)));
  }

  @Handle(recordDecision, { body: CommitteeDecisionBody, view: CommitteeView })
  decide({ actor, params, body }: Handled<typeof recordDecision>): Promise<CommitteeView> {
    return this.db.write(actor, async (tx) => {
      await this.recording.run(tx, params, body);
      return this.committee.run(tx, params);
    });
  }
}
