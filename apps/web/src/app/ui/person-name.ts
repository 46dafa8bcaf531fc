import { Pipe, type PipeTransform } from '@angular/core';
import { personInWords } from '@countersign/contracts/words/person';
import type { PersonView } from '@countersign/contracts/sessions/views';

/** A person’s name where others read it, and that the person has left the program. */
@Pipe({ name: 'csPerson' })
export class PersonName implements PipeTransform {
  transform(person: Pick<PersonView, 'name' | 'left'>): string {
    return personInWords(person);
  }
}
