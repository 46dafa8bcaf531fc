import { Controller, Inject } from '@nestjs/common';
import { readIssuerKeys } from '@countersign/contracts/ledger/endpoints';
import { IssuerKeysView } from '@countersign/contracts/ledger/views';
import { Handle } from '../platform/handle';
import { SigningKeys } from './signing-keys';

@Controller()
export class IssuerKeysController {
  constructor(@Inject(SigningKeys) private readonly keys: SigningKeys) {}

  @Handle(readIssuerKeys, { view: IssuerKeysView })
  async read(): Promise<IssuerKeysView> {
    return { keys: await this.keys.published() };
  }
}
