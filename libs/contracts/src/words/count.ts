/** `1 entry`, `3 entries`, `1,204 entries`. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** A share in whole percent, such as `80 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
