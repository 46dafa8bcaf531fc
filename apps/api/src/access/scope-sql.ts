import { Brackets, type ObjectLiteral, type SelectQueryBuilder, type WhereExpressionBuilder } from 'typeorm';
import type { Condition, Scope } from '@countersign/domain/access';

/**
 * Turns a scope into a WHERE, the only place that does. The database test beside it proves that this and the pure
 * `inScope` choose the same rows.
 */
export function whereScope<Row extends ObjectLiteral, Field extends string>(
  query: SelectQueryBuilder<Row>,
  scope: Scope<Field>,
): SelectQueryBuilder<Row> {
  if (scope.length === 0) return query.andWhere('1 = 0');
  const { alias } = query;
  let parameter = 0;
  const add = (target: WhereExpressionBuilder, condition: Condition<Field>): void => {
    const name = `scope${parameter++}`;
    const column = `${alias}.${condition.field}`;
    if ('isSet' in condition) {
      target.andWhere(`${column} IS ${condition.isSet ? 'NOT NULL' : 'NULL'}`);
      return;
    }
    if ('notAfter' in condition) {
      target.andWhere(`${column} <= :${name}`, { [name]: new Date(condition.notAfter) });
      return;
    }
    if ('in' in condition) {
      if (condition.in.length === 0) target.andWhere('1 = 0');
      else target.andWhere(`${column} IN (:...${name})`, { [name]: [...condition.in] });
      return;
    }
    if (condition.notIn.length === 0) return;
    target.andWhere(`(${column} IS NULL OR ${column} NOT IN (:...${name}))`, {
      [name]: [...condition.notIn],
    });
  };
  return query.andWhere(
    new Brackets((any) => {
      for (const clause of scope) {
        any.orWhere(
          new Brackets((all) => {
            all.where('1 = 1');
            for (const condition of clause) add(all, condition);
          }),
        );
      }
    }),
  );
}
