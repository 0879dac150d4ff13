import type { MatchGain, MatchKind, MatchStanding } from '../contract/match.ts'
import type { ReportQuery } from '../contract/report.ts'
import { measureStanding } from '../domain/matching/measure-standing.ts'
import { collectParties } from '../domain/matching/party.ts'
import { BooksView } from '../domain/report/books-view.ts'
import type { Books } from '../store/ports.ts'
import { openMatching } from './open-matching.ts'
import { openView } from './open-view.ts'
import { readDirectory, readRollups } from './read-rollups.ts'
import type { ResolvedSnapshot } from './resolve-snapshot.ts'

type Both = Record<MatchKind, MatchStanding>

/**
 * What matching changes: of a preview against the snapshot that it rests on; without a preview, of all aliases against
 * none. Throws `not-found`, `preview-outdated`.
 */
export async function compareMatching(
  deps: { books: Books },
  query: Pick<ReportQuery, 'snapshot' | 'preview'>,
): Promise<MatchGain> {
  const { resolved } = await openView(deps, query)
  const after = await standingOf(deps, query)
  const before =
    query.preview === undefined
      ? await withoutAliases(deps, resolved)
      : await standingOf(deps, { snapshot: resolved.number })
  return {
    snapshot: { number: resolved.number, committedAt: resolved.committedAt },
    preview: resolved.preview,
    currency: resolved.body.settings.reportingCurrency,
    before,
    after,
  }
}

async function standingOf(deps: { books: Books }, query: Pick<ReportQuery, 'snapshot' | 'preview'>): Promise<Both> {
  const [creator, campaign] = await Promise.all([
    openMatching(deps, 'creator', query),
    openMatching(deps, 'campaign', query),
  ])
  return { creator: measureStanding(creator.parties), campaign: measureStanding(campaign.parties) }
}

/** The same rows and directory, each name by itself. */
async function withoutAliases({ books }: { books: Books }, { body }: ResolvedSnapshot): Promise<Both> {
  const [rollups, known] = await Promise.all([
    readRollups(books.chunks, body.months),
    readDirectory(books.chunks, body.directory),
  ])
  const directory = { ...known, creatorAliases: [], campaignAliases: [] }
  const view = new BooksView(rollups, directory, body.settings.bands)
  const standing = (of: MatchKind) => measureStanding(collectParties(of, view, directory, String))
  return { creator: standing('creator'), campaign: standing('campaign') }
}
