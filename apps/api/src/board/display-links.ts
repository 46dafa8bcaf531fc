import { Injectable } from '@nestjs/common';
import { checkDisplayLink, isLinkOpen } from '@countersign/domain/board';
import { refused } from '@countersign/domain/refusal';
import type { DisplayLinkBody } from '@countersign/contracts/board/bodies';
import type { DisplayLinksView, DisplayLinkView } from '@countersign/contracts/board/views';
import type { Reading, Tx } from '../db/context';
import { must, problem } from '../platform/problem';
import { namesIn, type Names } from '../programs/names';
import { ProgramRow, SiteRow } from '../programs/program.row';
import { todayAt } from '../programs/programs';
import { newToken, tokenId } from '../sessions/session-token';
import { BoardLinkRow } from './board-link.row';

/** How old `lastSeenAt` may be before a use renews it: a screen asks every few seconds, and that is no news. */
const SEEN_STEP_MS = 5 * 60_000;

/** The addresses that show the board of a program without a session. */
@Injectable()
export class DisplayLinks {
  /** Those that work first, the newest first. */
  async list(view: Reading, programId: string): Promise<DisplayLinksView> {
    const today = await todayOf(view, programId);
    const sites = await view.manager.find(SiteRow, {
      where: { programId },
      order: { name: 'ASC', id: 'ASC' },
    });
    const rows = await view.manager.find(BoardLinkRow, {
      where: { programId },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    const names = await namesIn(view, programId);
    const links = rows.map((row) => linkView(row, today, names));
    return {
      today,
      sites: sites.map(({ id, name }) => ({ id, name })),
      links: [...links.filter(({ open }) => open), ...links.filter(({ open }) => !open)],
    };
  }

  /** Makes a link; its secret is known only to whoever gets the answer. */
  async make(
    tx: Tx,
    programId: string,
    { ward, siteId, expiresOn }: DisplayLinkBody,
  ): Promise<{ link: DisplayLinkView; secret: string }> {
    // Two at once count one after the other.
    await tx.hold(ProgramRow, { id: programId });
    const today = await todayOf(tx, programId);
    const known = await tx.manager.findBy(BoardLinkRow, { programId });
    const open = known.filter((link) => isLinkOpen(link, today)).length;
    must(checkDisplayLink({ expiresOn }, { today, open }));
    if (siteId !== undefined && !(await tx.manager.existsBy(SiteRow, { programId, id: siteId })))
      must(refused('entry/unknown-site', '/siteId'));
    const secret = newToken();
    const row: BoardLinkRow = {
      ...{ programId, id: tx.newId(), ward, siteId: siteId ?? null, tokenHash: tokenId(secret), expiresOn },
      ...{
        createdById: tx.actor.personId,
        createdAt: tx.now,
        revokedAt: null,
        lastSeenAt: null,
        revision: 1,
      },
    };
    await tx.insert(BoardLinkRow, row);
    tx.record('board-link.made', { programId, id: row.id }, {});
    return { link: linkView(row, today, await namesIn(tx, programId)), secret };
  }

  /** Revokes a link for good; revoked twice it is revoked once. @throws ProblemException `access/not-found` */
  async revoke(tx: Tx, programId: string, id: string): Promise<DisplayLinkView> {
    const today = await todayOf(tx, programId);
    await tx.hold(BoardLinkRow, { programId, id });
    const row = await tx.manager.findOneBy(BoardLinkRow, { programId, id });
    if (!row) throw problem('access/not-found');
    const names = await namesIn(tx, programId);
    if (row.revokedAt !== null) return linkView(row, today, names);
    const revokedAt = tx.now;
    await tx.change(BoardLinkRow, { programId, id, revision: row.revision }, { revokedAt });
    tx.record('board-link.revoked', { programId, id }, {});
    return linkView({ ...row, revokedAt }, today, names);
  }

  /** Notes that a link is in use. */
  async touch(tx: Tx, { programId, id }: Pick<BoardLinkRow, 'programId' | 'id'>): Promise<void> {
    await tx.update(BoardLinkRow, { programId, id }, { lastSeenAt: tx.now });
  }
}

/** Whether the last use of a link was noted so long ago that this one has to be. */
export function isUnseen({ lastSeenAt }: { readonly lastSeenAt: number | null }, now: number): boolean {
  return lastSeenAt === null || Math.abs(now - lastSeenAt) > SEEN_STEP_MS;
}

async function todayOf(view: Reading, programId: string): Promise<string> {
  return todayAt(await view.manager.findOneByOrFail(ProgramRow, { id: programId }), view);
}

function linkView(row: BoardLinkRow, today: string, names: Names): DisplayLinkView {
  const { id, ward, siteId, createdById, createdAt, expiresOn, revokedAt, lastSeenAt } = row;
  return {
    ...{ id, ward, expiresOn, madeBy: names.get(createdById) ?? '', madeAt: createdAt },
    ...(siteId === null ? {} : { siteId }),
    ...(revokedAt === null ? {} : { revokedAt }),
    ...(lastSeenAt === null ? {} : { lastSeenAt }),
    open: isLinkOpen(row, today),
  };
}
