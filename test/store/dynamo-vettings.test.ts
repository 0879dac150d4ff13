import { expect, test } from 'vitest'
import type { NameId } from '../../functions/contract/ids.ts'
import { newVetting } from '../../functions/domain/vetting/vetting-record.ts'
import { anInstant } from '../support/builders.ts'
import { openTestBooks } from '../support/table.ts'

const anna = '00000000000a' as NameId
const listed = { ...newVetting(anna), shortlisted: { by: 'finance@example.com', at: anInstant } }

test('a record is found under its creator, and listed while it says something', async () => {
  const { vettings } = await openTestBooks()
  expect(await vettings.get(anna)).toBeUndefined()
  const written = await vettings.put(listed)
  expect(written).toEqual({ ...listed, version: 1 })
  expect(await vettings.get(anna)).toEqual(written)
  expect(await vettings.list()).toEqual([written])
  await vettings.put({ ...written, shortlisted: null })
  expect(await vettings.list()).toEqual([])
})

test('of two who write what they both read, one is refused', async () => {
  const { vettings } = await openTestBooks()
  const results = await Promise.allSettled([vettings.put(listed), vettings.put(listed)])
  const [lost] = results.filter((result) => result.status === 'rejected')
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  expect(lost?.reason).toMatchObject({ code: 'conflict' })
  const standing = await vettings.get(anna)
  await expect(vettings.put(listed)).rejects.toMatchObject({ code: 'conflict' })
  expect(await vettings.get(anna)).toEqual(standing)
})
