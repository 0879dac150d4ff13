import { expect, test } from 'vitest'
import { detectableRatio } from '../../../functions/domain/stats/compare/detectable-ratio.ts'
import { differenceOf } from '../../../functions/domain/stats/compare/difference.ts'
import type { LeaveOneOut } from '../../../functions/domain/stats/compare/leave-one-out.ts'
import { estimateLog } from '../../../functions/domain/stats/log-estimate.ts'

test.each([30, 60, 100])('a standard error of %s still gives numbers', (standardError) => {
  const arms = [1e12, 3].map((value) => estimateLog(value, standardError ** 2, 1))
  const limits = arms.flatMap((arm) => [arm.low, arm.high, detectableRatio(arm)])
  const { low, high } = differenceOf([1e12, 3], { arms, correlation: -0.3 } as unknown as LeaveOneOut)
  expect([...limits, low, high].filter((limit) => !Number.isFinite(limit))).toEqual([])
})
