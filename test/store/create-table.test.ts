import { randomUUID } from 'node:crypto'
import { DescribeTableCommand, DescribeTimeToLiveCommand } from '@aws-sdk/client-dynamodb'
import { expect, test } from 'vitest'
import { createTable } from '../../functions/store/create-table.ts'
import { testClient } from '../support/table.ts'
import { tamperWith } from './tamper.ts'

test('a table is made once, on demand, with its attribute of expiry', async () => {
  const client = testClient()
  const name = `test-${randomUUID()}`
  const options = { deletionProtection: false, withoutRecovery: true }
  await Promise.all([createTable(client, name, options), createTable(client, name, options)])
  await createTable(client, name, options)
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }))
  expect(Table).toMatchObject({ TableStatus: 'ACTIVE', BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' } })
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }))
  expect(TimeToLiveDescription).toMatchObject({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' })
})

test('recovery to a point in time is asked for, and missed where it is not known', async () => {
  const client = testClient()
  const name = `test-${randomUUID()}`
  await expect(createTable(client, name, { deletionProtection: false })).rejects.toThrow()
  const asked: object[] = []
  tamperWith<object, object>(client, /UpdateContinuousBackups/, async (input) => {
    asked.push(input)
    return {}
  })
  await createTable(client, name, { deletionProtection: false })
  expect(asked).toEqual([{ TableName: name, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }])
})
