import { limits } from '../contract/limits.ts'
import type { MatchKind } from '../contract/match.ts'
import type { UploadKind } from '../contract/upload.ts'
import { decodeBlock } from '../domain/ledger/encode-block.ts'
import type { ListedUpload } from '../domain/ledger/snapshot.ts'
import { EvidenceCollector, type MatchEvidence } from '../domain/matching/match-evidence.ts'
import type { Chunks } from '../store/ports.ts'
import { blockKeys } from './read-blocks.ts'

export type ReadEvidence = Record<MatchKind, MatchEvidence> & { cut: boolean }

const spendKinds: readonly UploadKind[] = ['spend', 'performance']
const resultKinds: readonly UploadKind[] = ['results', 'performance']

type Place = { upload: ListedUpload; place: string; blocks: number }

/**
 * What rows say of names beside their spelling. Reads blocks one place at a time, newest months first, spend before
 * results, and `limits.matchBlocksMax` in all; `cut` says that there were more.
 */
export async function readMatchEvidence(chunks: Chunks, uploads: readonly ListedUpload[]): Promise<ReadEvidence> {
  const collectors = {
    creator: new EvidenceCollector('creator', limits.matchReferencesMax),
    campaign: new EvidenceCollector('campaign', limits.matchReferencesMax),
  }
  const passes = [
    { places: placesOf(uploads, spendKinds), add: 'addSpend' },
    { places: placesOf(uploads, resultKinds), add: 'addResults' },
  ] as const
  let left: number = limits.matchBlocksMax
  let cut = false
  for (const { places, add } of passes) {
    for (const { upload, place, blocks } of places) {
      if (blocks > left) {
        cut = true
        break
      }
      left -= blocks
      // Not kept: reports need the memory for what they read again and again.
      const read = await chunks.read(blockKeys(upload, place), { uncached: true })
      for (const block of read.map(decodeBlock)) {
        collectors.creator[add](block)
        collectors.campaign[add](block)
      }
    }
    // Spend takes half at most, so that posts are read too.
    left = Math.max(left, Math.floor(limits.matchBlocksMax / 2))
  }
  return { creator: collectors.creator.evidence(), campaign: collectors.campaign.evidence(), cut }
}

function placesOf(uploads: readonly ListedUpload[], kinds: readonly UploadKind[]): Place[] {
  return uploads
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((upload) => Object.entries(upload.blocks).map(([place, blocks]) => ({ upload, place, blocks })))
    .filter(({ place }) => place.startsWith('MONTH#'))
    .sort((a, b) => (a.place === b.place ? (a.upload.id < b.upload.id ? -1 : 1) : a.place < b.place ? 1 : -1))
}
