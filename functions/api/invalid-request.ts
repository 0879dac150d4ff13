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
const issuesMax = 50

/** `place` is the part of the request that was read: `query`, `path` or `body`. */
export function issuesOf(place: string, error: z.ZodError): RequestIssue[] {
  const issues = error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ where: `${place}.${key}`, message: 'there is no such parameter' }))
    }
    const where = [place, ...issue.path.map(String)].join('.')
    const found = issue.code === 'custom' ? '' : `; found ${show(issue.input)}`
    return [{ where, message: `${lowerFirst(issue.message)}${found}` }]
  })
  // A small request must not make a large answer.
  const rest = issues.length - issuesMax
  return rest <= 0 ? issues : [...issues.slice(0, issuesMax), { where: place, message: `and ${rest} more` }]
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? typeof value
  return text.length > foundCharsMax ? `${text.slice(0, foundCharsMax)}…` : text
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
