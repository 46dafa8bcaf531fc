import { Controller, Inject } from '@nestjs/common';
import { AddPasskeyBody, PasswordBody } from '@countersign/contracts/account/bodies';
import { addPasskey, askNewPasskey, removePasskey } from '@countersign/contracts/account/endpoints';
import { AccountView, PasskeyQuestionView } from '@countersign/contracts/account/views';
import { Db } from '../db/db';
import { PersonRow } from '../people/person.row';
import { Handle, type Handled } from '../platform/handle';
import { problem } from '../platform/problem';
import { PasskeyRow } from '../sessions/passkey.row';
import { Passkeys } from '../sessions/passkeys';
import { OwnAccount } from './own-account';
import { ReadAccount } from './read-account';

@Controller()
export class PasskeysController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(OwnAccount) private readonly account: OwnAccount,
    @Inject(Passkeys) private readonly passkeys: Passkeys,
    @Inject(ReadAccount) private readonly reading: ReadAccount,
  ) {}

  @Handle(askNewPasskey, { body: PasswordBody, view: PasskeyQuestionView })
  async ask({ actor, body, request }: Handled<typeof askNewPasskey>): Promise<PasskeyQuestionView> {
    await this.account.prove(actor, body.password);
    const { personId: id } = actor;
    const { person, known } = await this.db.read(actor, async (view) => ({
      person: await view.manager.findOneByOrFail(PersonRow, { id }),
      known: await this.passkeys.of(view, id),
    }));
    return this.passkeys.askForNew(request, person, known);
  }

  @Handle(addPasskey, { body: AddPasskeyBody, view: AccountView })
  async add({ actor, body, request }: Handled<typeof addPasskey>): Promise<AccountView> {
    const { personId } = actor;
    const found = await this.passkeys.readNew(request, personId, body);
    if (found === null) throw problem('passkey/not-added');
    return this.db.write(actor, async (tx) => {
      const { credentialId } = found;
      if (await tx.manager.existsBy(PasskeyRow, { credentialId })) throw problem('passkey/not-added');
      const id = tx.newId();
      const fresh = { challengeAt: null, lastUsedAt: null, createdAt: tx.now };
      await tx.insert(PasskeyRow, { id, personId, name: body.name, ...found, ...fresh });
      tx.record('passkey.added', { id }, {});
      return this.reading.run(tx, request.sessionId ?? '');
    });
  }

  @Handle(removePasskey, { body: PasswordBody, view: AccountView })
  async remove({ actor, body, params, request }: Handled<typeof removePasskey>): Promise<AccountView> {
    await this.account.prove(actor, body.password);
    const { passkeyId: id } = params;
    return this.db.write(actor, async (tx) => {
      const own = await tx.manager.existsBy(PasskeyRow, { id, personId: actor.personId });
      if (!own || (await tx.remove(PasskeyRow, { id })) === 0) throw problem('access/not-found');
      tx.record('passkey.removed', { id }, {});
      return this.reading.run(tx, request.sessionId ?? '');
    });
  }
}
