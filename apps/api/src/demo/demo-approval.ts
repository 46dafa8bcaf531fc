import type { Help, NextTime } from '@countersign/domain/entry';
import type { ApproveBody } from '@countersign/contracts/reviews/bodies';
import type { DemoCase } from './demo-case';
import type { DemoRandom } from './demo-random';
import { advice, praise } from './demo-remarks';

/** What a supervisor says with an approval: one tap where the procedures went alike, else a rating for each. */
export function demoApproval({ helps }: DemoCase, random: DemoRandom): ApproveBody {
  const [help = 3] = helps;
  const saysNext = random.chance(0.4);
  const rated = (given: Help) => ({ help: given, ...(saysNext ? { nextTime: nextTimeAfter(given) } : {}) });
  const apart = new Set(helps).size > 1;
  return {
    ...(apart ? { ratings: helps.map((given, position) => ({ position, ...rated(given) })) } : rated(help)),
    ...(random.chance(0.2) ? { keepDoing: random.one(praise) } : {}),
    ...(Math.min(...helps) <= 2 || random.chance(0.1) ? { nextTimeText: random.one(advice) } : {}),
  };
}

/** Supervisors of the demo plan a step closer than they were today. */
function nextTimeAfter(help: Help): NextTime {
  return Math.max(1, help - 1) as NextTime;
}
