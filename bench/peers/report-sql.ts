import { type AnswerRow, measures, question, type ReportAnswer, sortAnswer } from '../answers.ts'

const figures = ['impressions', 'reach', 'engagements', 'clicks', 'conversions'] as const

/**
 * Tier of each creator in each campaign, worked out beforehand and given to the peers for nothing: the followers on
 * the day of the first post there, in the default bands. In the bench a creator uses one platform in a campaign.
 */
export const tierTableSql = `
CREATE TABLE deal_tier AS
SELECT creator, campaign,
  CASE WHEN followers < 1000 THEN 'nano' WHEN followers <= 100000 THEN 'micro' ELSE 'macro' END AS tier
FROM (
  SELECT creator, campaign, followers, row_number() OVER (PARTITION BY creator, campaign ORDER BY date) AS place
  FROM results WHERE followers IS NOT NULL
) counted
WHERE place = 1`

/** Creator x campaign x platform x month, money in cents: what the product's own month cells hold. */
export const rollupTableSql = `
CREATE TABLE rollup AS
SELECT creator, campaign, platform, month, ${sumsOf(measures)}
FROM (
  SELECT creator, campaign, platform, date_trunc('month', date) AS month, amount * 100 AS "spendMinor",
    ${figures.map((name) => `0 AS ${name}`).join(', ')}, 0 AS "revenueMinor", 0 AS posts
  FROM spend WHERE creator IS NOT NULL
  UNION ALL
  SELECT creator, campaign, platform, date_trunc('month', date), 0, ${figures.join(', ')}, revenue * 100,
    CASE WHEN date = published THEN 1 ELSE 0 END
  FROM results
) facts
GROUP BY creator, campaign, platform, month`

const where = `platform = '${question.platform}' AND date BETWEEN DATE '${question.from}' AND DATE '${question.to}'`

/** Sums each table by creator and campaign before the tier is joined, which is the fastest order for both peers. */
export const reportSql = `
WITH deals AS (
  SELECT creator, campaign, sum(amount) * 100 AS "spendMinor", ${figures.map((name) => `0 AS ${name}`).join(', ')},
    0 AS "revenueMinor", 0 AS posts
  FROM spend WHERE ${where} AND creator IS NOT NULL GROUP BY creator, campaign
  UNION ALL
  SELECT creator, campaign, 0, ${figures.map((name) => `sum(${name})`).join(', ')}, sum(revenue) * 100,
    sum(CASE WHEN date = published THEN 1 ELSE 0 END)
  FROM results WHERE ${where} GROUP BY creator, campaign
)
SELECT tier, creator, ${sumsOf(measures)}
FROM deals JOIN deal_tier USING (creator, campaign)
GROUP BY GROUPING SETS ((tier), (creator))`

export const rollupReportSql = `
SELECT tier, creator, ${sumsOf(measures)}
FROM rollup JOIN deal_tier USING (creator, campaign)
WHERE platform = '${question.platform}' AND month BETWEEN DATE '${question.from}' AND DATE '${question.to}'
GROUP BY GROUPING SETS ((tier), (creator))`

function sumsOf(names: readonly string[]): string {
  return names.map((name) => `CAST(sum("${name}") AS BIGINT) AS "${name}"`).join(', ')
}

/** Rows of one of the queries: tier, creator, then the measures, as whatever type the client gives integers. */
export function readAnswer(rows: readonly (readonly unknown[])[]): ReportAnswer {
  const answer: ReportAnswer = { tiers: [], creators: [] }
  for (const [tier, creator, ...values] of rows) {
    const sums = Object.fromEntries(measures.map((name, index) => [name, toInteger(values[index])]))
    const row = { key: String(tier ?? creator), ...sums } as AnswerRow
    answer[tier === null ? 'creators' : 'tiers'].push(row)
  }
  return sortAnswer(answer)
}

export function toInteger(value: unknown): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`not an exact integer: ${value}`)
  return number
}
