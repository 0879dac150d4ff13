import type { Block } from '../domain/ledger/block.ts'
import { type DirectoryRow, decodeDirectoryBlock } from '../domain/ledger/directory.ts'
import { decodeBlock } from '../domain/ledger/encode-block.ts'
import type { ListedUpload } from '../domain/ledger/snapshot.ts'
import type { ChunkKey, Chunks } from '../store/ports.ts'
import { padSlice } from './read-rollups.ts'

type BlockOwner = Pick<ListedUpload, 'id' | 'staging' | 'blocks'>

export const blockKey = (upload: string, staging: string, number: number): string =>
  `BLOCK#${upload}#${staging}#${padSlice(number)}`

export function blockKeys({ id, staging, blocks }: BlockOwner, place: string): ChunkKey[] {
  return Array.from({ length: blocks[place] ?? 0 }, (_, i) => ({ place, key: blockKey(id, staging, i + 1) }))
}

/** The blocks of an upload in one place, in the order in which its check wrote them. */
export async function readBlocks(chunks: Chunks, upload: BlockOwner, place: string): Promise<Block[]> {
  return (await chunks.read(blockKeys(upload, place))).map(decodeBlock)
}

export async function readDirectoryRows(chunks: Chunks, upload: BlockOwner): Promise<DirectoryRow[]> {
  return (await chunks.read(blockKeys(upload, 'DIRECTORY'))).flatMap(decodeDirectoryBlock)
}
