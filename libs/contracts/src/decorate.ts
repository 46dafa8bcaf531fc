type AnyPropertyDecorator = PropertyDecorator | ((target: object, property?: string) => void);

/** Joins property decorators into one, applied in the order in which they are written. */
export function applyDecorators(...decorators: readonly AnyPropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, String(property));
  };
}
