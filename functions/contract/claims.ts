import * as z from 'zod'
import { PreviewId } from './ids.ts'
import { CurrencyCode } from './money.ts'
import { Estimate, Gate, MetricName, ResolvedQuery, SnapshotRef, StrataDimension, TierRule } from './report.ts'
import { UploadKind } from './upload-kind.ts'

/** What is often said of micro creators. */
export const ClaimName = z.enum(['engagement', 'niche', 'fees', 'trust', 'authenticity', 'consistency'])
export type ClaimName = z.infer<typeof ClaimName>

export const ClaimStatus = z.enum(['supported', 'contradicted', 'inconclusive', 'not_enough_data'])
export type ClaimStatus = z.infer<typeof ClaimStatus>

/**
 * Beside the metrics: `deepEngagementShare`: comments, saves and shares among all engagements; `engagementSwing`: the
 * standard deviation, within creators, of the natural logarithm of a post's engagements over its impressions.
 */
export const ClaimMeasure = z.enum([
  ...MetricName.options,
  'costPerThousandFollowers',
  'deepEngagementShare',
  'engagementSwing',
])
export type ClaimMeasure = z.infer<typeof ClaimMeasure>

export const ClaimArm = z.enum(['micro', 'macro', 'on_target', 'off_target'])
export type ClaimArm = z.infer<typeof ClaimArm>

/** One of the two sides of a test. */
export const ClaimSide = z.object({
  arm: ClaimArm,
  /** In the units of the measure; like for like. */
  value: Estimate,
  creators: z.int(),
  /** Share of the exposure that stands where the other side is too; null where nothing is held place by place. */
  comparableShare: z.number().nullable(),
})
export type ClaimSide = z.infer<typeof ClaimSide>

/** What a test lacks: what was there and what is needed, where that is a number. */
export const ClaimGate = z.object({
  gate: Gate,
  /** Null where it is about both sides. */
  arm: ClaimArm.nullable(),
  found: z.number().nullable(),
  needed: z.number().nullable(),
})
export type ClaimGate = z.infer<typeof ClaimGate>

export const ClaimTest = z.object({
  measure: ClaimMeasure,
  label: z.string(),
  /** `decides`: the claim's status is this one's. `counted`: tested too. `beside`: to look at, neither judged nor counted. */
  role: z.enum(['decides', 'counted', 'beside']),
  /** Null for what is not judged. */
  status: ClaimStatus.nullable(),
  sides: z.tuple([ClaimSide, ClaimSide]),
  /** Above 1 supports the claim: of costs it is the second side over the first, else the first over the second. */
  ratio: Estimate,
  /** Two-sided; null where it cannot be said. */
  pValue: z.number().nullable(),
  /** Adjusted over all tests of the page (Holm); null where this one does not count. */
  holmP: z.number().nullable(),
  /** By which creators were held against each other. */
  strata: z.array(z.enum([...StrataDimension.options, 'tier'])),
  sentence: z.string(),
  /** What has to be known beside a clear answer. */
  caveats: z.array(z.string()),
  failedGates: z.array(ClaimGate),
  /** The failed gates in words. */
  reasons: z.array(z.string()),
})
export type ClaimTest = z.infer<typeof ClaimTest>

/** Data that a file would have to give. */
export const ClaimMissing = z.object({
  message: z.string(),
  /** The kind of file that takes the columns; null where no file would help. */
  kind: UploadKind.nullable(),
  /** As the template names them. */
  columns: z.array(z.string()),
})
export type ClaimMissing = z.infer<typeof ClaimMissing>

export const Claim = z.object({
  name: ClaimName,
  /** What is claimed. */
  title: z.string(),
  status: ClaimStatus,
  /** The answer: of an association, never of an effect. */
  sentence: z.string(),
  /** What it is measured by, and what is not measured. */
  measuredBy: z.string(),
  /** The deciding one first. */
  tests: z.array(ClaimTest).min(1),
  missing: z.array(ClaimMissing),
})
export type Claim = z.infer<typeof Claim>

export const Claims = z.object({
  snapshot: SnapshotRef,
  preview: PreviewId.nullable(),
  /** Its metric is that of the objective, whatever was asked: claims are not looked at until one fits. */
  query: ResolvedQuery,
  currency: CurrencyCode,
  tierRule: TierRule,
  /** By which micro and macro were held against each other; none where no level leaves enough to compare. */
  strata: z.array(StrataDimension),
  /** How many tests the adjusted p-values are adjusted for. */
  testsCounted: z.int(),
  claims: z.array(Claim),
})
export type Claims = z.infer<typeof Claims>
