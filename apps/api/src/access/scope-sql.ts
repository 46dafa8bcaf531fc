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
  let parameter = 0;
  const add = (target: WhereExpressionBuilder, condition: Condition<Field>): void => {
    const [text, value] = whereCondition(
      `${query.alias}.${condition.field}`,
      condition,
      `scope${parameter++}`,
    );
    target.andWhere(text, value);
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

/** One condition on a column as SQL, and the value of its parameter. */
function whereCondition<Field extends string>(
  column: string,
  condition: Condition<Field>,
  name: string,
): readonly [text: string, value?: ObjectLiteral] {
  if ('isSet' in condition) return [`${column} IS ${condition.isSet ? 'NOT NULL' : 'NULL'}`];
  if ('notAfter' in condition) return [`${column} <= :${name}`, { [name]: new Date(condition.notAfter) }];
  if ('in' in condition)
    return condition.in.length === 0
      ? ['1 = 0']
      : [`${column} IN (:...${name})`, { [name]: [...condition.in] }];
  if (condition.notIn.length === 0) return ['1 = 1'];
  return [`(${column} IS NULL OR ${column} NOT IN (:...${name}))`, { [name]: [...condition.notIn] }];
}
