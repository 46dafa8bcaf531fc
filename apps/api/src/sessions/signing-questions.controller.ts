import { Controller, Inject } from '@nestjs/common';
import { AskSigningBody } from '@countersign/contracts/signatures/bodies';
import { askSigning } from '@countersign/contracts/signatures/endpoints';
import { SigningQuestionView } from '@countersign/contracts/signatures/views';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { SigningQuestions } from './signing-questions';

@Controller()
export class SigningQuestionsController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(SigningQuestions) private readonly questions: SigningQuestions,
  ) {}

  @Handle(askSigning, { body: AskSigningBody, view: SigningQuestionView })
  ask({ actor, body, request }: Handled<typeof askSigning>): Promise<SigningQuestionView> {
    return this.db.write(actor, (tx) => this.questions.ask(tx, request, body.actDigest));
  }
}
