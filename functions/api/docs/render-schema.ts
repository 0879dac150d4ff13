import { html, type raw } from 'hono/html'
import type { JsonSchema } from '../openapi/component-schemas.ts'

export type Html = ReturnType<typeof raw> | Promise<ReturnType<typeof raw>>

const refStart = '#/components/schemas/'

/** One line that says what a value is; names link to their own section. */
export function renderType(schema: JsonSchema): Html {
  if (schema.$ref) return refLink(schema.$ref)
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum)
    return html`<span class="values">${join(
      schema.enum.map((value) => html`<code>${String(value)}</code>`),
      ' ',
    )}</span>`
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return join(choices.map(renderType), ' or ')
  if (schema.type === 'array') return html`list of ${renderType(schema.items ?? {})}`
  if (schema.type === 'object' && schema.properties) return renderFields(schema)
  if (schema.type === 'object') return html`object by name`
  return html`${plainType(schema)}`
}

export function renderFields(schema: JsonSchema): Html {
  const required = new Set(schema.required ?? [])
  return html`<dl class="fields">${Object.entries(schema.properties ?? {}).map(
    ([name, field]) =>
      html`<div><dt><code>${name}</code>${required.has(name) ? '' : html` <i>optional</i>`}</dt><dd>${field.description ? html`${field.description}<br />` : ''}${renderType(field)}</dd></div>`,
  )}</dl>`
}

/** A component: its fields, or what it is one of. */
export function renderComponent(schema: JsonSchema): Html {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices)
    return html`<p>One of:</p>${choices.map((choice) => html`<div class="choice">${renderType(choice)}</div>`)}`
  return renderType(schema)
}

function plainType(schema: JsonSchema): string {
  const name = schema.format ?? schema.type ?? 'anything'
  const bounds = [
    bound('from', schema.minimum),
    bound('to', schema.maximum),
    bound('at most', schema.maxLength, 'characters'),
    bound('default', schema.default),
  ]
  return [String(name), ...bounds.filter((text) => text !== '')].join(', ')
}

function bound(word: string, value: unknown, unit = ''): string {
  return value === undefined ? '' : `${word} ${String(value)} ${unit}`.trim()
}

function refLink(ref: string): Html {
  const name = ref.slice(refStart.length)
  return html`<a href="#schema-${name}">${name}</a>`
}

function join(parts: Html[], separator: string): Html {
  return html`${parts.map((part, index) => html`${index === 0 ? '' : separator}${part}`)}`
}
