import * as z from 'zod'
import { BooksSummary, FilterChoices, SampleRemoval } from '../../contract/books.ts'
import * as change from '../../contract/books-change.ts'
import * as patch from '../../contract/cell-patch.ts'
import * as claims from '../../contract/claims.ts'
import * as creator from '../../contract/creator.ts'
import * as mapping from '../../contract/mapping.ts'
import * as match from '../../contract/match.ts'
import * as monthChange from '../../contract/month-change.ts'
import * as plan from '../../contract/plan.ts'
import { Problem, ProblemCause, ProblemDetails, ProblemList } from '../../contract/problem.ts'
import * as reading from '../../contract/reading.ts'
import * as report from '../../contract/report.ts'
import * as savedView from '../../contract/saved-view.ts'
import * as scenario from '../../contract/scenario.ts'
import * as snapshot from '../../contract/snapshot.ts'
import * as trialBalance from '../../contract/trial-balance.ts'
import * as upload from '../../contract/upload.ts'
import * as uploadRows from '../../contract/upload-rows.ts'
import * as vetting from '../../contract/vetting.ts'
import { Health } from '../routes/health.ts'
import { DevSession } from '../routes/local-routes.ts'
import { VerifyLine, VerifyProgress } from '../verify-line.ts'

export type JsonSchema = {
  [keyword: string]: unknown
  $ref?: string
  description?: string
  type?: string | string[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
}

/** What the API's description names instead of repeating. */
const components: Record<string, z.ZodType> = {
  Upload: upload.Upload,
  UploadList: upload.UploadList,
  CheckOptions: upload.CheckOptions,
  UploadKind: upload.UploadKind,
  UploadState: upload.UploadState,
  PartReceipt: upload.PartReceipt,
  Progress: upload.Progress,
  RowCounts: upload.RowCounts,
  ControlTotal: upload.ControlTotal,
  Warning: upload.Warning,
  UploadRowList: uploadRows.UploadRowList,
  UploadRow: uploadRows.UploadRow,
  RowValues: uploadRows.RowValues,
  UploadTotals: uploadRows.UploadTotals,
  UploadLines: patch.UploadLines,
  CellMend: patch.CellMend,
  CellPatch: patch.CellPatch,
  CellPatchList: patch.CellPatchList,
  Problem,
  ProblemCause,
  ProblemList,
  ProblemDetails,
  ReadingAnswer: reading.ReadingAnswer,
  Reading: reading.Reading,
  ReadingColumn: reading.ReadingColumn,
  ReadingQuestion: reading.ReadingQuestion,
  ReadingNeed: reading.ReadingNeed,
  ReadingTotal: reading.ReadingTotal,
  ReadingTable: reading.ReadingTable,
  ReadingSheet: reading.ReadingSheet,
  ReadingMapping: reading.ReadingMapping,
  MappingUsed: reading.MappingUsed,
  FileMapping: mapping.FileMapping,
  RememberedAnswer: mapping.RememberedAnswer,
  MappingList: mapping.MappingList,
  Report: report.Report,
  ResolvedQuery: report.ResolvedQuery,
  Tiers: report.Tiers,
  Tier: report.Tier,
  Metrics: report.Metrics,
  Estimate: report.Estimate,
  Comparison: report.Comparison,
  Side: report.Side,
  SeriesPoint: report.SeriesPoint,
  CampaignTarget: report.CampaignTarget,
  TargetCount: report.TargetCount,
  Reconciliation: report.Reconciliation,
  Claims: claims.Claims,
  Claim: claims.Claim,
  ClaimTest: claims.ClaimTest,
  ClaimSide: claims.ClaimSide,
  ClaimGate: claims.ClaimGate,
  ClaimMissing: claims.ClaimMissing,
  CreatorList: report.CreatorList,
  CreatorRow: report.CreatorRow,
  CreatorRanking: report.CreatorRanking,
  CampaignList: report.CampaignList,
  CampaignRow: report.CampaignRow,
  CampaignPace: report.CampaignPace,
  SpendStatuses: report.SpendStatuses,
  Plan: plan.Plan,
  PlanSplit: plan.PlanSplit,
  PlanSide: plan.PlanSide,
  PlanCurve: plan.PlanCurve,
  PlanData: plan.PlanData,
  PlanSpread: plan.PlanSpread,
  PlanReason: plan.PlanReason,
  PlanCaveat: plan.PlanCaveat,
  Scenario: scenario.Scenario,
  ScenarioList: scenario.ScenarioList,
  ScenarioPlan: scenario.ScenarioPlan,
  SavedView: savedView.SavedView,
  SavedViewList: savedView.SavedViewList,
  SnapshotList: snapshot.SnapshotList,
  SnapshotSummary: snapshot.SnapshotSummary,
  SnapshotDiff: snapshot.SnapshotDiff,
  TotalChange: snapshot.TotalChange,
  MonthChange: monthChange.MonthChange,
  MonthTotals: monthChange.MonthTotals,
  RestatedMonth: monthChange.RestatedMonth,
  PinnedTotals: monthChange.PinnedTotals,
  TierTotals: monthChange.TierTotals,
  BooksEdit: change.BooksEdit,
  BooksChange: change.BooksChange,
  ChangeList: change.ChangeList,
  Closing: change.Closing,
  BookMonth: change.BookMonth,
  BookMonthList: change.BookMonthList,
  Settings: change.Settings,
  BooksSettings: change.BooksSettings,
  TrialBalance: trialBalance.TrialBalance,
  TrialLine: trialBalance.TrialLine,
  BooksSummary,
  FilterChoices,
  SampleRemoval,
  Verification: snapshot.Verification,
  VerifyProgress,
  VerifyLine,
  MatchList: match.MatchList,
  MatchSuggestion: match.MatchSuggestion,
  MatchReason: match.MatchReason,
  MatchName: match.MatchName,
  MatchNameList: match.MatchNameList,
  MergedList: match.MergedList,
  RefusedList: match.RefusedList,
  MatchGain: match.MatchGain,
  MatchStanding: match.MatchStanding,
  MatchOutcome: match.MatchOutcome,
  CreatorHistory: creator.CreatorHistory,
  CreatorPostList: creator.CreatorPostList,
  CreatorPost: creator.CreatorPost,
  Vetting: vetting.Vetting,
  VettingNote: vetting.VettingNote,
  VettingList: vetting.VettingList,
  Health,
  DevSession,
}

const uri = (name: string) => `#/components/schemas/${name}`

export function componentSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri, io: 'output', override: (context) => tidy(context.jsonSchema) })
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema as JsonSchema]),
  )
}

/** The answer's schema by its name. */
export function referTo(schema: z.ZodType): JsonSchema {
  const name = Object.keys(components).find((key) => components[key] === schema)
  if (name === undefined) throw new Error('an answer whose schema is no component of the description')
  return { $ref: uri(name) }
}

export function inputSchema(schema: z.core.$ZodType): JsonSchema {
  const { $schema, ...json } = z.toJSONSchema(schema, { io: 'input', override: (context) => tidy(context.jsonSchema) })
  return json as JsonSchema
}

/** Leaves out what says nothing to a reader: the bounds of exact integers, the pattern behind a format. */
function tidy(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.format !== undefined) delete schema.pattern
  // Answers may gain fields: a client that refuses what it does not know would break.
  if (schema.additionalProperties === false) delete schema.additionalProperties
}
