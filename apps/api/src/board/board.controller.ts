import { Controller, Inject } from '@nestjs/common';
import { DisplayLinkBody } from '@countersign/contracts/board/bodies';
import {
  listDisplayLinks,
  makeDisplayLink,
  readBoard,
  readDisplay,
  revokeDisplayLink,
} from '@countersign/contracts/board/endpoints';
import {
  BoardView,
  DisplayLinksView,
  DisplayLinkView,
  DisplayView,
  NewDisplayLinkView,
} from '@countersign/contracts/board/views';
import { DISPLAY_HEADER } from '@countersign/contracts/endpoint';
import { nameless } from '../db/context';
import { Db } from '../db/db';
import { Handle, type Handled } from '../platform/handle';
import { Boards } from './boards';
import { DisplayLinks, isUnseen } from './display-links';

/** A screen of which only its link is known. */
const SCREEN = nameless('display');

@Controller()
export class BoardController {
  constructor(
    @Inject(Db) private readonly db: Db,
    @Inject(Boards) private readonly boards: Boards,
    @Inject(DisplayLinks) private readonly links: DisplayLinks,
  ) {}

  /** Express answers 304 where the caller has this tag. */
  @Handle(readBoard, { view: BoardView })
  async board({ actor, params, response }: Handled<typeof readBoard>): Promise<BoardView> {
    const { view, tag } = await this.boards.of(actor, params.programId);
    response.setHeader('Cache-Control', 'private, no-cache');
    response.setHeader('ETag', `"${tag}"`);
    return view;
  }

  @Handle(readDisplay, { view: DisplayView })
  async display({ request, response }: Handled<typeof readDisplay>): Promise<DisplayView> {
    const { link, board, now } = await this.boards.opened(SCREEN, request.header(DISPLAY_HEADER) ?? '');
    if (isUnseen(link, now)) await this.db.write(SCREEN, (tx) => this.links.touch(tx, link));
    response.setHeader('Cache-Control', 'private, no-cache');
    response.vary(DISPLAY_HEADER);
    response.setHeader('ETag', `"${board.tag}-${link.id}"`);
    return { ...board.view, ward: link.ward, ...(link.siteId === null ? {} : { siteId: link.siteId }) };
  }

  @Handle(listDisplayLinks, { view: DisplayLinksView })
  list({ actor, params }: Handled<typeof listDisplayLinks>): Promise<DisplayLinksView> {
    return this.db.read(actor, (view) => this.links.list(view, params.programId));
  }

  @Handle(makeDisplayLink, { body: DisplayLinkBody, view: NewDisplayLinkView })
  make({ actor, params, body }: Handled<typeof makeDisplayLink>): Promise<NewDisplayLinkView> {
    return this.db.write(actor, (tx) => this.links.make(tx, params.programId, body));
  }

  @Handle(revokeDisplayLink, { view: DisplayLinkView })
  revoke({ actor, params }: Handled<typeof revokeDisplayLink>): Promise<DisplayLinkView> {
    const { programId, linkId } = params;
    return this.db.write(actor, (tx) => this.links.revoke(tx, programId, linkId));
  }
}
