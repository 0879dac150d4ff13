import { expect, test } from 'vitest'
import { SavedView, SavedViewList } from '../../functions/contract/saved-view.ts'
import { setCommandLine } from './set-command-line.ts'

const cli = setCommandLine()

async function save(view: object): Promise<SavedView> {
  const { out } = await cli.run(['token', '--role', 'admin'], { isTerminal: true })
  const headers = { Authorization: `Bearer ${out.trim()}` }
  const body = JSON.stringify(view)
  const answer = await fetch(`${cli.service.address}/api/w/main/views`, { method: 'POST', headers, body })
  return SavedView.parse(await answer.json())
}

test('saved views are listed with their page and snapshot, and deleted', async () => {
  expect((await cli.run(['views'], { isTerminal: true })).out).toContain('No view is saved yet')
  const saved = await save({ name: 'Spring', path: '/claims', search: 'platform=tiktok', snapshot: 0, shared: true })
  expect(SavedViewList.parse(JSON.parse((await cli.run(['views'])).out))).toEqual({ views: [saved] })
  const { out } = await cli.run(['views'], { isTerminal: true })
  expect(out).toContain('/claims?platform=tiktok&snapshot=0')
  expect(out).toContain('everybody')
  expect((await cli.run(['views', 'delete', saved.id], { isTerminal: true })).out).toBe('“Spring” is deleted.')
  expect(JSON.parse((await cli.run(['views'])).out)).toEqual({ views: [] })
})

test('what is not there, and what is no command, is refused with what to write', async () => {
  const missing = await cli.run(['views', 'delete', '0'.repeat(26)])
  expect(missing).toMatchObject({ code: 1, error: expect.stringContaining('There is no saved view') })
  expect(await cli.run(['views', 'open'])).toMatchObject({ code: 2, error: expect.stringContaining('Usage') })
})
