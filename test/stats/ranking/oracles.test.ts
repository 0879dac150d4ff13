import { expect, test } from 'vitest'
import {
  consistencyScore,
  squeezeVariance,
  variancePrior,
} from '../../../functions/domain/stats/ranking/consistency.ts'
import { rankBetaBinomial } from '../../../functions/domain/stats/ranking/rank-beta-binomial.ts'
import { rankBuhlmannStraub } from '../../../functions/domain/stats/ranking/rank-buhlmann-straub.ts'
import { rankGammaPoisson } from '../../../functions/domain/stats/ranking/rank-gamma-poisson.ts'
import { rankNormal } from '../../../functions/domain/stats/ranking/rank-normal.ts'
import { expectClose, readOracle } from '../read-oracle.ts'

test('17: Gamma-Poisson of conversions over spend', () => {
  const { rows, expected } = readOracle('17-eb-gamma-poisson')
  const rates = rows.map((row) => ({ count: Number(row.conversions), exposure: Number(row.spend) }))
  const { prior, posteriors } = rankGammaPoisson(rates)
  expectClose(prior?.rate, expected.moment.m)
  expectClose(prior?.scatter, expected.moment.Q)
  expectClose(prior?.varianceRaw, expected.moment.v_raw)
  expectClose(prior?.variance, expected.moment.v)
  expectClose(prior?.shape, expected.moment.a)
  expectClose(prior?.strength, expected.moment.b)
  expect(posteriors.length).toBe(expected.posterior.length)
  posteriors.forEach((posterior, at) => {
    const wanted = expected.posterior[at]
    expectClose(posterior?.mean, wanted.mean)
    expectClose(posterior?.low, wanted.lower)
    expectClose(posterior?.high, wanted.upper)
    expectClose(posterior?.aboveAverage, wanted.p_above_average)
    expectClose(1 / (posterior?.mean ?? 0), wanted.cpa_shrunk)
  })
})

test('19: beta-binomial of conversions in clicks', () => {
  const { rows, expected } = readOracle('19-eb-beta-binomial')
  const rates = rows.map((row) => ({ count: Number(row.conversions), exposure: Number(row.clicks) }))
  const { prior, posteriors } = rankBetaBinomial(rates)
  if (!prior || !('share' in prior)) throw new Error('not beta-binomial')
  expectClose(prior.share, expected.moment.p)
  expectClose(prior.scatter, expected.moment.Q)
  expectClose(prior.overdispersionRaw, expected.moment.rho_raw)
  expectClose(prior.overdispersion, expected.moment.rho)
  expectClose(prior.alpha, expected.moment.alpha)
  expectClose(prior.beta, expected.moment.beta)
  expect(posteriors.length).toBe(expected.posterior.length)
  posteriors.forEach((posterior, at) => {
    const wanted = expected.posterior[at]
    expectClose(posterior?.mean, wanted.mean)
    expectClose(posterior?.low, wanted.lower)
    expectClose(posterior?.high, wanted.upper)
  })
})

test('20: normal of log engagement rates', () => {
  const { rows, expected } = readOracle('20-eb-normal-log-er')
  const samples = rows.map((row) => ({ mean: Number(row.log_er), variance: Number(row.s2) }))
  const { prior, posteriors } = rankNormal(samples)
  expectClose(prior?.scatter, expected.Q)
  expectClose(prior?.variance, expected.tau2)
  expectClose(prior?.mean, expected.mu)
  expectClose(Math.sqrt(prior?.meanVariance ?? 0), expected.se_mu)
  expect(posteriors.length).toBe(expected.posterior.length)
  posteriors.forEach((posterior, at) => {
    const wanted = expected.posterior[at]
    expectClose(posterior?.mean, wanted.mean)
    expectClose(posterior?.low, wanted.lower)
    expectClose(posterior?.high, wanted.upper)
  })
})

test('21: consistency by squeezed variances', () => {
  const { rows, expected } = readOracle('21-consistency-squeeze')
  const samples = rows.map((row) => ({ variance: Number(row.s2), df: Number(row.df) }))
  const prior = variancePrior(samples)
  if (!prior) throw new Error('no prior')
  expectClose(prior.df, expected.d0)
  expectClose(prior.variance, expected.s0_2)
  expect(samples.length).toBe(expected.posterior.length)
  samples.forEach((sample, at) => {
    const squeezed = squeezeVariance(prior, sample)
    expectClose(squeezed, expected.posterior[at].s2_shrunk)
    expectClose(consistencyScore(squeezed), expected.posterior[at].score)
  })
})

test('22: Bühlmann-Straub of revenue over spend by month', () => {
  const { rows, expected } = readOracle('22-buhlmann-straub-roas')
  const byCreator = Map.groupBy(rows, (row) => row.creator_id)
  const creators = [...byCreator.values()].map((months) =>
    months.map((row) => ({ amount: Number(row.revenue), weight: Number(row.spend) })),
  )
  const { prior, posteriors } = rankBuhlmannStraub(creators)
  expectClose(prior?.within, expected.s2)
  expectClose(prior?.between, expected.a)
  expectClose(prior?.collective, expected.collective)
  expect(posteriors.length).toBe(expected.creators.length)
  posteriors.forEach((posterior, at) => {
    expectClose(posterior?.mean, expected.creators[at].shrunk)
  })
})
