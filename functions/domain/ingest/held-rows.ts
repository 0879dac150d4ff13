import type { RowIds, RowSink } from './row-sink.ts'

/** Holds the rows of one line until all of them are accepted: of a line with a problem none counts. */
export class HeldRows implements RowSink {
  #held: ((sink: RowSink) => void)[] = []

  result(...[line, row, ids]: Parameters<RowSink['result']>): void {
    const own = copy(ids)
    this.#held.push((sink) => sink.result(line, row, own))
  }

  spend(...[line, row, ids, identity, beside]: Parameters<RowSink['spend']>): void {
    const own = copy(ids)
    this.#held.push((sink) => sink.spend(line, row, own, identity, beside))
  }

  directory(row: Parameters<RowSink['directory']>[0]): void {
    this.#held.push((sink) => sink.directory(row))
  }

  release(sink: RowSink): void {
    for (const give of this.#held) give(sink)
  }
}

/** The reader fills the same object again for its next row. */
const copy = ({ creator, campaign }: RowIds): RowIds => ({ creator, campaign })
