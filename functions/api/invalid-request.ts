import type * as z from 'zod'
import { CodedError } from '../contract/problem.ts'

export type RequestIssue = { where: string; message: string }

/** A request that its schema refuses: each issue says where it is, what stood there and what was expected. */
export class InvalidRequest extends CodedError {
  readonly issues: RequestIssue[]
  constructor(issues: RequestIssue[]) {
    super('invalid-request', issues.map(({ where, message }) => `${where}: ${message}`).join(' · '))
    this.issues = issues
  }
}

const foundCharsMax = 80

/** `place` is the part of the request that was read: `query`, `path` or `body`. */
export function issuesOf(place: string, error: z.ZodError): RequestIssue[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ where: `${place}.${key}`, message: 'there is no such parameter' }))
    }
    const where = [place, ...issue.path.map(String)].join('.')
    const found = issue.code === 'custom' ? '' : `; found ${show(issue.input)}`
    return [{ where, message: `${lowerFirst(issue.message)}${found}` }]
  })
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? typeof value
  return text.length > foundCharsMax ? `${text.slice(0, foundCharsMax)}…` : text
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
